import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { checkFiles, soundContent } from '../src/checks/check-content.ts';
import { examinePictures, readFiles } from '../src/checks/read-files.ts';
import { readContent } from '../src/checks/read-content.ts';
import { langOption, runCommand } from '../src/command.ts';
import { reportFacts } from '../src/editors/report-facts.ts';
import { reportPage } from '../src/editors/report-page.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder } from '../src/model/folders.ts';

const folder = 'report';

/** `npm run report`: writes a page for editors about outdated, diverging and missing content. */
const about = {
  fi: 'Kirjoittaa toimittajille sivun report/index.html: mikä on vanhentunut, puuttuu, odottaa tai erääntyy.',
  sv: 'Skriver sidan report/index.html för redaktörer: vad som är gammalt, saknas, väntar eller förfaller.',
  en: 'Writes a page for editors, report/index.html: what is old, missing, waiting, or falls due.',
};
await runCommand({ name: 'report', about, options: langOption }, async ({ lang }) => {
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
