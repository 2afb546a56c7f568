import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { editorLanguage, said } from '../checks/editor-language.ts';
import { commitOf } from '../checks/git.ts';
import { coloursOn, printText } from '../checks/print.ts';
import { addressesOf } from '../finished-pages/sitemap.ts';
import { buildTime } from '../model/clock.ts';
import { contentFolder, outputFolder } from '../model/folders.ts';
import { userError } from '../model/user-error.ts';
import { contentFingerprint } from './content-fingerprint.ts';
import { keepOldCode } from './keep-old-code.ts';
import type { CheckedContent } from './make-site.ts';
import { showProgress } from './progress.ts';
import { publish } from './publish.ts';

/*
 * A build has two threads. This one holds the lock, checks the content, and publishes; it survives when the other runs
 * out of memory. The other, make-site.ts, starts Astro meanwhile, is given the content that the check found sound, and
 * makes the site of it.
 */

/*
 * Threads that share compiled WebAssembly (each compiles the one with which Node strips types) crash V8 when one
 * ends while another compiles: without this, 7 of 50 builds ended so (https://github.com/nodejs/node/issues/64500).
 */
setFlagsFromString('--no-wasm-native-module-cache');

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
  // Astro would take these variables of the environment for its own: preview pages, and another base path.
  const { DEV, PROD, MODE, BASE_URL, ...inherited } = process.env;
  // One time for the whole build: pages must not depend on when each step runs.
  const env = {
    ...inherited,
    NODE_ENV: 'production',
    BUILD_TIME: now.toISOString(),
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  const make = async (folder: string) => {
    const worker = new Worker(new URL('make-site.ts', import.meta.url), {
      workerData: folder,
      env,
      resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMegabytes },
    });
    // A build that is stopped removes its folder; the worker must not write to it again meanwhile.
    const stop = () => worker.terminate();
    process.prependOnceListener('exit', stop);
    try {
      const handOver = checkedContent(now)
        .then((checked) => worker.postMessage(checked))
        .then(collectGarbage);
      const [[exitCode]] = await Promise.all([once(worker, 'exit'), handOver]);
      if (exitCode !== 0) throw userError(said(endedEarly));
    } finally {
      await stop();
      process.off('exit', stop);
    }
    await keepOldCode(outputFolder(), folder, now);
  };
  return publish(outputFolder(), now, make, commitOf(contentFolder()));
}

/** This thread waits now, and would keep what the check has left: 250 of 1,310 MB at 1,000 services. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

const endedEarly = {
  fi: 'Sivustoa tekevä ohjelma loppui kesken. Mitään ei julkaistu. Yritä uudelleen.',
  sv: 'Ett program som gör webbplatsen slutade i förtid. Ingenting publicerades. Försök igen.',
  en: 'A program that makes the site ended before it had answered. Nothing was published. Try again.',
};
const checking = { fi: 'Tarkistetaan sisältö', sv: 'Granskar innehållet', en: 'Check the content' };
const nothingPublished = {
  fi: 'Mitään ei julkaistu. Korjaa virheet ja yritä uudelleen.',
  sv: 'Ingenting publicerades. Rätta felen och försök igen.',
  en: 'Nothing was published. Mend the errors and try again.',
};

/** @throws a user-facing error that lists all problems when one of them is an error */
async function checkedContent(now: Date): Promise<CheckedContent> {
  return showProgress().step(said(checking), async () => {
    // Loaded while the other thread starts.
    const { checkContent } = await import('../checks/check-content.ts');
    const fingerprint = contentFingerprint();
    const published = addressesOf(outputFolder()).map((path) => ({ path }));
    const report = await checkContent(contentFolder(), now, published);
    if (report.content) return { content: report.content, fingerprint };
    const problems = printText(report.problems, report.files, editorLanguage(), coloursOn(2));
    throw userError(`${problems}\n\n${said(nothingPublished)}`);
  });
}
