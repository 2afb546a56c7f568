import type { Guide, GuideEntry } from './guide.ts';
import { resultKinds } from './guide.ts';
import { wordsOf } from './fold.ts';
import { meaningfulWords, search } from './match.ts';
import { searchWords } from './words.ts';
import { searchFullText } from './full-text.ts';

type Row = { entry: GuideEntry; summary: string; tag: string; excerpt?: string };

/** How much a rank in the full text counts against a rank in the guide. */
const fullTextWeight = 0.5;
/** The full text alone shows this many pages at most. */
const mostRows = 30;

/** Keeps the list of results in step with the address: the query, and the way back and forward. */
export function showResults(form: HTMLFormElement, field: HTMLInputElement, container: HTMLElement, guide: Guide | undefined): void {
  const words = searchWords[document.documentElement.lang]!;
  const status = document.querySelector<HTMLElement>('[data-search-status]')!;
  const fallback = document.querySelector<HTMLElement>('[data-search-fallback]')!;
  const known = knownPages(fallback);
  let latest = 0;

  async function answer(): Promise<void> {
    const asked = new URLSearchParams(location.search);
    const query = (asked.get('q') ?? '').trim();
    const turn = ++latest;
    fallback.hidden = query !== '';
    if (!query) {
      container.replaceChildren();
      status.textContent = '';
      container.setAttribute('aria-busy', 'false');
      return;
    }
    document.title = document.title.replace(/^(.*”: )?/, `”${query}”: `);
    container.setAttribute('aria-busy', 'true');
    status.textContent = words.searching;
    const instant = guide && search(guide, query);
    const corrected = asked.has('exact') ? undefined : instant?.corrected;
    const first = (instant?.found ?? []).map(({ entry }) => entry);
    render(first.slice(0, mostRows).map(row), query, corrected, false);
    const hits = await searchFullText(guide ? meaningfulWords(guide, corrected ?? query) : wordsOf(query)).catch(() => []);
    const excerpts = new Map(await Promise.all(hits.map(async (hit) => [hit.path, await hit.load()] as const)));
    if (turn !== latest) return;
    const rows = merge(first, hits, excerpts).map((entry) => ({ ...row(entry), excerpt: excerpts.get(entry.path)?.excerpt ?? '' }));
    render(rows, query, corrected, true);
  }

  const row = (entry: GuideEntry): Row => ({ entry, summary: known.get(entry.path)?.summary ?? '', tag: known.get(entry.path)?.tag ?? '' });

  function render(rows: Row[], query: string, corrected: string | undefined, complete: boolean): void {
    const shown = rows.slice(0, mostRows);
    container.replaceChildren(...(corrected ? [correction(query, corrected)] : []), ...groups(shown), ...(complete && shown.length === 0 ? [nothing(query)] : []));
    if (!complete) return;
    status.textContent = shown.length > 0 ? words.resultsFor(shown.length, corrected ?? query) : words.nothing(query);
    container.setAttribute('aria-busy', 'false');
  }

  function groups(rows: Row[]): Node[] {
    return resultKinds.flatMap((kind) => {
      const ofKind = rows.filter(({ entry }) => entry.kind === kind);
      return ofKind.length === 0 ? [] : [element('h2', words.kinds[kind]), element('ol', ...ofKind.map(listItem))];
    });
  }

  function listItem({ entry, summary, tag, excerpt }: Row): HTMLElement {
    const link = element('a', entry.title);
    link.setAttribute('href', entry.path);
    const item = element('li', link);
    if (summary) item.append(element('p', summary));
    if (excerpt) item.append(passage(excerpt));
    if (tag) item.append(tagged('p', 'tag', tag));
    return item;
  }

  function correction(query: string, corrected: string): HTMLElement {
    const link = element('a', words.searchOriginal(query));
    link.setAttribute('href', `?q=${encodeURIComponent(query)}&exact`);
    return tagged('p', 'correction', words.shownInstead(corrected), ' ', link);
  }

  function nothing(query: string): HTMLElement {
    const themes = element('a', words.nothingThemes);
    themes.setAttribute('href', container.dataset['services'] ?? '');
    const advice = element('a', container.dataset['adviceTitle'] ?? '');
    advice.setAttribute('href', container.dataset['advice'] ?? '');
    return tagged('div', 'nothing', element('h2', words.nothing(query)), element('p', words.nothingTried), element('p', themes), element('p', `${words.nothingAdvice} `, advice));
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.pushState(null, '', `?q=${encodeURIComponent(field.value.trim())}`);
    void answer();
  });
  addEventListener('popstate', () => {
    field.value = new URLSearchParams(location.search).get('q') ?? '';
    void answer();
  });
  void answer();
}

/**
 * Merges the ranks of both searches. The first row of the guide stays the first: a list that jumps under the finger
 * is worse than a list that is a little less well sorted.
 */
export function merge(first: GuideEntry[], hits: { path: string; score: number }[], titles: Map<string, { title: string }>): GuideEntry[] {
  const scores = new Map<string, { entry: GuideEntry; score: number }>();
  first.forEach((entry, rank) => scores.set(entry.path, { entry, score: 1 / (2 + rank) + (rank === 0 ? 1 : 0) }));
  hits.forEach(({ path }, rank) => {
    const before = scores.get(path);
    const entry = before?.entry ?? { kind: kindOf(path, first), title: titles.get(path)?.title ?? path, path };
    scores.set(path, { entry, score: (before?.score ?? 0) + fullTextWeight / (2 + rank) });
  });
  return [...scores.values()].sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}

/** What a page of the full text is, by the folder that services share. */
const kindOf = (path: string, first: GuideEntry[]): GuideEntry['kind'] => {
  const folder = path.split('/').slice(0, 3).join('/');
  return first.find((entry) => entry.path.startsWith(`${folder}/`))?.kind ?? (/\/(palvelut|tjanster)\//.test(path) ? 'service' : 'page');
};

/** Titles, summaries and kinds of the services, from the list that the page carries for readers without JavaScript. */
function knownPages(list: HTMLElement): Map<string, { summary: string; tag: string }> {
  return new Map(
    [...list.querySelectorAll('li')].map((item) => [
      item.querySelector('a')?.getAttribute('href') ?? '',
      { summary: item.querySelector('p')?.textContent ?? '', tag: item.querySelector('.tag')?.textContent ?? '' },
    ]),
  );
}

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

/** A passage with its hits marked, from the `<mark>` that Pagefind writes; built as nodes, never as HTML. */
function passage(excerpt: string): HTMLElement {
  const parts = excerpt.split(/<\/?mark>/);
  return tagged('p', 'excerpt', '… ', ...parts.map((text, index) => (index % 2 === 1 ? element('mark', plain(text)) : plain(text))), ' …');
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#39;': "'" };
const plain = (text: string): string => text.replace(/&(?:lt|gt|amp|quot|#39);/g, (entity) => entities[entity]!);
