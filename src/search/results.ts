import { type Lang, pageLanguage } from '../i18n/languages.ts';
import { type Filtered, unpackFilters } from '../kinds/service/filters.ts';
import type { GuideEntry } from './guide.ts';
import { type FetchText, guideLoader } from './guide-loader.ts';
import { answersTo, type Indexes } from './query-answers.ts';
import { parametersWith, stateInAddress } from './result-state.ts';
import { resultsPage } from './results-page.ts';

/**
 * Synchronizes the list of results with the query and the filters in the URL, including back and forward
 * navigation.
 * @param guides paths of the first flights, that of the page's language first
 */
export function openResults(
  form: HTMLFormElement,
  field: HTMLInputElement,
  guides: string[],
  fetchText: FetchText,
): void {
  const lang = pageLanguage();
  const page = resultsPage(() => void update());
  const { filtersFile, notOursFile, otherPages = '' } = page.files;
  const stateNow = () => stateInAddress(page.filterForm);
  // Keep what the reader has typed before this script was loaded.
  if (document.activeElement !== field || !field.value) field.value = stateNow().query;

  /** Values of the filters, where the services do not fit on the page. */
  const loadFilterValues = async (): Promise<Filtered[]> => {
    const text = filtersFile && (await fetchText(filtersFile));
    return text ? unpackFilters(text) : [];
  };
  let loading: Promise<Indexes & { services: GuideEntry[] }> | undefined;
  async function load() {
    const loader = guideLoader(guides, fetchText, notOursFile);
    const [first, others, values] = await Promise.all([loader.first, loader.others, loadFilterValues()]);
    const services = first.entries.filter(({ kind }) => kind.hasFilters);
    if (values.length > 0) services.forEach(({ path }, index) => page.services.set(path, values[index]!));
    return {
      loader,
      first,
      services,
      others: others.map((guide, index) => ({ lang: otherLangs(lang)[index]!, guide })),
    };
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
    const indexes = await (loading ??= load());
    if (isOutdated()) return;
    if (!state.query) {
      const { services } = indexes;
      return services.length === 0
        ? page.showFailure(state)
        : page.showFiltered(
            services.toSorted((a, b) => a.title.localeCompare(b.title, lang)),
            state,
          );
    }
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

/** The languages of the other pages, in the order of their indexes. */
const otherLangs = (own: Lang): Lang[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('a[data-language]')]
    .map(({ lang }) => lang as Lang)
    .filter((lang) => lang !== own);
