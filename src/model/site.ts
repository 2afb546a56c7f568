import { type CollectionEntry, type CollectionKey, getCollection, getEntry, render } from 'astro:content';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { inEachLanguage, type Lang } from '../i18n/languages.ts';
import type { AnnouncementEntry, Content, Entry, PageEntry, ServiceEntry, Text } from './content.ts';
import { buildTime } from './clock.ts';
import { type Page, pagesOf } from './pages.ts';
import { visibleAt } from './visible.ts';

/** The whole site as plain data. This file alone talks to Astro's content layer. */
export type Site = { content: Content; pages: Page[] };

let reading: Promise<Site> | undefined;

/** Reads the content once per build; in the preview Astro reloads this module when content changes. */
export function readSite(): Promise<Site> {
  reading = import.meta.env.DEV ? fitTogether() : (reading ??= fitTogether());
  return reading;
}

async function fitTogether(): Promise<Site> {
  const content: Content = {
    site: await single('site'),
    vocabulary: await single('vocabulary'),
    searchWords: await single('searchWords'),
    redirects: await single('redirects'),
    services: (await bilingual('services', 'serviceTexts')) as ServiceEntry[],
    announcements: (await bilingual('announcements', 'announcementTexts')) as AnnouncementEntry[],
    contacts: (await getCollection('contacts')).map((entry) => ({ id: entry.id, ...entry.data })),
    pages: (await bilingual('pages', 'pageTexts')) as PageEntry[],
  };
  const visible = visibleAt(content, buildTime());
  return { content: visible, pages: pagesOf(visible) };
}

async function single<K extends CollectionKey>(collection: K): Promise<CollectionEntry<K>['data']> {
  const [entry] = await getCollection(collection);
  if (!entry) throw new Error(`The content folder holds no ${collection} file. Run "npm run check" to see what is missing.`);
  return entry.data;
}

async function bilingual<F extends 'services' | 'announcements' | 'pages', T extends 'serviceTexts' | 'announcementTexts' | 'pageTexts'>(
  factsCollection: F,
  textCollection: T,
): Promise<Entry<CollectionEntry<F>['data'], CollectionEntry<T>['data']>[]> {
  const texts = new Map((await getCollection(textCollection)).map((text) => [text.id, text]));
  const facts = await getCollection(factsCollection);
  return facts
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, data }) => ({
      id,
      facts: data,
      texts: inEachLanguage((lang) => {
        const text = texts.get(`${id}/${lang}`);
        if (!text) throw new Error(`${factsCollection}/${id} has no text in "${lang}". Run "npm run check" for all problems.`);
        return { ...text.data, body: text.body ?? '' } as Text<CollectionEntry<T>['data']>;
      }),
    }));
}

const textCollections = { service: 'serviceTexts', announcement: 'announcementTexts', page: 'pageTexts' } as const;

/** The body of an entry as HTML, for those who read it outside the site. */
export async function htmlOf(kind: keyof typeof textCollections, id: string, lang: Lang): Promise<string> {
  const container = await AstroContainer.create();
  return container.renderToString(await bodyOf(kind, id, lang));
}

/** The body of an entry as an Astro component. */
export async function bodyOf(kind: keyof typeof textCollections, id: string, lang: Lang) {
  const text = await getEntry(textCollections[kind], `${id}/${lang}`);
  if (!text) throw new Error(`No text: ${kind} ${id} ${lang}`);
  return (await render(text)).Content;
}
