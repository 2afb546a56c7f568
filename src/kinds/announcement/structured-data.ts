import type { NewsArticle } from 'schema-dts';
import { helsinkiOffset } from '../../i18n/helsinki-time.ts';
import { readersLanguageFirst } from '../../i18n/languages.ts';
import type { PageOf } from '../../model/pages.ts';
import { publisherOf, unlessEmpty } from '../../model/schema-org.ts';
import { publicationMoment } from '../../model/visible.ts';
import type { Site } from '../../model/whole-site.ts';

export function newsArticle(
  { lang, path, title, description, subject }: PageOf<'announcement'>,
  { content: { site } }: Site,
): NewsArticle {
  const { facts } = subject.entry;
  return {
    '@type': 'NewsArticle',
    headline: title,
    description,
    url: site.url + path,
    inLanguage: lang,
    datePublished: withOffset(facts.published),
    dateModified: facts.corrections?.[0]?.date,
    publisher: publisherOf(site.publisher?.[lang]),
    license: site.licence?.url,
    isBasedOn: unlessEmpty(
      readersLanguageFirst(lang, facts.original).map(({ inLang, value }) => ({
        '@type': 'CreativeWork',
        name: value.title,
        url: value.url,
        inLanguage: inLang,
        publisher: publisherOf(facts.publisher?.[lang]),
      })),
    ),
  };
}

/** A year, month or day unchanged, never more exact than known; a time with its UTC offset. */
const withOffset = (published: string): string =>
  published.includes('T') ? `${published}:00${helsinkiOffset(publicationMoment(published))}` : published;
