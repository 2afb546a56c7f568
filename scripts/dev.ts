import { once } from 'node:events';
import { watch } from 'node:fs';
import { resolve, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type AstroIntegration, dev } from 'astro';
import { checkDraft } from '../src/checks/check-content.ts';
import { editorLanguage } from '../src/checks/editor-language.ts';
import { printText } from '../src/checks/print.ts';
import type { Problem } from '../src/checks/problem.ts';
import { runCommand } from '../src/command.ts';
import { buildTime } from '../src/model/clock.ts';
import type { Content } from '../src/model/content.ts';
import { contentFolder } from '../src/model/folders.ts';

/** Milliseconds to wait for more changes: editors save several files at a time. */
const settling = 150;

/**
 * Shows the problems of the content in the terminal and over the page while somebody writes.
 * They go away when the file is saved right; the preview of sound files goes on all the while.
 */
const contentProblems: AstroIntegration = {
  name: 'content-problems',
  hooks: {
    'astro:server:setup': ({ server, refreshContent }) => {
      const folder = resolve(contentFolder());
      const lang = editorLanguage();
      let before = '';
      const look = async (changed: boolean) => {
        const { content, problems, files } = await checkDraft(folder, buildTime());
        const text = printText(problems, files, lang, Boolean(process.stdout.isTTY));
        if (text !== before) console.log(`\n${text}\n`);
        before = text;
        if (content && changed) {
          globalThis.checkedContent = content;
          await refreshContent?.({ loaders: ['checked-content'] });
        }
        const errors = problems.filter(({ level }) => level === 'error');
        if (errors.length > 0) server.hot.send({ type: 'error', err: { message: overlayText(errors), stack: '', plugin: 'content' } });
        else if (changed) server.hot.send({ type: 'full-reload' });
      };
      let waiting: NodeJS.Timeout | undefined;
      server.watcher.add(folder);
      server.watcher.on('all', (_event, path) => {
        if (!resolve(path).startsWith(folder + sep)) return;
        clearTimeout(waiting);
        waiting = globalThis.setTimeout(() => void look(true), settling);
      });
      // A page that is opened while something is wrong shows it too.
      server.hot.on('connection', () => void look(false));
      void look(false);
    },
  },
};

const overlayText = (errors: Problem[]): string => {
  const lang = editorLanguage();
  return errors.map(({ file, line, column, field, rule, text }) => `${file}:${line}:${column} ${field ?? rule}\n${text[lang].message}\n→ ${text[lang].hint}`).join('\n\n');
};

const waits = {
  fi: 'Esikatselu alkaa, kun virheet on korjattu.',
  sv: 'Förhandsvisningen börjar när felen har rättats.',
  en: 'The preview starts as soon as the errors are mended.',
};

/** Pages are made of sound content alone, so the preview waits until it is sound once. */
async function soundContent(): Promise<Content> {
  for (;;) {
    const { content, problems, files } = await checkDraft(contentFolder(), buildTime());
    if (content) return content;
    console.log(`\n${printText(problems, files, editorLanguage(), Boolean(process.stdout.isTTY))}\n\n${waits[editorLanguage()]}`);
    await once(watch(contentFolder(), { recursive: true }), 'change');
    await setTimeout(settling);
  }
}

await runCommand(async () => {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  globalThis.checkedContent = await soundContent();
  // Astro's extension for VS Code then completes and explains the fields of Markdown files, too.
  await dev({ integrations: [contentProblems], experimental: { contentIntellisense: true }, server: { port: Number(process.env['PORT'] ?? 4321) } });
});
