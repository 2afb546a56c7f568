import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { said } from '../checks/editor-language.ts';
import { commitOf } from '../checks/git.ts';
import { buildTime } from '../model/clock.ts';
import { contentFolder, outputFolder } from '../model/folders.ts';
import { userError } from '../model/user-error.ts';
import { keepOldCode } from './keep-old-code.ts';
import { publish } from './publish.ts';

/*
 * Threads that share compiled WebAssembly (each compiles the one with which Node strips types) crash V8 when one
 * ends while another compiles: without this, 7 of 50 builds ended so (https://github.com/nodejs/node/issues/64500).
 */
setFlagsFromString('--no-wasm-native-module-cache');

/** Half of V8's default, in megabytes: a large build is as fast and takes about 60 MB less memory. */
const youngGenerationMegabytes = 96;

/**
 * Builds the site from the content folder and publishes it. A build that fails leaves the published site as
 * it was. A worker thread makes the site, so that the main thread can handle signals at any time and survives
 * when the worker runs out of memory.
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
    const worker = new Worker(new URL('site-thread.ts', import.meta.url), {
      workerData: folder,
      env,
      resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMegabytes },
    });
    // A build that is stopped removes its folder; the worker must not write to it again meanwhile.
    const stop = () => void worker.terminate();
    process.prependOnceListener('exit', stop);
    const [exitCode] = await once(worker, 'exit');
    process.off('exit', stop);
    if (exitCode !== 0)
      throw userError(
        said({
          fi: 'Sivustoa tekevä ohjelma loppui kesken. Mitään ei julkaistu. Yritä uudelleen.',
          sv: 'Ett program som gör webbplatsen slutade i förtid. Ingenting publicerades. Försök igen.',
          en: 'A program that makes the site ended before it had answered. Nothing was published. Try again.',
        }),
      );
    await keepOldCode(outputFolder(), folder, now);
  };
  return publish(outputFolder(), now, make, commitOf(contentFolder()));
}
