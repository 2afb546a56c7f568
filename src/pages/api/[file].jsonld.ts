import type { APIRoute } from 'astro';
import { dataCatalog, serviceCatalog } from '../../outputs/linked-data.ts';
import { readSite } from '../../site.ts';

const files = { catalog: dataCatalog, services: serviceCatalog };

export const getStaticPaths = () => Object.keys(files).map((file) => ({ params: { file } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(JSON.stringify(files[params['file'] as keyof typeof files](await readSite())), {
    headers: { 'Content-Type': 'application/ld+json' },
  });
