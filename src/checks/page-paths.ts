import { entryPath, facetPath, freePagePath, homePath, sectionPath, toAddress } from '../i18n/addresses.ts';
import { helsinkiClock } from '../i18n/helsinki-time.ts';
import { languages } from '../i18n/languages.ts';
import { publicationMoment } from '../model/visible.ts';
import type { Vocabulary } from '../schema/site.ts';
import type { ReadEntry, Reading } from './reading.ts';

/** Every address that the content gives a page, and the moment from which it is public where that is still ahead. */
export function pagePaths({ entries, singles, now }: Reading): Map<string, Date | undefined> {
  const paths = new Map<string, Date | undefined>();
  const vocabulary = singles.vocabulary?.data as Vocabulary | undefined;
  for (const lang of languages) {
    paths.set(homePath(lang), undefined);
    for (const section of ['services', 'announcements', 'contacts', 'search'] as const) paths.set(sectionPath(lang, section), undefined);
    for (const facet of ['themes', 'divisions'] as const) {
      for (const { name } of Object.values(vocabulary?.[facet] ?? {})) paths.set(facetPath(lang, facet, toAddress(name[lang])), undefined);
    }
    for (const entry of entries) {
      const address = entry.texts[lang]?.data?.['address'];
      if (typeof address !== 'string') continue;
      paths.set(entry.folder === 'pages' ? freePagePath(lang, address) : entryPath(lang, entry.folder, address), embargoOf(entry, now));
    }
  }
  return paths;
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
