import { once } from 'node:events';
import { watch } from 'node:fs';
import { resolve, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { HookParameters } from 'astro';
import type { ViteDevServer } from 'vite';
import { editorLanguage } from '../checks/editor-language.ts';
import { checkForPreview, type PreviewReport } from '../checks/preview-content.ts';
import type { Problem } from '../checks/problem.ts';
import { coloursOn, countProblems, printText, problemLine } from '../checks/print.ts';
import { previewMarks } from '../editors/preview-marks.ts';
import { shownMessage, stateMetric, type Told } from '../editors/problem-panel.ts';
import { buildTime } from '../model/clock.ts';
import { contentFolder } from '../model/folders.ts';
import type { EditorLang } from '../schema/sentences.ts';

/** Milliseconds to wait for more changes: editors save several files at a time. */
const settling = 150;
/** Milliseconds until problems are told: the page is shown first, and the next change too. */
const untilTold = 400;
const lang = editorLanguage();

let report: PreviewReport | undefined;
let printed: string | undefined;
/** Counts the states of the content, so that a page can tell that it was made before the last. */
let state = 0;

/** The response header with which every page tells its own script which state of the content it shows. */
export const stateHeader = (): [name: string, value: string] => [
  'Server-Timing',
  `${stateMetric};desc="${state}"`,
];

/** Where an old address leads, as on the built site. */
export function redirectTo(path: string): string | undefined {
  const redirects = report?.content?.redirects ?? {};
  return Object.hasOwn(redirects, path) ? redirects[path] : undefined;
}

/**
 * Watches the content while somebody writes. Problems are printed and shown at the foot of every page until the file is
 * saved right; a file with mistakes is shown as far as it can be, and all others as they are.
 */
export async function watchContent({
  server,
  refreshContent,
}: HookParameters<'astro:server:setup'>): Promise<void> {
  const folder = resolve(contentFolder());
  while (!(await checkAgain())) {
    tellProblems();
    // Every page needs what site.yaml and vocabulary.yaml say.
    const watcher = watch(folder, { recursive: true });
    console.log(waits[lang]);
    await once(watcher, 'change');
    watcher.close();
    await setTimeout(settling);
  }
  let told: Told | undefined = tellProblems();
  const tell = () => {
    told = tellProblems();
    server.hot.send(shownMessage, { ...told, state });
  };
  let telling: NodeJS.Timeout | undefined;
  const showAgain = async () => {
    clearTimeout(telling);
    const before = report;
    await checkAgain();
    told = undefined;
    // Astro's store, which takes half a second to write itself, knows of no more than which free pages there are.
    if (namesOfPages(before) !== namesOfPages(report))
      await refreshContent?.({ loaders: ['checked-content'] });
    forgetPages(server);
    state += 1;
    server.hot.send({ type: 'full-reload' });
    telling = globalThis.setTimeout(tell, untilTold);
  };
  let waiting: NodeJS.Timeout | undefined;
  let showing = Promise.resolve();
  server.watcher.add(folder);
  server.watcher.on('all', (_event, path) => {
    if (!resolve(path).startsWith(folder + sep)) return;
    clearTimeout(waiting);
    waiting = globalThis.setTimeout(() => (showing = showing.then(showAgain).catch(console.error)), settling);
  });
  // Every page asks once it is open: what was saved while it was being loaded is not missed.
  server.hot.on(shownMessage, (_, client) => client.send(shownMessage, { ...told, state }));
}

const waits = {
  fi: 'Esikatselu alkaa, kun site.yaml ja vocabulary.yaml on korjattu.',
  sv: 'Förhandsvisningen börjar när site.yaml och vocabulary.yaml har rättats.',
  en: 'The preview starts as soon as site.yaml and vocabulary.yaml are mended.',
};

/**
 * Checks the content and hands over what can be shown.
 * @returns whether there is anything to show
 */
async function checkAgain(): Promise<boolean> {
  report = await checkForPreview(contentFolder(), buildTime(), report);
  globalThis.checkedContent = Promise.resolve(report.content);
  return report.content !== undefined;
}

/** Prints what is wrong when that has changed. */
function tellProblems(): Told {
  const { content, files } = report!;
  const problems = report!.problems();
  const text = printText(problems, files.length, lang, coloursOn(1));
  if (text !== printed) console.log(`\n${text}\n`);
  printed = text;
  const linesOf = (level: Problem['level'], lang: EditorLang) =>
    problems.filter((problem) => problem.level === level).map((problem) => problemLine(problem, lang));
  const panelIn = (lang: EditorLang) => ({
    heading: countProblems(problems, lang),
    errors: linesOf('error', lang),
    warnings: linesOf('warning', lang),
  });
  return {
    panels: { fi: panelIn('fi'), sv: panelIn('sv'), en: panelIn('en') },
    marks: content ? previewMarks(content, buildTime()) : {},
  };
}

const namesOfPages = (report: PreviewReport | undefined): string | undefined =>
  report?.content?.pages.map(({ id }) => id).join();

/** Free pages are compiled from the checked text, and all routes are listed from it; Vite does not watch it. */
function forgetPages({ environments }: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(environments))
    for (const [id, module] of moduleGraph.idToModuleMap)
      if (/\.mdx(?:$|\?)|\/src\/site\.ts$/.test(id)) moduleGraph.invalidateModule(module);
}
