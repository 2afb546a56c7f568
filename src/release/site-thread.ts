import { once } from 'node:events';
import { Worker, workerData } from 'node:worker_threads';

/*
 * Makes the site, as a thread: see build-site.ts. Another thread checks the content; it begins before this one loads
 * what makes pages, and goes on while Astro starts.
 */

const checked = once(new Worker(new URL('check-thread.ts', import.meta.url)), 'message').then(
  ([sound]) => sound,
);
// Whoever waits for the content hears of a refusal.
checked.catch(() => undefined);
const { makeSite } = await import('./make-site.ts');
await makeSite(workerData, checked);
