import { contactAnchor, sectionPath } from '../i18n/addresses.ts';
import { inEachLanguage, type Lang, languages, type Localized, otherLanguages } from '../i18n/languages.ts';
import { phoneDigits } from '../i18n/phone-digits.ts';
import type { Content } from '../model/content.ts';
import { nameOf } from '../model/for-reader.ts';
import { inDirectoryOrder } from '../model/order.ts';
import { type Page, readablePages } from '../model/pages.ts';
import { fold, wordsOf } from './fold.ts';
import {
  type DescribedEntry,
  type Guide,
  type GuideEntry,
  type GuideSource,
  packGuide,
  phrase,
  unpackGuide,
  withOtherLanguage,
} from './guide.ts';
import { compare, guessesFor, search } from './match.ts';
import { stopWords } from './stop-words.ts';

/** Builds the index of the instant answer in each language from the content and its pages. */
export function buildGuides(content: Content, pages: Page[]): Localized<GuideSource> {
  const entries = inEachLanguage((lang) => entriesOf(lang, content, pages));
  const known = [...new Set(languages.flatMap((lang) => wordsIn(entries[lang])))].map((folded) => ({
    folded,
  }));
  // A stop word that is near to nothing in the indexes cannot mislead them, and needs no bytes.
  const misleads = (stop: string) =>
    known.some(({ folded }) => compare(stop, folded) > 0) || guessesFor(stop, known).length > 0;
  return inEachLanguage((lang) => ({
    entries: entries[lang],
    stopWords: stopWords[lang].filter(misleads).sort(),
  }));
}

/** The indexes as a reader has them after a moment: the words of the other language are searched too. */
export function readersGuides(content: Content, pages: Page[]): Localized<Guide> {
  const sources = buildGuides(content, pages);
  const own = inEachLanguage((lang) => unpackGuide(packGuide(sources[lang])));
  return inEachLanguage((lang) =>
    otherLanguages(lang).reduce((guide, other) => withOtherLanguage(guide, own[other]), own[lang]),
  );
}

function entriesOf(lang: Lang, content: Content, pages: Page[]): DescribedEntry[] {
  const entries = [
    ...readablePages(pages)
      .filter((page) => page.lang === lang)
      .flatMap((page) => describe(page, content)),
    ...describeContacts(lang, content),
  ].map(({ keywords, ...entry }) => ({
    ...entry,
    words: differentWords(keywords, wordsOf(fold(entry.title))),
  }));
  addEverydayWords(entries, content.searchWords[lang], new Set(stopWords[lang]));
  return entries;
}

const wordsIn = (entries: DescribedEntry[]): string[] =>
  entries.flatMap(({ title, words }) => wordsOf(fold([title, ...words].join(' '))));

/** Gives words that no entry owns to the entries that what they mean leads to. */
function addEverydayWords(
  entries: DescribedEntry[],
  everyday: Content['searchWords'][Lang],
  stops: Set<string>,
): void {
  const guide = unpackGuide(packGuide({ entries, stopWords: [...stops] }));
  for (const { words, means } of everyday) {
    const { found } = search(guide, means);
    const best = Math.max(...found.map(({ score }) => score));
    for (const { entry } of found.filter(({ score }) => score >= best * asGood).slice(0, 3)) {
      const own = entries.find(({ path }) => path === entry.path)!;
      own.words.push(
        ...words.flatMap((word) => wordsOf(word.toLowerCase())).filter((word) => !own.words.includes(word)),
      );
    }
  }
}

/** An entry that is found nearly as well as the best one is meant too. */
const asGood = 0.75;

/** The keywords that are not in the title, in lower case, words of a phrase joined; what only lacks the dots counts as the same. */
function differentWords(keywords: string[], known: string[]): string[] {
  const seen = new Set(known);
  return keywords.flatMap((keyword) => {
    const words = wordsOf(keyword.toLowerCase()).filter((word) => word.length > 1 && !seen.has(fold(word)));
    words.forEach((word) => seen.add(fold(word)));
    return words.length > 0 ? [words.join(phrase)] : [];
  });
}

/** An entry with the keywords that an editor gave it. */
type Keyworded = GuideEntry & { keywords: string[] };

function describe({ lang, title, path, subject }: Page, content: Content): Keyworded[] {
  switch (subject.kind) {
    case 'service':
      return subject.entry.facts.withdrawn
        ? []
        : [{ kind: 'service', title, path, keywords: subject.entry.texts[lang].keywords }];
    case 'announcement':
    case 'page':
      return [{ kind: subject.kind, title, path, keywords: subject.entry.texts[lang].keywords }];
    case 'facet':
      return [
        {
          kind: 'facet',
          title,
          path,
          keywords:
            subject.facet === 'divisions' ? content.vocabulary.divisions[subject.key]!.short[lang] : [],
        },
      ];
    default:
      return [];
  }
}

const describeContacts = (lang: Lang, { contacts }: Content): Keyworded[] =>
  inDirectoryOrder(contacts).map((contact) => ({
    kind: 'contact',
    title: nameOf(contact, lang),
    path: `${sectionPath(lang, 'contacts')}#${contactAnchor(contact.id)}`,
    keywords: [...wordsOf(contact.title[lang]), ...(contact.phone ? [phoneDigits(contact.phone)] : [])],
  }));
