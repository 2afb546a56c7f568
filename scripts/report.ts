import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand } from '../src/build/progress.ts';
import { checkFiles } from '../src/checks/check-content.ts';
import { editorLanguage, isEditorLanguage } from '../src/checks/editor-language.ts';
import { readFiles } from '../src/checks/read-files.ts';
import { readContent } from '../src/checks/reading.ts';
import { reportFacts } from '../src/desk/report-facts.ts';
import { reportPage } from '../src/desk/report-page.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder } from '../src/model/folders.ts';
import { mendable } from '../src/model/mendable.ts';

const folder = 'report';

/** `npm run report [-- --lang fi|sv|en]`: what has aged, drifted or is missing in the content, on one page for editors. */
await runCommand(async () => {
  const lang = chosenLanguage();
  const now = buildTime();
  const files = readFiles(contentFolder());
  const { content } = checkFiles(files, now);
  if (!content) throw mendable('The content has errors: run "npm run check".');
  const tokens = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/index.html`, reportPage(reportFacts(readContent(files, now), content), lang, now, relative(folder, contentFolder()), tokens));
  console.log(`${folder}/index.html`);
});

function chosenLanguage() {
  try {
    const { values } = parseArgs({ options: { lang: { type: 'string' } } });
    const lang = values.lang ?? editorLanguage();
    if (isEditorLanguage(lang)) return lang;
  } catch {
    // An unknown option is answered like an unknown language.
  }
  throw mendable('Usage: npm run report -- [--lang fi|sv|en]', 2);
}
