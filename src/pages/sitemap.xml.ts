import type { APIRoute } from 'astro';
import { languages } from '../i18n/languages.ts';
import { readablePages } from '../model/pages.ts';
import { readSite } from '../site.ts';

export const GET: APIRoute = async () => {
  const { content, pages } = await readSite();
  const absolute = (path: string) => content.site.url + path;
  const entries = readablePages(pages).map(
    ({ path, twins }) =>
      `<url><loc>${absolute(path)}</loc>${languages
        .map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${absolute(twins[lang])}"/>`)
        .join('')}</url>`,
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
};
