import type { IncomingMessage } from 'node:http';

/*
 * Request filtering for the servers on an editor's machine, `npm start` and `npm run dev`: any web page that
 * is open in the same browser can send them requests.
 */

/** The address to listen on: the loopback interface, unless `HOST` names another. */
export const listenAddress = (): string => process.env['HOST'] || '127.0.0.1';

/** The host name for the URL of the server. */
export const serverName = (): string => process.env['HOST'] || 'localhost';

/**
 * The host by which GitHub forwards the port of a Codespace to its owner's browser; undefined on any other machine.
 * The environment of the Codespace names it.
 */
export function forwardedHost(): string | undefined {
  const { CODESPACE_NAME, GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN, PORT = '4321' } = process.env;
  const host = `${CODESPACE_NAME}-${PORT}.${GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN}`.toLowerCase();
  return CODESPACE_NAME && /^[a-z0-9-]+-\d+(?:\.[a-z0-9-]+)+$/.test(host) ? host : undefined;
}

/** Allowed values of the Host header, without port. Others indicate DNS rebinding. */
const allowedHosts = (): string[] => [
  'localhost',
  '127.0.0.1',
  '[::1]',
  serverName().toLowerCase(),
  ...(forwardedHost() ? [forwardedHost()!] : []),
];

/** The origins of the pages of this server itself, for a request with this Host header. */
export const allowedOrigins = (host: string | undefined): string[] => [
  ...(host ? [`http://${host}`] : []),
  ...(forwardedHost() ? [`https://${forwardedHost()}`] : []),
];

/** Control characters anywhere in the address, also in the query, which programs print as they are. */
const controls = /%(?:[01][0-9a-f]|7f|c2%[89][0-9a-f])|\p{Cc}/iu;

/**
 * Validates a request before it is handled: 403 for a foreign host, 400 for an invalid path, undefined if it
 * is allowed. Paths with control characters are refused because they could control the terminal that logs
 * them.
 */
export function refusedAtOnce({
  url = '/',
  headers,
}: Pick<IncomingMessage, 'url' | 'headers'>): 400 | 403 | undefined {
  const host = headers.host?.toLowerCase().replace(/:\d+$/, '');
  if (!host || !allowedHosts().includes(host)) return 403;
  return pathOf(url) === undefined || controls.test(url) ? 400 : undefined;
}

/**
 * The decoded path of a request; undefined if it is malformed, or contains control characters or dot
 * segments.
 */
export function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/)[0]!);
    return /[\p{Cc}\\]|(?:^|\/)\.{1,2}(?:\/|$)|^\/\//u.test(path) || !path.startsWith('/') ? undefined : path;
  } catch {
    return undefined;
  }
}
