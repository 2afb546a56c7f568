import parsePhoneNumber from 'libphonenumber-js/min';
import { inEachLanguage, type Lang } from './languages.ts';

/** BCP 47 tags with the country: Finland's Swedish writes dates and numbers its own way. */
export const locales: Record<Lang, string> = { fi: 'fi-FI', sv: 'sv-FI' };

// Made once: a formatter takes far longer to make than to use.
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
 * A date exactly as precise as it is known: `2020` → "2020", `2020-06` → "kesäkuu 2020", `2020-06-15` → "15.6.2020".
 * @param date ISO 8601 year, year and month, or day; the time of a day is not shown
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

/** Sorts by the alphabet of the language: both end with å, ä, ö. */
export const collate = (lang: Lang): ((a: string, b: string) => number) => collators[lang].compare;

/** The national form that people in Finland read and dial: "+358 9 771 2000" → "09 771 2000". */
export function formatPhone(phone: string): string {
  const parsed = parsePhoneNumber(phone);
  if (!parsed) return phone;
  return parsed.country === 'FI' ? groupedLikeWritten(phone) : parsed.formatInternational();
}

/** Keeps the editor's grouping, which is how the owner of the number writes it. */
const groupedLikeWritten = (phone: string): string => phone.replace(/^\+358 ?/, '0');

/** The address of a telephone link, RFC 3966: digits only, with the country code. */
export const phoneHref = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`;

/** The site that an address on the web belongs to, as people write it: "https://www.hel.fi/fi" → "hel.fi". */
export const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, '');

/** A part of an address as people read it: "ty%C3%B6" → "työ". What is no such writing stays as it is. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A page as a list of sources names it: "https://www.hel.fi/fi/ty%C3%B6/" → "hel.fi/fi/työ". */
export const pageName = (url: string): string =>
  hostOf(url) + decoded(new URL(url).pathname).replace(/\/$/, '');
