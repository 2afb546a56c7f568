import { type Facet, facetPath, facets, homePath, sectionPath, sections } from '../i18n/addresses.ts';
import { helsinkiClock } from '../i18n/helsinki-time.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import { kindOf } from '../kinds/kinds.ts';
import type { Folder } from '../model/content.ts';
import { publicationMoment } from '../model/visible.ts';
import type { Vocabulary } from '../schema/site-files.ts';
import type { Part, ReadEntry, Reading } from './reading.ts';

/**
 * The path of a text's page; undefined when its address is missing. The raw YAML is read, so that a mistake
 * in another field does not turn links to the page into dead ones.
 */
export function pathOf(folder: Folder, lang: Lang, text: Part | undefined): string | undefined {
  const { address } = (text?.document.yaml.data ?? {}) as { address?: unknown };
  return typeof address === 'string' ? kindOf(folder).pathOf?.(lang, address) : undefined;
}

/** The pages that list the services of a theme or a division, by their key in the vocabulary. */
export function facetPaths({ singles }: Reading): { path: string; facet: Facet; key: string; lang: Lang }[] {
  const vocabulary = singles.vocabulary?.data as Vocabulary | undefined;
  return facets.flatMap((facet) =>
    Object.entries(vocabulary?.[facet] ?? {}).flatMap(([key, { name }]) =>
      languages.map((lang) => ({ path: facetPath(lang, facet, name[lang]), facet, key, lang })),
    ),
  );
}

/** The path of every page, and its publication time where that is in the future. */
export function pagePaths(reading: Reading): Map<string, Date | undefined> {
  const paths = new Map<string, Date | undefined>([
    ['/', undefined],
    ...facetPaths(reading).map(({ path }) => [path, undefined] as const),
  ]);
  for (const lang of languages) {
    paths.set(homePath(lang), undefined);
    for (const section of sections) paths.set(sectionPath(lang, section), undefined);
    for (const entry of reading.entries) {
      const path = pathOf(entry.folder, lang, entry.texts[lang]);
      if (path) paths.set(path, embargoOf(entry, reading.now));
    }
  }
  return paths;
}

/**
 * Whether a path may belong to a page whose address is unreadable, so that one mistake does not cause further
 * errors.
 */
export function unreadablePages({ entries, singles }: Reading): (path: string) => boolean {
  const prefixes = languages.flatMap((lang) => [
    ...(singles.vocabulary?.data ? [] : [sectionPath(lang, 'services')]),
    ...entries
      .filter(({ folder, texts }) => !pathOf(folder, lang, texts[lang]))
      .flatMap(({ folder }) => kindOf(folder).pathOf?.(lang, '').replace(/\/+$/, '/') ?? []),
  ]);
  return (path) => prefixes.some((prefix) => path.startsWith(prefix));
}

/** When an entry becomes public; undefined once that is in the past. */
export function embargoOf({ folder, facts }: ReadEntry, now: Date): Date | undefined {
  const published = facts?.data && kindOf(folder).publishedFrom?.(facts.data);
  if (typeof published !== 'string') return undefined;
  const moment = publicationMoment(published);
  return moment > now ? moment : undefined;
}

/** A time in Helsinki as editors write it: `2026-12-01 09:00`. */
export const shownMoment = (moment: Date): string => helsinkiClock(moment).replace('T', ' ');
