import { type Lang, type Localized, otherLanguages } from '../i18n/languages.ts';

/**
 * A pattern for the listed names that are not in the language of a text, the name in the group of its language; undefined
 * when there are none.
 * @param names names by their language
 */
export function foreignNames(lang: Lang, names: Partial<Localized<string[]>> = {}): RegExp | undefined {
  const groups = otherLanguages(lang)
    .filter((of) => names[of]?.length)
    // The longer of two names that begin alike comes first.
    .map(
      (of) =>
        `(?<${of}>${[...names[of]!]
          .sort((a, b) => b.length - a.length)
          .map(escaped)
          .join('|')})`,
    );
  return groups.length > 0
    ? new RegExp(`(?<![\\p{L}\\d-])(?:${groups.join('|')})(?![\\p{L}\\d-])`, 'gu')
    : undefined;
}

const escaped = (text: string): string => text.replace(/[^\p{L}\d ]/gu, '\\$&');
