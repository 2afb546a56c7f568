import { inEachLanguage, type Lang, type Localized, otherLanguages } from '../i18n/languages.ts';
import type { Suggestion } from '../kinds/kind.ts';
import { allKinds } from '../kinds/kinds.ts';
import type { Content } from '../model/content.ts';
import type { Page } from '../model/pages.ts';
import { fold, wordsOf } from './fold.ts';
import {
  addWord,
  addWords,
  type Guide,
  type GuideEntry,
  packGuide,
  packWords,
  unpackGuide,
  type Words,
} from './guide.ts';
import { completeGuide } from './guide-loader.ts';
import { gramsOf } from './match.ts';
import { leastCovered, leastStem, longestEnding, longWord, mostInPart, wordWeights } from './ranking.ts';

type PackedGuides = { first: string; second: string[]; notOurs: string };

/**
 * The index of each language in two flights: titles and keywords, then everything else that is searched, in parts
 * where it is long. What is not Kuntaliitto's is an index of its own, which only the results page needs.
 * @param base the base path of the site
 * @param fileOf names the file of a part of the second flight
 */
export const buildGuides = (
  content: Content,
  pages: Page[],
  base = '',
  fileOf: (lang: Lang, part: string) => string = () => '',
): Localized<PackedGuides> =>
  inEachLanguage((lang) => {
    const all = pages
      .filter((page) => page.lang === lang)
      .flatMap((page) => allKinds.flatMap((kind) => kind.suggestions(page, { content, pages })));
    const [ours, others] = [true, false].map((isOurs) =>
      all.filter(({ kind }) => !kind.isNotOurs === isOurs),
    );
    const [given, asked, texts, notOurs]: Words[] = [new Map(), new Map(), new Map(), new Map()];
    ours!.forEach((suggestion, index) => {
      addKeywords(given!, suggestion, index);
      for (const text of suggestion.asked ?? [])
        addWords(asked!, text, index, isQuestion(text) ? wordWeights.question : wordWeights.asked);
    });
    ours!.forEach(({ summary = '', body = '' }, index) => {
      addWords(texts!, summary, index, wordWeights.summary);
      addWords(texts!, withoutAddresses(body), index, wordWeights.body);
    });
    const keywords = withoutForms(given!);
    const second = withoutCovered(withoutForms(asked!), [keywords, texts!]);
    for (const [word, weights] of texts!)
      for (const [entry, weight] of weights) addWord(second, word, entry, weight);
    const shown: Words = new Map();
    others!.forEach((other, index) => {
      addKeywords(notOurs!, other, index);
      addWords(shown, `${other.title} ${other.about}`, index, 1);
    });
    const parts = partsOf(second).map(([from, words]): [string, string] => [from, packWords(words)]);
    return {
      first: packGuide(
        {
          entries: ours!.map(entryOf),
          words: keywords,
          parts: parts.map(([from, part]) => [fileOf(lang, part), from]),
        },
        base,
      ),
      second: parts.map(([, part]) => part),
      notOurs: packGuide(
        { entries: others!.map(entryOf), words: withoutCovered(withoutForms(notOurs!), [shown]) },
        base,
      ),
    };
  });

/** The indexes as used in the browser, once everything is loaded; `withOthers` with what is not Kuntaliitto's. */
export function readersGuides(content: Content, pages: Page[], withOthers = false): Localized<Guide> {
  const packed = buildGuides(content, pages);
  return inEachLanguage((lang: Lang) => {
    const { first, second, notOurs } = packed[lang];
    return completeGuide(unpackGuide(first), {
      second,
      others: otherLanguages(lang).map((other) => packed[other].first),
      ...(withOthers && { notOurs }),
    });
  });
}

const entryOf = ({ kind, title, path, about }: Suggestion): GuideEntry => ({
  kind,
  title,
  path,
  ...(about && { about }),
});

/** The words of the keywords that are not in the title. */
function addKeywords(words: Words, { title, keywords }: Suggestion, index: number): void {
  const titleWords = wordsOf(fold(title));
  const added = keywords
    .flatMap((keyword) => wordsOf(keyword.toLowerCase()))
    .filter((word) => !titleWords.includes(fold(word)));
  for (const word of new Set(added)) addWord(words, word, index, 1);
}

/**
 * Words of which longer forms are counted to the shortest, which has nearly all their n-grams. For words that people
 * ask with: those of texts stay as they are, so that each leads to its pages.
 */
function withoutForms(words: Words): Words {
  const kept: Words = new Map();
  let stem = '';
  for (const [word, weights] of [...words].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const isForm =
      stem.length >= leastStem && word.startsWith(stem) && word.length - stem.length <= longestEnding;
    if (!isForm) stem = word;
    for (const [entry, weight] of weights) addWord(kept, stem, entry, weight);
  }
  return kept;
}

/**
 * Words without the long ones of whose n-grams nearly all stand in other words of each of their entries, such as a
 * compound beside its parts.
 * @param others words that stay
 */
function withoutCovered(words: Words, others: Words[]): Words {
  const byEntry: Set<string>[] = [];
  for (const [word, weights] of [words, ...others].flatMap((some) => [...some]))
    for (const entry of weights.keys()) (byEntry[entry] ??= new Set()).add(word);
  const isFixed = (word: string) => word.length < longWord || others.some((some) => some.has(word));
  const all = [words, ...others].flatMap((some) => [...some.keys()]);
  const gramsOfWord = new Map(all.map((word) => [word, gramsOf(fold(word))]));
  const kept = new Set<string>();
  byEntry.forEach((own) => {
    const free = [...own].filter((word) => !isFixed(word)).sort((a, b) => b.length - a.length);
    if (free.length === 0) return;
    const counts = new Map<string, number>();
    for (const word of own)
      for (const gram of gramsOfWord.get(word)!) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    for (const word of free) {
      const grams = gramsOfWord.get(word)!;
      if (grams.filter((gram) => counts.get(gram)! > 1).length < leastCovered * grams.length) kept.add(word);
      else for (const gram of grams) counts.set(gram, counts.get(gram)! - 1);
    }
  });
  return new Map([...words].filter(([word]) => isFixed(word) || kept.has(word)));
}

/** About what words take when they are packed. */
const sizeOf = (words: Iterable<[string, Map<number, number>]>): number =>
  [...words].reduce((sum, [word, weights]) => sum + word.length / 2 + weights.size * 1.5, 0);

/** Words in parts of about the same size by their first two letters, each with the letters that it begins with. */
function partsOf(words: Words): [from: string, part: Words][] {
  if (sizeOf(words) <= mostInPart.alone) return [['', words]];
  const groups = Map.groupBy(words, ([word]) => fold(word).slice(0, 2));
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  const parts: [string, Words][] = [];
  let size = Infinity;
  for (const [letters, group] of sorted) {
    if (size + sizeOf(group) > mostInPart.ofSeveral) {
      parts.push([parts.length === 0 ? '' : letters, new Map()]);
      size = 0;
    }
    size += sizeOf(group);
    for (const [word, weights] of group) parts.at(-1)![1].set(word, weights);
  }
  return parts;
}

/** Whether what people ask with is a question: more than two words. */
export const isQuestion = (asked: string): boolean => wordsOf(asked).length > 2;

/** A body without the targets of links and the names of components. */
const withoutAddresses = (body: string): string => body.replace(/\]\([^)]*\)|<[^>]*>/g, ' ');
