import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorsLanguage } from '../src/checks/editor-language.ts';
import { changedSince } from '../src/checks/git.ts';
import { readContent } from '../src/checks/read-content.ts';
import { readFiles } from '../src/checks/read-files.ts';
import { langOption, runCommand } from '../src/command.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder, outputFolder } from '../src/model/folders.ts';
import { userError } from '../src/model/user-error.ts';
import { pathsOfChanges, previewFile } from '../src/release/changed-pages.ts';
import type { EditorLang } from '../src/schema/sentences.ts';
import type { SiteFacts } from '../src/schema/site-files.ts';

const command = {
  about: {
    fi: 'Kirjoittaa tiedoston preview.html: rakennetut sivut, jotka ovat muuttuneet annetun version jälkeen.',
    sv: 'Skriver filen preview.html: de byggda sidor som har ändrats efter den angivna versionen.',
    en: 'Writes preview.html: the built pages that have changed since the given commit.',
  },
  takes: 'COMMIT',
  options: langOption,
} as const;
await runCommand(command, async ({ values, positionals: [commit], usage }) => {
  const lang = (values.lang as EditorLang | undefined) ?? editorsLanguage(contentFolder());
  const files = commit && changedSince(commit, contentFolder());
  if (!files) throw userError(usage, 2);
  const reading = readContent(readFiles(contentFolder()), buildTime());
  const site = reading.singles.site?.data as SiteFacts | undefined;
  const file = join(outputFolder(), 'preview.html');
  writeFileSync(file, previewFile(outputFolder(), pathsOfChanges(files, reading), String(site?.url), lang));
  console.log(file);
});
