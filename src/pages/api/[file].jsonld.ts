import type { APIRoute } from 'astro';
import { allKinds } from '../../kinds/kinds.ts';
import type { Site } from '../../model/whole-site.ts';
import { dataCatalog } from '../../outputs/linked-data.ts';
import { readSite } from '../../site.ts';

export const getStaticPaths = () =>
  [
    { file: 'catalog', of: dataCatalog },
    ...allKinds.flatMap(({ folder, linkedData }) =>
      linkedData ? [{ file: folder, of: linkedData.of }] : [],
    ),
  ].map(({ file, of }) => ({ params: { file }, props: { of } }));

export const GET: APIRoute = async ({ props }) =>
  new Response(JSON.stringify((props['of'] as (site: Site) => object)(await readSite())), {
    headers: { 'Content-Type': 'application/ld+json' },
  });
