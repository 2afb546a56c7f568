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

/** Kinds that differ most in how they are made. */
const kindsOfFew = ['home', 'services', 'service', 'announcement'];

/**
 * One page of every kind in both languages, for the tests and pictures that look at them all.
 * @param folder the content
 * @returns all of them; a few that differ most, in one language each; and the others
 * @throws a user-facing error while there is an error in the content
 */
export async function onePageOfEachKind(
  folder = contentFolder(),
): Promise<{ all: string[]; few: string[]; others: string[] }> {
  const { pages } = siteOf(soundContent(await checkContent(folder, buildTime())), allKinds, buildTime());
  const alike = Map.groupBy(pages, kindOf).values();
  const ofKinds = [...alike].flatMap((alike) =>
    languages.flatMap((lang) => alike.find((page) => page.lang === lang) ?? []),
  );
  const all = ['/', ...Object.values(answers), ...ofKinds.map(({ path }) => path)];
  const few = [
    answers.found,
    ...kindsOfFew.map(
      (kind, index) =>
        ofKinds.find(
          ({ subject, lang }) => subject.kind === kind && lang === languages[index % languages.length],
        )!.path,
    ),
  ];
  return { all, few, others: all.filter((path) => !few.includes(path)) };
}

/** Every page of a built site: those of its sitemap, the pages that it leaves out, and answers of the search. */
export const everyPage = (folder: string): string[] => [
  '/',
  '/404.html',
  ...languages.map(notFoundPath),
  ...Object.values(answers),
  ...addressesOf(folder),
];
