import { type Lang, languages } from '../i18n/languages.ts';
import { bilingualFolders, yamlFolders } from '../model/folders.ts';
import type { EditorLang } from '../schema/sentences.ts';
import { explainedYaml } from './explained-yaml.ts';
import type { Answers, EntryKind } from './questions.ts';
import { outlines } from './words.ts';

/**
 * The files of a new entry, by their paths in the content folder. Facts are explained in the editor's language,
 * each text in its own.
 * @param today the day in Helsinki, `2026-11-24`
 * @param order place of a contact in the directory
 */
export function filesOf(
  kind: EntryKind,
  answers: Answers,
  lang: EditorLang,
  today: string,
  order: number,
): Map<string, string> {
  const id = String(answers['id']);
  if (kind === 'contact') return new Map([[`contacts/${id}.yaml`, contactFile(answers, lang, today, order)]]);
  const folder = ({ service: 'services', announcement: 'announcements', page: 'pages' } as const)[kind];
  const { facts, extension, schema, textSchema } = bilingualFolders[folder];
  return new Map([
    [`${folder}/${id}/${facts}`, explainedYaml(schema, factsOf(kind, answers, today), lang)],
    ...languages.map((of): [string, string] => {
      const leftToWrite = (count: number) =>
        Array.from({ length: count }, (_, index) => outlines[of].placeholder.replace(']', ` ${index + 1}]`));
      const fields = {
        title: answers[`title-${of}`],
        summary: outlines[of].placeholder,
        address: answers[`address-${of}`],
        keywords: leftToWrite(5),
        ...(kind === 'announcement' && { keyPoints: leftToWrite(3) }),
      };
      return [
        `${folder}/${id}/${of}.${extension}`,
        `---\n${explainedYaml(textSchema, fields, of)}---\n\n${bodyOf(kind, of)}`,
      ];
    }),
  ]);
}

function factsOf(
  kind: Exclude<EntryKind, 'contact'>,
  answers: Answers,
  today: string,
): Record<string, unknown> {
  const sources = [{ url: answers['source'], year: answers['year'] }];
  if (kind === 'page')
    return { asOf: plainYear(answers['as-of']), reviewed: today, contacts: [], sources: [] };
  if (kind === 'announcement') return { ...answers, published: plainYear(answers['published']), sources };
  // Kuntaliitto's general advice is the way in until a better one is known.
  const priceNote = answers['price-note-fi']
    ? { priceNote: Object.fromEntries(languages.map((of) => [of, answers[`price-note-${of}`]])) }
    : {};
  return {
    ...answers,
    ...priceNote,
    channels: [{ kind: 'advice-service' }],
    sources,
    asOf: answers['year'],
    reviewed: today,
  };
}

function contactFile(answers: Answers, lang: EditorLang, today: string, order: number): string {
  const inBoth = (name: string) => Object.fromEntries(languages.map((of) => [of, answers[`${name}-${of}`]]));
  const { kind, phone, email, source } = answers;
  const shape = yamlFolders.contacts.schema.options.find((option) => option.shape.kind.value === kind)!;
  const asOf = plainYear(answers['as-of']);
  // Of a page without a date it is told when it was read.
  const cited =
    asOf === 'undated'
      ? { year: Number(today.slice(0, 4)), undated: true }
      : { year: Number(String(asOf).slice(0, 4)) };
  const values = {
    kind,
    name: kind === 'person' ? answers['name'] : inBoth('name'),
    title: inBoth('title'),
    organisation: inBoth('organisation'),
    phone,
    email,
    asOf,
    sources: source ? [{ url: source, ...cited }] : [],
    order,
  };
  return explainedYaml(shape, values, lang);
}

/** A year stands in YAML without quotes, as people write it. */
const plainYear = (date: unknown): unknown => (/^\d{4}$/.test(String(date)) ? Number(date) : date);

const bodyOf = (kind: EntryKind, lang: Lang): string =>
  kind === 'service'
    ? outlines[lang].service.map(([heading, placeholder]) => `## ${heading}\n\n${placeholder}\n`).join('\n')
    : `${outlines[lang].placeholder}\n`;
