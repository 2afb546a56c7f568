import { once } from 'node:events';
import { Worker, workerData } from 'node:worker_threads';

/*
 * A worker thread of build-site.ts that makes the site. A second thread checks the content; it starts before
 * this one loads Astro, and runs while Astro starts.
 */

const checked = once(new Worker(new URL('check-thread.ts', import.meta.url)), 'message').then(
  ([message]) => message,
);
// Avoid an unhandled rejection: makeSite awaits the promise later.
checked.catch(() => undefined);
const { makeSite } = await import('./make-site.ts');
await makeSite(workerData, checked);
