import type { APIRoute } from 'astro';
import { basePath, homePath, iconPath, iconSizes } from '../../i18n/addresses.ts';
import { type Lang, languages } from '../../i18n/languages.ts';
import { words } from '../../i18n/words.ts';
import { readSite } from '../../site.ts';
import { heroColour } from '../../styles/hero-colour.ts';

export const getStaticPaths = () => languages.map((lang) => ({ params: { lang } }));

/** The web app manifest: name and icons for a home screen. */
export const GET: APIRoute = async ({ params }) => {
  const lang = params['lang'] as Lang;
  const { site } = (await readSite()).content;
  const base = basePath(site.url);
  const manifest = {
    lang,
    name: site.name[lang],
    short_name: words[lang].searchShortName,
    description: site.tagline[lang],
    start_url: base + homePath(lang),
    scope: `${base}/`,
    display: 'browser',
    background_color: '#ffffff',
    theme_color: heroColour,
    icons: [
      ...iconSizes.map((size) => ({
        src: base + iconPath(size),
        sizes: `${size}x${size}`,
        type: 'image/png',
      })),
      { src: `${base}/icon.svg`, sizes: 'any', type: 'image/svg+xml' },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json' } });
};
