import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorLanguage, isEditorLanguage } from '../src/checks/editor-language.ts';
import { readFiles } from '../src/checks/read-files.ts';
import { readContent } from '../src/checks/read-content.ts';
import { optionsOf, runCommand } from '../src/command.ts';
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

const usage = 'Usage: npm run translations -- [--lang fi|sv|en] [confirm ENTRY … | confirm --all]';

/**
 * `npm run translations`: lists texts whose translations may be outdated, and records that somebody has
 * compared them.
 */
await runCommand(async () => {
  const { names, all, lang } = options();
  const reading = readContent(readFiles(contentFolder()), buildTime());
  const { translations: entries, singles } = reading;
  if (singles.translations && !singles.translations.data) throw userError(translationMessages[lang].broken);
  if (!names && !all) return console.log(printTranslations(entries, lang));
  const { found, unknown } = all
    ? { found: entries.filter(isWaiting), unknown: [] }
    : findEntries(entries, names!);
  if (unknown.length > 0)
    throw userError(
      unknown.map(({ name, near }) => translationMessages[lang].unknown(name, near)).join('\n'),
    );
  writeFileSync(join(contentFolder(), singleFiles.translations.file), confirmedFile(reading, found));
  console.log(translationMessages[lang].confirmed(found.length));
});

function options() {
  const {
    values,
    positionals: [command, ...names],
  } = optionsOf(
    {
      options: { lang: { type: 'string' }, all: { type: 'boolean', default: false } },
      allowPositionals: true,
    },
    usage,
  );
  const lang = values.lang ?? editorLanguage();
  const confirms = command === 'confirm' && names.length > 0 !== values.all;
  if (!isEditorLanguage(lang) || (!confirms && (command !== undefined || values.all)))
    throw userError(usage, 2);
  return { lang, all: values.all, names: names.length > 0 ? names : undefined };
}
