import type { APIRoute } from 'astro';
import { csvFileOf, type Dataset, datasets } from '../../outputs/open-data.ts';
import { readSite } from '../../site.ts';

export const getStaticPaths = () =>
  datasets.map((dataset) => ({ params: { file: dataset.name }, props: { dataset } }));

export const GET: APIRoute = async ({ props }) =>
  new Response(csvFileOf(props['dataset'] as Dataset, (await readSite()).content), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
