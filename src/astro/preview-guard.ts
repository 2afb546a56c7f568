import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { allowedOrigins, pathOf, refusedAtOnce } from '../hosting/local-server.ts';
import { languages } from '../i18n/languages.ts';

/**
 * Paths that the preview serves. Vite and Astro would serve much more: files of this machine, a request that
 * opens the editor, and internal modules.
 */
const allowedPaths: RegExp[] = [
  // Pages, with or without a trailing slash, but no path below a project folder.
  /^\/(?!(?:content|src|node_modules|scripts|public|dist)(?:\/|$))(?:[a-z0-9-]+\/)*(?:[a-z0-9-]+)?$/,
  // Assets of pages, and files for other programs.
  new RegExp(
    `^/(?:${[...languages, 'api', 'guide', 'pictures', '\\.well-known'].join('|')})/(?:[\\w-]+/)*[\\w-]+(?:\\.[\\w-]+)+/?$`,
  ),
  /^\/[\w-]+\.(?:png|svg|xml|txt|ico)$/,
  // The project's styles and scripts, and Vite's client, which reloads the page.
  /^\/src\/(?:[\w.-]+\/)*(?!.*\.test\.ts$)[\w.-]+\.(?:astro|css|ts)$/,
  /^\/@vite\/client$/,
  /^\/@id\/astro:scripts\/page\.js$/,
  /^(?:\/@fs\/.+)?\/node_modules\/vite\/dist\/client\/env\.mjs$/,
];

/**
 * Other sites may link to the preview, but may neither frame it nor fetch from it.
 * @returns the HTTP status with which the preview refuses a request; undefined when it serves the request
 */
export function refusedByPreview(
  request: Pick<IncomingMessage, 'url' | 'headers'>,
): 400 | 403 | 404 | undefined {
  const refusal = refusedAtOnce(request);
  if (refusal) return refusal;
  const { 'sec-fetch-site': site, 'sec-fetch-dest': destination } = request.headers;
  if (site !== undefined && !['none', 'same-origin'].includes(site as string) && destination !== 'document')
    return 403;
  // Browsers tell nothing of a request to a name over plain HTTP; then what brought it here is asked.
  if (site === undefined && comesFromElsewhere(request.headers)) return 403;
  const path = pathOf(request.url ?? '/')!;
  return allowedPaths.some((pattern) => pattern.test(path)) ? undefined : 404;
}

const comesFromElsewhere = ({ host, origin, referer }: IncomingMessage['headers']): boolean =>
  [origin, referer].some(
    (from) => from !== undefined && !allowedOrigins(host).includes(URL.parse(from)?.origin ?? ''),
  );

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * A Vite plugin that checks each request before Vite's and Astro's own middleware.
 * @param behind what answers below a path, once a request is checked
 * @param header a header that every response carries
 * @param redirectTo where an old address leads
 */
export const previewGuard = (
  behind: Record<string, Handler> = {},
  header?: () => [name: string, value: string],
  redirectTo: (path: string) => string | undefined = () => undefined,
): Plugin => ({
  name: 'preview-guard',
  // Astro puts its page middleware first after all plugins have run; this plugin runs even later.
  enforce: 'post',
  configureServer:
    ({ middlewares }) =>
    () => {
      const handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
        const status = refusedByPreview(request);
        // The editing page shows pages beside their form.
        response.setHeader('X-Frame-Options', 'SAMEORIGIN');
        if (header) response.setHeader(...header());
        const target = redirectTo(pathOf(request.url ?? '/') ?? '/');
        if (!status && target) response.writeHead(302, { Location: target }).end();
        else if (status)
          response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(String(status));
        else next();
      };
      const answers = Object.entries(behind).map(([route, handle]) => ({ route, handle }));
      middlewares.stack.unshift({ route: '', handle }, ...answers);
    },
});
