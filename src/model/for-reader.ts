import { formatList } from '../i18n/format.ts';
import { type Lang, readersLanguageFirst } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import type { Channel, Service } from '../kinds/service/schema.ts';
import type { Vocabulary } from '../schema/site-files.ts';
import type { ContactEntry } from './content.ts';

/* Selects values for a reader of one language from data that may exist in some languages only. */

export const nameOf = ({ name }: ContactEntry, lang: Lang): string =>
  typeof name === 'string' ? name : name[lang];

/**
 * The e-mail addresses of a contact, that of the reader's language first; one shared by all languages counts
 * as that.
 */
export const emailsOf = ({ email }: ContactEntry, lang: Lang): { inLang: Lang; value: string }[] =>
  typeof email === 'string' ? [{ inLang: lang, value: email }] : readersLanguageFirst(lang, email);

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

/**
 * The channels of a service, those in the reader's language first. The advice service has no target of its
 * own.
 */
export const channelsOf = (
  channels: Channel[],
  lang: Lang,
): { channel: Channel; to: ChannelTarget | undefined }[] =>
  channels
    .map((channel) => ({ channel, to: targetOf(channel, lang) }))
    .sort((a, b) => Number(b.to?.inLang === lang) - Number(a.to?.inLang === lang));

function targetOf({ url, email }: Channel, lang: Lang): ChannelTarget | undefined {
  const [first] = readersLanguageFirst(lang, url ?? email);
  return (
    first && { inLang: first.inLang, href: email ? `mailto:${first.value}` : first.value, text: first.value }
  );
}
