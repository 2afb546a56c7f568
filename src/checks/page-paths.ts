import {
  entryPath,
  type Facet,
  facetPath,
  facets,
  freePagePath,
  homePath,
  sectionPath,
  sections,
} from '../i18n/addresses.ts';
import { helsinkiClock } from '../i18n/helsinki-time.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import type { BilingualFolder } from '../model/folders.ts';
import { publicationMoment } from '../model/visible.ts';
import type { Vocabulary } from '../schema/site-files.ts';
import type { Part, ReadEntry, Reading } from './reading.ts';

/** The path of a text's page, as far as its address can be read: a mistake in another field does not make links dead. */
export function pathOf(folder: BilingualFolder, lang: Lang, text: Part | undefined): string | undefined {
  const { address } = (text?.document.yaml.data ?? {}) as { address?: unknown };
  return typeof address === 'string' ? pathIn(folder, lang, address) : undefined;
}

const pathIn = (folder: BilingualFolder, lang: Lang, address: string): string =>
  folder === 'pages' ? freePagePath(lang, address) : entryPath(lang, folder, address);

/** The pages that list the services of a theme or a division, by their key in the vocabulary. */
export function facetPaths({ singles }: Reading): { path: string; facet: Facet; key: string; lang: Lang }[] {
  const vocabulary = singles.vocabulary?.data as Vocabulary | undefined;
  return facets.flatMap((facet) =>
    Object.entries(vocabulary?.[facet] ?? {}).flatMap(([key, { name }]) =>
      languages.map((lang) => ({ path: facetPath(lang, facet, name[lang]), facet, key, lang })),
    ),
  );
}

/** Every address that the content gives a page, and the moment from which it is public where that is still ahead. */
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

/** Whether a path may be that of a page whose address cannot be read: one mistake must not cause others. */
export function unreadablePages({ entries, singles }: Reading): (path: string) => boolean {
  const beginnings = languages.flatMap((lang) => [
    ...(singles.vocabulary?.data ? [] : [sectionPath(lang, 'services')]),
    ...entries
      .filter(({ folder, texts }) => !pathOf(folder, lang, texts[lang]))
      .map(({ folder }) => pathIn(folder, lang, '').replace(/\/+$/, '/')),
  ]);
  return (path) => beginnings.some((beginning) => path.startsWith(beginning));
}

/** The moment from which an announcement is public, while that is ahead. */
export function embargoOf({ folder, facts }: ReadEntry, now: Date): Date | undefined {
  const published = facts?.data?.['published'];
  if (folder !== 'announcements' || typeof published !== 'string') return undefined;
  const moment = publicationMoment(published);
  return moment > now ? moment : undefined;
}

/** A moment as editors write it: `2026-12-01 09:00`, in Helsinki. */
export const shownMoment = (moment: Date): string => helsinkiClock(moment).replace('T', ' ');
