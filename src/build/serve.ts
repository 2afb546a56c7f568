import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { languageOfPath, notFoundPath } from '../i18n/addresses.ts';

const portsToTry = 20;

/**
 * Serves a built site on this machine.
 * @param folder the built site
 * @param port the wanted port; when it is taken, the next free one is used and `onTaken` told
 * @returns the server and its address
 */
export async function serve(folder: string, port: number, onTaken: (port: number) => void = () => {}): Promise<{ server: Server; url: string }> {
  const files = sirv(folder, { etag: true, dotfiles: true });
  const compress = compression() as (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  const server = createServer((request, response) => {
    compress(request, response, () => files(request, response, notFound(request, response)));
  });
  const usedPort = await listen(server, port, onTaken);
  return { server, url: `http://localhost:${usedPort}` };

  function notFound(request: IncomingMessage, response: ServerResponse) {
    return () => {
      const lang = languageOfPath(new URL(request.url ?? '/', 'http://localhost').pathname);
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, lang ? join(notFoundPath(lang), 'index.html') : '404.html')));
    };
  }
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
