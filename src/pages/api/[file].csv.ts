import type { APIRoute } from 'astro';
import { csvFileOf } from '../../outputs/open-data.ts';
import { readSite } from '../../site.ts';
import { type OpenDataFile, openDataFiles } from '../../outputs/open-data-items.ts';

export const getStaticPaths = () => openDataFiles.map((file) => ({ params: { file } }));

export const GET: APIRoute = async ({ params }) =>
  new Response(csvFileOf(params['file'] as OpenDataFile, (await readSite()).content), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
