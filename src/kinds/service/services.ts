import { collate, formatList } from '../../i18n/format.ts';
import { type Lang, readersLanguageFirst } from '../../i18n/languages.ts';
import { words } from '../../i18n/words.ts';
import type { Content } from '../../model/content.ts';
import { findPage, lookup, required } from '../../model/lookup.ts';
import type { PageOf } from '../../model/pages.ts';
import type { Site } from '../../model/whole-site.ts';
import type { Vocabulary } from '../../schema/site-files.ts';
import { contactById, current } from '../contact/contacts.ts';
import type { ContactEntry } from '../contact/schema.ts';
import type { Channel, Service, ServiceEntry } from './schema.ts';

/** Kuntaliitto's general advice service: the fallback when a service has no channel or contact of its own. */
export const adviceServiceId = 'personal-expert-advice';

const findService = lookup<ServiceEntry>(({ id }) => id);
export const serviceById = ({ services }: Content, id: string): ServiceEntry =>
  required(findService(services, id), `Service "${id}"`);

/**
 * The contacts to show with a service. The advice service is added where it is a channel, and where no contact of its own
 * is up to date, since that service helps with everything.
 */
export function contactsOf({ facts }: ServiceEntry, content: Content): ContactEntry[] {
  const byIds = (ids: string[]) => ids.map((id) => contactById(content, id));
  const own = byIds(facts.contacts);
  const asksAdvice = facts.channels.some(({ kind }) => kind === 'advice-service');
  if (current(own).length > 0 && !asksAdvice) return own;
  const advice = current(byIds(serviceById(content, adviceServiceId).facts.contacts)).slice(0, 1);
  return [...new Set([...own, ...advice])];
}

export const pageOfService = ({ pages }: Site, id: string, lang: Lang): PageOf<'service'> =>
  required(findPage(pages, `${lang} service ${id}`), `The page of service "${id}"`) as PageOf<'service'>;

/** Alphabetical (A–Ö) by the title in the language. */
export const byTitle =
  (lang: Lang) =>
  (a: ServiceEntry, b: ServiceEntry): number =>
    collate(lang)(fromFirstLetter(a.texts[lang].title), fromFirstLetter(b.texts[lang].title));

/** A title from its first letter or digit on: in lists a quotation mark or picture before it does not count. */
export const fromFirstLetter = (title: string): string => title.replace(/^[^\p{L}\p{N}]+(?=.)/u, '');

/** Withdrawn services keep their page but are left out of lists and search. */
export const isOffered = ({ facts }: ServiceEntry): boolean => !facts.withdrawn;
/** Whether it is given today, and not only read about. */
export const isGiven = (service: ServiceEntry): boolean => isOffered(service) && !service.facts.ended;
export const offered = (services: ServiceEntry[]): ServiceEntry[] => services.filter(isOffered);

/** Services in alphabetical order, grouped by first letter. */
export const byFirstLetter = (
  lang: Lang,
  services: ServiceEntry[],
): { letter: string; services: ServiceEntry[] }[] =>
  [
    ...Map.groupBy([...services].sort(byTitle(lang)), (service) =>
      [...fromFirstLetter(service.texts[lang].title)][0]!.toLocaleUpperCase(lang),
    ),
  ].map(([letter, services]) => ({ letter, services }));

/** Target group of a service: the names of its divisions, or the whole city when all divisions are listed. */
export const audienceOf = ({ divisions }: Service, vocabulary: Vocabulary, lang: Lang): string =>
  divisions.length === Object.keys(vocabulary.divisions).length
    ? words[lang].wholeCity
    : formatList(
        lang,
        divisions.map((key) => vocabulary.divisions[key]!.name[lang]),
      );

/** Link target of a channel, in the reader's language if there is one, otherwise in another language. */
type ChannelTarget = { inLang: Lang; href: string; text: string };
type FoundChannel = { channel: Channel; to: ChannelTarget | undefined };

/**
 * The channels of a service, those in the reader's language first, but the advice service before all where its
 * editors put it there. The advice service has no target of its own.
 */
export function channelsOf(channels: Channel[], lang: Lang): FoundChannel[] {
  const comesFirst = ({ channel, to }: FoundChannel) =>
    Number(to ? to.inLang === lang : channel === channels[0]);
  return channels
    .map((channel) => ({ channel, to: targetOf(channel, lang) }))
    .sort((a, b) => comesFirst(b) - comesFirst(a));
}

function targetOf({ url, email }: Channel, lang: Lang): ChannelTarget | undefined {
  const [first] = readersLanguageFirst(lang, url ?? email);
  return (
    first && { inLang: first.inLang, href: email ? `mailto:${first.value}` : first.value, text: first.value }
  );
}

/**
 * Whether a price is usual for its kind of service, and so needs no explanation. `unknown` always needs one.
 */
export const isUsualPrice = (price: string, usual: string | undefined): boolean =>
  price !== 'unknown' && (usual === undefined || usual === price);

/** What editors name as related to services and is offered, without those services themselves. */
export const relatedTo = (to: ServiceEntry[], content: Content): ServiceEntry[] =>
  offered([
    ...new Set(to.flatMap(({ facts }) => facts.related.map((id) => serviceById(content, id)))),
  ]).filter((service) => !to.includes(service));

/** The services of a division that are not for everybody, in the order that its editors gave. */
export function ownFirst(services: ServiceEntry[], { divisions }: Vocabulary, key: string): ServiceEntry[] {
  const { first = [] } = divisions[key]!;
  const place = ({ id }: ServiceEntry) => (first.includes(id) ? first.indexOf(id) : first.length);
  return services.filter(({ facts }) => !facts.everybody).sort((a, b) => place(a) - place(b));
}
