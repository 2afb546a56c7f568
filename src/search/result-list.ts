import type { Lang } from '../i18n/languages.ts';
import { type Filtered, type FilterName, nameOfOption } from '../kinds/service/filters.ts';
import type { Found } from './match.ts';
import type { Row } from './merge-results.ts';
import { resultWords } from './result-words.ts';

/** The filter values of a service, and its list item on the page unless the list is too long for it. */
export type ListedService = Filtered & { item?: HTMLElement };

/** The rows in groups by kind, the group with the best row first. */
export const resultList = (rows: Row[], services: Map<string, ListedService>, lang: Lang): Node[] =>
  [...new Set(rows.map(({ kind }) => kind.heading))].flatMap((heading) => [
    element('h2', heading),
    element(
      'ol',
      ...rows
        .filter(({ kind }) => kind.heading === heading)
        .map((row) => listItem(row, services.get(row.path), resultWords[lang])),
    ),
  ]);

function listItem(
  { title, path, kind, about, lang, excerpt, because = [] }: Row,
  service: ListedService | undefined,
  dictionary: (typeof resultWords)[Lang],
): HTMLElement {
  const item = element('li', link(path, title, lang));
  const summary = about ?? service?.item?.querySelector('p')!.textContent;
  if (summary) item.append(element('p', summary));
  if (because.length > 0) item.append(elementWithClass('p', 'because', dictionary.because(because)));
  if (excerpt) item.append(snippet(excerpt, lang));
  const tag =
    service && [nameIn('kind', service.dataset['kind']!), ...(kind.row ? [kind.row] : [])].join(' · ');
  if (tag || lang) item.append(elementWithClass('p', 'tag', lang ? dictionary.onlyIn[lang] : tag!));
  return item;
}

const nameIn = (filter: FilterName, key: string): string =>
  nameOfOption(document.querySelector<HTMLOptionElement>(`select[name=${filter}] option[value="${key}"]`)!);

export const correctionNote = (lang: Lang, corrected: string, query: string, address: string): HTMLElement =>
  elementWithClass(
    'p',
    'correction',
    resultWords[lang].shownInstead(corrected),
    ' ',
    link(address, resultWords[lang].searchOriginal(query)),
  );

/** Link to the same results on the page in another language. */
export function otherLanguageNote(other: Lang, parameters: string): HTMLElement {
  const { pathname } = document.querySelector<HTMLAnchorElement>(`a[data-language][lang="${other}"]`)!;
  return element('p', link(pathname + parameters, resultWords[other].sameInThisLanguage, other));
}

/**
 * What is said where a query may not be Kuntaliitto's, or where no result is likely to answer it: who else helps,
 * a human being, and the theme of the nearest service.
 */
export function notOursNote(
  lang: Lang,
  helpers: Found[],
  isSure: boolean,
  { dataset }: HTMLElement,
  nearest: Filtered | undefined,
): Node[] {
  const { notOurs, unsure, nothingAdvice, nearestTheme } = resultWords[lang];
  const theme = themeOf(nearest);
  return [
    ...(helpers.length > 0
      ? [
          element('p', notOurs),
          element(
            'ul',
            ...helpers.map(({ entry: { title, path, about = '' } }) =>
              element('li', link(path, title), element('p', about)),
            ),
          ),
        ]
      : isSure
        ? []
        : [element('p', unsure)]),
    ...(isSure || !nearest
      ? []
      : [element('p', `${nothingAdvice} `, link(dataset['advice']!, dataset['adviceTitle']!))]),
    ...(isSure || !theme ? [] : [element('p', `${nearestTheme} `, theme)]),
  ];
}

/** The link to the first theme of a service. */
function themeOf(service: Filtered | undefined): Node | undefined {
  const key = service?.dataset['theme']?.split(' ')[0];
  const name = key && nameIn('theme', key);
  const { content } = document.querySelector<HTMLTemplateElement>('[data-nothing]')!;
  return [...content.querySelectorAll('a')].find(({ textContent }) => textContent === name)?.cloneNode(true);
}

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const node = document.createElement(name);
  node.append(...children);
  return node;
}

function elementWithClass(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const node = element(name, ...children);
  node.className = className;
  return node;
}

function link(path: string, text: string, lang?: string): HTMLElement {
  const node = element('a', text);
  node.setAttribute('href', path);
  if (lang) {
    node.lang = lang;
    node.setAttribute('hreflang', lang);
  }
  return node;
}

/**
 * A snippet with its hits in `mark` elements, from Pagefind's HTML; built as DOM nodes, never parsed as HTML.
 */
function snippet(excerpt: string, lang = ''): HTMLElement {
  const parts = excerpt
    .split(/<\/?mark>/)
    .map((text, index) => (index % 2 === 1 ? element('mark', decodeEntities(text)) : decodeEntities(text)));
  const node = elementWithClass('p', 'excerpt', '… ', ...parts, ' …');
  if (lang) node.lang = lang;
  return node;
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};
const decodeEntities = (text: string): string =>
  text.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity]!);
