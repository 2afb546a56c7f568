import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkContent, soundContent } from '../checks/check-content.ts';
import { readFiles } from '../checks/read-files.ts';
import { readContent } from '../checks/read-content.ts';
import { confirmedFile } from '../editors/confirmed-translations.ts';
import { toAddress } from '../i18n/addresses.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import { buildTime } from '../model/clock.ts';
import type { Text } from '../model/content.ts';
import { singleFiles } from '../model/folders.ts';
import type { ServiceText, ServiceEntry } from '../kinds/service/schema.ts';

/**
 * Writes a content folder with many services for measurements: the real content, plus services that each mix
 * two real ones, so that lengths, words and links are realistic.
 * @param count total number of services
 * @throws a user-facing error when the original content has errors
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
      await writeFile(join(folder, `${lang}.md`), asFile(mixTexts(main, other, lang, round, titles)));
  }
  const reading = readContent(readFiles(to), buildTime());
  await writeFile(join(to, singleFiles.translations.file), confirmedFile(reading, reading.translations));
}

type GeneratedText = Omit<Text<ServiceText>, 'bodyLine' | 'lags'>;

/**
 * A service with every second keyword and section taken from another one; a keyword of the other makes its
 * title unique.
 */
function mixTexts(
  main: ServiceEntry,
  other: ServiceEntry,
  lang: Lang,
  round: number,
  titles: Set<string>,
): GeneratedText {
  const [text, otherText] = [main.texts[lang], other.texts[lang]];
  const combinedTitle = `${text.title}: ${otherText.keywords[round % otherText.keywords.length]}`;
  const title =
    titles.has(combinedTitle) || combinedTitle.length > 75
      ? `${text.title.slice(0, 70)} ${round}`
      : combinedTitle;
  titles.add(title);
  const sections = [text, otherText].map(({ body }) => body.split(/^(?=## )/m));
  return {
    title,
    summary: text.summary,
    address: toAddress(title),
    keywords: [
      ...new Set(
        text.keywords.map((keyword, index) => (index % 2 ? (otherText.keywords[index] ?? keyword) : keyword)),
      ),
    ],
    body: sections[0]!
      .map((section, index) => (index % 2 ? (sections[1]![index] ?? section) : section))
      .join(''),
  };
}

/** A text as a file. The front matter is JSON values, which are valid YAML. */
const asFile = ({ body, ...fields }: GeneratedText): string =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')}---\n\n${body.trimStart()}`;
