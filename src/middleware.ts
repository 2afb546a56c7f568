import type { MiddlewareHandler } from 'astro';
import { markText } from './views/mark-text.ts';

/** Marks the text of every page, in a build and in the preview. */
export const onRequest: MiddlewareHandler = async (_context, next) => {
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  const html = await response.text();
  const body = html.indexOf('<body');
  return new Response(html.slice(0, body) + markText(html.slice(body)), response);
};
