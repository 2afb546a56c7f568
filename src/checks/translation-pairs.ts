import { inEachLanguage, type Lang, languages, type Localized, otherLanguages } from '../i18n/languages.ts';
import type { EditorLang } from '../schema/sentences.ts';
import type { Translations } from '../schema/site-files.ts';
import { languageNames } from './language-names.ts';
import type { BodyNode, Changes, EntryTranslation, Reading, Sentence, Start } from './reading.ts';
import { sentencesIn } from './sentences.ts';

/** The fields of a text that a translation must follow; address and keywords are chosen for each language on its own. */
type Told = { title: string; summary: string; keyPoints?: string[]; shortAnswers?: string[] };

/** The sentences of a text in the order in which they are read. */
export const sentencesOf = (
  { title, summary, keyPoints = [], shortAnswers = [] }: Told,
  body: BodyNode,
): Sentence[] => [
  ...sentencesWithHashes(title, () => ({ field: ['title'] })),
  ...sentencesWithHashes(summary, () => ({ field: ['summary'] })),
  ...keyPoints.flatMap((point, index) => sentencesWithHashes(point, () => ({ field: ['keyPoints', index] }))),
  ...shortAnswers.flatMap((answer, index) =>
    sentencesWithHashes(answer, () => ({ field: ['shortAnswers', index] })),
  ),
  ...blocksOf(body).flatMap(({ text, line }) =>
    sentencesWithHashes(text, (before) => ({ line: line + before.split('\n').length - 1 })),
  ),
];

/** Quotation marks of every kind, and hints where a word may be divided. */
const saysNothing = /["'“”„‟‘’‚‛«»‹›\u00AD]/g;

function sentencesWithHashes(text: string, start: (before: string) => Start): Sentence[] {
  const plain = text.normalize('NFC').replace(saysNothing, '');
  return sentencesIn(plain).flatMap(({ sentence, offset }) => {
    // Single spaces are left alone: to put each in its own place again takes longer than all the rest.
    const words = sentence.replace(/\s{2,}|[^\S ]/g, ' ');
    return /[\p{L}\p{N}]/u.test(words)
      ? [{ text: words, hash: hashOf(words), start: () => start(plain.slice(0, offset)) }]
      : [];
  });
}

/**
 * FNV-1a folded to 24 bits, as six digits: enough to tell the few sentences of one text apart, since nobody gains by deceiving it,
 * and ten times as fast as a cryptographic hash where there are tens of thousands of sentences.
 */
function hashOf(text: string): string {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return ((value >>> 24) ^ (value & 0xffffff)).toString(16).padStart(6, '0');
}

/** The words of a body, block by block: lines, emphasis and the signs of Markdown are gone, addresses of links stay. */
function blocksOf(node: BodyNode): { text: string; line: number }[] {
  const inside = node.children ?? [];
  if (inside.length > 0 && !holdsWords.includes(node.type)) return inside.flatMap(blocksOf);
  return [{ text: wordsOf(node), line: node.position?.start.line ?? 1 }];
}
const holdsWords = ['paragraph', 'heading', 'tableCell'];

function wordsOf(node: BodyNode): string {
  if (node.type === 'break') return '\n';
  if (node.type === 'text' || node.type === 'inlineCode') return String(node.value);
  const attributes = (node.attributes ?? []).map(({ name, value }) => ` ${name}=${value}`).join('');
  return [
    node.name ?? '',
    attributes,
    node.alt ?? '',
    ...(node.children ?? []).map(wordsOf),
    node.url ? ` ${node.url}` : '',
  ].join('');
}

/** What a version is kept as: the hashes of its sentences. */
export const versionOf = (sentences: Sentence[]): string =>
  sentences.map((sentence) => sentence.hash).join(' ');

/** What a text says that it did not say when it was confirmed. A sentence that moves within a text still says the same. */
export function changesSince(confirmed: string, sentences: Sentence[]): Changes {
  const before = confirmed.split(' ');
  const now = new Set(sentences.map((sentence) => sentence.hash));
  const changed = sentences.filter((sentence) => !before.includes(sentence.hash));
  const gone = before.filter((old) => !now.has(old));
  const placeOfGone =
    gone.length > 0 ? sentences[Math.min(before.indexOf(gone[0]!), sentences.length - 1)] : undefined;
  return { changed, fewer: Math.max(0, gone.length - changed.length), first: changed[0] ?? placeOfGone };
}

export function translationsIn({
  entries,
  bodies,
  singles,
}: Pick<Reading, 'entries' | 'bodies' | 'singles'>): EntryTranslation[] {
  const confirmed = (singles.translations?.data ?? {}) as Translations;
  const bodyOf = new Map(bodies.map((body) => [body.document, body]));
  return entries.flatMap(({ folder, id, texts }): EntryTranslation[] => {
    if (!languages.every((lang) => texts[lang]?.data && bodyOf.get(texts[lang].document)?.nodes[0]))
      return [];
    const key = `${folder}/${id}`;
    const sentences = inEachLanguage((lang) =>
      sentencesOf(
        texts[lang]!.data as Parameters<typeof sentencesOf>[0],
        bodyOf.get(texts[lang]!.document)!.nodes[0]!.node,
      ),
    );
    const version = confirmed[key];
    // In a language that is new to the site nothing was confirmed.
    const complete =
      version && languages.every((lang) => version[lang] !== undefined)
        ? (version as Localized<string>)
        : undefined;
    return [
      {
        key,
        sentences,
        files: inEachLanguage((lang) => texts[lang]!.document.file),
        changes: complete && inEachLanguage((lang) => changesSince(complete[lang], sentences[lang])),
        placeOf: (lang, sentence) => {
          const { document } = texts[lang]!;
          const start = sentence.start();
          return 'field' in start
            ? document.yaml.placeOf(start.field)
            : { file: document.file, line: bodyOf.get(document)!.firstLine + start.line - 1, column: 1 };
        },
      },
    ];
  });
}

/** Whether a text lags behind: it is as it was confirmed, and its twin is not. */
export const lagsBehind = (lang: Lang, changes: Localized<Changes> | undefined): boolean =>
  changes !== undefined && !changes[lang].first && otherLanguages(lang).some((other) => changes[other].first);

const states: Record<EditorLang, { unconfirmed: string; changed: string; same: string }> = {
  fi: {
    unconfirmed: 'kukaan ei ole vahvistanut, että kielet kertovat saman',
    changed: 'on muuttunut',
    same: 'on ennallaan',
  },
  sv: {
    unconfirmed: 'ingen har bekräftat att språken säger samma sak',
    changed: 'har ändrats',
    same: 'är oförändrad',
  },
  en: {
    unconfirmed: 'nobody has confirmed that the languages say the same',
    changed: 'has changed',
    same: 'is unchanged',
  },
};

/** The languages whose text has changed since it was confirmed; undefined when it never was. */
export const changedLanguages = (changes: Localized<Changes> | undefined): Lang[] | undefined =>
  changes && languages.filter((of) => changes[of].first);

/** "suomi on muuttunut, ruotsi on ennallaan" */
export const confirmationState = (changed: Lang[] | undefined, lang: EditorLang): string =>
  changed
    ? languages
        .map(
          (of) =>
            `${languageNames[lang][of].name} ${changed.includes(of) ? states[lang].changed : states[lang].same}`,
        )
        .join(', ')
    : states[lang].unconfirmed;
