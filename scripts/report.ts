import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { checkFiles, soundContent } from '../src/checks/check-content.ts';
import { examinePictures, readFiles } from '../src/checks/read-files.ts';
import { readContent } from '../src/checks/read-content.ts';
import { langOption, runCommand } from '../src/command.ts';
import { reportFacts } from '../src/editors/report-facts.ts';
import { lastLinkStates } from '../src/editors/ask-links.ts';
import { outsideLinks } from '../src/editors/outside-links.ts';
import { type UsageFacts, usageFacts } from '../src/editors/usage-facts.ts';
import { helsinkiDay } from '../src/i18n/helsinki-time.ts';
import { allKinds } from '../src/kinds/kinds.ts';
import type { Content } from '../src/model/content.ts';
import { userError } from '../src/model/user-error.ts';
import { visibleAt } from '../src/model/visible.ts';
import { said } from '../src/checks/editor-language.ts';
import { linkSection, linkTo, reportPage, usageSections } from '../src/editors/report-page.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder } from '../src/model/folders.ts';

const folder = 'report';

const about = {
  fi: 'Kirjoittaa toimittajille sivun report/index.html: mikä on vanhentunut, puuttuu, odottaa tai erääntyy.',
  sv: 'Skriver sidan report/index.html för redaktörer: vad som är gammalt, saknas, väntar eller förfaller.',
  en: 'Writes a page for editors, report/index.html: what is old, missing, waiting, or falls due.',
};
const options = {
  ...langOption,
  log: {
    type: 'string',
    form: 'FILE',
    about: {
      fi: 'Kertoo myös, mitä luetaan ja mitkä haut eivät löydä mitään: palvelimen käyttöloki.',
      sv: 'Berättar också vad som läses och vilka sökningar som inte hittar något: serverns användningslogg.',
      en: 'Tells also what is read and which searches find nothing: the usage log of the server.',
    },
  },
} as const;
const noFile = (file: string) => ({
  fi: `Tiedostoa ${file} ei ole.`,
  sv: `Filen ${file} finns inte.`,
  en: `There is no file ${file}.`,
});
const noLog = (file: string) => ({
  fi: `Tiedosto ${file} ei ole käyttöloki. Sen rivit ovat muotoa {"hour":"2026-11-27T13","path":"/fi/","status":200,"q":""}.`,
  sv: `Filen ${file} är ingen användningslogg. Raderna har formen {"hour":"2026-11-27T13","path":"/fi/","status":200,"q":""}.`,
  en: `${file} is no usage log. Its lines have the form {"hour":"2026-11-27T13","path":"/fi/","status":200,"q":""}.`,
});

await runCommand({ about, options }, async ({ lang, values: { log } }) => {
  const now = buildTime();
  const files = readFiles(contentFolder());
  await examinePictures(files);
  const content = soundContent(checkFiles(files, now));
  const tokens = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');
  const reading = readContent(files, now);
  const toContent = relative(folder, contentFolder());
  const states = lastLinkStates();
  const more = [
    ...(states
      ? [linkSection(states, outsideLinks(reading), lang, helsinkiDay(now), linkTo(toContent))]
      : []),
    ...(log ? usageSections(usageIn(log, visibleAt(content, allKinds, now)), lang) : []),
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}/index.html`,
    reportPage(reportFacts(reading, content), lang, now, toContent, tokens, more),
  );
  console.log(`${folder}/index.html`);
});

function usageIn(file: string, content: Content): UsageFacts {
  if (!existsSync(file)) throw userError(said(noFile(file)), 2);
  const facts = usageFacts(readFileSync(file, 'utf8'), content);
  if (!facts) throw userError(said(noLog(file)), 2);
  return facts;
}
