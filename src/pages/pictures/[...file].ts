import type { APIRoute } from 'astro';
import { picturePath } from '../../i18n/addresses.ts';
import { readSite } from '../../site.ts';
import { contentPictures, readPicture } from '../../views/pictures.ts';

export const getStaticPaths = async () =>
  contentPictures(await readSite()).map((picture) => ({
    params: { file: picturePath(picture).replace('/pictures/', '') },
    props: { picture },
  }));

export const GET: APIRoute = async ({ props }) => {
  return new Response(await readPicture(props['picture'] as string), {
    headers: { 'Content-Type': 'image/webp' },
  });
};
