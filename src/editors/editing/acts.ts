import sharp from 'sharp';
import { runRules } from '../../checks/check-content.ts';
import { drawPicture } from '../../checks/draw-picture.ts';
import { pictureType } from '../../checks/picture.ts';
import type { Problem } from '../../checks/problem.ts';
import { readContent } from '../../checks/read-content.ts';
import { type ContentFile, maximumSize, readFiles } from '../../checks/read-files.ts';
import type { Reading } from '../../checks/reading.ts';
import { allReferences } from '../../checks/rules/references.ts';
import { pictureFiles } from '../../checks/rules/pictures.ts';
import { staleTranslation } from '../../checks/rules/stale-translation.ts';
import { toAddress } from '../../i18n/addresses.ts';
import { helsinkiDay } from '../../i18n/helsinki-time.ts';
import { inEachLanguage, type Lang, languages, type Localized } from '../../i18n/languages.ts';
import { allKinds } from '../../kinds/kinds.ts';
import { singleFiles } from '../../model/folders.ts';
import { pagesOf as sitePages } from '../../model/pages.ts';
import { publicationMoment } from '../../model/visible.ts';
import { address, referenceOf } from '../../schema/fields.ts';
import type { EditorLang } from '../../schema/sentences.ts';
import { itemOf } from '../../schema/walk.ts';
import { answersFrom } from '../answers.ts';
import { confirmedFile, isWaiting } from '../confirmed-translations.ts';
import { filesOf } from '../new-entry.ts';
import { existingIn, questionsFor, takesSeveral } from '../questions.ts';
import type { PartContent } from './data.ts';
import { addressIn, contentOf, editableSingles, partsOf, textWith } from './entry-files.ts';
import { readIn, versionOf, writeIn } from './files-on-disk.ts';
import { type Choice, choicesOf, type FormSchema, formOf, inOrder } from './form.ts';
import { inFormWords } from './form-words.ts';
import { historyOf, type PastChange, repositoryOf } from './git.ts';
import { checkWith, keyOfFile, type Message, messagesOf, titleOf } from './live-check.ts';
import {
  decode,
  type ForEntry,
  kindOfKey,
  knownParts,
  type Place,
  readText,
  Refusal,
  refuse,
  repositoryIn,
  textAt,
  writeText,
} from './place.ts';
import { keyedChanges } from './sending.ts';
import { editingWords } from './words.ts';
import { withData } from './write-yaml.ts';

/* What the editing page can ask of this machine about entries. What is sent and brought stands in `sending.ts`. */

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

export type Checked = {
  messages: Message[];
  /** About other entries; `namesOwn` tells whether it names the open one. */
  elsewhere: (Message & { namesOwn: boolean })[];
  /** Whether nobody has confirmed that the languages say the same since they changed. */
  waits: boolean;
};

/** The form of an entry, with what its files say and what is wrong with them. */
export async function openEntry(place: Place, { key }: ForEntry) {
  const { folder, lang } = place;
  const parts = knownParts(place, key);
  const repository = await repositoryOf(folder);
  const opened = await Promise.all(
    parts.map(async ({ path, lang: textLang, schema, isOptional = false }): Promise<FormPart> => {
      const bytes = await readIn(folder, path);
      const before = repository ? await textAt(repository, path) : decode(bytes);
      return {
        path,
        ...(textLang && { lang: textLang, longest: kindOfKey(key)!.text!.longest }),
        form: formOf(schema, lang),
        isOptional,
        version: versionOf(bytes),
        content: contentOf(path, decode(bytes)),
        ...(before !== undefined && { base: contentOf(path, before) }),
      };
    }),
  );
  if (opened.every(({ version, base }) => version === '' && !base)) refuse(place, 'unknown', key);
  const reading = readContent(readFiles(folder), place.now);
  const forms = opened.map(({ form }) => form);
  return {
    title: titleOf(reading, key, lang),
    parts: opened,
    choices: choicesOf(forms, reading, lang, key),
    referrers: referrersOf(reading, key).map((from) => ({ key: from, title: titleOf(reading, from, lang) })),
    pages: pagesOf(place, key, opened),
    // What is wrong with all of the content is asked for once the form is there.
    ...check(place, key, new Map(), false),
  };
}

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
  isWhole: boolean,
): Checked {
  const own = new Set(partsOf(key)!.map(({ path }) => path));
  const { reading, problems } = checkWith(folder, texts, now, isWhole ? undefined : key);
  const isOwn = ({ file }: Problem) =>
    own.has(file) || (kindOfKey(key)?.text !== undefined && file.startsWith(`${key}/`));
  const entry = reading.translations.find((other) => other.key === key);
  const elsewhere = problems.filter((problem) => !isOwn(problem) && problem.level === 'error').slice(0, 20);
  const names = namesOf(reading, key);
  const isNew = entry !== undefined && !entry.changes;
  return {
    messages: messagesOf(
      // What nobody has confirmed is told beside the button that confirms it.
      problems.filter((problem) => isOwn(problem) && !(isNew && problem.rule === staleTranslation.name)),
      reading,
      lang,
    ),
    elsewhere: messagesOf(elsewhere, reading, lang).map((message, index) => {
      const words = Object.values(elsewhere[index]!.text.en)
        .join(' ')
        .match(/[a-z0-9-]+/g);
      return { ...message, namesOwn: names.some((name) => words?.includes(name)) };
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

/** The files of an entry as they stand in a form. */
type Form = ForEntry & { files: { path: string; version: string; content: PartContent }[] };

/** The files of a form as text; only of paths that belong to the entry. */
async function textsOf(place: Place, { key, files }: Form) {
  const parts = knownParts(place, key);
  return Promise.all(
    files.map(async ({ path, version, content }) => {
      const part = parts.find((other) => other.path === path) ?? refuse(place, 'unknown', path);
      const bytes = await readIn(place.folder, path);
      const before = decode(bytes);
      // What is on disk may be newer than what the form was made of; the check of unsaved work ignores that.
      return { path, onDisk: versionOf(bytes), version, before, text: textWith(part, before, content) };
    }),
  );
}
type WrittenFile = Awaited<ReturnType<typeof textsOf>>[number];

/**
 * What is wrong with an entry as it stands in the form.
 * `isWhole`: whether all of the content is looked at, which takes its time where there is much.
 */
export async function checkEntry(place: Place, { isWhole, ...form }: Form & { isWhole: boolean }) {
  const texts = await textsOf(place, form);
  return check(place, form.key, new Map(texts.map(({ path, text }) => [path, text])), isWhole);
}

/**
 * Saves an entry as it stands, with mistakes, too: as a draft. When somebody else was faster, nothing is written,
 * and what they have saved is given.
 */
export async function saveEntry(place: Place, form: Form) {
  const { folder } = place;
  const { key, files } = form;
  const texts = await textsOf(place, form);
  const conflicts = texts.filter(({ version, onDisk }) => version !== onDisk);
  if (conflicts.length > 0)
    return {
      conflicts: conflicts.map(({ path, onDisk, before }) => ({
        path,
        version: onDisk,
        content: contentOf(path, before),
      })),
    };
  const changed = texts.filter(({ text, before }) => text !== before);
  const moves = await movedAddresses(place, key, changed);
  for (const { path, text } of changed) await writeText(folder, path, text);
  if (moves.length > 0) await redirect(place, moves);
  const versions = partsOf(key)!.map(
    async ({ path }) => [path, versionOf(await readIn(folder, path))] as const,
  );
  return {
    ...check(place, key, new Map(), false),
    redirects: moves.map(({ to }) => to),
    pages: pagesOf(place, key, files),
    versions: Object.fromEntries(await Promise.all(versions)),
  };
}

type Move = { published: string; from: string; to: string };

/** The pages of a published entry that get another address. */
async function movedAddresses({ folder, now }: Place, key: string, changed: WrittenFile[]): Promise<Move[]> {
  const kind = kindOfKey(key);
  if (!kind?.pathOf) return [];
  const parts = partsOf(key)!;
  const repository = await repositoryOf(folder);
  const baseOf = (path: string) => (repository ? textAt(repository, path) : readText(folder, path));
  const facts = parts.find(({ lang, isOptional }) => !lang && !isOptional)!.path;
  const published = contentOf(facts, await baseOf(facts));
  const from = 'data' in published ? kind.publishedFrom?.(published.data) : undefined;
  if (typeof from === 'string' && publicationMoment(from) > now) return [];
  const moves: Move[] = [];
  for (const { path, text, before } of changed) {
    const lang = parts.find((part) => part.path === path)?.lang;
    const [base, old, next] = [await baseOf(path), before, text].map((one) => addressIn(path, one));
    if (!lang || !base || !old || !next || old === next) continue;
    const pathOf = (address: string) => kind.pathOf!(lang, address);
    moves.push({ published: pathOf(base), from: pathOf(old), to: pathOf(next) });
  }
  return moves;
}

/** Leads from the published addresses to the new ones, and lets the links of other texts follow. */
async function redirect({ folder }: Place, moves: Move[]): Promise<void> {
  const { file } = singleFiles.redirects;
  const text = (await readText(folder, file)) ?? '';
  const content = contentOf(file, text);
  if ('raw' in content) return;
  const redirects = new Map(Object.entries(content.data));
  for (const { published, from, to } of moves) {
    for (const [old, target] of redirects)
      if (target === from || target === published) redirects.set(old, to);
    redirects.set(published, to);
    redirects.delete(to);
  }
  await writeText(folder, file, withData(text, Object.fromEntries(redirects)));
  for (const { path, kind, bytes } of readFiles(folder)) {
    if (kind !== 'file' || !/\.mdx?$/.test(path) || path === 'README.md') continue;
    const before = new TextDecoder().decode(bytes);
    const after = moves.reduce(
      (body, { from, to }) => body.replaceAll(`](${from})`, `](${to})`).replaceAll(`](${from}#`, `](${to}#`),
      before,
    );
    if (after !== before) await writeText(folder, path, after);
  }
}

/** The pages that show an entry: its own, also a new one, else the list of its kind, else the home page. */
function pagesOf(
  { content }: Place,
  key: string,
  files: Pick<FormPart, 'path' | 'content'>[],
): Localized<string> {
  const kind = kindOfKey(key);
  const [, id] = key.split('/');
  const parts = partsOf(key)!;
  const pages = content ? sitePages(content, allKinds) : [];
  return inEachLanguage((lang) => {
    const path = parts.find((part) => part.lang === lang)?.path;
    const text = files.find((file) => file.path === path)?.content;
    const own = text && 'data' in text && address.safeParse(text.data['address']).data;
    if (own && kind?.pathOf) return kind.pathOf(lang, own);
    const list = pages.find(
      ({ lang: of, subject }) => of === lang && subject.kind === (kind?.folder as string),
    );
    return list ? `${list.path}#${id ?? ''}` : `/${lang}/`;
  });
}

/** The entry or the file whose words a page shows; the list of its kind where there are several. */
export function keyOfPage({ content }: Place, { path }: { path: string }): { key?: string; folder?: string } {
  const page = content && sitePages(content, allKinds).find((other) => other.path === path);
  if (!page) return {};
  const { subject } = page;
  const kind = allKinds.find(({ name, folder }) => name === subject.kind || folder === subject.kind);
  if (kind && 'entry' in subject) return { key: `${kind.folder}/${subject.entry.id}` };
  if (kind) return { folder: kind.folder };
  return subject.kind === 'home' ? { key: singleFiles.site.file } : {};
}

/** Everything that can be edited, by kind, and how many entries were changed here and not sent. */
export async function overview({ folder, now, lang }: Place) {
  const { reading, errors: all, forgiven } = runRules(readFiles(folder), now);
  const errors = Map.groupBy(
    all.filter((error) => !forgiven(error)),
    ({ file }) => keyOfFile(file),
  );
  const repository = await repositoryOf(folder);
  const changes = repository ? await keyedChanges(repository) : [];
  const listed = (key: string) => ({
    key,
    title: titleOf(reading, key, lang),
    errors: errors.get(key)?.length ?? 0,
  });
  return {
    groups: [
      ...allKinds.map(({ name, folder, called }) => ({
        folder: folder as string,
        name: called.many[lang],
        make: { kind: name, one: called.one[lang] },
        entries: reading.entries
          .filter((entry) => entry.folder === folder)
          .map(({ id }) => listed(`${folder}/${id}`))
          .sort((a, b) => a.title.localeCompare(b.title, lang)),
      })),
      {
        folder: '',
        name: editingWords[lang].shared,
        make: undefined,
        entries: editableSingles.map(listed),
      },
    ],
    unsent: new Set(changes.flatMap(({ key, sentIn }) => (sentIn ? [] : [key]))).size,
  };
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

/** The questions about a new entry, given the answers so far; makes its files when all are answered. */
export async function newEntry(
  place: Place,
  { kind: kindName, flags, creates }: { kind: string; flags: Record<string, string>; creates: boolean },
): Promise<{ one: string; questions: NewQuestion[]; created?: string }> {
  const { folder, now, lang } = place;
  const kind = allKinds.find(({ name }) => name === kindName) ?? refuse(place, 'unknown', kindName);
  const reading = readContent(readFiles(folder), now);
  const today = helsinkiDay(now);
  const all = questionsFor(kind, reading, today);
  const given = Object.fromEntries(Object.entries(flags).filter(([, text]) => text.trim() !== ''));
  const { answers, open } = answersFrom(all, given, lang);
  const questions = all
    .filter(({ when }) => !when || when(answers))
    .map((question): NewQuestion => {
      const { flag, name, sentence, schema, choices } = question;
      const fault = open.find((other) => other.question === question)?.fault;
      const proposal = question.proposal?.(answers);
      const several = takesSeveral(question);
      return {
        flag,
        name: name(lang),
        hint: sentence[lang],
        several,
        ...(choices && { choices: inOrder(referenceOf(itemOf(schema) ?? schema), choices, lang) }),
        ...(proposal !== undefined && { proposal }),
        ...(fault !== undefined && { fault: inFormWords(fault, flag, lang) }),
        isOptional: schema.safeParse(several ? [] : undefined).success,
      };
    });
  const asked = { one: kind.called.one[lang], questions };
  if (!creates || open.length > 0) return asked;
  const files = filesOf(kind, answers, lang, existingIn(reading, today));
  for (const path of files.keys()) if (await readIn(folder, path)) refuse(place, 'exists', path);
  for (const [path, text] of files) await writeText(folder, path, text);
  return { ...asked, created: `${kind.folder}/${String(answers['id'])}` };
}

/** Records that both languages of an entry say the same. */
export async function confirmEntry(place: Place, { key }: ForEntry): Promise<Checked> {
  const { folder, now } = place;
  const reading = readContent(readFiles(folder), now);
  const entry = reading.translations.find((other) => other.key === key);
  if (!entry || (reading.singles.translations && !reading.singles.translations.data))
    return refuse(place, 'notConfirmable');
  await writeText(folder, singleFiles.translations.file, confirmedFile(reading, [entry]));
  return check(place, key, new Map(), true);
}

type NewPicture = { name: string; base64: string; alt: Localized<string>; credit: string };

/** Adds a picture to the folder of an entry, and gives the Markdown that shows it. */
export async function addPicture(
  place: Place,
  { key, picture }: ForEntry & { picture: NewPicture },
): Promise<Localized<string>> {
  const { folder, lang } = place;
  const { name: fileName, alt } = picture;
  if (!kindOfKey(key)?.text || !partsOf(key)) refuse(place, 'unknown', key);
  const type = pictureType(fileName.toLowerCase()) ?? refuse(place, 'pictureType');
  if (languages.some((textLang) => !/[\p{L}\p{N}]/u.test(alt[textLang]))) refuse(place, 'altMissing');
  const stem = toAddress(fileName.replace(/\.[^.]*$/, '')) || 'picture';
  let bytes: Uint8Array = Buffer.from(picture.base64, 'base64');
  let extension: string = type;
  const { drawn } = await drawPicture(type, bytes);
  // Of a picture that tells of a place or a device, the pixels alone are kept.
  if (drawn === 'metadata')
    [bytes, extension] = [await sharp(bytes).rotate().webp({ quality: 90 }).toBuffer(), 'webp'];
  else if (typeof drawn === 'string') throw new Refusal(faultText(`${stem}.${type}`, drawn, lang));
  // Of one that is too heavy, what readers would get.
  else if (bytes.length > maximumSize(`${key}/x.${type}`)) [bytes, extension] = [drawn.webp, 'webp'];
  if (bytes.length > maximumSize(`${key}/x.${extension}`)) refuse(place, 'pictureSize');
  let file = `${stem}.${extension}`;
  for (let number = 2; await readIn(folder, `${key}/${file}`); number += 1)
    file = `${stem}-${number}.${extension}`;
  await writeIn(folder, `${key}/${file}`, bytes);
  const oneLine = (text: string) => text.replace(/[[\]\s]+/g, ' ').trim();
  const prefixes = Object.values(editingWords).map(({ credit }) => credit);
  const credit = oneLine(picture.credit)
    .replaceAll('*', '')
    .replace(new RegExp(`^(?:${prefixes.join('|')}) ?: ?`, 'i'), '');
  return inEachLanguage((textLang) => {
    const markdown = `![${oneLine(alt[textLang])}](${file})`;
    return credit ? `${markdown}\n\n*${editingWords[textLang].credit}: ${credit}*` : markdown;
  });
}

function faultText(path: string, pictureFault: ContentFile['pictureFault'], lang: EditorLang): string {
  const file = { path, kind: 'file', size: 1, bytes: new Uint8Array(), pictureFault } as const;
  const [problem] = pictureFiles.check({ files: [file] } as unknown as Reading);
  const { message, hint } = problem!.text[lang];
  return `${message}. ${hint}`;
}

/** Removes an entry that has no page of its own and that nothing refers to. What is removed is sent as any change. */
export async function removeEntry(place: Place, { key }: ForEntry): Promise<void> {
  const { folder, now } = place;
  const parts = knownParts(place, key);
  const isUsed = referrersOf(readContent(readFiles(folder), now), key).length > 0;
  if (kindOfKey(key)?.text !== undefined || !key.includes('/') || isUsed) refuse(place, 'notRemovable');
  for (const { path } of parts) await writeText(folder, path, undefined);
}

export async function pastOf(place: Place, { key }: ForEntry): Promise<PastChange[]> {
  const paths = knownParts(place, key).map(({ path }) => path);
  const repository = await repositoryOf(place.folder);
  return repository ? historyOf(repository, paths) : [];
}

/** What the files of an entry said before a published change. */
export async function before(
  place: Place,
  { key, commit }: ForEntry & { commit: string },
): Promise<Record<string, PartContent>> {
  const parts = knownParts(place, key);
  const repository = await repositoryIn(place);
  if (!/^[0-9a-f]{40,64}$/.test(commit)) refuse(place, 'unknown', commit);
  const found = await Promise.all(
    parts.map(async ({ path }) => [path, await textAt(repository, path, `${commit}^`)] as const),
  );
  return Object.fromEntries(
    found.flatMap(([path, text]) => (text === undefined ? [] : [[path, contentOf(path, text)]])),
  );
}
