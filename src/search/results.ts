import { type Filtered, unpackFilters } from '../kinds/service/filters.ts';
import type { GuideEntry } from './guide.ts';
import type { SearchField } from './guide-loader.ts';
import type { Indexes } from './query-answers.ts';
import { parametersWith, stateInAddress } from './result-state.ts';
import { resultsPage } from './results-page.ts';

type Loaded = typeof import('./query-answers.ts') & { indexes: Indexes; services: GuideEntry[] };

/**
 * Synchronizes the list of results with the query and the filters in the URL, including back and forward
 * navigation.
 */
export function openResults({ form, field, lang, guides, fetchText }: SearchField): void {
  const page = resultsPage(lang, () => void update());
  const { filtersFile, notOursFile, otherPages = '' } = page.files;
  const stateNow = () => stateInAddress(page.filterForm);
  // Keep what the reader has typed before this script was loaded.
  if (document.activeElement !== field || !field.value) field.value = stateNow().query;

  /** Values of the filters, where the services do not fit on the page. */
  const loadFilterValues = async (): Promise<Filtered[]> => {
    const text = filtersFile && (await fetchText(filtersFile));
    return text ? unpackFilters(text) : [];
  };
  // A page without a query needs no index: what searches is loaded with the first one.
  let loading: Promise<Loaded> | undefined;
  async function load(): Promise<Loaded> {
    const [search, values] = await Promise.all([import('./query-answers.ts'), loadFilterValues()]);
    const indexes = await search.loadIndexes(lang, guides, fetchText, notOursFile);
    const services = indexes.first.entries.filter(({ kind }) => kind.hasFilters);
    if (values.length > 0) services.forEach(({ path }, index) => page.services.set(path, values[index]!));
    return { ...search, indexes, services };
  }
  /** Number of updates so far; an update that is no longer the latest is abandoned. */
  let latestUpdate = 0;

  async function update(): Promise<void> {
    const state = stateNow();
    const thisUpdate = ++latestUpdate;
    const isOutdated = () => thisUpdate !== latestUpdate;
    const hasList = !state.query && (!filtersFile || !state.hasFilters);
    page.begin(state, hasList);
    if (hasList) {
      const values = filtersFile ? await loadFilterValues() : undefined;
      return isOutdated() ? undefined : page.showServices(state, values);
    }
    const loaded = await (loading ??= load()).catch(() => (loading = undefined));
    if (isOutdated()) return;
    if (!loaded) return page.showFailure(state);
    if (!state.query) {
      const { services } = loaded;
      return services.length === 0
        ? page.showFailure(state)
        : page.showFiltered(
            services.toSorted((a, b) => a.title.localeCompare(b.title, lang)),
            state,
          );
    }
    const { answersTo, indexes } = loaded;
    for await (const answer of answersTo(state.query, state.isExact, indexes, lang, otherPages)) {
      if (isOutdated()) return;
      if (answer.isLast && answer.rows.length === 0 && !answer.isComplete) return page.showFailure(state);
      page.showAnswer(answer, state);
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // On a phone the keyboard hides the results.
    if (matchMedia('(pointer: coarse)').matches) field.blur();
    const q = field.value.trim();
    const state = stateNow();
    // The same question again is no step back.
    const isSame = q === state.query && !state.isExact;
    history[isSame ? 'replaceState' : 'pushState'](null, '', parametersWith(state, { q }));
    void update();
  });
  addEventListener('popstate', () => {
    field.value = stateNow().query;
    void update();
  });
  void update();
}
