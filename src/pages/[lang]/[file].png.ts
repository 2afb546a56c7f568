import type { APIRoute } from 'astro';
import { previewPicturePath } from '../../i18n/addresses.ts';
import { type Lang, languages } from '../../i18n/languages.ts';
import { words } from '../../i18n/words.ts';
import { type PreviewKind, previewKinds } from '../../model/preview-kinds.ts';
import { readSite } from '../../site.ts';
import { previewPicture } from '../../views/preview-picture.ts';

export const getStaticPaths = () =>
  languages.flatMap((lang) =>
    previewKinds.map((kind) => ({
      params: { lang, file: previewPicturePath(lang, kind).split('/').at(-1)!.replace('.png', '') },
      props: { kind },
    })),
  );

export const GET: APIRoute = async ({ params, props }) => {
  const lang = params['lang'] as Lang;
  const t = words[lang];
  const headings: Record<PreviewKind, string> = {
    home: t.homeHeading,
    services: t.servicesHeading,
    announcements: t.announcementsIntro,
    contacts: t.contacts,
  };
  const { site } = (await readSite()).content;
  return new Response(
    new Uint8Array(await previewPicture(site.name[lang], headings[props['kind'] as PreviewKind])),
    { headers: { 'Content-Type': 'image/png' } },
  );
};
