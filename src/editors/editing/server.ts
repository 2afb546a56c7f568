import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { isEditorLanguage } from '../../checks/editor-language.ts';
import { allowedOrigins } from '../../hosting/local-server.ts';
import { inEachLanguage } from '../../i18n/languages.ts';
import type { Content } from '../../model/content.ts';
import { buildTime } from '../../model/clock.ts';
import { refusalOf } from '../../model/machine-error.ts';
import type { EditorLang } from '../../schema/sentences.ts';
import {
  addPicture,
  before,
  bring,
  checkEntry,
  confirmEntry,
  keyOfPage,
  newEntry,
  newest,
  openEntry,
  overview,
  pastOf,
  type Place,
  removeEntry,
  Refusal,
  saveEntry,
  sendEntries,
  sendState,
  undoEntry,
  unsentIn,
} from './acts.ts';
import { removeUnfinished } from './files-on-disk.ts';
import { editingWords } from './words.ts';

/** Where the editing page is, in the preview alone. */
export const editingPath = '/edit/';
/** Bytes that a request may bring: a large picture. */
const largestRequest = 12_000_000;

const key = z.string();
const data = z.record(z.string(), z.json());
const files = z.array(
  z.strictObject({
    path: z.string(),
    version: z.string(),
    content: z.union([
      z.strictObject({ data, body: z.string().optional() }),
      z.strictObject({ raw: z.string() }),
    ]),
  }),
);
const texts = z.record(z.string(), z.string());
const picture = z.strictObject({
  name: z.string(),
  base64: z.string(),
  alt: z.strictObject(inEachLanguage(() => z.string())),
  credit: z.string(),
});
const request = z.strictObject({
  keys: z.array(z.string()),
  sentence: z.string(),
  author: z.strictObject({ name: z.string(), email: z.string() }),
  seen: texts,
});

/** What a browser may ask in a form that is judged first. */
const act =
  <Shape extends z.core.$ZodLooseShape>(
    shape: Shape,
    answerTo: (place: Place, asked: z.infer<z.ZodObject<Shape>>) => unknown,
  ) =>
  (place: Place, asked: unknown): unknown =>
    answerTo(place, z.object(shape).parse(asked) as z.infer<z.ZodObject<Shape>>);

/** What the page may ask for, by name; the answer goes back as JSON. */
const acts: Record<string, (place: Place, asked: unknown) => unknown> = {
  open: act({ key }, (place, { key }) => openEntry(place, key)),
  check: act({ key, files, isWhole: z.boolean() }, (place, { key, files, isWhole }) =>
    checkEntry(place, key, files, isWhole),
  ),
  save: act({ key, files }, (place, { key, files }) => saveEntry(place, key, files)),
  unsent: act({ key }, (place, { key }) => unsentIn(place, key)),
  undo: act({ key }, (place, { key }) => undoEntry(place, key)),
  remove: act({ key }, (place, { key }) => removeEntry(place, key)),
  confirm: act({ key }, (place, { key }) => confirmEntry(place, key)),
  picture: act({ key, picture }, (place, { key, picture }) => addPicture(place, key, picture)),
  past: act({ key }, (place, { key }) => pastOf(place, key)),
  before: act({ key, commit: z.string() }, (place, { key, commit }) => before(place, key, commit)),
  list: act({}, (place) => overview(place)),
  page: act({ path: z.string() }, (place, { path }) => keyOfPage(place, path)),
  new: act({ kind: z.string(), flags: texts, creates: z.boolean() }, (place, { kind, flags, creates }) =>
    newEntry(place, kind, flags, creates),
  ),
  newest: act({}, (place) => newest(place)),
  bring: act({}, (place) => bring(place)),
  'send-state': act({}, (place) => sendState(place)),
  send: act({ request }, (place, { request }) => sendEntries(place, request)),
};

/**
 * Answers requests for the editing page: the page itself, and what it asks of this machine. A page of another
 * site can do neither: it cannot read the token that each answer needs, and its origin is another.
 * @param contentOf the content that the preview shows now
 */
export function editingServer(folder: string, contentOf: () => Promise<Content | undefined>) {
  const token = randomBytes(32).toString('hex');
  void removeUnfinished(folder).catch(console.error);
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    response.setHeader('Cache-Control', 'no-store');
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const act = /^\/api\/([a-z-]+)$/.exec(pathname)?.[1];
    const wanted = searchParams.get('lang') ?? '';
    const lang = isEditorLanguage(wanted) ? wanted : 'fi';
    if (!act && request.method === 'GET' && pathname === '/') return showPage(response, token, lang);
    const refusal = act ? refusedRequest(request, token) : 404;
    if (refusal) return answer(response, refusal, {});
    if (!Object.hasOwn(acts, act!)) return answer(response, 404, {});
    try {
      const asked = await bodyOf(request);
      if (asked === undefined) return answer(response, 413, {});
      const place: Place = {
        folder,
        now: buildTime(),
        lang,
        content: await contentOf(),
      };
      answer(response, 200, (await acts[act!]!(place, asked)) ?? {});
    } catch (error) {
      if (error instanceof Refusal) return answer(response, 422, { error: error.message });
      if (error instanceof SyntaxError || error instanceof z.ZodError) return answer(response, 400, {});
      console.error(error);
      const { reason, message } = error as { reason?: string; message?: string };
      answer(response, 500, {
        error: refusalOf(error, lang) ?? editingWords[lang].wentWrong,
        reason: reason || (message ?? String(error)),
      });
    }
  };
}

/**
 * Whether a request for an act is refused: it must come from the page itself, as its origin and the token tell.
 * The guard of the preview has judged the host before.
 */
export function refusedRequest(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  token: string,
): 400 | 403 | 405 | undefined {
  if (method !== 'POST') return 405;
  if (!headers.origin || !allowedOrigins(headers.host).includes(headers.origin)) return 403;
  const given = Buffer.from(String(headers['x-edit-token'] ?? ''));
  if (given.length !== token.length || !timingSafeEqual(given, Buffer.from(token))) return 403;
  return /^application\/json\b/.test(headers['content-type'] ?? '') ? undefined : 400;
}

/** The JSON of a request; undefined when it is too large. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += (piece as Buffer).length;
    if (size > largestRequest) return undefined;
    pieces.push(piece as Buffer);
  }
  return JSON.parse(Buffer.concat(pieces).toString());
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    // What is left of a request that is too large is not read.
    ...(status === 413 && { Connection: 'close' }),
  });
  response.end(JSON.stringify(body));
}

/** The page says that it waits until its script draws it. Without Vite's client, so that a saved file does not reload the form. */
function showPage(response: ServerResponse, token: string, lang: EditorLang): void {
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'",
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  });
  const folder = '/src/editors/editing/browser';
  response.end(`<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="edit-token" content="${token}" />
    <title>Muokkaus · Redigering</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="${folder}/editing.css" />
    <script type="module" src="${folder}/main.ts"></script>
  </head>
  <body>
    <main id="content" tabindex="-1"><p role="status">${editingWords[lang].loading}</p></main>
  </body>
</html>
`);
}
