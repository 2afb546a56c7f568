import type { APIRoute } from 'astro';
import { readSite } from '../site.ts';

export const GET: APIRoute = async () => {
  const { url } = (await readSite()).content.site;
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${url}/sitemap.xml\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
