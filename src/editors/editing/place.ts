import { isUtf8 } from 'node:buffer';
import type { Kind } from '../../kinds/kind.ts';
import { isFolder, kindOf } from '../../kinds/kinds.ts';
import type { Content } from '../../model/content.ts';
import type { EditorLang } from '../../schema/sentences.ts';
import { type Part, partsOf } from './entry-files.ts';
import { readIn, writeIn } from './files-on-disk.ts';
import { fileAt, type Repository, repositoryOf } from './git.ts';
import { editingWords, type EditingWords } from './words.ts';

/* What the acts of the editing page share. */

/** Where an act works, when, for whom, and what the preview shows. */
export type Place = { folder: string; now: Date; lang: EditorLang; content: Content | undefined };
/** What most acts are about: the key of an entry or of a single file, never a path. */
export type ForEntry = { key: string };

/** A mistake of the one who asks, told in their language. */
export class Refusal extends Error {}

type PlainWord = { [Name in keyof EditingWords]: EditingWords[Name] extends string ? Name : never };
/** @param what what it is about: stands behind the word */
export function refuse({ lang }: Place, why: PlainWord[keyof EditingWords], what?: string): never {
  throw new Refusal(editingWords[lang][why] + (what === undefined ? '' : `: ${what}`));
}

export const knownParts = (place: Place, key: string): Part[] =>
  partsOf(key) ?? refuse(place, 'unknown', key);

export const repositoryIn = async (place: Place): Promise<Repository> =>
  (await repositoryOf(place.folder)) ?? refuse(place, 'noGit');

/** The kind of the entry that a key names; undefined for a single file. */
export const kindOfKey = (key: string): Kind | undefined => {
  const [folder = ''] = key.split('/');
  return isFolder(folder) ? kindOf(folder) : undefined;
};

export const decode = (bytes: Buffer | undefined): string | undefined =>
  bytes && (isUtf8(bytes) ? String(bytes) : new TextDecoder('windows-1252').decode(bytes));

export const readText = async (folder: string, path: string): Promise<string | undefined> =>
  decode(await readIn(folder, path));
export const writeText = (folder: string, path: string, text: string | undefined): Promise<void> =>
  writeIn(folder, path, text === undefined ? undefined : Buffer.from(text));
export const textAt = async (
  repository: Repository,
  path: string,
  commit = repository.start,
): Promise<string | undefined> => decode(await fileAt(repository, commit, path));
