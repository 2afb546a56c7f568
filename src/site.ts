import { type CollectionEntry, type CollectionKey, getCollection } from 'astro:content';
import { inEachLanguage } from './i18n/languages.ts';
import { buildTime } from './model/clock.ts';
import type { AnnouncementEntry, ContactEntry, Content, PageEntry, ServiceEntry } from './model/content.ts';
import { inCodeOrder } from './model/order.ts';
import { type Site, siteOf } from './model/site.ts';

/** This file alone reads the collections; after it everything is plain data. */

let reading: Promise<Site> | undefined;

/** The whole site, read once a build; in the preview anew for each page, so that every save shows. */
export const readSite = (): Promise<Site> => (reading = import.meta.env.DEV || !reading ? fitTogether() : reading);

async function fitTogether(): Promise<Site> {
  const content = {
    site: await single('site'),
    vocabulary: await single('vocabulary'),
    searchWords: await single('searchWords'),
    redirects: await single('redirects'),
    services: (await bilingual('services', 'service-texts')) as ServiceEntry[],
    announcements: (await bilingual('announcements', 'announcement-texts')) as AnnouncementEntry[],
    pages: (await bilingual('pages', 'page-texts')) as PageEntry[],
    contacts: (await inOrder('contacts')).map(({ id, data }): ContactEntry => ({ id, ...data })),
  } satisfies Partial<Content>;
  return siteOf(content as Content, buildTime());
}

/** Astro sorts entries by the language of the machine. */
const inOrder = async <K extends CollectionKey>(collection: K) => (await getCollection(collection)).sort((a, b) => inCodeOrder(a.id, b.id));

async function single<K extends CollectionKey>(collection: K): Promise<CollectionEntry<K>['data']> {
  const [entry] = await getCollection(collection);
  if (!entry) throw new Error('Pages are made of checked content alone: use "npm run build" or "npm run dev".');
  return entry.data;
}

async function bilingual(facts: CollectionKey, texts: CollectionKey): Promise<{ id: string; facts: unknown; texts: unknown }[]> {
  const byId = new Map((await getCollection(texts)).map(({ id, data, body }) => [id, { ...data, body }]));
  return (await inOrder(facts)).map(({ id, data }) => ({ id, facts: data, texts: inEachLanguage((lang) => byId.get(`${id}/${lang}`)) }));
}
