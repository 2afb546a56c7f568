import { type Lang, languages } from '../i18n/languages.ts';
import { bilingualFolders, yamlFolders } from '../model/folders.ts';
import type { EditorLang } from '../schema/sentences.ts';
import { explainedYaml } from './explained-yaml.ts';
import type { Answers, EntryKind } from './questions.ts';
import { outlines } from './words.ts';

/**
 * The text of the files of a new entry, by path in the content folder. Comments in facts are in the editor's
 * language, those in each text in its own.
 * @param today the day in Helsinki, `2026-11-24`
 * @param order position of a contact in the directory
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
    ...languages.map((textLang): [string, string] => {
      const placeholders = (count: number) =>
        Array.from({ length: count }, (_, index) =>
          outlines[textLang].placeholder.replace(']', ` ${index + 1}]`),
        );
      const fields = {
        title: answers[`title-${textLang}`],
        summary: outlines[textLang].placeholder,
        address: answers[`address-${textLang}`],
        keywords: placeholders(5),
        ...(kind === 'announcement' && { keyPoints: placeholders(3) }),
      };
      return [
        `${folder}/${id}/${textLang}.${extension}`,
        `---\n${explainedYaml(textSchema, fields, textLang)}---\n\n${bodyOf(kind, textLang)}`,
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
  const priceNote = answers['price-note-fi']
    ? {
        priceNote: Object.fromEntries(
          languages.map((textLang) => [textLang, answers[`price-note-${textLang}`]]),
        ),
      }
    : {};
  return {
    ...answers,
    ...priceNote,
    // Kuntaliitto's general advice is the default channel until the editor adds a better one.
    channels: [{ kind: 'advice-service' }],
    sources,
    asOf: answers['year'],
    reviewed: today,
  };
}

function contactFile(answers: Answers, lang: EditorLang, today: string, order: number): string {
  const inEveryLanguage = (name: string) =>
    Object.fromEntries(languages.map((textLang) => [textLang, answers[`${name}-${textLang}`]]));
  const { kind, phone, email, source } = answers;
  const variant = yamlFolders.contacts.schema.options.find((option) => option.shape.kind.value === kind)!;
  const asOf = plainYear(answers['as-of']);
  // A source without a date is cited with the year in which it was read.
  const sourceYear =
    asOf === 'undated'
      ? { year: Number(today.slice(0, 4)), undated: true }
      : { year: Number(String(asOf).slice(0, 4)) };
  const values = {
    kind,
    name: kind === 'person' ? answers['name'] : inEveryLanguage('name'),
    title: inEveryLanguage('title'),
    organisation: inEveryLanguage('organisation'),
    phone,
    email,
    asOf,
    sources: source ? [{ url: source, ...sourceYear }] : [],
    order,
  };
  return explainedYaml(variant, values, lang);
}

/** Turns a year into a number, so that YAML has no quotes around it. */
const plainYear = (date: unknown): unknown => (/^\d{4}$/.test(String(date)) ? Number(date) : date);

const bodyOf = (kind: EntryKind, lang: Lang): string =>
  kind === 'service'
    ? outlines[lang].service.map(([heading, placeholder]) => `## ${heading}\n\n${placeholder}\n`).join('\n')
    : `${outlines[lang].placeholder}\n`;
