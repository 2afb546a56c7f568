import type { APIRoute } from 'astro';
import { type OpenDataFile, openData } from '../../model/open-data.ts';
import { readSite } from '../../model/site.ts';

export const getStaticPaths = () => Object.keys(openData).map((file) => ({ params: { file } }));

export const GET: APIRoute = async ({ params }) => {
  const { content } = await readSite();
  return Response.json(openData[params['file'] as OpenDataFile](content));
};
