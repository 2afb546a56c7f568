import { inEachLanguage, type Lang, languages, type Localized, otherLanguages } from '../i18n/languages.ts';
import type { Translations } from '../schema/site-files.ts';
import { memoize } from '../model/memoize.ts';
import type { Body, BodyNode, Changes, EntryTranslation, Reading, Sentence, Start } from './reading.ts';
import { proseFields } from './passages.ts';
import { sentencesIn } from './sentences.ts';

/** The sentences of a text, fields first, in reading order. */
export const sentencesOf = (fields: unknown, body: BodyNode): Sentence[] => [
  ...proseFields(fields).flatMap(({ path, text }) => sentencesWithHashes(text, () => ({ field: path }))),
  ...blocksOf(body).flatMap(({ text, line }) =>
    sentencesWithHashes(text, (before) => ({ line: line + before.split('\n').length - 1 })),
  ),
];

/** Characters that do not change the meaning: quotation marks and soft hyphens. */
const ignoredCharacters = /["'“”„‟‘’‚‛«»‹›\u00AD]/g;

function sentencesWithHashes(text: string, start: (before: string) => Start): Sentence[] {
  const normalized = text.replace(ignoredCharacters, '');
  return sentencesIn(normalized).flatMap(({ sentence, offset }) => {
    // Single spaces are not matched: replacing each by itself would take longer than everything else here.
    const comparable = sentence.replace(/\s{2,}|[^\S ]/g, ' ');
    return /[\p{L}\p{N}]/u.test(comparable)
      ? [
          {
            text: comparable,
            hash: hashOf(comparable),
            sketch: () => sketchOf(comparable),
            start: () => start(normalized.slice(0, offset)),
          },
        ]
      : [];
  });
}

/**
 * FNV-1a folded to 24 bits, as six hexadecimal digits: enough for the sentences of one text, and ten times as fast as a
 * cryptographic hash.
 */
function hashOf(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return ((value >>> 24) ^ (value & 0xffffff)).toString(16).padStart(6, '0');
}

/**
 * A rough picture of a sentence in 13 characters, which tells a mended typing error from another meaning without keeping
 * the old text: which letters and pairs of letters occur an odd number of times (30 bits each), the number of words, and
 * a hash of all numbers, links and attributes. On the real content it told every typing error as one, and took one
 * replaced word in a hundred for one.
 */
function sketchOf(sentence: string): string {
  const words = sentence.toLowerCase().match(/[^\s]*[\p{L}\d][^\s]*/gu) ?? [];
  const exact = words.filter((word) => /[\d/=]/.test(word));
  let letters = 0;
  let pairs = 0;
  for (const word of words) {
    if (exact.includes(word)) continue;
    let before = 0;
    for (const letter of `${word.replace(/[^\p{L}]/gu, '')} `) {
      const code = letter.codePointAt(0)!;
      if (letter !== ' ') letters ^= 1 << (code % sketchBits);
      pairs ^= 1 << ((before * 31 + code * 7) % sketchBits);
      before = code;
    }
  }
  return [
    inBase64(letters, digitsOfBits),
    inBase64(pairs, digitsOfBits),
    inBase64(words.length, 1),
    inBase64(parseInt(hashOf(exact.join(' ')), 16), 2),
  ].join('');
}
const sketchBits = 30;
const digitsOfBits = 5;
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const inBase64 = (value: number, digits: number): string =>
  Array.from({ length: digits }, (_, digit) => base64[(value >>> (6 * digit)) & 63]).join('');

/** Whether two sketches differ by no more than one typing error, or by punctuation. */
function areClose(a: string, b: string): boolean {
  const bitsAt = (sketch: string, from: number) =>
    [...sketch.slice(from, from + digitsOfBits)].reduce(
      (bits, digit, place) => bits | (base64.indexOf(digit) << (6 * place)),
      0,
    );
  const differing = (from: number) =>
    (bitsAt(a, from) ^ bitsAt(b, from)).toString(2).replaceAll('0', '').length;
  // A wrong letter changes two letters and four pairs; two in the wrong order no letter and six pairs.
  return (
    a.slice(2 * digitsOfBits) === b.slice(2 * digitsOfBits) &&
    differing(0) <= 2 &&
    differing(digitsOfBits) <= 6
  );
}

/** The text of a body, block by block: plain, but with the URLs of links. */
function blocksOf(node: BodyNode): { text: string; line: number }[] {
  const children = node.children ?? [];
  if (children.length > 0 && !textBlocks.includes(node.type)) return children.flatMap(blocksOf);
  return [{ text: blockText(node), line: node.position?.start.line ?? 1 }];
}
const textBlocks = ['paragraph', 'heading', 'tableCell'];

function blockText(node: BodyNode): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'text' || node.type === 'inlineCode') return String(node.value);
  const attributes = (node.attributes ?? []).map(({ name, value }) => ` ${name}=${value}`).join('');
  return [
    node.name ?? '',
    attributes,
    node.alt ?? '',
    ...(node.children ?? []).map(blockText),
    node.url ? ` ${node.url}` : '',
  ].join('');
}

/** A version as stored in `translations.yaml`: hash and sketch of each sentence, separated by spaces. */
export const versionOf = (sentences: Sentence[]): string =>
  sentences.map(({ hash, sketch }) => hash + sketch()).join(' ');

const hashLength = 6;

export const isVersion = (confirmed: string, sentences: Sentence[]): boolean =>
  confirmed
    .split(' ')
    .map((stored) => stored.slice(0, hashLength))
    .join() === sentences.map(({ hash }) => hash).join();

/** How a text differs from its confirmed version. Moved sentences and mended spelling are no change. */
export function changesSince(confirmed: string, sentences: Sentence[]): Changes {
  const before = confirmed.split(' ');
  const hashes = new Set(before.map((stored) => stored.slice(0, hashLength)));
  const now = new Set(sentences.map((sentence) => sentence.hash));
  const removed = before.filter((stored) => !now.has(stored.slice(0, hashLength)));
  const changed = sentences.filter((sentence) => {
    if (hashes.has(sentence.hash)) return false;
    const mended = removed.findIndex((stored) => areClose(stored.slice(hashLength), sentence.sketch()));
    if (mended >= 0) removed.splice(mended, 1);
    return mended < 0;
  });
  const nearestToRemoved =
    removed.length > 0 ? sentences[Math.min(before.indexOf(removed[0]!), sentences.length - 1)] : undefined;
  return {
    changed,
    fewer: Math.max(0, removed.length - changed.length),
    first: changed[0] ?? nearestToRemoved,
  };
}

const sentencesOfBody = memoize(({ document, nodes: [root] }: Body) =>
  sentencesOf(document.yaml.data, root!.node),
);

/** The entries whose texts are valid in every language. */
export function translationsIn({
  entries,
  bodies,
  singles,
}: Pick<Reading, 'entries' | 'bodies' | 'singles'>): EntryTranslation[] {
  const confirmed = (singles.translations?.data ?? {}) as Translations;
  const bodyOf = new Map(bodies.map((body) => [body.document, body]));
  return entries.flatMap(({ folder, id, texts }): EntryTranslation[] => {
    const bodyIn = (lang: Lang) => (texts[lang]?.data ? bodyOf.get(texts[lang].document) : undefined);
    if (!languages.every((lang) => bodyIn(lang)?.nodes[0])) return [];
    const own = inEachLanguage((lang) => bodyIn(lang)!);
    const key = `${folder}/${id}`;
    const sentences = inEachLanguage((lang) => sentencesOfBody(own[lang]));
    const version = confirmed[key];
    // A confirmation from before a language was added to the site does not cover that language.
    const isComplete = version && languages.every((lang) => version[lang] !== undefined);
    return [
      {
        key,
        sentences,
        files: inEachLanguage((lang) => own[lang].document.file),
        changes: isComplete
          ? inEachLanguage((lang) => changesSince(version[lang]!, sentences[lang]))
          : undefined,
        placeOf: (lang, sentence) => {
          const { document, firstLine } = own[lang];
          const start = sentence.start();
          return 'field' in start
            ? document.yaml.placeOf(start.field)
            : { file: document.file, line: firstLine + start.line - 1, column: 1 };
        },
      },
    ];
  });
}

/** Whether a text is outdated: unchanged since it was confirmed, while another language has changed. */
export const lagsBehind = (lang: Lang, changes: Localized<Changes> | undefined): boolean =>
  changes !== undefined && !changes[lang].first && otherLanguages(lang).some((other) => changes[other].first);

/** The languages whose text has changed since it was confirmed; undefined when it never was confirmed. */
export const changedLanguages = (changes: Localized<Changes> | undefined): Lang[] | undefined =>
  changes && languages.filter((textLang) => changes[textLang].first);
