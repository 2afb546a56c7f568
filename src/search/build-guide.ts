import { contactAnchor, sectionPath } from '../i18n/addresses.ts';
import { inEachLanguage, type Lang, type Localized, otherLanguages } from '../i18n/languages.ts';
import { words as siteWords } from '../i18n/words.ts';
import type { Content } from '../model/content.ts';
import { nameOf } from '../model/for-reader.ts';
import { inDirectoryOrder } from '../model/order.ts';
import { type Page, readablePages } from '../model/pages.ts';
import { fold, wordsOf } from './fold.ts';
import {
  addWord,
  completeGuide,
  type Guide,
  type GuideEntry,
  type IndexedEntry,
  packGuide,
  packWords,
  unpackGuide,
  type Words,
} from './guide.ts';
import { mostWeight, wordWeights } from './ranking.ts';

/** The index of a language as it is sent: titles and keywords first, then everything else that is searched. */
export type PackedGuide = { first: string; second: string };

/** Builds the index of each language from the content and its pages. */
export const buildGuides = (content: Content, pages: Page[]): Localized<PackedGuide> =>
  inEachLanguage((lang) => {
    const sources = sourcesOf(lang, content, pages);
    return {
      first: packGuide(sources.map(indexed)),
      second: packWords(wordsIn(sources)),
    };
  });

/** The indexes as used in the browser, once everything is loaded. */
export function readersGuides(content: Content, pages: Page[]): Localized<Guide> {
  const packed = buildGuides(content, pages);
  return inEachLanguage((lang) =>
    completeGuide(unpackGuide(packed[lang].first), [
      packed[lang].second,
      ...otherLanguages(lang).map((other) => packed[other].first),
    ]),
  );
}

/** Texts with the weight that each gives to its words. */
type WeightedTexts = (readonly [texts: string[], weight: number])[];
/** An entry with the keywords given by its editor, and the texts of the second flight. */
type Source = GuideEntry & { keywords: string[]; texts?: WeightedTexts };

/** Everything that can be found. What is not ours joins here, as entries of a kind of its own. */
const sourcesOf = (lang: Lang, content: Content, pages: Page[]): Source[] => [
  ...readablePages(pages)
    .filter((page) => page.lang === lang)
    .flatMap((page) => sourcesOfPage(page, content)),
  ...contactSources(lang, content),
];

function sourcesOfPage({ lang, title, path, subject }: Page, content: Content): Source[] {
  switch (subject.kind) {
    case 'service':
    case 'announcement':
    case 'page': {
      if (subject.kind === 'service' && subject.entry.facts.withdrawn) return [];
      const { keywords, summary, body } = subject.entry.texts[lang];
      const asked = 'asked' in subject.entry ? (subject.entry.asked?.[lang] ?? []) : [];
      const texts: WeightedTexts = [
        [asked.filter((text) => !isQuestion(text)), wordWeights.asked],
        [asked.filter(isQuestion), wordWeights.question],
        [[summary], wordWeights.summary],
        [[withoutAddresses(body)], wordWeights.body],
      ];
      return [{ kind: subject.kind, title, path, keywords, texts }];
    }
    case 'facet': {
      const keywords =
        subject.facet === 'divisions' ? content.vocabulary.divisions[subject.key]!.short[lang] : [];
      return [{ kind: 'facet', title, path, keywords }];
    }
    default:
      return [];
  }
}

/** Whether what people ask with is a question: more than two words. */
export const isQuestion = (asked: string): boolean => wordsOf(asked).length > 2;

/** A body without the targets of links and the names of components. */
const withoutAddresses = (body: string): string => body.replace(/\]\([^)]*\)|<[^>]*>/g, ' ');

const contactSources = (lang: Lang, { contacts }: Content): Source[] =>
  inDirectoryOrder(contacts).map((contact) => ({
    kind: 'contact',
    title: nameOf(contact, lang),
    path: `${sectionPath(lang, 'contacts')}#${contactAnchor(contact.id)}`,
    about: [contact.title[lang], contact.phone].filter(Boolean).join(', '),
    keywords: [],
    // Who asks for the telephone number of somebody asks for the person.
    texts: [[[siteWords[lang].phone, siteWords[lang].email], wordWeights.keyword]],
  }));

/** An entry of the first flight. */
const indexed = ({ keywords, texts: _, ...entry }: Source): IndexedEntry => ({
  ...entry,
  searchTerms: searchTermsFrom(keywords, wordsOf(fold(entry.title))),
});

/** The words of keywords that are not in the title, in lower case, each once; folded they are compared. */
const searchTermsFrom = (keywords: string[], titleWords: string[]): string[] => [
  ...new Map(keywords.flatMap((keyword) => wordsOf(keyword.toLowerCase())).map((word) => [fold(word), word]))
    .entries()
    .filter(([folded]) => folded.length > 1 && !titleWords.includes(folded))
    .map(([, word]) => word),
];

/** The words of the second flight, with whole weights from 1 to `mostWeight`. */
function wordsIn(sources: Source[]): Words {
  const words: Words = new Map();
  for (const [index, { texts = [] }] of sources.entries())
    for (const [parts, weight] of texts)
      for (const word of parts.flatMap((text) => wordsOf(text.toLowerCase())))
        addWord(words, word, index, weight);
  for (const weights of words.values())
    for (const [entry, weight] of weights)
      weights.set(entry, Math.min(mostWeight, Math.max(1, Math.round(weight))));
  return words;
}
