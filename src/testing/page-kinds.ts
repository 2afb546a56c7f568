import { addressesOf } from '../finished-pages/sitemap.ts';
import { languages } from '../i18n/languages.ts';
import { notFoundPath } from '../i18n/addresses.ts';
import { checkContent, soundContent } from '../checks/check-content.ts';
import { buildTime } from '../model/clock.ts';
import { contentFolder } from '../model/folders.ts';
import type { Page } from '../model/pages.ts';
import { siteOf } from '../model/whole-site.ts';
import { allKinds } from '../kinds/kinds.ts';

const answers = { found: '/fi/haku/?q=juristi', nothing: '/sv/sok/?q=qqxxzz' };

/** Pages that look the same in all that matters: free pages and announcements each hold something of their own, and services may name contacts. */
function kindOf({ subject }: Page): string {
  const own =
    subject.kind === 'page' || subject.kind === 'announcement'
      ? subject.entry.id
      : subject.kind === 'service' && subject.entry.facts.contacts.length > 0;
  return [subject.kind, own].join(' ');
}

/**
 * One page of every kind in both languages, for the tests and pictures that look at them all.
 * @param folder the content
 * @returns all of them, and halves of them: in the first the languages take turns, the others are in the second
 * @throws a user-facing error while there is an error in the content
 */
export async function onePageOfEachKind(
  folder = contentFolder(),
): Promise<{ all: string[]; inTurns: string[]; others: string[] }> {
  const { pages } = siteOf(soundContent(await checkContent(folder, buildTime())), allKinds, buildTime());
  const sorted = [...Map.groupBy(pages, kindOf).values()].map((alike) =>
    languages.flatMap((lang) => alike.find((page) => page.lang === lang)?.path ?? []),
  );
  const turn = (index: number) => index % languages.length;
  const inTurns = ['/', ...Object.values(answers), ...sorted.map((paths, index) => paths[turn(index)]!)];
  const others = sorted.flatMap((paths, index) => paths.filter((_, place) => place !== turn(index)));
  return { all: [...inTurns, ...others], inTurns, others };
}

/** Every page of a built site: those of its sitemap, the pages that it leaves out, and answers of the search. */
export const everyPage = (folder: string): string[] => [
  '/',
  '/404.html',
  ...languages.map(notFoundPath),
  ...Object.values(answers),
  ...addressesOf(folder),
];
