import { contactAnchor, sectionPath } from '../i18n/addresses.ts';
import { inEachLanguage, type Lang, type Localized, otherLanguages } from '../i18n/languages.ts';
import { phoneDigits } from '../i18n/phone-digits.ts';
import { words as siteWords } from '../i18n/words.ts';
import type { Content } from '../model/content.ts';
import { nameOf } from '../model/for-reader.ts';
import { inDirectoryOrder } from '../model/order.ts';
import { type Page, readablePages } from '../model/pages.ts';
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

/** An entry, its keywords, and the texts whose words come in the second flight, by the weight of a word. */
type Source = { entry: GuideEntry; keywords: string[]; texts?: [text: string, weight: number][] };

/** The index of each language in two flights: titles and keywords, then everything else that is searched. */
export const buildGuides = (content: Content, pages: Page[]): Localized<{ first: string; second: string }> =>
  inEachLanguage((lang) => {
    const sources = sourcesOf(lang, content, pages);
    const [first, second]: [Words, Words] = [new Map(), new Map()];
    sources.forEach(({ entry, keywords, texts = [] }, index) => {
      const title = wordsOf(fold(entry.title));
      const words = keywords.flatMap(wordsOf).filter((word) => !title.includes(fold(word)));
      for (const word of new Set(words)) addWords(first, word, index, wordWeights.keyword);
      for (const [text, weight] of texts) addWords(second, text, index, weight);
    });
    return {
      first: packGuide({ entries: sources.map(({ entry }) => entry), words: first }),
      second: packWords(second),
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

/** Everything that can be found. What is not ours joins here, as entries of a kind of its own. */
const sourcesOf = (lang: Lang, content: Content, pages: Page[]): Source[] => [
  ...readablePages(pages)
    .filter((page) => page.lang === lang)
    .flatMap((page) => sourcesOfPage(page, content)),
  ...inDirectoryOrder(content.contacts).map((contact): Source => ({
    entry: {
      kind: 'contact',
      title: nameOf(contact, lang),
      path: `${sectionPath(lang, 'contacts')}#${contactAnchor(contact.id)}`,
      about: [contact.title[lang], contact.phone].filter(Boolean).join(', '),
    },
    keywords: [contact.title[lang], phoneDigits(contact.phone ?? '')],
    // Who asks for the telephone number of somebody asks for the person, not for texts that mention the person.
    texts: [[`${nameOf(contact, lang)} ${siteWords[lang].phone} ${siteWords[lang].email}`, wordWeights.most]],
  })),
];

function sourcesOfPage({ lang, title, path, subject }: Page, { vocabulary }: Content): Source[] {
  switch (subject.kind) {
    case 'service':
    case 'announcement':
    case 'page': {
      if (subject.kind === 'service' && subject.entry.facts.withdrawn) return [];
      const { keywords, summary, body, address } = subject.entry.texts[lang];
      const asked = 'asked' in subject.entry ? (subject.entry.asked?.[lang] ?? []) : [];
      return [
        {
          entry: { kind: subject.kind, title, path },
          keywords: [...keywords, address],
          texts: [
            ...asked.map((text): [string, number] => [
              text,
              isQuestion(text) ? wordWeights.question : wordWeights.asked,
            ]),
            [summary, wordWeights.summary],
            [withoutAddresses(body), wordWeights.body],
          ],
        },
      ];
    }
    case 'facet':
      return [
        {
          entry: { kind: 'facet', title, path },
          keywords: subject.facet === 'divisions' ? vocabulary.divisions[subject.key]!.short[lang] : [],
        },
      ];
    default:
      return [];
  }
}

/** Whether what people ask with is a question: more than two words. */
export const isQuestion = (asked: string): boolean => wordsOf(asked).length > 2;

/** A body without the targets of links and the names of components. */
const withoutAddresses = (body: string): string => body.replace(/\]\([^)]*\)|<[^>]*>/g, ' ');
