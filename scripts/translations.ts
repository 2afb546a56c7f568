import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFiles } from '../src/checks/read-files.ts';
import { readContent } from '../src/checks/read-content.ts';
import { langOption, runCommand } from '../src/command.ts';
import { confirmedInHistory } from '../src/editors/compared-sentences.ts';
import {
  confirmedFile,
  findEntries,
  isWaiting,
  printTranslations,
  translationMessages,
} from '../src/editors/confirmed-translations.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder, singleFiles } from '../src/model/folders.ts';
import { userError } from '../src/model/user-error.ts';

const command = {
  about: {
    fi: 'Luettelee tekstit, joiden kielet eivät ehkä kerro samaa. confirm merkitsee, että joku on verrannut ne: npm run translations -- confirm services/legal-advice',
    sv: 'Räknar upp texter vars språk kanske inte säger samma sak. confirm antecknar att någon har jämfört dem: npm run translations -- confirm services/legal-advice',
    en: 'Lists texts whose languages may no longer say the same. confirm records that somebody has compared them: npm run translations -- confirm services/legal-advice',
  },
  takes: '[confirm ENTRY …]',
  options: {
    ...langOption,
    all: {
      type: 'boolean',
      about: {
        fi: 'Vahvistaa kaikki: confirm --all.',
        sv: 'Bekräftar alla: confirm --all.',
        en: 'Confirms all of them: confirm --all.',
      },
    },
  },
} as const;

await runCommand(command, async ({ lang, values: { all = false }, positionals: [verb, ...names], usage }) => {
  const confirms = verb === 'confirm' && names.length > 0 !== all;
  if (!confirms && (verb !== undefined || all)) throw userError(usage, 2);
  const reading = readContent(readFiles(contentFolder()), buildTime());
  const { translations: entries, singles } = reading;
  if (singles.translations && !singles.translations.data) throw userError(translationMessages[lang].broken);
  if (!confirms)
    return console.log(printTranslations(entries, lang, confirmedInHistory(contentFolder(), reading)));
  const { found, unknown } = all
    ? { found: entries.filter(isWaiting), unknown: [] }
    : findEntries(entries, names);
  if (unknown.length > 0)
    throw userError(
      unknown.map(({ name, near }) => translationMessages[lang].unknown(name, near)).join('\n'),
    );
  writeFileSync(join(contentFolder(), singleFiles.translations.file), confirmedFile(reading, found));
  console.log(translationMessages[lang].confirmed(found.length));
});
