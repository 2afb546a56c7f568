import type { APIRoute } from 'astro';
import { sectionPath } from '../../i18n/addresses.ts';
import { type Lang, languages } from '../../i18n/languages.ts';
import { words } from '../../i18n/words.ts';
import { readSite } from '../../site.ts';
import { escapeXml } from '../../model/escape-xml.ts';

export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }));

/**
 * Lets browsers search this site from the address bar (OpenSearch 1.1, which limits short names to 16
 * characters).
 */
export const GET: APIRoute = async ({ params }) => {
  const lang = params['lang'] as Lang;
  const { site } = (await readSite()).content;
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${words[lang].searchShortName}</ShortName>
<Description>${escapeXml(site.tagline[lang])}</Description>
<Language>${lang}</Language>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" template="${site.url}${sectionPath(lang, 'search')}?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(xml, { headers: { 'Content-Type': 'application/opensearchdescription+xml' } });
};
