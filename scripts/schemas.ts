import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readFiles } from '../src/checks/read-files.ts';
import { readContent } from '../src/checks/read-content.ts';
import { runCommand } from '../src/command.ts';
import { jsonSchemas, schemaFolder, schemaSettings } from '../src/editors/json-schemas.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder } from '../src/model/folders.ts';
import { userError } from '../src/model/user-error.ts';
import type { Vocabulary } from '../src/schema/site-files.ts';

const about = {
  fi: 'Kirjoittaa skeemat, joiden avulla VS Code täydentää ja selittää kentät.',
  sv: 'Skriver scheman med vilka VS Code kompletterar och förklarar fälten.',
  en: 'Writes the schemas by which VS Code completes and explains the fields.',
};
await runCommand({ about }, async () => {
  const { vocabulary } = readContent(readFiles(contentFolder()), buildTime()).singles;
  if (!vocabulary?.data) throw userError('vocabulary.yaml has errors: run "npm run check".');
  await mkdir(schemaFolder, { recursive: true });
  const schemas = jsonSchemas(vocabulary.data as Vocabulary);
  for (const [name, text] of schemas) await writeFile(join(schemaFolder, name), text);
  const settingsFile = join(dirname(schemaFolder), 'settings.json');
  const settings = { ...JSON.parse(await readFile(settingsFile, 'utf8')), 'yaml.schemas': schemaSettings };
  await writeFile(settingsFile, `${JSON.stringify(settings, null, 2)}\n`);
  console.log(`${schemas.size} schemas in ${schemaFolder}/`);
});
