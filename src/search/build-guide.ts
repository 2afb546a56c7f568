import { contactAnchor, sectionPath } from '../i18n/addresses.ts';
import { type Lang, otherLanguages } from '../i18n/languages.ts';
import type { Content } from '../model/content.ts';
import { isPageOf, type Page, readablePages } from '../model/pages.ts';
import { fold, phoneDigits, wordsOf } from './fold.ts';
import type { Guide, GuideEntry, Term } from './guide.ts';
import { stopWords } from './stop-words.ts';

/** How much a word says of an entry, by where it stands. Measured on the query list. */
const weights = { title: 9, keyword: 8, vocabulary: 3, otherTitle: 6, otherKeyword: 6, summary: 3 } as const;

type Described = GuideEntry & { texts: { text: string; weight: number }[] };

/** Builds the index of the instant answer in one language from the content and its pages. */
export function buildGuide(lang: Lang, content: Content, pages: Page[]): Guide {
  const stops = new Set([...stopWords[lang]]);
  const described = [...readablePages(pages).filter((page) => page.lang === lang).flatMap((page) => describe(page, content)), ...describeContacts(lang, content)];
  const terms = new Map<string, Map<number, number>>();
  described.forEach(({ texts }, entry) => {
    for (const { text, weight } of texts) {
      for (const word of wordsOf(text.toLowerCase())) {
        if (word.length < 2 || stops.has(fold(word))) continue;
        const postings = terms.get(word) ?? new Map<number, number>();
        terms.set(word, postings.set(entry, Math.max(weight, postings.get(entry) ?? 0)));
      }
    }
  });
  return {
    entries: described.map(({ kind, title, path }) => ({ kind, title, path })),
    stopWords: stops,
    aliases: new Map(content.searchWords[lang].flatMap(({ words, means }) => words.map((word): [string, string] => [fold(word), fold(means)]))),
    terms: [...terms].map(([word, postings]): Term => ({ word, folded: fold(word), postings: [...postings].map(([entry, weight]) => ({ entry, weight })) })),
  };
}

function describe(page: Page, content: Content): Described[] {
  const { lang, title, path } = page;
  if (isPageOf(page, 'service')) {
    const { facts, texts } = page.subject.entry;
    if (facts.withdrawn) return [];
    return [{
      kind: 'service', title, path,
      texts: [
        ...ownAndOther(lang, texts),
        ...facts.themes.map((key) => ({ text: content.vocabulary.themes[key]!.name[lang], weight: weights.vocabulary })),
      ],
    }];
  }
  if (isPageOf(page, 'facet')) {
    const { facet, key, term } = page.subject;
    const short = facet === 'divisions' ? content.vocabulary.divisions[key]!.short[lang] : [];
    return [{ kind: 'facet', title, path, texts: [{ text: [term.name[lang], ...short].join(' '), weight: weights.title }, { text: term.about[lang], weight: weights.summary }] }];
  }
  if (isPageOf(page, 'announcement')) return [{ kind: 'announcement', title, path, texts: ownAndOther(lang, page.subject.entry.texts) }];
  if (isPageOf(page, 'page')) return [{ kind: 'page', title, path, texts: ownAndOther(lang, page.subject.entry.texts) }];
  return [];
}

type DescribedText = { title: string; summary: string; keywords: string[] };

function ownAndOther(lang: Lang, texts: Record<Lang, DescribedText>): { text: string; weight: number }[] {
  const own = texts[lang];
  return [
    { text: own.title, weight: weights.title },
    { text: own.keywords.join(' '), weight: weights.keyword },
    { text: own.summary, weight: weights.summary },
    ...otherLanguages(lang).flatMap((other) => [
      { text: texts[other].title, weight: weights.otherTitle },
      { text: texts[other].keywords.join(' '), weight: weights.otherKeyword },
    ]),
  ];
}

function describeContacts(lang: Lang, { contacts }: Content): Described[] {
  return [...contacts]
    .sort((a, b) => a.order - b.order)
    .map((contact) => {
      const name = typeof contact.name === 'string' ? contact.name : contact.name[lang];
      return {
        kind: 'contact', title: name, path: `${sectionPath(lang, 'contacts')}#${contactAnchor(contact.id)}`,
        texts: [
          { text: name, weight: weights.title },
          { text: contact.title[lang], weight: weights.summary },
          ...(contact.phone ? [{ text: phoneDigits(contact.phone), weight: weights.title }] : []),
        ],
      };
    });
}
