import { availableParallelism, totalmem } from 'node:os';
import { compareWithStarlight } from '../src/bench/compare-starlight.ts';
import { generateContent } from '../src/bench/generate-content.ts';
import { measureLoad } from '../src/bench/measure-load.ts';
import { type Figures, measureSite } from '../src/bench/measure-site.ts';
import { optionsOf, runCommand } from '../src/command.ts';
import { contentFolder, outputFolder } from '../src/model/folders.ts';
import { userError } from '../src/model/user-error.ts';
import { openBrowser } from '../src/testing/browser.ts';

/** Measures with so many services; `--write` only writes a content folder; `--starlight` builds the same texts with Starlight in turns; `--load` asks nginx for the built site. */
const usage =
  'Usage: npm run bench -- [NUMBER … | --write NUMBER FOLDER | --starlight NUMBER FOLDER | --load]';
const usualSizes = [100, 1_000, 5_000];

await runCommand(async () => {
  const { values, positionals } = optionsOf(
    {
      options: {
        write: { type: 'boolean', default: false },
        starlight: { type: 'boolean', default: false },
        load: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    },
    usage,
  );
  const [count, folder] = positionals;
  if ((values.write || values.starlight) && !folder) throw userError(usage, 2);
  if (values.write) return generateContent(contentFolder(), folder!, numberOf(count));
  console.log(
    `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  );
  if (values.load || values.starlight) {
    const rows = values.load
      ? await measureLoad(outputFolder())
      : await compareWithStarlight(folder!, numberOf(count));
    console.table(rows);
    return console.log(JSON.stringify(rows));
  }
  const sizes = positionals.length > 0 ? positionals.map(numberOf) : usualSizes;
  const measured: { services: number; figures: Figures; pages: Record<string, Figures> }[] = [];
  const browser = await openBrowser();
  try {
    for (const services of sizes) {
      measured.push({ services, ...(await measureSite(browser, services)) });
      console.log(`\nFirst visits to a site of ${services} services`);
      console.table(rounded(measured.at(-1)!.pages));
    }
  } finally {
    await browser.close();
  }
  console.log();
  console.table(rounded(growth(measured)));
  console.log(JSON.stringify(measured));
});

function numberOf(text: string | undefined): number {
  if (!/^\d+$/.test(text ?? '')) throw userError(usage, 2);
  return Number(text);
}

/** A row a figure and a column a size; the last column says how much 1,000 more services add. */
function growth(measured: { services: number; figures: Figures }[]): Record<string, Figures> {
  const [first, last] = [measured[0]!, measured.at(-1)!];
  return Object.fromEntries(
    Object.keys(last.figures).map((name) => {
      const added =
        ((last.figures[name]! - (first.figures[name] ?? 0)) / (last.services - first.services)) * 1000;
      return [
        name,
        {
          ...Object.fromEntries(
            measured.map(({ services, figures }) => [`${services} services`, figures[name] ?? 0]),
          ),
          ...(measured.length > 1 && { '1,000 more add': added }),
        },
      ];
    }),
  );
}

/** Three figures at most: more would claim what one run cannot tell. */
function rounded(table: Record<string, Figures>): Record<string, Figures> {
  const round = (value: number) => Number(value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0));
  return Object.fromEntries(
    Object.entries(table).map(([name, row]) => [
      name,
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, round(value)])),
    ]),
  );
}
