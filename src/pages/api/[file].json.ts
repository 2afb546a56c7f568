import type { APIRoute } from 'astro';
import { jsonSchemaOf, openData } from '../../outputs/open-data.ts';
import { readSite } from '../../site.ts';
import { openDataFiles } from '../../outputs/open-data-items.ts';

export const getStaticPaths = async () => {
  const { content } = await readSite();
  return openDataFiles.flatMap((file) => [
    { params: { file }, props: { json: { [file]: openData[file](content) } } },
    { params: { file: `${file}.schema` }, props: { json: jsonSchemaOf(file, content.site.url) } },
  ]);
};

export const GET: APIRoute = ({ props }) => Response.json(props['json']);
