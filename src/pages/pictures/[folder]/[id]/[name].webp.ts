import type { APIRoute } from 'astro';
import { picturePath } from '../../../../i18n/addresses.ts';
import { readSite } from '../../../../site.ts';
import { contentPictures, readPicture } from '../../../../views/pictures.ts';

export const getStaticPaths = async () =>
  contentPictures(await readSite()).map((picture) => ({
    params: paramsOf(picturePath(picture)),
    props: { picture },
  }));

/** The preview would want a slash behind a path in one part, which does not tell of the extension. */
function paramsOf(path: string) {
  const [folder, id, name] = path.replace('/pictures/', '').split('/');
  return { folder, id, name: name!.replace(/\.webp$/, '') };
}

export const GET: APIRoute = async ({ props }) => {
  return new Response((await readPicture(props['picture'] as string)).webp, {
    headers: { 'Content-Type': 'image/webp' },
  });
};
