import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Plugin } from 'vite';
import { pathOf, refusedAtOnce } from '../hosting/local-server.ts';
import { languages } from '../i18n/languages.ts';

/** All that the preview answers. Vite and Astro offer much more: files of this machine, an editor to open, parts of their own. */
const answered: RegExp[] = [
  // Pages, with or without the slash at their end, but none of a folder of the project.
  /^\/(?!(?:content|src|node_modules|scripts|public|dist)(?:\/|$))(?:[a-z0-9-]+\/)*(?:[a-z0-9-]+)?$/,
  // What pages bring along, and what other programs read.
  new RegExp(
    `^/(?:${[...languages, 'api', 'guide', 'pictures', '\\.well-known'].join('|')})/(?:[\\w-]+/)*[\\w-]+(?:\\.[\\w-]+)+/?$`,
  ),
  /^\/[\w-]+\.(?:png|svg|xml|txt|ico)$/,
  // Styles and scripts of our own, and Vite's client, which reloads the page.
  /^\/src\/(?:[\w.-]+\/)*[\w.-]+\.(?:astro|css|ts)$/,
  /^\/@vite\/client$/,
  /^\/@id\/astro:scripts\/page\.js$/,
  /^(?:\/@fs\/.+)?\/node_modules\/vite\/dist\/client\/env\.mjs$/,
];

/**
 * The status by which the preview refuses a request; undefined where it answers.
 * Pages of others may lead here by a link, and may neither frame the preview nor fetch from it.
 */
export function refusedByPreview(
  request: Pick<IncomingMessage, 'url' | 'headers'>,
): 400 | 403 | 404 | undefined {
  const atOnce = refusedAtOnce(request);
  if (atOnce) return atOnce;
  const { 'sec-fetch-site': site = 'none', 'sec-fetch-dest': kind } = request.headers;
  if (!['none', 'same-origin'].includes(site as string) && kind !== 'document') return 403;
  const path = pathOf(request.url ?? '/')!;
  return answered.some((form) => form.test(path)) ? undefined : 404;
}

/** Stands before everything that Vite and Astro answer with. */
export const previewGuard = (): Plugin => ({
  name: 'preview-guard',
  // Astro puts what answers its pages first when all plugins have spoken; this one speaks after it.
  enforce: 'post',
  configureServer:
    ({ middlewares }) =>
    () => {
      const handle = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
        const status = refusedByPreview(request);
        if (status)
          response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(String(status));
        else next();
      };
      middlewares.stack.unshift({ route: '', handle });
    },
});
