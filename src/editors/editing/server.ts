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
  checkEntry,
  confirmEntry,
  keyOfPage,
  newEntry,
  openEntry,
  overview,
  pastOf,
  removeEntry,
  saveEntry,
} from './acts.ts';
import { removeUnfinished } from './files-on-disk.ts';
import { type Place, Refusal } from './place.ts';
import { bring, newest, sendEntries, sendState, undoEntry, unsentIn } from './sending.ts';
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
const author = z.strictObject({ name: z.string(), email: z.string() });
const ofEntry = z.object({ key });

type Act<Asked, Answer> = (place: Place, asked: Asked) => Promise<Answer>;
/** What a browser may ask, in a form that is judged first. */
const act =
  <Asked, Answer>(
    form: z.ZodType<NoInfer<Asked>>,
    answerTo: (place: Place, asked: Asked) => Answer | Promise<Answer>,
  ): Act<Asked, Answer> =>
  async (place, asked) =>
    answerTo(place, form.parse(asked));

let last: Promise<unknown> = Promise.resolve();
/** An act that writes: one after the other, so that nobody writes what another has just read. */
const inTurn = <Asked, Answer>(
  form: z.ZodType<NoInfer<Asked>>,
  answerTo: Act<Asked, Answer>,
): Act<Asked, Answer> =>
  act(form, (place, asked: Asked) => {
    const turn = last.then(() => answerTo(place, asked));
    last = turn.catch(() => {});
    return turn;
  });

/** What the page may ask for, by name; the answer goes back as JSON. */
const acts = {
  open: act(ofEntry, openEntry),
  check: act(z.object({ key, files, isWhole: z.boolean() }), checkEntry),
  save: inTurn(z.object({ key, files }), saveEntry),
  unsent: act(ofEntry, unsentIn),
  undo: inTurn(ofEntry, undoEntry),
  remove: inTurn(ofEntry, removeEntry),
  confirm: inTurn(ofEntry, confirmEntry),
  picture: inTurn(z.object({ key, picture }), addPicture),
  past: act(ofEntry, pastOf),
  before: act(z.object({ key, commit: z.string() }), before),
  list: act(z.object({}), overview),
  page: act(z.object({ path: z.string() }), keyOfPage),
  new: inTurn(z.object({ kind: z.string(), flags: texts, creates: z.boolean() }), newEntry),
  newest: act(z.object({}), newest),
  bring: inTurn(z.object({}), bring),
  'send-state': act(z.object({}), sendState),
  send: inTurn(
    z.object({ keys: z.array(z.string()), sentence: z.string(), author, seen: texts }),
    sendEntries,
  ),
};
export type Acts = typeof acts;

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
    const refusal = act && Object.hasOwn(acts, act) ? refusedRequest(request, token) : 404;
    if (refusal) return answer(response, refusal, {});
    try {
      const asked = await bodyOf(request);
      if (asked === undefined) return answer(response, 413, {});
      const place = { folder, now: buildTime(), lang, content: await contentOf() };
      const run = acts[act as keyof Acts] as Act<unknown, unknown>;
      answer(response, 200, (await run(place, asked)) ?? {});
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
function refusedRequest(
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
