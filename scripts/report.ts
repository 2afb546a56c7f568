import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { checkFiles, soundContent } from '../src/checks/check-content.ts';
import { editorLanguage, isEditorLanguage } from '../src/checks/editor-language.ts';
import { examinePictures, readFiles } from '../src/checks/read-files.ts';
import { readContent } from '../src/checks/read-content.ts';
import { optionsOf, runCommand } from '../src/command.ts';
import { reportFacts } from '../src/editors/report-facts.ts';
import { reportPage } from '../src/editors/report-page.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder } from '../src/model/folders.ts';
import { userError } from '../src/model/user-error.ts';

const folder = 'report';

const usage = 'Usage: npm run report -- [--lang fi|sv|en]';

/** `npm run report`: writes a page for editors about outdated, diverging and missing content. */
await runCommand(async () => {
  const lang = chosenLanguage();
  const now = buildTime();
  const files = readFiles(contentFolder());
  await examinePictures(files);
  const content = soundContent(checkFiles(files, now));
  const tokens = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}/index.html`,
    reportPage(
      reportFacts(readContent(files, now), content),
      lang,
      now,
      relative(folder, contentFolder()),
      tokens,
    ),
  );
  console.log(`${folder}/index.html`);
});

function chosenLanguage() {
  const {
    values: { lang = editorLanguage() },
  } = optionsOf({ options: { lang: { type: 'string' } } }, usage);
  if (!isEditorLanguage(lang)) throw userError(usage, 2);
  return lang;
}
