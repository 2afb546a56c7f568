import parsePhoneNumber from 'libphonenumber-js/min';
import { inEachLanguage, type Lang } from './languages.ts';

/** BCP 47 tags with the country, since Finland's Swedish has its own formats for dates and numbers. */
export const locales: Record<Lang, string> = { fi: 'fi-FI', sv: 'sv-FI' };

// Created once: constructing a formatter takes far longer than using it.
const days = inEachLanguage(
  (lang) =>
    new Intl.DateTimeFormat(locales[lang], {
      day: 'numeric',
      month: 'numeric',
      year: 'numeric',
      timeZone: 'UTC',
    }),
);
const months = inEachLanguage(
  (lang) => new Intl.DateTimeFormat(locales[lang], { month: 'long', year: 'numeric', timeZone: 'UTC' }),
);
const numbers = inEachLanguage((lang) => new Intl.NumberFormat(locales[lang]));
const lists = inEachLanguage((lang) => new Intl.ListFormat(locales[lang], { type: 'conjunction' }));
const collators = inEachLanguage((lang) => new Intl.Collator(locales[lang]));

/**
 * A date as precise as it is known: `2020` → "2020", `2020-06` → "kesäkuu 2020", `2020-06-15` → "15.6.2020".
 * @param date ISO 8601 year, year and month, or day; a time of day is left out
 */
export function formatDate(lang: Lang, date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  if (!month) return String(year);
  const noon = new Date(Date.UTC(year!, month - 1, day ?? 1, 12));
  return (day ? days : months)[lang].format(noon);
}

export const formatNumber = (lang: Lang, number: number): string => numbers[lang].format(number);

/** "laki, hankinnat ja talous" / "juridik, upphandling och ekonomi" */
export const formatList = (lang: Lang, items: string[]): string => lists[lang].format(items);

/** A comparison function by the alphabet of the language: å, ä and ö come last. */
export const collate = (lang: Lang): ((a: string, b: string) => number) => collators[lang].compare;

/** A Finnish number in national form, any other in international form: "+358 9 771 2000" → "09 771 2000". */
export function formatPhone(phone: string): string {
  const parsed = parsePhoneNumber(phone);
  if (!parsed) return phone;
  return parsed.country === 'FI' ? nationalForm(phone) : parsed.formatInternational();
}

/** Keeps the grouping of the source, which is how the owner of the number writes it. */
const nationalForm = (phone: string): string => phone.replace(/^\+358 ?/, '0');

/** The URL of a telephone link (RFC 3966): digits only, with the country code. */
export const phoneHref = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;

/** The host name of a URL without "www.": "https://www.hel.fi/fi" → "hel.fi". */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** Percent-decodes a part of a URL: "ty%C3%B6" → "työ". Invalid escapes are returned unchanged. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The name of a page in a list of sources: "https://www.hel.fi/fi/ty%C3%B6/" → "hel.fi/fi/työ". */
export const pageName = (url: string): string =>
  hostOf(url) + decoded(new URL(url).pathname).replace(/\/$/, '');
