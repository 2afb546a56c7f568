import type { APIRoute } from 'astro';
import type { Feed } from '../../model/feed.ts';
import { feedsOf, feedXml } from '../../outputs/feeds.ts';
import { readSite } from '../../site.ts';
import { bodyHtml } from '../../views/bodies.ts';

export const getStaticPaths = async () =>
  feedsOf(await readSite()).map((feed) => ({
    params: { list: feed.path.split('/').slice(1, -1).join('/') },
    props: { feed },
  }));

export const GET: APIRoute = async ({ props }) => {
  const feed = props['feed'] as Feed;
  const { site } = (await readSite()).content;
  const bodies = await Promise.all(
    feed.items.map(
      async ({ id, path, text }) =>
        [id, text ? await bodyHtml(text.body, text.file, { url: site.url, path }) : ''] as const,
    ),
  );
  return new Response(await feedXml(feed, site.url, site.licence, new Map(bodies)), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
};
