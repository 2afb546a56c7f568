/**
 * The languages of the site, of equal status. Everything that must exist per language is derived from this
 * list.
 */
export const languages = ['fi', 'sv'] as const;

export type Lang = (typeof languages)[number];

/** One value in every language of the site. */
export type Localized<T> = Record<Lang, T>;

/** Builds a value for each language from one function. */
export function inEachLanguage<T>(make: (lang: Lang) => T): Localized<T> {
  return Object.fromEntries(languages.map((lang) => [lang, make(lang)])) as Localized<T>;
}

export const otherLanguages = (lang: Lang): Lang[] => languages.filter((other) => other !== lang);

/** The values that exist, each with its language: the reader's language first, then the others. */
export const readersLanguageFirst = <T>(
  lang: Lang,
  values: Partial<Localized<T>> = {},
): { inLang: Lang; value: T }[] =>
  [lang, ...otherLanguages(lang)].flatMap((of) =>
    values[of] === undefined ? [] : [{ inLang: of, value: values[of] }],
  );

/** The language of the open page. An attribute of our own tells it: browsers that translate a page change its `lang`. */
export const pageLanguage = (): Lang => document.documentElement.dataset['lang'] as Lang;
