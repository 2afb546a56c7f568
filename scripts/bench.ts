import { availableParallelism, totalmem } from 'node:os';
import { generateContent } from '../src/bench/generate-content.ts';
import { measureLoad } from '../src/bench/measure-load.ts';
import { measurePreview } from '../src/bench/measure-preview.ts';
import { type Figures, measureSite } from '../src/bench/measure-site.ts';
import { runCommand } from '../src/command.ts';
import { contentFolder, outputFolder } from '../src/model/folders.ts';
import { userError } from '../src/model/user-error.ts';
import { openBrowser } from '../src/testing/browser.ts';

const command = {
  about: {
    fi: 'Mittaa keksittyjä sivustoja, joissa on näin monta palvelua.',
    sv: 'Mäter påhittade webbplatser med så här många tjänster.',
    en: 'Measures made-up sites with these numbers of services.',
  },
  takes: '[NUMBER …]',
  options: {
    write: {
      type: 'boolean',
      about: {
        fi: 'Kirjoittaa vain sisällön: --write NUMBER FOLDER.',
        sv: 'Skriver bara innehållet: --write NUMBER FOLDER.',
        en: 'Only writes the content: --write NUMBER FOLDER.',
      },
    },
    load: {
      type: 'boolean',
      about: {
        fi: 'Mittaa nginxin kuorman rakennetulla sivustolla.',
        sv: 'Mäter nginx under belastning med den byggda webbplatsen.',
        en: 'Measures nginx with the built site.',
      },
    },
    preview: {
      type: 'boolean',
      about: {
        fi: 'Mittaa, milloin tallennettu muutos näkyy esikatselussa: --preview 40 1000.',
        sv: 'Mäter när en sparad ändring syns i förhandsvisningen: --preview 40 1000.',
        en: 'Measures when a saved change is seen in the preview: --preview 40 1000.',
      },
    },
  },
} as const;
const defaultSizes = [100, 1_000, 5_000];

await runCommand(command, async ({ values, positionals, usage }) => {
  const parseCount = (text: string | undefined): number => {
    if (!/^\d+$/.test(text ?? '')) throw userError(usage, 2);
    return Number(text);
  };
  const [count, folder] = positionals;
  if (values.write && !folder) throw userError(usage, 2);
  if (values.write) return generateContent(contentFolder(), folder!, parseCount(count));
  console.log(
    `${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  );
  if (values.load) {
    const rows = await measureLoad(outputFolder());
    console.table(rows);
    return console.log(JSON.stringify(rows));
  }
  const sizes = positionals.length > 0 ? positionals.map(parseCount) : defaultSizes;
  const measurements: { services: number; figures: Figures; pages: Record<string, Figures> }[] = [];
  const browser = await openBrowser();
  try {
    if (values.preview) {
      for (const services of sizes) console.log(JSON.stringify(await measurePreview(browser, services)));
      return;
    }
    for (const services of sizes) {
      measurements.push({ services, ...(await measureSite(browser, services)) });
      console.log(`\nFirst visits to a site of ${services} services`);
      console.table(rounded(measurements.at(-1)!.pages));
    }
  } finally {
    await browser.close();
  }
  console.log();
  console.table(rounded(compareSizes(measurements)));
  console.log(JSON.stringify(measurements));
});

/** One row per figure and one column per size; the last column is the increase per 1,000 services. */
function compareSizes(measurements: { services: number; figures: Figures }[]): Record<string, Figures> {
  const [first, last] = [measurements[0]!, measurements.at(-1)!];
  return Object.fromEntries(
    Object.keys(last.figures).map((name) => {
      const increase =
        ((last.figures[name]! - (first.figures[name] ?? 0)) / (last.services - first.services)) * 1000;
      return [
        name,
        {
          ...Object.fromEntries(
            measurements.map(({ services, figures }) => [`${services} services`, figures[name] ?? 0]),
          ),
          ...(measurements.length > 1 && { '1,000 more add': increase }),
        },
      ];
    }),
  );
}

/** Rounds to three significant digits: a single run is not more precise. */
function rounded(table: Record<string, Figures>): Record<string, Figures> {
  const round = (value: number) => Number(value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0));
  return Object.fromEntries(
    Object.entries(table).map(([name, row]) => [
      name,
      Object.fromEntries(Object.entries(row).map(([column, value]) => [column, round(value)])),
    ]),
  );
}
