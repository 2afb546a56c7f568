import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { headersOf } from '../hosting/headers.ts';
import { listenAddress, refusedAtOnce, serverName } from '../hosting/local-server.ts';
import { languageOfPath, notFoundPath } from '../i18n/addresses.ts';
import { decoded } from '../i18n/format.ts';
import { userError } from '../model/user-error.ts';

const portsToTry = 20;

/** Files that begin with a point are nobody's business, but for those that the web has agreed on. */
const hidden = /\/\.(?!well-known\/)/;
/** The one form of range that sirv reads rightly, with numbers that a file can have; for any other the whole file is a right answer, too. */
const range = /^bytes=(\d{1,12})-(\d{0,12})$/;

/**
 * Serves a built site to this machine alone, with the headers that it has in public. A release that is published meanwhile shows at once.
 * @param folder the built site
 * @param port the wanted port; when it is taken, the next free one is used and `onTaken` told
 * @returns the server and its address
 * @throws a user-facing error when there is no built site
 */
export async function serve(
  folder: string,
  port: number,
  onTaken: (port: number) => void = () => {},
): Promise<{ server: Server; url: string }> {
  if (!existsSync(folder)) throw userError(`There is no built site in ${folder}. Run "npm run build" first.`);
  // Files are looked for when they are asked for: those of a release that is gone by then would end the server.
  const files = sirv(folder, { dev: true, etag: true, brotli: true });
  const compress = compression() as (
    request: IncomingMessage,
    response: ServerResponse,
    next: () => void,
  ) => void;
  const server = createServer((request, response) => {
    const refused = refusedAtOnce(request);
    if (refused)
      return void response
        .writeHead(refused, { 'Content-Type': 'text/plain; charset=utf-8' })
        .end(String(refused));
    const [path = '/', query] = (request.url ?? '/').split('?');
    const answer = () => files(request, response, () => notFound(path, response));
    const [, first, last] = range.exec(request.headers.range ?? '') ?? [];
    if (first === undefined || (last && Number(last) < Number(first))) delete request.headers.range;
    setHeaders(response, path);
    // The one kind of file that sirv does not know; without a type no browser may guess that it is for the address book.
    if (path.endsWith('.vcf')) response.setHeader('Content-Type', 'text/vcard; charset=utf-8');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    else if (hidden.test(decoded(path))) notFound(path, response);
    else if (isFolder(path))
      response.writeHead(301, { Location: [`${path}/`, query].filter(Boolean).join('?') }).end();
    // A part of a file is counted in the bytes that the reader asked for, so it is sent as it is.
    else if (request.headers.range) answer();
    else compress(request, response, answer);
  });
  const usedPort = await listen(server, port, onTaken);
  return { server, url: `http://${serverName()}:${usedPort}` };

  /** A page without the slash at its end. */
  function isFolder(path: string): boolean {
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
      if (!taken || port >= wanted + portsToTry) throw error;
      onTaken(port);
    }
  }
}
