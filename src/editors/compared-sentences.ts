import { join } from 'node:path';
import { commitsOf, filesAt } from '../checks/git.ts';
import { readContent } from '../checks/read-content.ts';
import type { EntryTranslation, Reading, Sentence } from '../checks/reading.ts';
import { isVersion } from '../checks/translation-pairs.ts';
import { type Lang, type Localized, otherLanguages } from '../i18n/languages.ts';
import type { Translations } from '../schema/site-files.ts';

/** The sentences of a text as they were confirmed; undefined where nobody knows them any more. */
export type ConfirmedText = (entry: EntryTranslation, lang: Lang) => Sentence[] | undefined;

/** Looks for confirmed texts in the history of the content folder: only their hashes are kept beside it. */
export function confirmedInHistory(folder: string, { singles, now }: Reading): ConfirmedText {
  const versions = (singles.translations?.data ?? {}) as Translations;
  return ({ key }, lang) => {
    const confirmed = versions[key]?.[lang];
    if (confirmed === undefined) return undefined;
    for (const commit of commitsOf(join(folder, key))) {
      const files = filesAt(commit, join(folder, key))?.map((file) => ({
        ...file,
        path: `${key}/${file.path}`,
      }));
      const sentences = readContent(files ?? [], now).translations[0]?.sentences[lang];
      if (sentences && isVersion(confirmed, sentences)) return sentences;
    }
    return undefined;
  };
}

/** A sentence that has changed or is gone: as it was, as it is, and what says the same in the other languages. */
export type Compared = {
  was: Sentence | undefined;
  is: Sentence | undefined;
  twins: { lang: Lang; sentences: Sentence[] }[];
};

/** The changed sentences of a text, with what they were where that is known, and those that are gone. */
export function comparedSentences(
  entry: EntryTranslation,
  lang: Lang,
  confirmedText: ConfirmedText,
): Compared[] {
  const changes = entry.changes?.[lang];
  if (!changes?.first) return [];
  const hashes = new Set(entry.sentences[lang].map(({ hash }) => hash));
  const gone = (confirmedText(entry, lang) ?? []).filter(({ hash }) => !hashes.has(hash));
  const compared = changes.changed.map((is): Compared => {
    const was = mostAlike(is, gone);
    if (was) gone.splice(gone.indexOf(was), 1);
    const twins = otherLanguages(lang).map((other) => ({
      lang: other,
      sentences: sameBlock(entry.sentences, lang, is, other),
    }));
    return { was, is, twins: twins.filter(({ sentences }) => sentences.length > 0) };
  });
  return [...compared, ...gone.slice(0, changes.fewer).map((was) => ({ was, is: undefined, twins: [] }))];
}

const wordsOf = ({ text }: Sentence): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\d]+/gu));
/** The share of the words of the shorter one that both have, from which one sentence is taken for an earlier form of another. */
const leastCommon = 0.5;

function mostAlike(sentence: Sentence, others: Sentence[]): Sentence | undefined {
  const words = wordsOf(sentence);
  const shares = others.map((other) => {
    const otherWords = wordsOf(other);
    return words.intersection(otherWords).size / Math.min(words.size, otherWords.size);
  });
  const best = Math.max(...shares, leastCommon);
  return others[shares.indexOf(best)];
}

/**
 * The sentences of the same field or paragraph in another language. Paragraphs are counted, so that is known only
 * where both texts have as many.
 */
function sameBlock(
  sentences: Localized<Sentence[]>,
  lang: Lang,
  sentence: Sentence,
  other: Lang,
): Sentence[] {
  const placeOf = (of: Sentence) => JSON.stringify(of.start());
  const placesIn = (of: Lang) => [...new Set(sentences[of].map(placeOf))];
  const own = placesIn(lang);
  const others = placesIn(other);
  const place = own.length === others.length ? others[own.indexOf(placeOf(sentence))] : placeOf(sentence);
  const isField = 'field' in sentence.start();
  return own.length === others.length || isField
    ? sentences[other].filter((candidate) => placeOf(candidate) === place)
    : [];
}
