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

/** Debounce in milliseconds: editors save several files at a time. */
const debounceTime = 150;
const panel = fileURLToPath(new URL('../src/editors/problem-panel.ts', import.meta.url));
const lang = editorLanguage();

/**
 * Shows content problems in the terminal and at the bottom of every page of the preview. Each disappears when
 * the file is saved without it. A file with errors is shown as far as possible, and all other files as usual.
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
      const recheck = async () => {
        if (await checkAndShow(folder)) await refreshContent?.({ loaders: ['checked-content'] });
        invalidateFreePages(server);
        server.hot.send({ type: 'full-reload' });
      };
      let timer: NodeJS.Timeout | undefined;
      let queue = Promise.resolve();
      server.watcher.add(folder);
      server.watcher.on('all', (_event, path) => {
        if (!resolve(path).startsWith(folder + sep)) return;
        clearTimeout(timer);
        timer = globalThis.setTimeout(() => (queue = queue.then(recheck).catch(console.error)), debounceTime);
      });
      // Every page requests the problems when it is loaded.
      server.hot.on(problemsMessage, (_, client) => client.send(problemsMessage, panelProblems));
    },
  },
};

/** Makes Vite compile free pages again: it does not watch the checked text that they are compiled from. */
function invalidateFreePages({ environments }: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(environments))
    for (const [id, module] of moduleGraph.idToModuleMap)
      if (/\.mdx(?:$|\?)/.test(id)) moduleGraph.invalidateModule(module);
}

let lastContent: Content | undefined;
let lastPrinted: string | undefined;
let panelProblems: ShownProblems;

/**
 * Checks the content, provides the pages with everything that can be shown, and prints the problems when they
 * have changed.
 * @returns whether there is content to show
 */
async function checkAndShow(folder: string): Promise<boolean> {
  const { content, problems, files } = await checkForPreview(folder, buildTime(), lastContent);
  lastContent = content;
  globalThis.checkedContent = Promise.resolve(content);
  const text = printText(problems, files, lang, coloursOn(1));
  if (text !== lastPrinted) console.log(`\n${text}\n`);
  lastPrinted = text;
  const errors = problems.filter(({ level }) => level === 'error');
  panelProblems = {
    heading: countProblems(problems, lang),
    problems: errors.map((problem) => problemLine(problem, lang)),
  };
  return content !== undefined;
}

const waitingMessage = {
  fi: 'Esikatselu alkaa, kun site.yaml ja vocabulary.yaml on korjattu.',
  sv: 'Förhandsvisningen börjar när site.yaml och vocabulary.yaml har rättats.',
  en: 'The preview starts as soon as site.yaml and vocabulary.yaml are mended.',
};

await runCommand(async () => {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const port = wantedPort();
  // Every page needs site.yaml and vocabulary.yaml.
  while (!(await checkAndShow(contentFolder()))) {
    const watcher = watch(contentFolder(), { recursive: true });
    console.log(waitingMessage[lang]);
    await once(watcher, 'change');
    watcher.close();
    await setTimeout(debounceTime);
  }
  // contentIntellisense: Astro's extension for VS Code also completes and explains fields of Markdown files.
  await dev({
    integrations: [contentProblems],
    experimental: { contentIntellisense: true },
    server: { port, host: listenAddress(), allowedHosts: [serverName()] },
  });
});
