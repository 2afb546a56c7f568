import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import sirv from 'sirv';
import { baseOfBuilt } from '../finished-pages/sitemap.ts';
import { headersOf } from '../hosting/headers.ts';
import { listenAddress, refusedAtOnce, serverName } from '../hosting/local-server.ts';
import { languageOfPath, notFoundPath, withoutBase } from '../i18n/addresses.ts';
import { decoded } from '../i18n/format.ts';
import { said } from '../checks/editor-language.ts';
import { userError } from '../model/user-error.ts';

const morePortsToTry = 20;

/** Dotfiles are not served, except the standard folder `.well-known` (RFC 8615). */
const dotfile = /\/\.(?!well-known\/)/;
/**
 * The only form of range that sirv handles correctly, with numbers of a plausible size and more than one byte.
 * For any other form the whole file is a valid response.
 */
const supportedRange = /^bytes=(\d{1,12})-(\d{0,12})$/;

/**
 * Serves a built site to this machine only, with its production headers. A newly published release is served
 * at once.
 * @param folder the built site
 * @param port the preferred port; when it is taken, the next free one of the 20 that follow is used
 * @param onTaken called with each port that is taken
 * @returns the server and the URL of the site, with its base path and without a trailing slash
 * @throws a user-facing error when there is no built site; the error of `listen` when no port is free
 */
export async function serve(
  folder: string,
  port: number,
  onTaken: (port: number) => void = () => {},
): Promise<{ server: Server; url: string }> {
  if (!existsSync(folder))
    throw userError(
      said({
        fi: `Kansiossa ${folder} ei ole rakennettua sivustoa. Aja ensin "npm run build".`,
        sv: `I mappen ${folder} finns ingen byggd webbplats. Kör först "npm run build".`,
        en: `There is no built site in ${folder}. Run "npm run build" first.`,
      }),
    );
  // `dev`: look up files on each request. A list made at the start would crash the server when a release was
  // removed.
  const files = sirv(folder, { dev: true, etag: true, brotli: true });
  const base = baseOfBuilt(folder);
  const server = createServer((request, response) => {
    const refusal = refusedAtOnce(request);
    if (refusal)
      return void response
        .writeHead(refusal, { 'Content-Type': 'text/plain; charset=utf-8' })
        .end(String(refusal));
    const asked = request.url ?? '/';
    request.url = withoutBase(asked, base);
    // Only the site is served, and a reader at the root of the host finds it.
    if (request.url === undefined)
      return asked === '/' || asked === base
        ? void response.writeHead(302, { Location: `${base}/` }).end()
        : notFound('/', response);
    const [path = '/', query] = (request.url ?? '/').split('?');
    const [, first, last] = supportedRange.exec(request.headers.range ?? '') ?? [];
    if (first === undefined || (last && Number(last) <= Number(first))) delete request.headers.range;
    // sirv leaves a file open when its reader goes away, and does not expect one that cannot be read.
    response.on('pipe', (file: Readable) => {
      response.once('close', () => file.destroy());
      file.once('error', () => response.destroy());
    });
    setHeaders(response, path);
    // sirv does not know this type, and browsers may not guess it (nosniff).
    if (path.endsWith('.vcf')) response.setHeader('Content-Type', 'text/vcard; charset=utf-8');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    else if (dotfile.test(decoded(path))) notFound(path, response);
    else if (lacksTrailingSlash(path))
      response.writeHead(301, { Location: [`${base}${path}/`, query].filter(Boolean).join('?') }).end();
    else files(request, response, () => notFound(path, response));
  });
  const usedPort = await listen(server, port, onTaken);
  return { server, url: `http://${serverName()}:${usedPort}${base}` };

  /** Whether a path is that of a page without its trailing slash. */
  function lacksTrailingSlash(path: string): boolean {
    return /^(?:\/[a-z0-9-]+)+$/.test(path) && existsSync(join(folder, path, 'index.html'));
  }

  function notFound(path: string, response: ServerResponse): void {
    const lang = languageOfPath(path);
    const page = lang ? `${notFoundPath(lang)}index.html` : '/404.html';
    const file = join(folder, page);
    setHeaders(response, page);
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(existsSync(file) ? readFileSync(file) : '404');
  }
}

function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
}

async function listen(server: Server, wanted: number, onTaken: (port: number) => void): Promise<number> {
  for (let port = wanted; ; port += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(port, listenAddress(), () => {
          server.off('error', reject);
          resolve();
        });
      });
      const address = server.address();
      return typeof address === 'object' && address ? address.port : port;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port >= wanted + morePortsToTry) throw error;
      onTaken(port);
    }
  }
}
