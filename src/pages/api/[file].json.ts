import type { APIRoute } from 'astro';
import { datasets, jsonOf, jsonSchemaOf } from '../../outputs/open-data.ts';
import { readSite } from '../../site.ts';

export const getStaticPaths = async () => {
  const { content } = await readSite();
  return datasets.flatMap((dataset) => [
    { params: { file: dataset.name }, props: { json: jsonOf(dataset, content) } },
    {
      params: { file: `${dataset.name}.schema` },
      props: { json: jsonSchemaOf(dataset, content.site.url) },
    },
  ]);
};

export const GET: APIRoute = ({ props }) => Response.json(props['json']);
