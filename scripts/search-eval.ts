import { readFileSync } from 'node:fs';
import { checkContent, soundContent } from '../src/checks/check-content.ts';
import { measureSearchInEachLanguage } from '../src/bench/measure-search.ts';
import { runCommand } from '../src/command.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder } from '../src/model/folders.ts';
import { pagesOf } from '../src/model/pages.ts';
import { answerOf } from '../src/search/answer.ts';
import { readersGuides } from '../src/search/build-guide.ts';
import {
  figuresByClass,
  foreignOutcome,
  type JudgedQuery,
  type Outcome,
  printFigures,
  printForeignOutcomes,
  printMisses,
  readForeignTopics,
  readQueries,
} from '../src/testing/evaluate.ts';
import { evaluateSite } from '../src/testing/evaluate-site.ts';
import { search } from '../src/search/match.ts';
import { withBuiltSite } from '../src/testing/built-site.ts';
import { allKinds } from '../src/kinds/kinds.ts';

const command = {
  about: {
    fi: 'Mittaa, miten haku löytää: luettelossa on kyselyt ja oikeat vastaukset.',
    sv: 'Mäter hur sökningen hittar: listan har frågor och rätta svar.',
    en: 'Measures the search with a list of queries and their relevant results.',
  },
  takes: '[LIST [TOPICS]]',
  options: {
    guide: {
      type: 'boolean',
      about: {
        fi: 'Kysyy vain hakemistosta, ilman selainta.',
        sv: 'Frågar bara indexet, utan webbläsare.',
        en: 'Asks the index alone, without a browser.',
      },
    },
  },
} as const;

await runCommand(command, async ({ values, positionals }) => {
  const [list = inSearch('queries.tsv'), topics = inSearch('not-ours.tsv')] = positionals;
  const queries = readQueries(readFileSync(list, 'utf8'));
  const guide = await openGuide();
  console.log(`${guide.askTopics(readFileSync(topics, 'utf8'))}\n`);
  if (values.guide) return print(guide.ask(queries));
  await withBuiltSite(async (browser, url) => {
    const outcomes = await evaluateSite(browser, url, queries, 'site');
    print(outcomes, { Pagefind: figuresByClass(await evaluateSite(browser, url, queries, 'pagefind')) });
    console.log('\nThe instant answer on a slow link (1.6 Mbit/s, 150 ms):');
    console.table(await measureSearchInEachLanguage(browser, url));
  });
});

function print(outcomes: Outcome[], comparisons = {}): void {
  console.log(printFigures(figuresByClass(outcomes), comparisons));
  console.log(`\nNot among the first three:\n${printMisses(outcomes) || 'none'}`);
}

/** The index without a browser. */
async function openGuide() {
  const content = soundContent(await checkContent(contentFolder(), buildTime()));
  const pages = pagesOf(content, allKinds);
  const guides = readersGuides(content, pages);
  const withOthers = readersGuides(content, pages, true);
  return {
    ask: (queries: JudgedQuery[]): Outcome[] =>
      queries.map((judged) => {
        const { found } = search(guides[judged.lang], judged.query);
        const ids = new Map(content.services.map(({ id, texts }) => [texts[judged.lang].title, id]));
        return {
          judged,
          came: found.flatMap(({ entry }) => (entry.kind.hasFilters ? (ids.get(entry.title) ?? []) : [])),
        };
      }),
    askTopics: (list: string): string =>
      printForeignOutcomes(
        readForeignTopics(list).map((topic) => [
          topic,
          foreignOutcome(topic, answerOf(search(withOthers[topic.lang], topic.query).found)),
        ]),
      ),
  };
}

function inSearch(name: string): URL {
  return new URL(`../src/search/${name}`, import.meta.url);
}
