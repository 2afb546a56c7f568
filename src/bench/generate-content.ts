import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkContent, soundContent } from '../checks/check-content.ts';
import { readFiles } from '../checks/read-files.ts';
import { readContent } from '../checks/read-content.ts';
import { confirmedFile } from '../editors/confirmed-translations.ts';
import { toAddress } from '../i18n/addresses.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import { buildTime } from '../model/clock.ts';
import type { ServiceEntry, Text } from '../model/content.ts';
import { singleFiles } from '../model/folders.ts';
import type { ServiceText } from '../schema/service.ts';

/**
 * Writes a content folder with many services for measurements: the real content, and services mixed from two real ones,
 * so that lengths, words and links are those of real texts.
 * @param count number of services in all
 * @throws a user-facing error when the content that it starts from has errors
 */
export async function generateContent(from: string, to: string, count: number): Promise<void> {
  const content = soundContent(await checkContent(from, buildTime()));
  await mkdir(to, { recursive: true });
  await cp(from, to, { recursive: true });
  const real = content.services;
  const titles = new Set(real.flatMap(({ texts }) => languages.map((lang) => texts[lang].title)));
  for (let number = real.length; number < count; number += 1) {
    const round = Math.floor(number / real.length);
    const main = real[number % real.length]!;
    const other = real[(number + 1 + ((round - 1) % (real.length - 1))) % real.length]!;
    const folder = join(to, 'services', `${main.id}-${round}`);
    await mkdir(folder, { recursive: true });
    await cp(join(from, 'services', main.id, 'service.yaml'), join(folder, 'service.yaml'));
    for (const lang of languages)
      await writeFile(join(folder, `${lang}.md`), asFile(mixed(main, other, lang, round, titles)));
  }
  const reading = readContent(readFiles(to), buildTime());
  await writeFile(join(to, singleFiles.translations.file), confirmedFile(reading, reading.translations));
}

type GeneratedText = Omit<Text<ServiceText>, 'bodyLine' | 'lags'>;

/** The one service with every second keyword and section of the other; its title names one of them. */
function mixed(
  main: ServiceEntry,
  other: ServiceEntry,
  lang: Lang,
  round: number,
  titles: Set<string>,
): GeneratedText {
  const [text, further] = [main.texts[lang], other.texts[lang]];
  const named = `${text.title}: ${further.keywords[round % further.keywords.length]}`;
  const title = titles.has(named) || named.length > 75 ? `${text.title.slice(0, 70)} ${round}` : named;
  titles.add(title);
  const sections = [text, further].map(({ body }) => body.split(/^(?=## )/m));
  return {
    title,
    summary: text.summary,
    address: toAddress(title),
    keywords: [
      ...new Set(
        text.keywords.map((keyword, index) => (index % 2 ? (further.keywords[index] ?? keyword) : keyword)),
      ),
    ],
    body: sections[0]!
      .map((section, index) => (index % 2 ? (sections[1]![index] ?? section) : section))
      .join(''),
  };
}

/** A text as a file; JSON is YAML too. */
const asFile = ({ body, ...fields }: GeneratedText): string =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')}---\n\n${body.trimStart()}`;
