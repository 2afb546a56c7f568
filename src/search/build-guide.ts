import { inEachLanguage, type Lang, languages, type Localized, otherLanguages } from '../i18n/languages.ts';
import { allKinds } from '../kinds/kinds.ts';
import type { Content } from '../model/content.ts';
import type { Page } from '../model/pages.ts';
import { fold, wordsOf } from './fold.ts';
import {
  type GuideEntry,
  type IndexedEntry,
  type Guide,
  type GuideSource,
  packGuide,
  phraseSeparator,
  unpackGuide,
  withOtherLanguage,
} from './guide.ts';
import { compare, guessesFor, search } from './match.ts';
import { stopWords } from './stop-words.ts';

/** Builds the index for the search suggestions in each language from the content and its pages. */
export function buildGuides(content: Content, pages: Page[]): Localized<GuideSource> {
  const entries = inEachLanguage((lang) => entriesOf(lang, content, pages));
  const indexedTerms = [...new Set(languages.flatMap((lang) => wordsIn(entries[lang])))].map((folded) => ({
    folded,
  }));
  // To keep the index small, stop words that match no term, even by a typo, are left out.
  const matchesSomeTerm = (stopWord: string) =>
    indexedTerms.some(({ folded }) => compare(stopWord, folded) > 0) ||
    guessesFor(stopWord, indexedTerms).length > 0;
  return inEachLanguage((lang) => ({
    entries: entries[lang],
    stopWords: stopWords[lang].filter(matchesSomeTerm).sort(),
  }));
}

/** The indexes as used in the browser, once the terms of the other language are loaded and merged. */
export function readersGuides(content: Content, pages: Page[]): Localized<Guide> {
  const sources = buildGuides(content, pages);
  const own = inEachLanguage((lang) => unpackGuide(packGuide(sources[lang])));
  return inEachLanguage((lang) =>
    otherLanguages(lang).reduce((guide, other) => withOtherLanguage(guide, own[other]), own[lang]),
  );
}

function entriesOf(lang: Lang, content: Content, pages: Page[]): IndexedEntry[] {
  const entries = allKinds
    .flatMap((kind) => kind.suggestions(lang, { content, pages }))
    .map(({ keywords, ...entry }) => ({
      ...(entry as GuideEntry),
      searchTerms: searchTermsFrom(keywords, wordsOf(fold(entry.title))),
    }));
  addSynonyms(entries, content.searchWords[lang], new Set(stopWords[lang]));
  return entries;
}

const wordsIn = (entries: IndexedEntry[]): string[] =>
  entries.flatMap(({ title, searchTerms }) => wordsOf(fold([title, ...searchTerms].join(' '))));

/** Adds the words of `search.yaml` to the entries that a search for their meaning finds. */
function addSynonyms(
  entries: IndexedEntry[],
  synonyms: Content['searchWords'][Lang],
  stops: Set<string>,
): void {
  const guide = unpackGuide(packGuide({ entries, stopWords: [...stops] }));
  for (const { words, means } of synonyms) {
    const { found } = search(guide, means);
    const best = Math.max(...found.map(({ score }) => score));
    for (const { entry } of found.filter(({ score }) => score >= best * nearlyBest).slice(0, 3)) {
      const { searchTerms } = entries.find(({ path }) => path === entry.path)!;
      searchTerms.push(
        ...words.flatMap((word) => wordsOf(word.toLowerCase())).filter((word) => !searchTerms.includes(word)),
      );
    }
  }
}

/** Entries with at least this share of the best score get the synonyms too. */
const nearlyBest = 0.75;

/**
 * The words of the keywords that are not in the title, in lower case; the words of a phrase are joined by
 * `phraseSeparator`. Words are compared folded, that is, without diacritics.
 */
function searchTermsFrom(keywords: string[], titleWords: string[]): string[] {
  const seen = new Set(titleWords);
  return keywords.flatMap((keyword) => {
    const newWords = wordsOf(keyword.toLowerCase()).filter(
      (word) => word.length > 1 && !seen.has(fold(word)),
    );
    newWords.forEach((word) => seen.add(fold(word)));
    return newWords.length > 0 ? [newWords.join(phraseSeparator)] : [];
  });
}
