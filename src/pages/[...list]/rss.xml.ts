import type { APIRoute } from 'astro';
import { type Feed, feedsOf } from '../../model/feeds.ts';
import { readSite } from '../../site.ts';
import { bodyHtml } from '../../views/bodies.ts';
import { feedXml, wholeText } from '../../views/feed.ts';

export const getStaticPaths = async () =>
  feedsOf(await readSite()).map((feed) => ({
    params: { list: feed.path.split('/').slice(1, -1).join('/') },
    props: { feed },
  }));

export const GET: APIRoute = async ({ props }) => {
  const { lang, items } = props['feed'] as Feed;
  const { site } = (await readSite()).content;
  const texts = items
    .flatMap(({ id, path, announcement }) => (announcement ? [{ id, path, announcement }] : []))
    .map(
      async ({ id, path, announcement }) =>
        [
          id,
          wholeText(
            announcement,
            lang,
            await bodyHtml(announcement.texts[lang].body, `announcements/${announcement.id}/${lang}.md`),
            site.url + path,
          ),
        ] as const,
    );
  return new Response(await feedXml(props['feed'] as Feed, site.url, new Map(await Promise.all(texts))), {
    headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' },
  });
};
