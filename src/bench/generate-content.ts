import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFiles } from '../checks/read-files.ts';
import { readContent } from '../checks/reading.ts';
import { confirmedFile } from '../desk/translations.ts';
import { buildTime } from '../model/clock.ts';
import { singleFiles } from '../model/folders.ts';

/**
 * Writes a content folder with many services for measurements: the real content, and variants of the real services
 * under new names, titles, addresses and figures, so that lengths, words and links are those of real texts.
 * @param count number of services in all
 */
export async function generateContent(from: string, to: string, count: number): Promise<void> {
  await mkdir(to, { recursive: true });
  await cp(from, to, { recursive: true, filter: (path) => !path.endsWith('README.md') });
  const originals = (await readdir(join(from, 'services'))).sort();
  for (let number = originals.length; number < count; number += 1) {
    const original = originals[number % originals.length]!;
    const folder = join(to, 'services', `${original}-${number}`);
    await mkdir(folder, { recursive: true });
    for (const file of ['service.yaml', 'fi.md', 'sv.md']) {
      const text = await readFile(join(from, 'services', original, file), 'utf8');
      await writeFile(join(folder, file), file === 'service.yaml' ? text : variant(text, number));
    }
  }
  const reading = readContent(readFiles(to), buildTime());
  await writeFile(join(to, singleFiles.translations.file), confirmedFile(reading, reading.translations));
}

const variant = (text: string, number: number): string =>
  text
    .replace(/^title: "?(.*?)"?$/m, (_, title: string) => `title: "${title.slice(0, 90)} ${number}"`)
    .replace(/^address: (.*)$/m, `address: $1-${number}`);
