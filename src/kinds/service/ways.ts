import { formatDate, hostOf } from '../../i18n/format.ts';
import type { Lang } from '../../i18n/languages.ts';
import { words } from '../../i18n/words.ts';
import type { PageOf } from '../../model/pages.ts';
import type { Site } from '../../model/whole-site.ts';
import { freePage } from '../page/free-pages.ts';
import type { Channel } from './schema.ts';
import { adviceServiceId, channelsOf, pageOfService } from './services.ts';

/** A way to get a service, as a link: `details` tell where it leads and how old the knowledge of it is. */
export type Way = { href: string; inLang: Lang; text: string; details: string[] };

/** The ways to get a service, its own first. A text to copy, with the topic filled in, is always one of them. */
export function waysOf({ lang, title, subject }: PageOf<'service'>, site: Site): Way[] {
  const t = words[lang];
  const howToAsk = freePage(site, 'how-to-ask', lang);
  const ask = {
    href: howToAsk
      ? `${howToAsk.path}?aihe=${encodeURIComponent(title)}`
      : pageOfService(site, adviceServiceId, lang).path,
    inLang: lang,
    details: [],
  };
  const ageOf = ({ asOf }: Channel) =>
    asOf === undefined ? [] : [asOf === 'undated' ? t.channelUndated : t.channelFrom(formatDate(lang, asOf))];
  const channels = channelsOf(subject.entry.facts.channels, lang);
  return [
    ...channels.map(({ channel, to }) =>
      to
        ? {
            href: to.href,
            inLang: to.inLang,
            text: `${t.channel[channel.kind]}${to.inLang === lang ? '' : ` (${t.inLanguage[to.inLang]})`}`,
            details: [channel.email ? to.text : hostOf(to.href), ...ageOf(channel)],
          }
        : { ...ask, text: t.channel['advice-service'] },
    ),
    ...(howToAsk && channels.every(({ to }) => to) ? [{ ...ask, text: howToAsk.title }] : []),
  ];
}
