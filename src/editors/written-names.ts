import type { Part, ReadEntry } from '../checks/reading.ts';
import type { Lang } from '../i18n/languages.ts';
import type { RawFields } from '../model/ask.ts';

/** The fields of a file as written, valid or not. */
export const rawFields = (file: Part | undefined): RawFields => (file?.document.yaml.data ?? {}) as RawFields;

/** The title or name of an entry as written; undefined where it has none in that language. */
export function writtenName({ facts, texts }: ReadEntry, lang: Lang): string | undefined {
  const name = rawFields(texts[lang])['title'] ?? rawFields(facts)['name'];
  const said = typeof name === 'object' && name !== null ? (name as RawFields)[lang] : name;
  return typeof said === 'string' && said !== '' ? said : undefined;
}
