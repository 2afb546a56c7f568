import { type EditorLang, editorLanguages, inEditorLanguages } from '../schema/sentences.ts';

/* Words of the editors' tools stand side by side in the order of `editorLanguages`; one that lacks a language does not compile. */

type Word = string | ((...details: never[]) => string);
type Words = { [name: string]: readonly [fi: Word, sv: Word, en: Word] | Words };
/** Words that are looked up by a name that may not be among them. */
export type Names = Record<string, [fi: string, sv: string, en: string]>;
/** The words in one language. */
type InOne<All> = {
  [Name in keyof All]: All[Name] extends readonly [infer One, Word, Word]
    ? One extends string
      ? string
      : One
    : InOne<All[Name]>;
};

/** The words in each language. */
export const dictionaries = <All extends Words>(words: All): Record<EditorLang, InOne<All>> =>
  inEditorLanguages((lang) => inOne(words, editorLanguages.indexOf(lang)) as InOne<All>);

const inOne = (words: Words, index: number): object =>
  Object.fromEntries(
    Object.entries(words).map(([name, word]) => [
      name,
      Array.isArray(word) ? word[index] : inOne(word as Words, index),
    ]),
  );

/** "1 error", "2 errors". */
export const counted =
  (one: string, many: string) =>
  (count: number): string =>
    count === 1 ? one : `${count} ${many}`;
