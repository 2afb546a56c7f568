import { type Facet, facetPath, facets, homePath, sectionPath, sections } from '../i18n/addresses.ts';
import { helsinkiClock } from '../i18n/helsinki-time.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import { kindOf } from '../kinds/kinds.ts';
import type { Folder } from '../model/content.ts';
import { memoize } from '../model/memoize.ts';
import { embargoOf, isDraft, publicationMoment } from '../model/visible.ts';
import { isSlug } from '../schema/fields.ts';
import type { Vocabulary } from '../schema/site-files.ts';
import { atField, type Place } from './problem.ts';
import type { TextDocument } from './read-document.ts';
import type { Part, PublishedPage, ReadEntry, Reading } from './reading.ts';

/**
 * The path of a text's page, from the raw YAML: a mistake in another field must not make links to it dead. Nobody knows
 * it where the address itself is refused.
 */
export function pathOf(folder: Folder, lang: Lang, text: Part | undefined): string | undefined {
  const { address } = (text?.document.yaml.data ?? {}) as { address?: unknown };
  return typeof address === 'string' && isSlug(address) ? kindOf(folder).pathOf?.(lang, address) : undefined;
}

export function facetPaths({ singles }: Reading): { path: string; facet: Facet; key: string; lang: Lang }[] {
  const vocabulary = singles.vocabulary?.data as Vocabulary | undefined;
  return facets.flatMap((facet) =>
    Object.entries(vocabulary?.[facet] ?? {}).flatMap(([key, { name }]) =>
      languages.map((lang) => ({ path: facetPath(lang, facet, name[lang]), facet, key, lang })),
    ),
  );
}

/** The path of every page, and from when on it is public where that is ahead. */
export const pagePaths = (reading: Reading): Map<string, Date | undefined> =>
  new Map(namedPaths(reading).map(({ path, embargo }) => [path, embargo]));

/** A page; `place` is where its address is written, for those of entries. */
type NamedPath = PublishedPage & { embargo?: Date | undefined; place?: () => Place };

export const namedPaths = memoize((reading: Reading): NamedPath[] => [
  { path: '/' },
  ...facetPaths(reading).map(({ path, facet, key, lang }) => ({ path, name: `${facet}/${key} ${lang}` })),
  ...languages.flatMap((lang): NamedPath[] => [
    { path: homePath(lang) },
    ...sections.map((section) => ({ path: sectionPath(lang, section) })),
    ...reading.entries.flatMap((entry): NamedPath[] => {
      const text = entry.texts[lang];
      const path = pathOf(entry.folder, lang, text);
      return path
        ? [
            {
              path,
              name: `${entry.folder}/${entry.id} ${lang}`,
              embargo: publicFrom(entry, reading.now),
              place: () => atField(text!.document, 'address'),
            },
          ]
        : [];
    }),
  ]),
]);

/** The text of another language that this one is a copy of: even its address is that of the other. */
export const copiedFrom = (texts: ReadEntry['texts'], lang: Lang): TextDocument | undefined =>
  languages
    .slice(0, languages.indexOf(lang))
    .map((other) => texts[other]?.document)
    .find((document) => document && document.text === texts[lang]?.document.text);

/**
 * Whether a path may belong to a page whose address is unreadable, so that one mistake does not cause further
 * errors.
 */
export function unreadablePages({ entries, singles }: Reading): (path: string) => boolean {
  const prefixes = languages.flatMap((lang) => [
    ...(singles.vocabulary?.data ? [] : [sectionPath(lang, 'services')]),
    ...entries
      .filter(({ folder, texts }) => !pathOf(folder, lang, texts[lang]) || copiedFrom(texts, lang))
      .flatMap(({ folder }) => kindOf(folder).pathOf?.(lang, '').replace(/\/+$/, '/') ?? []),
  ]);
  return (path) => prefixes.some((prefix) => path.startsWith(prefix));
}

/** Later than any time that can be written: when a draft becomes public. */
export const never = new Date(8.64e15);

/** Whether an entry is marked as a draft, whatever else is wrong with it. */
export const isDraftEntry = ({ folder, facts }: ReadEntry): boolean =>
  kindOf(folder).text !== undefined && isDraft(facts?.document.yaml.data);

/** When an entry becomes public; undefined once that is in the past. */
export function publicFrom(entry: ReadEntry, now: Date): Date | undefined {
  if (isDraftEntry(entry)) return never;
  const { folder, facts } = entry;
  const embargo = facts?.data && embargoOf(kindOf(folder), facts.data, now);
  return embargo === undefined ? undefined : publicationMoment(embargo);
}

/** A time in Helsinki as editors write it: `2026-12-01 09:00`. */
export const shownMoment = (moment: Date): string => helsinkiClock(moment).replace('T', ' ');
