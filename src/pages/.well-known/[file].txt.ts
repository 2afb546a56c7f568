import type { APIRoute } from 'astro';
import { securityTxt } from '../../hosting/security-txt.ts';
import { readSite } from '../../site.ts';

/** `security.txt` (RFC 9116); only when the site names a security contact. */
export const getStaticPaths = async () =>
  (await readSite()).content.site.security ? [{ params: { file: 'security' } }] : [];

export const GET: APIRoute = async () => {
  const { security, url } = (await readSite()).content.site;
  return new Response(securityTxt(security!, url), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
