import type { MiddlewareHandler } from 'astro';
import type { Lang } from './i18n/languages.ts';
import { readSite } from './site.ts';
import { addBase } from './views/add-base.ts';
import { markText } from './views/mark-text.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** Places the links and marks the text of every page, in a build and in the preview. */
export const onRequest: MiddlewareHandler = async (_context, next) => {
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  const html = base ? addBase(await response.text(), base) : await response.text();
  const [, lang] = /<html lang="(\w+)"/.exec(html) ?? [];
  if (!lang) return new Response(html, response);
  const body = html.indexOf('<body');
  const { content } = await readSite();
  return new Response(
    html.slice(0, body) + markText(html.slice(body), lang as Lang, content.site.names),
    response,
  );
};
