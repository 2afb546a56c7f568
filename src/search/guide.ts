import { fold } from './fold.ts';

/** What a result leads to. The order is the order of the groups on the page. */
export const resultKinds = ['service', 'facet', 'announcement', 'contact', 'page'] as const;
export type ResultKind = (typeof resultKinds)[number];

/** Something that can be found. */
export type GuideEntry = { kind: ResultKind; title: string; path: string };

/** Weight 1–9 of a word for an entry: a word of the title weighs more than one of the summary. */
export type Posting = { entry: number; weight: number };

/** A word of the index, as an editor wrote it and as it is compared. */
export type Term = { word: string; folded: string; postings: Posting[] };

/**
 * The index for the instant answer, in one language: small enough to come in one round trip.
 * It is a text of four parts, parted by empty lines: entries, stop words, aliases, terms.
 */
export type Guide = { entries: GuideEntry[]; stopWords: Set<string>; aliases: Map<string, string>; terms: Term[] };

const part = '\n\n';

/** Packs a guide as text. Terms are front-coded: each line says how many letters it shares with the line before. */
export function packGuide({ entries, stopWords, aliases, terms }: Guide): string {
  let before = '';
  let folder = '';
  const packedEntries = entries.map(({ kind, title, path }) => {
    const [, start = '', last = ''] = /^(.*\/)([^/]+\/?)$/.exec(path) ?? [];
    const shown = start === folder ? last : path;
    folder = start;
    return `${resultKinds.indexOf(kind)}${title}\t${shown}`;
  });
  const packedTerms = [...terms]
    .sort((a, b) => (a.word < b.word ? -1 : 1))
    .map(({ word, postings }) => {
      let shared = 0;
      while (shared < word.length && shared < 35 && word[shared] === before[shared]) shared += 1;
      before = word;
      return `${shared.toString(36)}${word.slice(shared)} ${packPostings(postings)}`;
    });
  return [packedEntries, [[...stopWords].join(' ')], [...aliases].map(([alias, means]) => `${alias}\t${means}`), packedTerms].map((lines) => lines.join('\n')).join(part);
}

/** Entries in base 36, each followed by its weight as a capital letter. */
const packPostings = (postings: Posting[]): string => postings.map(({ entry, weight }) => entry.toString(36) + String.fromCharCode(64 + weight)).join('');

export function unpackGuide(text: string): Guide {
  const [entries = '', stopWords = '', aliases = '', terms = ''] = text.split(part);
  let folder = '';
  let before = '';
  return {
    entries: entries.split('\n').map((line) => {
      const [title = '', shown = ''] = line.slice(1).split('\t');
      const path = shown.startsWith('/') ? shown : folder + shown;
      folder = /^(.*\/)[^/]+\/?$/.exec(path)?.[1] ?? '';
      return { kind: resultKinds[Number(line[0])]!, title, path };
    }),
    stopWords: new Set(stopWords.split(' ')),
    aliases: new Map(aliases.split('\n').filter(Boolean).map((line) => line.split('\t') as [string, string])),
    terms: terms.split('\n').map((line) => {
      const [coded = '', packed = ''] = line.split(' ');
      const word = before.slice(0, parseInt(coded[0]!, 36)) + coded.slice(1);
      before = word;
      const postings = [...packed.matchAll(/([0-9a-z]+)([A-Z])/g)].map(([, entry, weight]) => ({ entry: parseInt(entry!, 36), weight: weight!.charCodeAt(0) - 64 }));
      return { word, folded: fold(word), postings };
    }),
  };
}
