import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { headersOf } from '../hosting/headers.ts';
import { languageOfPath, notFoundPath } from '../i18n/addresses.ts';

const portsToTry = 20;

/**
 * Serves a built site on this machine, with the headers that it has in public.
 * @param folder the built site
 * @param port the wanted port; when it is taken, the next free one is used and `onTaken` told
 * @returns the server and its address
 */
export async function serve(folder: string, port: number, onTaken: (port: number) => void = () => {}): Promise<{ server: Server; url: string }> {
  const files = sirv(folder, { etag: true, brotli: true });
  const compress = compression() as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  const server = createServer((request, response) => {
    const [path = '/', query] = (request.url ?? '/').split('?');
    const answer = () => files(request, response, () => notFound(path, response));
    setHeaders(response, path);
    // The one kind of file that sirv does not know; without a type no browser may guess that it is for the address book.
    if (path.endsWith('.vcf')) response.setHeader('Content-Type', 'text/vcard; charset=utf-8');
    if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    else if (isFolder(path)) response.writeHead(301, { Location: [`${path}/`, query].filter(Boolean).join('?') }).end();
    // A part of a file is counted in the bytes that the reader asked for, so it is sent as it is.
    else if (request.headers.range) answer();
    else compress(request, response, answer);
  });
  const usedPort = await listen(server, port, onTaken);
  return { server, url: `http://localhost:${usedPort}` };

  /** A page without the slash at its end. */
  function isFolder(path: string): boolean {
    return /^(?:\/[a-z0-9-]+)+$/.test(path) && existsSync(join(folder, path, 'index.html'));
  }

  function notFound(path: string, response: ServerResponse): void {
    const lang = languageOfPath(path);
    const page = lang ? `${notFoundPath(lang)}index.html` : '/404.html';
    setHeaders(response, page);
    response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(readFileSync(join(folder, page)));
  }
}

function setHeaders(response: ServerResponse, path: string): void {
  for (const [name, value] of Object.entries(headersOf(path))) response.setHeader(name, value);
}

async function listen(server: Server, wanted: number, onTaken: (port: number) => void): Promise<number> {
  for (let port = wanted; ; port += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(port, () => {
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
