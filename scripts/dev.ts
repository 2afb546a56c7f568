import { once } from 'node:events';
import { watch } from 'node:fs';
import { resolve, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type AstroIntegration, dev } from 'astro';
import type { ViteDevServer } from 'vite';
import { previewGuard } from '../src/astro/preview-guard.ts';
import { editorLanguage } from '../src/checks/editor-language.ts';
import { checkForPreview } from '../src/checks/preview-content.ts';
import { coloursOn, countProblems, printText, problemLine } from '../src/checks/print.ts';
import { runCommand, wantedPort } from '../src/command.ts';
import { problemsMessage, type ShownProblems } from '../src/editors/problem-panel.ts';
import { listenAddress, serverName } from '../src/hosting/local-server.ts';
import type { Content } from '../src/model/content.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder } from '../src/model/folders.ts';

/** Milliseconds to wait for more changes: editors save several files at a time. */
const settling = 150;
const panel = fileURLToPath(new URL('../src/editors/problem-panel.ts', import.meta.url));
const lang = editorLanguage();

/**
 * Shows the problems of the content in the terminal and at the foot of every page while somebody writes.
 * They go away when the file is saved right. A file with mistakes is shown as far as it can be, and all others as they are.
 */
const contentProblems: AstroIntegration = {
  name: 'content-problems',
  hooks: {
    'astro:config:setup': ({ injectScript, updateConfig }) => {
      injectScript('page', `import ${JSON.stringify(panel)};`);
      updateConfig({ vite: { plugins: [previewGuard()] } });
    },
    'astro:server:setup': ({ server, refreshContent }) => {
      const folder = resolve(contentFolder());
      const look = async () => {
        if (await lookAt(folder)) await refreshContent?.({ loaders: ['checked-content'] });
        forgetPages(server);
        server.hot.send({ type: 'full-reload' });
      };
      let waiting: NodeJS.Timeout | undefined;
      let looking = Promise.resolve();
      server.watcher.add(folder);
      server.watcher.on('all', (_event, path) => {
        if (!resolve(path).startsWith(folder + sep)) return;
        clearTimeout(waiting);
        waiting = globalThis.setTimeout(() => (looking = looking.then(look).catch(console.error)), settling);
      });
      // Every page asks when it is opened or reloaded.
      server.hot.on(problemsMessage, (_, client) => client.send(problemsMessage, shown));
    },
  },
};

/** Free pages are compiled from the checked text, which Vite does not watch. */
function forgetPages({ environments }: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(environments))
    for (const [id, module] of moduleGraph.idToModuleMap)
      if (/\.mdx(?:$|\?)/.test(id)) moduleGraph.invalidateModule(module);
}

let lastContent: Content | undefined;
let printed: string | undefined;
let shown: ShownProblems;

/**
 * Checks the content, hands what can be shown over to the pages, and prints what is wrong when that has changed.
 * @returns whether there is anything to show
 */
async function lookAt(folder: string): Promise<boolean> {
  const { content, problems, files } = await checkForPreview(folder, buildTime(), lastContent);
  lastContent = content;
  globalThis.checkedContent = Promise.resolve(content);
  const text = printText(problems, files, lang, coloursOn(1));
  if (text !== printed) console.log(`\n${text}\n`);
  printed = text;
  const errors = problems.filter(({ level }) => level === 'error');
  shown = {
    heading: countProblems(problems, lang),
    problems: errors.map((problem) => problemLine(problem, lang)),
  };
  return content !== undefined;
}

const waits = {
  fi: 'Esikatselu alkaa, kun site.yaml ja vocabulary.yaml on korjattu.',
  sv: 'Förhandsvisningen börjar när site.yaml och vocabulary.yaml har rättats.',
  en: 'The preview starts as soon as site.yaml and vocabulary.yaml are mended.',
};

await runCommand(async () => {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const port = wantedPort();
  // Every page needs what these two files say.
  while (!(await lookAt(contentFolder()))) {
    const watcher = watch(contentFolder(), { recursive: true });
    console.log(waits[lang]);
    await once(watcher, 'change');
    watcher.close();
    await setTimeout(settling);
  }
  // Astro's extension for VS Code then completes and explains the fields of Markdown files, too.
  await dev({
    integrations: [contentProblems],
    experimental: { contentIntellisense: true },
    server: { port, host: listenAddress(), allowedHosts: [serverName()] },
  });
});
