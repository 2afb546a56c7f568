import { runRules } from '../../checks/check-content.ts';
import { readContent } from '../../checks/read-content.ts';
import { examinePictures, readFiles } from '../../checks/read-files.ts';
import type { Reading } from '../../checks/reading.ts';
import { singleFiles } from '../../model/folders.ts';
import type { EditorLang } from '../../schema/sentences.ts';
import { choicesFor, nameOfChoice } from '../questions.ts';
import { type ChangedField, changedFields } from './changed-fields.ts';
import type { PartContent } from './data.ts';
import { addressIn, contentOf, partsOf } from './entry-files.ts';
import { readIn, writeIn } from './files-on-disk.ts';
import { formOf } from './form.ts';
import {
  type Author,
  authorOf,
  bringNewest,
  type Change,
  changesIn,
  type Conflict,
  fileAt,
  isBehind,
  type OpenBranch,
  openBranches,
  openRequestOf,
  type Repository,
  repositoryOf,
  send,
} from './git.ts';
import { filesWith, keyOfFile, type Message, messagesOf, titleOf } from './live-check.ts';
import { linesByName, withLinesOf } from './named-lines.ts';
import {
  decode,
  type ForEntry,
  kindOfKey,
  knownParts,
  type Place,
  readText,
  refuse,
  repositoryIn,
  textAt,
} from './place.ts';
import { editingWords } from './words.ts';

/* What the editing page can ask about changes: those that are not sent yet, and those that others have published. */

/** Files whose lines belong to different entries. */
const { redirects, translations } = singleFiles;
const sharedFiles: string[] = [redirects.file, translations.file];

type KeyedChange = Change & { key: string };
/** What was changed, each with the key of the entry that it belongs to. */
export async function keyedChanges(repository: Repository): Promise<KeyedChange[]> {
  const changes = await changesIn(repository, sharedFiles);
  const isRedirect = ({ path }: Change) => path === redirects.file;
  const ownerOf = changes.some(isRedirect) ? await ownersOfRedirects(repository, changes) : undefined;
  return changes.map((change) => ({
    ...change,
    key:
      change.path === translations.file
        ? change.name!
        : (isRedirect(change) && ownerOf!(change.name!)) || keyOfFile(change.path),
  }));
}

/** An old address belongs to the entry that it leads to, or led to; undefined where that was not changed. */
async function ownersOfRedirects(repository: Repository, changes: Change[]) {
  const { folder } = repository;
  const versionsOf = async (path: string) => [await readText(folder, path), await textAt(repository, path)];
  const owners = new Map<string, string>();
  for (const key of new Set(changes.map(({ path }) => keyOfFile(path)))) {
    const kind = kindOfKey(key);
    if (!kind?.pathOf) continue;
    for (const { path, lang } of partsOf(key) ?? [])
      for (const text of await versionsOf(path)) {
        const address = lang && addressIn(path, text);
        if (address) owners.set(kind.pathOf(lang, address), key);
      }
  }
  const versions = (await versionsOf(redirects.file)).map((text) => linesByName(text ?? ''));
  return (name: string): string | undefined =>
    versions
      .map((lines) => contentOf(redirects.file, lines.get(name) ?? ''))
      .flatMap((content) => ('data' in content ? Object.values(content.data) : []))
      .concat(name)
      .map((address) => owners.get(String(address)))
      .find(Boolean);
}

/** A file of which something was not sent: as it is, and as it was sent last, or started. */
type Unsent = { path: string; names: string[]; now: Buffer | undefined; before: Buffer | undefined };

/** What was changed in an entry and not sent yet. */
async function unsentOf(
  repository: Repository,
  branches: OpenBranch[],
  changes: KeyedChange[],
  key: string,
): Promise<Unsent[]> {
  const { folder, start } = repository;
  const unsent = changes.filter((change) => change.key === key && !change.sentIn);
  if (unsent.length === 0) return [];
  const sent = await openRequestOf(repository, branches, (path) => keyOfFile(path) === key);
  return Promise.all(
    [...Map.groupBy(unsent, ({ path }) => path)].map(async ([path, own]) => ({
      path,
      names: own.flatMap(({ name }) => name ?? []),
      now: await readIn(folder, path),
      before: await fileAt(repository, sent?.paths.includes(path) ? sent.tip : start, path),
    })),
  );
}

async function unsentOfEntry(place: Place, key: string): Promise<Unsent[]> {
  knownParts(place, key);
  const repository = await repositoryIn(place);
  return unsentOf(repository, await openBranches(repository), await keyedChanges(repository), key);
}

/** What an editor would send or take back, field by field. */
function fieldsOf(key: string, unsent: Unsent[], reading: Reading, lang: EditorLang): ChangedField[] {
  const t = editingWords[lang];
  const said = { t, nameOf: (to: string, id: string) => nameIn(reading, to, id, lang) };
  return unsent.flatMap(({ path, names, now, before }) => {
    const part = partsOf(key)?.find((other) => other.path === path);
    const [was, is] = [before, now].map(decode);
    if (sharedFiles.includes(path)) {
      const name = titleOf(reading, path, lang);
      if (path === translations.file) return { name, before: [], after: [] };
      const of = (text = '') => names.flatMap((one) => linesByName(text).get(one)?.trim() ?? []);
      return { name, before: of(was), after: of(is) };
    }
    if (!part) return { name: `${t.credit}: ${path.split('/').at(-1)!}`, before: [], after: [] };
    const [old, written] = [was, is].map((text) => (text === undefined ? text : contentOf(path, text)));
    return changedFields({ ...part, form: formOf(part.schema, lang) }, old, written, said);
  });
}

const nameIn = (reading: Reading, to: string, id: string, lang: EditorLang): string => {
  const choice = choicesFor(to, reading).find(({ key }) => key === id);
  return choice ? nameOfChoice(choice, lang) : id;
};

/** The entries that some files belong to or name by id, and the shared files: what it takes to tell of these. */
function readingFor({ folder, now }: Place, keys: string[], unsent: Unsent[]): Reading {
  const texts = unsent.flatMap(({ now, before }) => [now, before]).map((bytes) => bytes?.toString('latin1'));
  const words = new Set(texts.join('\n').match(/[a-z0-9-]+/g));
  const files = readFiles(folder).filter(({ path }) => {
    const key = keyOfFile(path);
    return !key.includes('/') || keys.includes(key) || words.has(key.split('/')[1]!);
  });
  const removed = unsent
    .filter((file) => !file.now)
    .map(({ path, before }) => [path, decode(before)] as const);
  return readContent(filesWith(files, new Map(removed)), now);
}

/** What `undoEntry` would take back. */
export async function unsentIn(place: Place, { key }: ForEntry): Promise<{ fields: ChangedField[] }> {
  const unsent = await unsentOfEntry(place, key);
  return { fields: fieldsOf(key, unsent, readingFor(place, [key], unsent), place.lang) };
}

/** Takes back what was not sent: the entry is again as it was sent, or as it started. */
export async function undoEntry(place: Place, { key }: ForEntry): Promise<void> {
  for (const { path, names, now, before } of await unsentOfEntry(place, key)) {
    const text = () => Buffer.from(withLinesOf(decode(now) ?? '', decode(before) ?? '', names));
    await writeIn(place.folder, path, sharedFiles.includes(path) ? text() : before);
  }
}

/** Whether something was published that is not here yet. */
export async function newest({ folder }: Place): Promise<{ isBehind: boolean }> {
  const repository = await repositoryOf(folder);
  return { isBehind: repository !== undefined && (await isBehind(repository)) };
}

/** The published version of a file that was changed here, too; `blob` names it for git. */
export type PublishedVersion = { key: string; path: string; blob: string; theirs?: PartContent };

const publishedVersion = ({ path, blob, theirs }: Conflict): PublishedVersion => ({
  key: keyOfFile(path),
  path,
  blob,
  ...(theirs && { theirs: contentOf(path, decode(theirs)) }),
});

/** Brings what was published, with the changes of the editor kept. */
export async function bring(place: Place) {
  const { folder, now, lang } = place;
  const repository = await repositoryIn(place);
  const brought = await bringNewest(repository, (path, bytes) => writeIn(folder, path, bytes));
  if (brought.status !== 'conflicts') return brought;
  const reading = readContent(readFiles(folder), now);
  const conflicts = brought.conflicts.map(publishedVersion);
  const keys = new Set(conflicts.map(({ key }) => key));
  return {
    status: brought.status,
    // Both versions are shown where there is a form for them.
    conflicts: conflicts.filter(({ key, theirs }) => theirs && partsOf(key)),
    entries: [...keys].map((key) => ({ key, title: titleOf(reading, key, lang) })),
  };
}

/** What can be sent, and by whom. Nothing is checked here: that is done when it is sent. */
export async function sendState(place: Place) {
  const { folder, lang } = place;
  const repository = await repositoryOf(folder);
  if (!repository) return { changes: [], remote: false, git: false };
  const [author, branches, all] = await Promise.all([
    authorOf(repository),
    openBranches(repository),
    keyedChanges(repository),
  ]);
  const keyed = await Promise.all(
    [...Map.groupBy(all, ({ key }) => key)].map(async ([key, own]) => ({
      key,
      sentIn: own.every(({ sentIn }) => sentIn) ? own[0]!.sentIn : undefined,
      unsent: await unsentOf(repository, branches, own, key),
    })),
  );
  const reading = readingFor(
    place,
    keyed.map(({ key }) => key),
    keyed.flatMap(({ unsent }) => unsent),
  );
  const changes = keyed.map(({ key, sentIn, unsent }) => ({
    key,
    title: titleOf(reading, key, lang),
    fields: fieldsOf(key, unsent, reading, lang),
    sentIn,
  }));
  return { changes, remote: repository.remote !== undefined, git: true, author };
}

type SendRequest = { keys: string[]; sentence: string; author: Author; seen: Record<string, string> };

/** Sends entries, after the check of just what would be published. */
export async function sendEntries(place: Place, { keys, sentence, author, seen }: SendRequest) {
  const { folder, now, lang } = place;
  const repository = await repositoryIn(place);
  const words = sentence.replace(/\s+/g, ' ').trim();
  if (!/\p{L}/u.test(words)) refuse(place, 'sentenceMissing');
  if (!author.name.trim() || !/^\S+@\S+$/.test(author.email)) refuse(place, 'authorMissing');
  const changes = (await keyedChanges(repository)).filter(({ key }) => keys.includes(key));
  if (changes.length === 0) return { status: 'nothing' } as const;
  let problems: Message[] = [];
  const result = await send(repository, {
    paths: changes.map(({ path }) => path).filter((path) => !sharedFiles.includes(path)),
    isOwn: (path) => keys.includes(keyOfFile(path)) && !sharedFiles.includes(path),
    // Of what several entries share, what an act wrote for these goes with them.
    lines: Object.fromEntries(
      sharedFiles.map((file) => [
        file,
        changes.flatMap(({ path, name }) => (path === file && name !== undefined ? [name] : [])),
      ]),
    ),
    sentence: words.slice(0, 300),
    author: {
      name: author.name.replace(/[<>\p{Cc}]/gu, ' ').trim(),
      email: author.email.replace(/[<>\p{Cc}]/gu, ''),
    },
    seen,
    now,
    refuses: async (files) => {
      await examinePictures(files);
      const { reading, errors } = runRules(files, now);
      problems = messagesOf(errors, reading, lang);
      return errors.length > 0;
    },
    join: (path, bytes) => writeIn(folder, path, bytes),
  });
  if (result.status === 'refused') return { status: 'problems', problems } as const;
  if (result.status !== 'conflicts') return result;
  return { status: result.status, conflicts: result.conflicts.map(publishedVersion) };
}
