import { setFlagsFromString } from 'node:v8';
import { checkContent } from '../src/checks/check-content.ts';
import { checkSince, pagesAt } from '../src/checks/compare.ts';
import { editorsLanguage } from '../src/checks/editor-language.ts';
import { coloursOn, printComment, printGithub, printJson, printText } from '../src/checks/print.ts';
import { langOption, runCommand } from '../src/command.ts';
import { buildTime } from '../src/model/clock.ts';
import { addressesOf } from '../src/finished-pages/sitemap.ts';
import { contentFolder } from '../src/model/folders.ts';
import { userError } from '../src/model/user-error.ts';

// Reading allocates many short-lived objects: with early garbage collection a large check needs half the
// memory and no more time.
setFlagsFromString('--semi-space-growth-factor=1');

/** Of a branch it also tells which addresses of `main` it would lose. */
const command = {
  about: {
    fi: 'Tarkistaa sisällön ja kertoo jokaisesta virheestä, missä se on ja mitä tehdä.',
    sv: 'Granskar innehållet och berättar om varje fel var det är och vad man gör.',
    en: 'Checks the content, and tells of every mistake where it is and what to do.',
  },
  options: {
    ...langOption,
    format: {
      type: 'string',
      choices: ['text', 'json', 'github', 'comment'],
      about: {
        fi: 'Tulosteen muoto: ihmiselle, ohjelmalle, GitHubin riveille tai kommentiksi.',
        sv: 'Utskriftens form: för människor, program, rader i GitHub eller en kommentar.',
        en: 'Form of the output: for people, programs, lines on GitHub, or a comment.',
      },
    },
    published: {
      type: 'string',
      form: 'FOLDER',
      about: {
        fi: 'Kertoo myös, mitkä tässä kansiossa olevan sivuston osoitteet katoaisivat.',
        sv: 'Berättar också vilka adresser på webbplatsen i mappen som skulle försvinna.',
        en: 'Tells also which addresses of the site in this folder would vanish.',
      },
    },
    preview: {
      type: 'string',
      form: 'URL',
      about: {
        fi: 'Esikatselun osoite kommenttiin.',
        sv: 'Förhandsgranskningens adress i kommentaren.',
        en: 'Address of the preview, for the comment.',
      },
    },
    since: {
      type: 'string',
      form: 'COMMIT',
      about: {
        fi: 'Kertoo, minkä julkaisu hylkäisi; se, mikä on uutta tämän version jälkeen, on virhe.',
        sv: 'Berättar vad publiceringen skulle avvisa; det som är nytt efter versionen är fel.',
        en: 'Tells what publishing would refuse, with what is new since this commit as errors.',
      },
    },
  },
} as const;

await runCommand(command, async ({ lang, values }) => {
  const { format, published: site, since, preview } = values;
  if (site && addressesOf(site).length === 0) throw userError(`There is no sitemap.xml in ${site}.`, 2);
  const folder = contentFolder();
  const now = buildTime();
  const published = site ? addressesOf(site).map((path) => ({ path })) : [];
  const { problems, files } = since
    ? await checkSince(since, folder, now, published)
    : await checkContent(folder, now, [...published, ...pagesAt(folder, now)]);
  const onHost = values.lang ? lang : editorsLanguage(folder);
  if (format === 'json') console.log(printJson(problems, lang));
  else if (format === 'github') console.log(printGithub(problems, onHost, folder));
  else if (format === 'comment') console.log(printComment(problems, files, onHost, preview));
  else console.log(printText(problems, files, lang, coloursOn(1)));
  if (problems.some(({ level }) => level === 'error')) process.exitCode = 1;
});
