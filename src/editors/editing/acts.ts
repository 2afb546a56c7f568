import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { runRules } from '../../checks/check-content.ts';
import { drawPicture } from '../../checks/draw-picture.ts';
import { pictureType } from '../../checks/picture.ts';
import type { Problem } from '../../checks/problem.ts';
import { readContent } from '../../checks/read-content.ts';
import { type ContentFile, examinePictures, maximumSize, readFiles } from '../../checks/read-files.ts';
import type { Reading } from '../../checks/reading.ts';
import { allReferences } from '../../checks/rules/references.ts';
import { pictureFiles } from '../../checks/rules/pictures.ts';
import { staleTranslation } from '../../checks/rules/stale-translation.ts';
import { isWaiting, confirmedFile } from '../confirmed-translations.ts';
import { answersFrom } from '../answers.ts';
import { filesOf } from '../new-entry.ts';
import { choicesFor, existingIn, questionsFor, takesSeveral } from '../questions.ts';
import { publicationMoment } from '../../model/visible.ts';
import { helsinkiDay } from '../../i18n/helsinki-time.ts';
import { toAddress } from '../../i18n/addresses.ts';
import { inEachLanguage, type Lang, languages, type Localized } from '../../i18n/languages.ts';
import { allKinds, isFolder, kindOf } from '../../kinds/kinds.ts';
import type { Content } from '../../model/content.ts';
import { singleFiles } from '../../model/folders.ts';
import { pagesOf as sitePages } from '../../model/pages.ts';
import { address, referenceOf } from '../../schema/fields.ts';
import type { EditorLang } from '../../schema/sentences.ts';
import { itemOf } from '../../schema/walk.ts';
import { type ChangedField, changedFields } from './changed-fields.ts';
import { contentOf, editableSingles, type Part, type PartContent, partsOf, textWith } from './entry-files.ts';
import { readIn, versionOf, writeIn } from './files-on-disk.ts';
import { type Choice, choicesOf, type FormSchema, formOf, inOrder } from './form.ts';
import {
  type Author,
  authorOf,
  bringNewest,
  type Change,
  changesIn,
  fileAt,
  historyOf,
  isBehind,
  type OpenBranch,
  openBranches,
  openRequestOf,
  type PastChange,
  type Repository,
  repositoryOf,
  send,
  type Sent,
} from './git.ts';
import { inFormWords } from './form-words.ts';
import { linesByName, withLinesOf } from './named-lines.ts';
import { checkWith, filesWith, keyOfFile, type Message, messagesOf, titleOf } from './live-check.ts';
import { editingWords } from './words.ts';
import { type Data, withData } from './write-yaml.ts';

/* What the editing page can ask of this machine. Every function takes keys of entries and never a path. */

export type Place = { folder: string; now: Date; lang: EditorLang; content: Content | undefined };

/** One file of a form. */
export type FormPart = {
  path: string;
  lang?: Lang;
  /** Longest body in characters, of a text. */
  longest?: number;
  form: FormSchema;
  isOptional: boolean;
  version: string;
  content: PartContent;
  /** What it said before anything was changed here; undefined for a new file. */
  base?: PartContent;
};

export type OpenEntry = {
  key: string;
  title: string;
  kind: string;
  parts: FormPart[];
  choices: Record<string, Choice[]>;
  /** Those that refer to it. */
  referrers: { key: string; title: string }[];
  /** The pages that show it. */
  pages: Localized<string>;
  /** Whether nobody has confirmed that the languages say the same since they changed. */
  waits: boolean;
} & Checked;

export type Checked = { messages: Message[]; elsewhere: TitledMessage[]; waits: boolean };
/** A message about another entry than the one that is open; `namesOwn` tells whether it names the open one. */
export type TitledMessage = Message & { key: string; title: string; namesOwn?: boolean };

/** A mistake of the one who asks, told in their language. */
export class Refusal extends Error {}

const decode = (bytes: Buffer | undefined): string | undefined =>
  bytes && (isUtf8(bytes) ? String(bytes) : new TextDecoder('windows-1252').decode(bytes));
const encode = (text: string | undefined): Buffer | undefined =>
  text === undefined ? undefined : Buffer.from(text);

function knownParts(key: string, lang: EditorLang): Part[] {
  const parts = partsOf(key);
  if (!parts) throw new Refusal(editingWords[lang].unknown(key));
  return parts;
}

const folderOf = (key: string) => {
  const [folder = ''] = key.split('/');
  return isFolder(folder) ? kindOf(folder) : undefined;
};

/** The form of an entry, with what its files say and what is wrong with them. */
export async function openEntry(place: Place, key: string): Promise<OpenEntry> {
  const { folder, lang } = place;
  const parts = knownParts(key, lang);
  const repository = await repositoryOf(folder);
  const opened = await Promise.all(
    parts.map(async ({ path, lang: textLang, schema, isOptional = false }): Promise<FormPart> => {
      const bytes = await readIn(folder, path);
      const before = repository ? await fileAt(repository, repository.start, path) : bytes;
      return {
        path,
        ...(textLang && { lang: textLang, longest: folderOf(key)!.text!.longest }),
        form: formOf(schema, lang),
        isOptional,
        version: versionOf(bytes),
        content: contentOf(path, decode(bytes)),
        ...(before && { base: contentOf(path, decode(before)) }),
      };
    }),
  );
  if (opened.every(({ version, base }) => version === '' && !base))
    throw new Refusal(editingWords[lang].unknown(key));
  // What is wrong with all of the content is asked for once the form is there.
  const { reading: _, ...checked } = check(place, key, new Map(), false);
  const reading = readContent(readFiles(folder), place.now);
  return {
    key,
    title: titleOf(reading, key, lang),
    kind: folderOf(key)?.name ?? key,
    parts: opened,
    choices: choicesOf(
      opened.map(({ form }) => form),
      reading,
      lang,
      key,
    ),
    referrers: referrersOf(reading, key).map((from) => ({ key: from, title: titleOf(reading, from, lang) })),
    pages: pagesOf(place, key, opened),
    ...checked,
  };
}

/** The keys of the entries that refer to one. */
export const referrersOf = (reading: Reading, key: string): string[] => [
  ...new Set(
    [...allReferences(reading)].flatMap(({ kind, value, from }) =>
      from && from !== key && `${kind}/${value}` === key ? [from] : [],
    ),
  ),
];

/** What is wrong with an entry, with texts that are not saved, and what that does to others. */
function check(
  { folder, now, lang }: Place,
  key: string,
  texts: ReadonlyMap<string, string | undefined>,
  isWhole = true,
): Checked & { reading: Reading } {
  const own = new Set(partsOf(key)!.map(({ path }) => path));
  const { reading, problems } = checkWith(folder, texts, now, isWhole ? undefined : key);
  const isOwn = ({ file }: Problem) =>
    own.has(file) || (folderOf(key)?.text !== undefined && file.startsWith(`${key}/`));
  const entry = reading.translations.find((other) => other.key === key);
  const elsewhere = problems.filter((problem) => !isOwn(problem) && problem.level === 'error');
  const names = namesOf(reading, key);
  const isNew = entry !== undefined && !entry.changes && isWaiting(entry);
  return {
    reading,
    messages: messagesOf(
      // What nobody has confirmed is told beside the button that confirms it.
      problems.filter((problem) => isOwn(problem) && !(isNew && problem.rule === staleTranslation.name)),
      reading,
      lang,
    ),
    elsewhere: titledMessages(elsewhere.slice(0, 20), reading, lang).map((message, index) => {
      const words = new Set(
        Object.values(elsewhere[index]!.text.en)
          .join(' ')
          .match(/[a-z0-9-]+/g),
      );
      return { ...message, namesOwn: names.some((name) => words.has(name)) };
    }),
    waits: entry !== undefined && isWaiting(entry),
  };
}

/** The words by which a message about another entry names this one: its id and addresses. */
function namesOf({ entries }: Reading, key: string): string[] {
  const entry = entries.find(({ folder, id }) => `${folder}/${id}` === key);
  const texts = Object.values(entry?.texts ?? {}).map(
    (text) => text?.document.yaml.data as { address?: unknown },
  );
  return entry ? [entry.id, ...texts.map((data) => String(data?.address))] : [];
}

export type Sending = { path: string; version: string; content: PartContent };

/** The files of a form as text; only of paths that belong to the entry. */
async function textsOf({ folder, lang }: Place, key: string, files: Sending[]) {
  const parts = knownParts(key, lang);
  return Promise.all(
    files.map(async ({ path, version, content }) => {
      const part = parts.find((other) => other.path === path);
      if (!part) throw new Refusal(editingWords[lang].unknown(path));
      const bytes = await readIn(folder, path);
      // What is on disk may be newer than what the form was made of; the check of unsaved work ignores that.
      return { path, version, bytes, text: textWith(part, decode(bytes), content) };
    }),
  );
}

/**
 * What is wrong with an entry as it stands in the form.
 * @param isWhole whether all of the content is looked at, which takes its time where there is much
 */
export async function checkEntry(
  place: Place,
  key: string,
  files: Sending[],
  isWhole: boolean,
): Promise<Checked> {
  const texts = new Map((await textsOf(place, key, files)).map(({ path, text }) => [path, text]));
  const { reading: _, ...checked } = check(place, key, texts, isWhole);
  return checked;
}

export type Saved =
  | ({ versions: Record<string, string>; redirects: string[]; pages: Localized<string> } & Checked)
  /** What somebody else has saved since the form was opened. */
  | { conflicts: { path: string; version: string; content: PartContent }[] };

let saving: Promise<unknown> = Promise.resolve();
/** One after the other, so that nobody writes what another has just read. */
const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
  const turn = saving.then(act);
  saving = turn.catch(() => {});
  return turn;
};

/** Saves an entry as it stands, with mistakes, too: as a draft. Nothing is written when somebody else was faster. */
export const saveEntry = (place: Place, key: string, files: Sending[]): Promise<Saved> =>
  inTurn(async () => {
    const { folder } = place;
    const texts = await textsOf(place, key, files);
    const conflicts = texts.filter(({ version, bytes }) => versionOf(bytes) !== version);
    if (conflicts.length > 0)
      return {
        conflicts: conflicts.map(({ path, bytes }) => ({
          path,
          version: versionOf(bytes),
          content: contentOf(path, decode(bytes)),
        })),
      };
    const changed = texts.filter(({ text, bytes }) => text !== decode(bytes));
    const redirects = await movedAddresses(place, key, changed);
    for (const { path, text } of changed) await writeIn(folder, path, encode(text));
    if (redirects.length > 0) await redirect(place, redirects);
    const { reading: _, ...checked } = check(place, key, new Map(), false);
    return {
      ...checked,
      redirects: redirects.map(({ to }) => to),
      pages: pagesOf(place, key, files),
      versions: Object.fromEntries(
        await Promise.all(
          partsOf(key)!.map(async ({ path }) => [path, versionOf(await readIn(folder, path))] as const),
        ),
      ),
    };
  });

type Move = { published: string; from: string; to: string };

/** The pages of a published entry that get another address. */
async function movedAddresses(
  { folder, now }: Place,
  key: string,
  changed: { path: string; text: string | undefined; bytes: Buffer | undefined }[],
): Promise<Move[]> {
  const kind = folderOf(key);
  const repository = await repositoryOf(folder);
  if (!kind?.pathOf || !kind.text) return [];
  const [facts] = partsOf(key)!.filter(({ lang, isOptional }) => !lang && !isOptional);
  const baseOf = async (path: string) =>
    decode(repository ? await fileAt(repository, repository.start, path) : await readIn(folder, path));
  const time = contentOf(facts!.path, await baseOf(facts!.path));
  const from = 'data' in time ? kind.publishedFrom?.(time.data as Record<string, unknown>) : undefined;
  if (typeof from === 'string' && publicationMoment(from) > now) return [];
  const moves: Move[] = [];
  for (const { path, text, bytes } of changed) {
    const lang = languages.find((other) => path.endsWith(`/${other}.${kind.text!.extension}`));
    if (!lang) continue;
    const [base, old, next] = [
      addressIn(path, await baseOf(path)),
      addressIn(path, decode(bytes)),
      addressIn(path, text),
    ];
    if (!base || !old || !next || old === next) continue;
    moves.push({
      published: kind.pathOf(lang, base),
      from: kind.pathOf(lang, old),
      to: kind.pathOf(lang, next),
    });
  }
  return moves;
}

/** Leads from the published addresses to the new ones, and lets the links of other texts follow. */
async function redirect({ folder }: Place, moves: Move[]): Promise<void> {
  const { file } = singleFiles.redirects;
  const text = decode(await readIn(folder, file)) ?? '';
  const content = contentOf(file, text);
  if ('raw' in content) return;
  const redirects = new Map(Object.entries(content.data as Record<string, Data>));
  for (const { published, from, to } of moves) {
    for (const [old, target] of redirects)
      if (target === from || target === published) redirects.set(old, to);
    redirects.set(published, to);
    redirects.delete(to);
  }
  await writeIn(folder, file, encode(withData(text, Object.fromEntries(redirects))));
  for (const { path, kind, bytes } of readFiles(folder)) {
    if (kind !== 'file' || !/\.mdx?$/.test(path) || path === 'README.md') continue;
    const before = new TextDecoder().decode(bytes);
    const after = moves.reduce(
      (body, { from, to }) => body.replaceAll(`](${from})`, `](${to})`).replaceAll(`](${from}#`, `](${to}#`),
      before,
    );
    if (after !== before) await writeIn(folder, path, encode(after));
  }
}

const titledMessages = (problems: Problem[], reading: Reading, lang: EditorLang): TitledMessage[] =>
  messagesOf(problems, reading, lang).map((message) => {
    const key = keyOfFile(message.file);
    return { ...message, key, title: titleOf(reading, key, lang) };
  });

/** The pages that show an entry: its own, also a new one, else the list of its kind, else the home page. */
function pagesOf(
  { content }: Place,
  key: string,
  parts: Pick<FormPart, 'path' | 'content'>[],
): Localized<string> {
  const kind = folderOf(key);
  const [, id] = key.split('/');
  const langOf = new Map(partsOf(key)!.map(({ path, lang }) => [path, lang]));
  const pages = content ? sitePages(content, allKinds) : [];
  return inEachLanguage((lang) => {
    const text = parts.find(({ path }) => langOf.get(path) === lang)?.content;
    const own =
      text && 'data' in text && address.safeParse((text.data as Record<string, Data>)['address']).data;
    if (own && kind?.pathOf) return kind.pathOf(lang, own);
    const list = pages.find(
      ({ lang: of, subject }) => of === lang && subject.kind === (kind?.folder as string),
    );
    return list ? `${list.path}#${id ?? ''}` : `/${lang}/`;
  });
}

/** The entry or the file whose words a page shows; the list of its kind where there are several. */
export function keyOfPage({ content }: Place, path: string): { key?: string; folder?: string } {
  const page = content && sitePages(content, allKinds).find((other) => other.path === path);
  if (!page) return {};
  const { subject } = page;
  const kind = allKinds.find(({ name, folder }) => name === subject.kind || folder === subject.kind);
  if (kind && 'entry' in subject) return { key: `${kind.folder}/${subject.entry.id}` };
  if (kind) return { folder: kind.folder };
  return subject.kind === 'home' ? { key: singleFiles.site.file } : {};
}

export type Listed = { key: string; title: string; errors: number };
export type Overview = {
  /** `kind` is empty where nothing new can be made. */
  groups: { kind: string; one: string; folder: string; name: string; entries: Listed[] }[];
  /** How many entries were changed here and not sent. */
  unsent: number;
};

/** Everything that can be edited, by kind, and what was changed here. */
export async function overview(place: Place): Promise<Overview> {
  const { folder, now, lang } = place;
  const { reading, errors: all, forgiven } = runRules(readFiles(folder), now);
  const errors = Map.groupBy(
    all.filter((error) => !forgiven(error)),
    ({ file }) => keyOfFile(file),
  );
  const repository = await repositoryOf(folder);
  const changes = repository ? await keyedChanges(repository) : [];
  const listed = (key: string): Listed => ({
    key,
    title: titleOf(reading, key, lang),
    errors: errors.get(key)?.length ?? 0,
  });
  return {
    groups: [
      ...allKinds.map(({ name, folder, called }) => ({
        kind: name,
        one: called.one[lang],
        folder: folder as string,
        name: called.many[lang],
        entries: reading.entries
          .filter((entry) => entry.folder === folder)
          .map(({ id }) => listed(`${folder}/${id}`))
          .sort((a, b) => a.title.localeCompare(b.title, lang)),
      })),
      {
        kind: '',
        one: '',
        folder: '',
        name: editingWords[lang].shared,
        entries: editableSingles.map(listed),
      },
    ],
    unsent: new Set(changes.flatMap(({ key, sentIn }) => (sentIn ? [] : [key]))).size,
  };
}

/** Files whose lines belong to different entries. */
const sharedFiles: string[] = [singleFiles.redirects.file, singleFiles.translations.file];

type KeyedChange = Change & { key: string };
/** What was changed, each with the key of the entry that it belongs to. */
async function keyedChanges(repository: Repository): Promise<KeyedChange[]> {
  const changes = await changesIn(repository, sharedFiles);
  const { redirects, translations } = singleFiles;
  if (!changes.some(({ path }) => path === redirects.file))
    return changes.map((change) => ({
      ...change,
      key: change.path === translations.file ? change.name! : keyOfFile(change.path),
    }));
  const owners = await addressesOf(repository, changes);
  const [now, before] = [
    linesByName(decode(await readIn(repository.folder, redirects.file)) ?? ''),
    linesByName(decode(await fileAt(repository, repository.start, redirects.file)) ?? ''),
  ];
  /** An old address belongs to the entry that it leads to, or led to. */
  const ownerOf = (name: string): string | undefined =>
    [now, before]
      .map((lines) => contentOf(redirects.file, lines.get(name) ?? ''))
      .flatMap((content) => ('data' in content ? Object.values(content.data as object) : []))
      .concat(name)
      .map((address) => owners.get(String(address)))
      .find(Boolean);
  return changes.map((change) => ({
    ...change,
    key:
      change.path === translations.file
        ? change.name!
        : (change.path === redirects.file && ownerOf(change.name!)) || keyOfFile(change.path),
  }));
}

/** The keys of changed entries by the addresses of their pages, as they are and as they were. */
async function addressesOf(repository: Repository, changes: Change[]): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (const key of new Set(changes.map(({ path }) => keyOfFile(path)))) {
    const kind = folderOf(key);
    if (!kind?.pathOf) continue;
    for (const { path, lang } of partsOf(key) ?? [])
      for (const bytes of [
        await fileAt(repository, repository.start, path),
        await readIn(repository.folder, path),
      ]) {
        const address = lang && addressIn(path, decode(bytes));
        if (address) owners.set(kind.pathOf(lang, address), key);
      }
  }
  return owners;
}

/** The address that the text of a page asks for. */
function addressIn(path: string, text: string | undefined): string | undefined {
  const content = contentOf(path, text);
  const address = 'data' in content && (content.data as Record<string, Data>)['address'];
  return typeof address === 'string' ? address : undefined;
}

export type NewQuestion = {
  flag: string;
  name: string;
  hint: string;
  choices?: Choice[];
  several: boolean;
  proposal?: string;
  fault?: string;
  /** Whether it may be left without an answer. */
  isOptional: boolean;
};

export type NewEntry = { one: string; questions: NewQuestion[]; created?: string };

/** The questions about a new entry, given the answers so far; makes its files when all are answered. */
export const newEntry = (
  place: Place,
  kindName: string,
  flags: Record<string, string>,
  creates: boolean,
): Promise<NewEntry> =>
  inTurn(async () => {
    const { folder, now, lang } = place;
    const kind = allKinds.find(({ name }) => name === kindName);
    if (!kind) throw new Refusal(editingWords[lang].unknown(kindName));
    const reading = readContent(readFiles(folder), now);
    const today = helsinkiDay(now);
    const questions = questionsFor(kind, reading, today);
    const given = Object.fromEntries(Object.entries(flags).filter(([, text]) => text.trim() !== ''));
    const { answers, open } = answersFrom(questions, given, lang);
    const shown = questions.filter(({ when }) => !when || when(answers));
    const asked = shown.map((question): NewQuestion => {
      const fault = open.find((other) => other.question === question)?.fault;
      const proposal = question.proposal?.(answers);
      return {
        flag: question.flag,
        name: question.name(lang),
        hint: question.sentence[lang],
        several: takesSeveral(question),
        ...(question.choices && {
          choices: inOrder(referenceOf(itemOf(question.schema) ?? question.schema), question.choices, lang),
        }),
        ...(proposal !== undefined && { proposal }),
        ...(fault !== undefined && { fault: inFormWords(fault, question.flag, lang) }),
        isOptional: question.schema.safeParse(takesSeveral(question) ? [] : undefined).success,
      };
    });
    if (!creates || open.length > 0) return { one: kind.called.one[lang], questions: asked };
    const files = filesOf(kind, answers, lang, existingIn(reading, today));
    for (const path of files.keys())
      if (await readIn(folder, path)) throw new Refusal(editingWords[lang].exists(path));
    for (const [path, text] of files) await writeIn(folder, path, encode(text));
    return {
      one: kind.called.one[lang],
      questions: asked,
      created: `${kind.folder}/${String(answers['id'])}`,
    };
  });

/** Records that both languages of an entry say the same. */
export const confirmEntry = (place: Place, key: string): Promise<Checked> =>
  inTurn(async () => {
    const { folder, now, lang } = place;
    const reading = readContent(readFiles(folder), now);
    const entry = reading.translations.find((other) => other.key === key);
    if (!entry || (reading.singles.translations && !reading.singles.translations.data))
      throw new Refusal(editingWords[lang].notConfirmable);
    await writeIn(folder, singleFiles.translations.file, encode(confirmedFile(reading, [entry])));
    const { reading: _, ...checked } = check(place, key, new Map());
    return checked;
  });

export type NewPicture = { name: string; base64: string; alt: Localized<string>; credit: string };

/** Adds a picture to the folder of an entry, and gives the Markdown that shows it. */
export const addPicture = (
  { folder, lang }: Place,
  key: string,
  { name: fileName, base64, alt, credit }: NewPicture,
): Promise<Localized<string>> =>
  inTurn(async () => {
    const t = editingWords[lang];
    if (!folderOf(key)?.text || !partsOf(key)) throw new Refusal(t.unknown(key));
    const type = pictureType(fileName.toLowerCase());
    if (!type) throw new Refusal(t.pictureType);
    const [missing] = languages.filter((textLang) => !/[\p{L}\p{N}]/u.test(alt[textLang] ?? ''));
    if (missing) throw new Refusal(t.altMissing);
    const stem = toAddress(fileName.replace(/\.[^.]*$/, '')) || 'picture';
    let bytes: Uint8Array = Buffer.from(base64, 'base64');
    let extension: string = type;
    const { drawn } = await drawPicture(type, bytes);
    // Of a picture that tells of a place or a device, the pixels alone are kept.
    if (drawn === 'metadata')
      [bytes, extension] = [await sharp(bytes).rotate().webp({ quality: 90 }).toBuffer(), 'webp'];
    else if (typeof drawn === 'string') throw new Refusal(faultText(`${stem}.${type}`, drawn, lang));
    // Of one that is too heavy, what readers would get.
    else if (bytes.length > maximumSize(`${key}/x.${type}`)) [bytes, extension] = [drawn.webp, 'webp'];
    if (bytes.length > maximumSize(`${key}/x.${extension}`)) throw new Refusal(t.pictureSize);
    let file = `${stem}.${extension}`;
    for (let number = 2; await readIn(folder, `${key}/${file}`); number += 1)
      file = `${stem}-${number}.${extension}`;
    await writeIn(folder, `${key}/${file}`, bytes);
    const oneLine = (text: string) => text.replace(/[[\]\s]+/g, ' ').trim();
    const prefixes = Object.values(editingWords).map(({ credit }) => credit);
    const name = oneLine(credit)
      .replaceAll('*', '')
      .replace(new RegExp(`^(?:${prefixes.join('|')}) ?: ?`, 'i'), '');
    return inEachLanguage((textLang) => {
      const picture = `![${oneLine(alt[textLang])}](${file})`;
      return name ? `${picture}\n\n*${editingWords[textLang].credit}: ${name}*` : picture;
    });
  });

function faultText(path: string, pictureFault: ContentFile['pictureFault'], lang: EditorLang): string {
  const file = { path, kind: 'file', size: 1, bytes: new Uint8Array(), pictureFault } as const;
  const [problem] = pictureFiles.check({ files: [file] } as unknown as Reading);
  const { message, hint } = problem!.text[lang];
  return `${message}. ${hint}`;
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

/** What an editor would send or take back, field by field. */
function fieldsOf(key: string, unsent: Unsent[], reading: Reading, lang: EditorLang): ChangedField[] {
  const t = editingWords[lang];
  const parts = partsOf(key) ?? [];
  const said = { t, nameOf: (to: string, id: string) => nameIn(reading, to, id, lang) };
  return unsent.flatMap(({ path, names, now, before }) => {
    const part = parts.find((other) => other.path === path);
    const [was, is] = [before, now].map(decode);
    if (sharedFiles.includes(path)) {
      const name = titleOf(reading, path, lang);
      if (path === singleFiles.translations.file) return { name, before: [], after: [] };
      const [old, lines] = [was, is].map((text) => linesByName(text ?? ''));
      const of = (from: Map<string, string> | undefined) =>
        names.flatMap((one) => from?.get(one)?.trim() ?? []);
      return { name, before: of(old), after: of(lines) };
    }
    if (!part) return { name: `${t.credit}: ${path.split('/').at(-1)!}`, before: [], after: [] };
    const [old, written] = [was, is].map((text) => (text === undefined ? text : contentOf(path, text)));
    return changedFields({ ...part, form: formOf(part.schema, lang) }, old, written, said);
  });
}

/** What an editor calls the entry or term that a field refers to. */
const nameIn = (reading: Reading, to: string, id: string, lang: EditorLang): string => {
  const name = choicesFor(to, reading).find(({ key }) => key === id)?.name;
  return name?.[lang] || Object.values(name ?? {}).find(Boolean) || id;
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
export async function unsentIn(place: Place, key: string): Promise<{ fields: ChangedField[] }> {
  knownParts(key, place.lang);
  const repository = await repositoryOf(place.folder);
  if (!repository) throw new Refusal(editingWords[place.lang].noGit);
  const branches = await openBranches(repository);
  const unsent = await unsentOf(repository, branches, await keyedChanges(repository), key);
  return { fields: fieldsOf(key, unsent, readingFor(place, [key], unsent), place.lang) };
}

/** Takes back what was not sent: the entry is again as it was sent, or as it started. */
export const undoEntry = ({ folder, lang }: Place, key: string): Promise<void> =>
  inTurn(async () => {
    knownParts(key, lang);
    const repository = await repositoryOf(folder);
    if (!repository) throw new Refusal(editingWords[lang].noGit);
    const branches = await openBranches(repository);
    for (const { path, names, now, before } of await unsentOf(
      repository,
      branches,
      await keyedChanges(repository),
      key,
    )) {
      const text = sharedFiles.includes(path)
        ? withLinesOf(decode(now) ?? '', decode(before) ?? '', names)
        : undefined;
      await writeIn(folder, path, text === undefined ? before : encode(text));
    }
  });

/** Removes an entry that has no page of its own and that nothing refers to. What is removed is sent as any change. */
export const removeEntry = ({ folder, now, lang }: Place, key: string): Promise<void> =>
  inTurn(async () => {
    const parts = knownParts(key, lang);
    const isUsed = referrersOf(readContent(readFiles(folder), now), key).length > 0;
    if (folderOf(key)?.text !== undefined || !key.includes('/') || isUsed)
      throw new Refusal(editingWords[lang].notRemovable);
    for (const { path } of parts) await writeIn(folder, path, undefined);
  });

/** The latest published changes of an entry. */
export async function pastOf({ folder, lang }: Place, key: string): Promise<PastChange[]> {
  const parts = knownParts(key, lang);
  const repository = await repositoryOf(folder);
  if (!repository) return [];
  return historyOf(
    repository,
    parts.map(({ path }) => path),
  );
}

/** What the files of an entry said before a published change. */
export async function before(
  { folder, lang }: Place,
  key: string,
  commit: string,
): Promise<Record<string, PartContent>> {
  const parts = knownParts(key, lang);
  const repository = await repositoryOf(folder);
  if (!repository || !/^[0-9a-f]{40,64}$/.test(commit)) throw new Refusal(editingWords[lang].unknown(commit));
  const found = await Promise.all(
    parts.map(async ({ path }) => [path, await fileAt(repository, `${commit}^`, path)] as const),
  );
  return Object.fromEntries(
    found.flatMap(([path, bytes]) => (bytes ? [[path, contentOf(path, decode(bytes))]] : [])),
  );
}

/** Whether something was published that is not here yet. */
export async function newest({ folder }: Place): Promise<{ isBehind: boolean }> {
  const repository = await repositoryOf(folder);
  return { isBehind: repository !== undefined && (await isBehind(repository)) };
}

export type BroughtHere =
  | { status: 'brought'; isProgramNew: boolean }
  | { status: 'diverged'; branch: string }
  | { status: 'conflicts'; entries: { key: string; title: string }[]; conflicts: PublishedVersion[] };
/** The published version of a file that was changed here, too; `blob` names it for git. */
export type PublishedVersion = { key: string; path: string; blob: string; theirs?: PartContent };

/** Brings it, with the changes of the editor kept. */
export const bring = ({ folder, now, lang }: Place): Promise<BroughtHere> =>
  inTurn(async () => {
    const repository = await repositoryOf(folder);
    if (!repository) throw new Refusal(editingWords[lang].noGit);
    const brought = await bringNewest(repository, (path, bytes) => writeIn(folder, path, bytes));
    if (brought.status !== 'conflicts') return brought;
    const reading = readContent(readFiles(folder), now);
    const paths = brought.paths.map((path) => path.slice(repository.prefix.length));
    const keys = new Set(paths.map(keyOfFile));
    const conflicts = await Promise.all(
      paths.map(async (path): Promise<PublishedVersion> => {
        const theirs = await fileAt(repository, repository.main, path);
        const blob = theirs
          ? createHash('sha1').update(`blob ${theirs.length}\0`).update(theirs).digest('hex')
          : '';
        return {
          key: keyOfFile(path),
          path,
          blob,
          ...(theirs && { theirs: contentOf(path, decode(theirs)) }),
        };
      }),
    );
    return {
      status: 'conflicts',
      // Both versions are shown where there is a form for them.
      conflicts: conflicts.filter(({ key, theirs }) => theirs && partsOf(key)),
      entries: [...keys].map((key) => ({ key, title: titleOf(reading, key, lang) })),
    };
  });

export type ChangedEntry = { key: string; title: string; fields: ChangedField[]; sentIn?: string };
export type SendState = { changes: ChangedEntry[]; author?: Author; remote: boolean; git: boolean };

/** What can be sent, and by whom. Nothing is checked here: that is done when it is sent. */
export async function sendState(place: Place): Promise<SendState> {
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
    ...(sentIn && { sentIn }),
  }));
  return { changes, remote: repository.remote !== undefined, git: true, ...(author && { author }) };
}

export type SendRequest = { keys: string[]; sentence: string; author: Author; seen: Record<string, string> };
export type SendResult =
  | Exclude<Sent, { status: 'conflicts' }>
  | { status: 'problems'; problems: TitledMessage[] }
  | { status: 'conflicts'; conflicts: PublishedVersion[] };

/** Sends entries, after the check of just what would be published. */
export const sendEntries = (
  { folder, now, lang }: Place,
  { keys, sentence, author, seen }: SendRequest,
): Promise<SendResult> =>
  inTurn(async () => {
    const t = editingWords[lang];
    const repository = await repositoryOf(folder);
    if (!repository) throw new Refusal(t.noGit);
    const words = sentence.replace(/\s+/g, ' ').trim();
    if (!/\p{L}/u.test(words)) throw new Refusal(t.sentenceMissing);
    if (!author.name.trim() || !/^\S+@\S+$/.test(author.email)) throw new Refusal(t.authorMissing);
    const changes = (await keyedChanges(repository)).filter(({ key }) => keys.includes(key));
    if (changes.length === 0) return { status: 'nothing' };
    let problems: TitledMessage[] = [];
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
        problems = titledMessages(errors, reading, lang);
        return errors.length > 0;
      },
      join: (path, bytes) => writeIn(folder, path, bytes),
    });
    if (result.status === 'refused') return { status: 'problems', problems };
    if (result.status !== 'conflicts') return result;
    return {
      status: 'conflicts',
      conflicts: result.conflicts.map(({ path, blob, theirs }) => ({
        key: keyOfFile(path),
        path,
        blob,
        ...(theirs !== undefined && { theirs: contentOf(path, theirs) }),
      })),
    };
  });
