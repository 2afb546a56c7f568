import type { APIRoute } from 'astro';
import { languages } from '../../i18n/languages.ts';
import { filtersFile, guideFiles, previewGuide } from '../../search/guide-file.ts';
import { readSite } from '../../site.ts';

export const getStaticPaths = async () => {
  const site = await readSite();
  return [
    ...languages.flatMap((lang) => {
      const files = guideFiles(site, lang);
      const inPreview = { path: previewGuide(lang), text: files.first.text };
      return [...Object.values(files).flat(), ...(import.meta.env.DEV ? [inPreview] : [])];
    }),
    ...(filtersFile(site) ? [filtersFile(site)!] : []),
  ].map(({ path, text }) => ({
    params: {
      file: path
        .split('/')
        .at(-1)!
        .replace(/\.txt$/, ''),
    },
    props: { text },
  }));
};

export const GET: APIRoute = ({ props }) =>
  new Response(props['text'] as string, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
