import type { Lang } from '../i18n/languages.ts';
import {
  bindFilters,
  type Filtered,
  type Filters,
  filtersOf,
  passes,
  unpackFilters,
} from '../model/filters.ts';
import { fold, wordsOf } from './fold.ts';
import { type Hit, searchFullText } from './full-text.ts';
import { type Guide, type GuideEntry, resultKinds, unpackGuide, withOtherLanguage } from './guide.ts';
import { meaningfulWords, search } from './match.ts';
import { resultWords } from './result-words.ts';
import { stopWords } from './stop-words.ts';

/** A result as it is shown. */
type Row = GuideEntry & {
  excerpt?: string;
  /** Language of the page, when it is not that of the reader. */
  lang?: Lang;
};

/** A service as the page lists it; where the list would be too long, a file tells only what it is filtered by. */
type Listed = Filtered & { item?: HTMLElement };

/** How much a rank in the full text counts against a rank in the guide. */
const fullTextWeight = 0.5;
const mostRows = 30;
/** Rows without a query, where only filters choose. */
const mostFiltered = 200;

/**
 * Keeps the list of results in step with the address: the query, the filters, and the way back and forward.
 * @param fetchGuides fetches the packed guides, that of the page's language first
 * @param fetchText fetches a text; one that does not come is empty
 */
export function openResults(
  form: HTMLFormElement,
  field: HTMLInputElement,
  fetchGuides: () => Promise<string>[],
  fetchText: (path: string) => Promise<string>,
): void {
  const { lang } = document.documentElement as { lang: Lang };
  const words = resultWords[lang];
  const container = document.querySelector<HTMLElement>('[data-search-results]')!;
  const status = document.querySelector<HTMLElement>('[data-search-status]')!;
  const notes = document.querySelector<HTMLElement>('[data-search-notes]')!;
  const fallback = document.querySelector<HTMLElement>('[data-search-fallback]')!;
  const { filtersFile } = container.dataset;
  const otherLangs = [...document.querySelectorAll<HTMLAnchorElement>('a[data-language]')]
    .map((link) => link.lang as Lang)
    .filter((other) => other !== lang);
  const listed = new Map(
    [...fallback.querySelectorAll<HTMLElement>('.service-links li')].map((item): [string, Listed] => [
      item.querySelector('a')!.getAttribute('href')!,
      { dataset: item.dataset, item },
    ]),
  );
  const parameters = () => new URLSearchParams(location.search);
  const queryNow = () => (parameters().get('q') ?? '').trim();
  // What somebody has begun to type before this script came stays.
  if (document.activeElement !== field || !field.value) field.value = queryNow();

  let filtersRead: Promise<Filtered[]> | undefined;
  const readFilters = () =>
    (filtersRead ??= filtersFile
      ? fetchText(filtersFile).then((text) => (text ? unpackFilters(text) : []))
      : Promise.resolve([]));
  let guides: Promise<{ own: Guide; others: Guide[]; all: Guide }> | undefined;
  const readGuides = () =>
    (guides ??= Promise.all([readFilters(), ...fetchGuides()]).then(([filters, ...texts]) => {
      const [own, ...others] = texts.map(unpackGuide) as [Guide, ...Guide[]];
      if (filters.length > 0)
        own.entries.filter(isService).forEach(({ path }, index) => listed.set(path, filters[index]!));
      return { own, others, all: others.reduce(withOtherLanguage, own) };
    }));
  let latest = 0;
  /** Services that answer the query, before the filters: the counts of the filters speak of them. */
  let answering: Filtered[] = [];

  async function answer(): Promise<void> {
    const query = queryNow();
    const filters = filtersOf(parameters());
    const turn = ++latest;
    const chosen = Object.keys(filters).length > 0;
    fallback.hidden = query !== '' || (filtersFile !== undefined && chosen);
    document.title = document.title.replace(/^(”.*”: )?/, () => (query ? `”${query}”: ` : ''));
    if (!query && (!filtersFile || !chosen)) {
      answering = filtersFile ? await readFilters() : [...listed.values()];
      if (turn !== latest) return;
      for (const { dataset, item } of listed.values()) if (item) item.hidden = !passes({ dataset }, filters);
      container.replaceChildren();
      notes.replaceChildren();
      status.textContent = '';
      container.ariaBusy = 'false';
      return refreshFilters();
    }
    container.ariaBusy = 'true';
    status.textContent = words.searching;
    const { own, others, all } = await readGuides();
    if (turn !== latest) return;
    if (!query) {
      const services = own.entries.filter(isService).sort((a, b) => a.title.localeCompare(b.title, lang));
      status.textContent = words.filtered(render(services, filters, mostFiltered), mostFiltered);
      notes.replaceChildren();
      container.ariaBusy = 'false';
      return;
    }
    const { found, corrected } = search(all, query);
    const shownFor = parameters().has('exact') ? undefined : corrected;
    const instant = found.map(({ entry }) => entry);
    const foundByOwnWords =
      instant.length === 0 || search(own, query).found[0]?.entry.path === instant[0]!.path;
    const speaking = foundByOwnWords
      ? []
      : otherLangs.filter((_, index) => search(others[index]!, query).corrected === undefined);
    notes.replaceChildren(
      ...(shownFor
        ? [correction(query, shownFor)]
        : speaking.slice(0, 1).map((other) => sameIn(other, query))),
    );
    if (instant.length > 0) render(instant, filters, mostRows);
    const asked = meaningfulWords(new Set(stopWords[lang]), shownFor ?? query);
    const hits = await searchFullText(asked, lang).catch(() => []);
    let rows: Row[] = merge(instant, hits, own.entries);
    for (const [index, other] of otherLangs.entries()) {
      if (rows.length === 0)
        rows = (await searchFullText(wordsOf(fold(query)), other).catch(() => [])).map((hit): Row => ({
          ...toEntry(hit, others[index]!.entries),
          lang: other,
          excerpt: hit.excerpt,
        }));
    }
    if (turn !== latest) return;
    const excerpts = new Map(hits.map(({ path, excerpt }) => [path, excerpt]));
    const shown = Math.min(
      mostRows,
      render(
        rows.map((row) => ({ excerpt: excerpts.get(row.path), ...row })),
        filters,
        mostRows,
      ),
    );
    if (rows.length === 0) container.append(nothing(query));
    status.textContent =
      rows.length === 0
        ? words.nothing(query)
        : shown === 0
          ? words.allFilteredOut(rows.length)
          : words.resultsFor(shown, shownFor ?? query);
    container.ariaBusy = 'false';
  }

  /** @returns the number of results that pass the filters, of which no more than `most` are shown */
  function render(rows: Row[], filters: Filters, most: number): number {
    answering = rows.flatMap(({ path }) => listed.get(path) ?? []);
    const filtered = Object.keys(filters).length > 0;
    const passing = rows.filter(
      ({ path }) => !filtered || (listed.has(path) && passes(listed.get(path)!, filters)),
    );
    container.replaceChildren(...groups(passing.slice(0, most)));
    refreshFilters();
    return passing.length;
  }

  const groups = (rows: Row[]): Node[] =>
    resultKinds.flatMap((kind) => {
      const ofKind = rows.filter((row) => row.kind === kind);
      return ofKind.length === 0
        ? []
        : [element('h2', words.kinds[kind]), element('ol', ...ofKind.map(listItem))];
    });

  function listItem({ title, path, lang, excerpt }: Row): HTMLElement {
    const item = element('li', link(path, title, lang));
    const known = listed.get(path);
    if (known?.item) item.append(element('p', known.item.querySelector('p')!.textContent));
    if (excerpt) item.append(passage(excerpt, lang));
    const tag = known && nameOfKind(known.dataset['kind']!);
    if (tag || lang) item.append(tagged('p', 'tag', lang ? words.onlyIn[lang] : tag!));
    return item;
  }

  const correction = (query: string, corrected: string): HTMLElement =>
    tagged(
      'p',
      'correction',
      words.shownInstead(corrected),
      ' ',
      link(`?${withParameters({ q: query, exact: '' })}`, words.searchOriginal(query)),
    );

  const sameIn = (other: Lang, query: string): HTMLElement => {
    const { pathname } = document.querySelector<HTMLAnchorElement>(`a[data-language][lang="${other}"]`)!;
    return element(
      'p',
      link(`${pathname}?${withParameters({ q: query })}`, resultWords[other].sameInThisLanguage, other),
    );
  };

  function nothing(query: string): HTMLElement {
    const { services, advice, adviceTitle } = container.dataset;
    const themes = [...document.querySelectorAll<HTMLTemplateElement>('template[data-themes]')].map(
      ({ content }) => content.cloneNode(true),
    );
    return tagged(
      'div',
      'nothing',
      element('h2', words.nothing(query)),
      element('p', words.nothingTried),
      element('p', `${words.nothingAdvice} `, link(advice!, adviceTitle!)),
      element('h3', words.nothingThemes),
      ...themes,
      element('p', link(services!, words.allServices)),
    );
  }

  const refreshFilters = bindFilters(
    document.querySelector<HTMLFormElement>('[data-filters]')!,
    () => answering,
    () => void answer(),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.pushState(null, '', `?${withParameters({ q: field.value.trim() })}`);
    void answer();
  });
  addEventListener('popstate', () => {
    field.value = queryNow();
    void answer();
  });
  void answer();
}

const isService = ({ kind }: GuideEntry): boolean => kind === 'service';
const nameOfKind = (kind: string): string =>
  document.querySelector<HTMLOptionElement>(`select[name=kind] option[value="${kind}"]`)!.dataset['name']!;

/** The filters of the moment with another query. */
function withParameters(changed: { q: string; exact?: string }): string {
  const parameters = new URLSearchParams({ ...filtersOf(new URLSearchParams(location.search)), ...changed });
  return parameters.toString();
}

/**
 * Merges the ranks of both searches. The first row of the guide stays the first: a list that jumps under the finger
 * is worse than a list that is a little less well sorted.
 */
function merge(instant: GuideEntry[], hits: Hit[], known: GuideEntry[]): GuideEntry[] {
  const scores = new Map<string, { entry: GuideEntry; score: number }>();
  instant.forEach((entry, rank) =>
    scores.set(entry.path, { entry, score: 1 / (2 + rank) + (rank === 0 ? 1 : 0) }),
  );
  hits.forEach((hit, rank) => {
    const before = scores.get(hit.path);
    const entry = before?.entry ?? toEntry(hit, known);
    scores.set(hit.path, { entry, score: (before?.score ?? 0) + fullTextWeight / (2 + rank) });
  });
  return [...scores.values()].sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}

/** A hit as the guide knows it. A page that the guide does not hold, such as the directory, is a page like any other. */
const toEntry = ({ path, title }: Hit, known: GuideEntry[]): GuideEntry =>
  known.find((entry) => entry.path === path) ?? { kind: 'page', title, path };

function element(name: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

function tagged(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = element(name, ...children);
  made.className = className;
  return made;
}

function link(path: string, text: string, lang?: string): HTMLElement {
  const made = element('a', text);
  made.setAttribute('href', path);
  if (lang) {
    made.lang = lang;
    made.setAttribute('hreflang', lang);
  }
  return made;
}

/** A passage with its hits marked, from the `<mark>` that Pagefind writes; built as nodes, never as HTML. */
function passage(excerpt: string, lang = ''): HTMLElement {
  const parts = excerpt
    .split(/<\/?mark>/)
    .map((text, index) => (index % 2 === 1 ? element('mark', plain(text)) : plain(text)));
  const made = tagged('p', 'excerpt', '… ', ...parts, ' …');
  if (lang) made.lang = lang;
  return made;
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};
const plain = (text: string): string =>
  text.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity]!);
