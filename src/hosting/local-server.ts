import type { IncomingMessage } from 'node:http';

/*
 * Servers on an editor's machine: `npm start` and `npm run dev`. Any page that is open in the same browser can send them
 * requests, so both decide here whom they answer.
 */

/** The address that they listen on: this machine alone, unless `HOST` names another one. */
export const listenAddress = (): string => process.env['HOST'] || '127.0.0.1';

/** The name by which they are reached. */
export const serverName = (): string => process.env['HOST'] || 'localhost';

/** Names that a request may ask for. Any other was led here by a name server that somebody else owns (DNS rebinding). */
const answeredNames = (): string[] => ['localhost', '127.0.0.1', '[::1]', serverName().toLowerCase()];

/**
 * The status by which a request is refused before anything looks at its path; undefined where it may go on.
 * A path with control characters would steer the terminal that it is printed in.
 */
export function refusedAtOnce({
  url = '/',
  headers,
}: Pick<IncomingMessage, 'url' | 'headers'>): 400 | 403 | undefined {
  const name = headers.host?.toLowerCase().replace(/:\d+$/, '');
  if (!name || !answeredNames().includes(name)) return 403;
  return pathOf(url) === undefined ? 400 : undefined;
}

/** The path that a request asks for, decoded; undefined where it cannot be read, or climbs. */
export function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0]!);
    return /[\p{Cc}\\]|(?:^|\/)\.{1,2}(?:\/|$)|^\/\//u.test(path) || !path.startsWith('/') ? undefined : path;
  } catch {
    return undefined;
  }
}
