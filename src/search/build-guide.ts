import { inEachLanguage, type Lang, type Localized, otherLanguages } from '../i18n/languages.ts';
import type { Suggestion } from '../kinds/kind.ts';
import { allKinds } from '../kinds/kinds.ts';
import type { Content } from '../model/content.ts';
import type { Page } from '../model/pages.ts';
import { fold, wordsOf } from './fold.ts';
import {
  addWords,
  completeGuide,
  type Guide,
  type GuideEntry,
  packGuide,
  packWords,
  unpackGuide,
  type Words,
} from './guide.ts';
import { wordWeights } from './ranking.ts';

type PackedGuides = { first: string; second: string; notOurs: string };

/**
 * The index of each language in two flights: titles and keywords, then everything else that is searched. What is
 * not Kuntaliitto's is an index of its own, so that it never stands among the results.
 */
export const buildGuides = (content: Content, pages: Page[], base = ''): Localized<PackedGuides> =>
  inEachLanguage((lang) => {
    const site = { content, pages };
    const [first, second]: [Words, Words] = [new Map(), new Map()];
    const suggestions = allKinds.flatMap((kind) => kind.suggestions(lang, site));
    suggestions.forEach((suggestion, index) => {
      addKeywords(first, suggestion, index);
      const { asked = [], summary = '', body = '' } = suggestion;
      for (const text of asked)
        addWords(second, text, index, isQuestion(text) ? wordWeights.question : wordWeights.asked);
      addWords(second, summary, index, wordWeights.summary);
      addWords(second, withoutAddresses(body), index, wordWeights.body);
    });
    const others = allKinds.flatMap((kind) => kind.notOurs?.(lang, site) ?? []);
    const notOurs: Words = new Map();
    others.forEach((other, index) => addKeywords(notOurs, other, index));
    return {
      first: packGuide({ entries: suggestions.map(entryOf), words: first }, base),
      second: packWords(second),
      notOurs: packGuide({ entries: others.map(entryOf), words: notOurs }, base),
    };
  });

/** The indexes as used in the browser, once everything is loaded. */
export function readersGuides(content: Content, pages: Page[]): Localized<Guide> {
  const packed = buildGuides(content, pages);
  return inEachLanguage((lang: Lang) =>
    completeGuide(unpackGuide(packed[lang].first), [
      packed[lang].second,
      ...otherLanguages(lang).map((other) => packed[other].first),
    ]),
  );
}

const entryOf = ({ kind, title, path, about }: Suggestion): GuideEntry =>
  ({ kind, title, path, ...(about && { about }) }) as GuideEntry;

/** The words of the keywords that are not in the title. */
function addKeywords(words: Words, { title, keywords }: Suggestion, index: number): void {
  const titleWords = wordsOf(fold(title));
  const added = keywords.flatMap(wordsOf).filter((word) => !titleWords.includes(fold(word)));
  for (const word of new Set(added)) addWords(words, word, index, wordWeights.keyword);
}

/** Whether what people ask with is a question: more than two words. */
export const isQuestion = (asked: string): boolean => wordsOf(asked).length > 2;

/** A body without the targets of links and the names of components. */
const withoutAddresses = (body: string): string => body.replace(/\]\([^)]*\)|<[^>]*>/g, ' ');
