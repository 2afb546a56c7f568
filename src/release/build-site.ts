import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { buildTime } from '../model/clock.ts';
import { outputFolder } from '../model/folders.ts';
import { userError } from '../model/user-error.ts';
import { keepOldCode } from './keep-old-code.ts';
import { publish } from './publish.ts';

/** Megabytes for what was made last, half of the usual: a large build is as fast and takes some 60 MB less. */
const roomForNew = 96;

/**
 * From the content folder to the published site: a build that fails anywhere leaves the published site as it was.
 * The site is made in a thread of its own, so that this one hears signals at any moment, and outlives a thread that runs out of memory.
 */
export async function buildSite(): Promise<void> {
  const now = buildTime();
  // Astro would make the pages of a preview when another program has left these in the environment.
  const { DEV, PROD, MODE, ...others } = process.env;
  // One moment for the whole build: what its parts show must not differ by the time that each takes.
  const env = {
    ...others,
    NODE_ENV: 'production',
    BUILD_TIME: now.toISOString(),
    ASTRO_TELEMETRY_DISABLED: '1',
  };
  await publish(outputFolder(), now, async (folder) => {
    const worker = new Worker(new URL('site-thread.ts', import.meta.url), {
      workerData: folder,
      env,
      resourceLimits: { maxYoungGenerationSizeMb: roomForNew },
    });
    // A build that is told to stop clears the folder, which nobody may fill again meanwhile.
    const stop = () => void worker.terminate();
    process.prependOnceListener('exit', stop);
    const [exitCode] = await once(worker, 'exit');
    process.off('exit', stop);
    if (exitCode !== 0)
      throw userError(
        'A program that makes the site ended before it had answered. Nothing was published. Try again.',
      );
    await keepOldCode(outputFolder(), folder, now);
  });
}
