import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { editorLanguage, said } from '../checks/editor-language.ts';
import { commitOf } from '../checks/git.ts';
import { lostAddresses } from '../checks/lost-addresses.ts';
import { coloursOn, printText } from '../checks/print.ts';
import { checkBuilt } from '../finished-pages/check-built.ts';
import { addressesOf } from '../finished-pages/sitemap.ts';
import { writeHostFiles } from '../hosting/host-files.ts';
import { allKinds } from '../kinds/kinds.ts';
import { buildTime } from '../model/clock.ts';
import type { Content } from '../model/content.ts';
import { contentFolder, filesOf, outputFolder } from '../model/folders.ts';
import { userError } from '../model/user-error.ts';
import { siteOf } from '../model/whole-site.ts';
import { compress } from './compress.ts';
import { contentFingerprint } from './content-fingerprint.ts';
import { indexPages } from './index-pages.ts';
import { keepOldCode } from './keep-old-code.ts';
import { showProgress } from './progress.ts';
import { publish } from './publish.ts';

/*
 * A build has two threads. This one holds the lock, checks the content and the finished pages, and publishes; it survives
 * when the other runs out of memory. The other, make-pages.ts, starts Astro meanwhile, is given the content that the check
 * found sound, and makes the pages of it.
 */

/*
 * Threads that share compiled WebAssembly (each compiles the one with which Node strips types) crash V8 when one
 * ends while another compiles: without this, 7 of 50 builds ended so (https://github.com/nodejs/node/issues/64500).
 */
setFlagsFromString('--no-wasm-native-module-cache');

const { step } = showProgress();

/** Half of V8's default, in megabytes: a large build is as fast and takes about 60 MB less memory. */
const youngGenerationMegabytes = 96;

/**
 * Builds the site from the content folder and publishes it. A build that fails leaves the published site as
 * it was.
 * @returns whether something has changed since the last release
 * @throws a user-facing error when another build is running, or when the site cannot be made
 */
export async function buildSite(): Promise<boolean> {
  const now = buildTime();
  const make = async (folder: string) => {
    const content = await makePages(folder, now);
    await step(said(indexing), () => indexPages(folder));
    const made = filesOf(folder);
    await writeHostFiles(folder, siteOf(content, allKinds, now));
    // Node compresses in other threads while this one checks.
    const checked = step(said(checkingPages), () => refuseFaults(folder, made, content));
    await Promise.all([checked, compress(folder)]);
    await keepOldCode(outputFolder(), folder, now);
  };
  return publish(outputFolder(), now, make, commitOf(contentFolder()));
}

/**
 * Checks the content, and makes pages of it.
 * @throws a user-facing error
 */
async function makePages(folder: string, now: Date): Promise<Content> {
  // Astro would take these variables of the environment for its own: preview pages, and another base path.
  const { DEV, PROD, MODE, BASE_URL, ...inherited } = process.env;
  // One time for the whole build: pages must not depend on when each step runs.
  const env = {
    ...inherited,
    NODE_ENV: 'production',
    BUILD_TIME: now.toISOString(),
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  const worker = new Worker(new URL('make-pages.ts', import.meta.url), {
    workerData: folder,
    env,
    resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMegabytes },
  });
  // A build that is stopped removes its folder; the worker must not write to it again meanwhile.
  const stop = () => worker.terminate();
  process.prependOnceListener('exit', stop);
  try {
    const ended = once(worker, 'exit').then(
      ([exitCode]) => (exitCode === 0 ? undefined : userError(said(endedEarly))),
      (error: unknown) => error,
    );
    // Content that is read while somebody changes it could mix old and new files.
    let fingerprint = '';
    const content = await step(said(checking), () => {
      fingerprint = contentFingerprint();
      return checkedContent(now);
    });
    worker.postMessage(content);
    collectGarbage();
    await step(said(making), async () => {
      const failure = await ended;
      if (contentFingerprint() !== fingerprint) throw userError(said(contentChanged));
      if (failure) throw failure;
    });
    return content;
  } finally {
    await stop();
    process.off('exit', stop);
  }
}

/** What the check has left, 250 of 1,310 MB at 1,000 services, is not needed again, and so is given back. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as NonNullable<typeof gc>)({
    type: 'major',
    execution: 'sync',
    flavor: 'last-resort',
  });
}

const endedEarly = {
  fi: 'Sivustoa tekevä ohjelma loppui kesken. Mitään ei julkaistu. Yritä uudelleen.',
  sv: 'Ett program som gör webbplatsen slutade i förtid. Ingenting publicerades. Försök igen.',
  en: 'A program that makes the site ended before it had answered. Nothing was published. Try again.',
};
const checking = { fi: 'Tarkistetaan sisältö', sv: 'Granskar innehållet', en: 'Check the content' };
const making = { fi: 'Tehdään sivut', sv: 'Gör sidorna', en: 'Make the pages' };
const indexing = { fi: 'Tehdään hakemisto', sv: 'Gör sökindexet', en: 'Index them for the search' };
const checkingPages = {
  fi: 'Tarkistetaan valmiit sivut',
  sv: 'Granskar de färdiga sidorna',
  en: 'Check the finished pages',
};
const nothingPublished = {
  fi: 'Mitään ei julkaistu. Korjaa virheet ja yritä uudelleen.',
  sv: 'Ingenting publicerades. Rätta felen och försök igen.',
  en: 'Nothing was published. Mend the errors and try again.',
};
const contentChanged = {
  fi: 'Sisältö muuttui, kun sivuja tehtiin siitä. Mitään ei julkaistu. Yritä uudelleen.',
  sv: 'Innehållet ändrades medan sidorna gjordes av det. Ingenting publicerades. Försök igen.',
  en: 'The content was changed while the pages were made of it. Nothing was published. Try again.',
};
const wouldVanish = {
  fi: 'Nämä sivut katoaisivat julkaistulta sivustolta. Mitään ei julkaistu.',
  sv: 'De här sidorna skulle försvinna från den publicerade webbplatsen. Ingenting publicerades.',
  en: 'These pages would vanish from the published site. Nothing was published.',
};

/** @throws a user-facing error that lists all problems when one of them is an error */
async function checkedContent(now: Date): Promise<Content> {
  // Loaded while the other thread starts.
  const { checkContent } = await import('../checks/check-content.ts');
  const published = addressesOf(outputFolder()).map((path) => ({ path }));
  const report = await checkContent(contentFolder(), now, published);
  if (report.content) return report.content;
  const problems = printText(report.problems, report.files, editorLanguage(), coloursOn(2));
  throw userError(`${problems}\n\n${said(nothingPublished)}`);
}

/**
 * Checks the finished pages, and that none is lost: the check of the content has only seen what should be made.
 * @param paths files of the site, without what hosts need
 * @throws a user-facing error
 */
async function refuseFaults(folder: string, paths: string[], content: Content): Promise<void> {
  const faults = await checkBuilt(folder, content.site.url, paths);
  const { length: count } = faults;
  const faultsFound = {
    fi: `Valmiissa sivuissa on vikoja: ${count}. Mitään ei julkaistu. Kerro ylläpidolle.`,
    sv: `De färdiga sidorna har fel: ${count}. Ingenting publicerades. Berätta för den som sköter webbplatsen.`,
    en: `${count} faults in the finished pages. Nothing was published.`,
  };
  const listed = faults.map(({ path, what }) => `${path} ${what}`).join('\n');
  if (count > 0) throw userError(`${listed}\n\n${said(faultsFound)}`);
  const lost = lostAddresses(addressesOf(outputFolder()), addressesOf(folder), content).paths;
  if (lost.length > 0) throw userError(`${lost.join('\n')}\n\n${said(wouldVanish)}`);
}
