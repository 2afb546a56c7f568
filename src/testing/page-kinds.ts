import { addressesOf } from '../finished-pages/lost-addresses.ts';
import { languages } from '../i18n/languages.ts';
import { notFoundPath } from '../i18n/addresses.ts';
import { checkContent, soundContent } from '../checks/check-content.ts';
import { buildTime } from '../model/clock.ts';
import { contentFolder } from '../model/folders.ts';
import type { Page } from '../model/pages.ts';
import { siteOf } from '../model/whole-site.ts';

const answers = { found: '/fi/haku/?q=juristi', nothing: '/sv/sok/?q=qqxxzz' };

/** Pages that look the same in all that matters: free pages and announcements each hold something of their own, and services may name contacts. */
function lookOf({ lang, subject }: Page): string {
  const own =
    subject.kind === 'page' || subject.kind === 'announcement'
      ? subject.entry.id
      : subject.kind === 'service' && subject.entry.facts.contacts.length > 0;
  return [lang, subject.kind, own].join(' ');
}

/**
 * One page of every kind in both languages, for the tests and pictures that look at them all.
 * @param folder the content
 * @throws a user-facing error while there is an error in the content
 */
export async function onePageOfEachKind(folder = contentFolder()): Promise<string[]> {
  const { pages } = siteOf(soundContent(await checkContent(folder, buildTime())), buildTime());
  return [
    '/',
    ...Object.values(answers),
    ...[...Map.groupBy(pages, lookOf).values()].map(([page]) => page!.path),
  ];
}

/** Every page of a built site: those of its sitemap, the pages that it leaves out, and answers of the search. */
export const everyPage = (folder: string): string[] => [
  '/',
  '/404.html',
  ...languages.map(notFoundPath),
  ...Object.values(answers),
  ...addressesOf(folder),
];
