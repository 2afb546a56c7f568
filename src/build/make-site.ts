import { once } from 'node:events';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker, workerData } from 'node:worker_threads';
import { checkBuilt } from '../checks/built/check-built.ts';
import { addressesOf, lostAddresses, tellLoss } from '../checks/built/lost-addresses.ts';
import { editorLanguage } from '../checks/editor-language.ts';
import { writeHostFiles } from '../hosting/host-files.ts';
import type { Content } from '../model/content.ts';
import { buildTime } from '../model/clock.ts';
import { contentFolder, outputFolder } from '../model/folders.ts';
import { mendable } from '../model/mendable.ts';
import { siteOf } from '../model/site.ts';
import { compress } from './compress.ts';
import { indexPages } from './index-pages.ts';
import { makePages } from './make-pages.ts';
import { showProgress } from './progress.ts';

/*
 * The steps from the content to a checked site, as a thread: see build-site.ts.
 * Another thread checks the content while Astro starts in this one.
 */

const folder = workerData as string;
const { step } = showProgress();
const before = stateOfContent();
const checking = new Worker(new URL('check-thread.ts', import.meta.url));
const sound = once(checking, 'message').then(([content]) => content as Content);
const making = makePages(folder, sound);
const content = await step('Check the content', () => sound.catch(afterAstro));
await step('Make the pages', pagesOfOneState);
await step('Index them for the search', () => indexPages(folder));
await step('Check the finished pages', soundPages);
await step('Look for pages that would vanish', nothingVanishes);
await step('Write the files for hosts', async () => {
  await writeHostFiles(folder, siteOf(content, buildTime()));
  await compress(folder);
});

/** Without the content Astro ends by itself, and leaves nothing behind. */
async function afterAstro(refusal: unknown): Promise<never> {
  await Promise.allSettled([making]);
  throw refusal;
}

/** The pages are made of the content that was checked: what somebody saves or removes meanwhile is not mixed into them. */
async function pagesOfOneState(): Promise<void> {
  const failure = await making.catch((error: unknown) => error);
  const refused = {
    fi: 'Sisältö muuttui, kun sivuja tehtiin siitä. Mitään ei julkaistu. Yritä uudelleen.',
    sv: 'Innehållet ändrades medan sidorna gjordes av det. Ingenting publicerades. Försök igen.',
    en: 'The content was changed while the pages were made of it. Nothing was published. Try again.',
  };
  if (stateOfContent() !== before) throw mendable(refused[editorLanguage()]);
  if (failure) throw failure;
}

/** Every file of the content with its size and time; empty when there is no such folder. */
function stateOfContent(): string {
  if (!existsSync(contentFolder())) return '';
  const describe = (path: string) => {
    const { size, mtimeMs } = lstatSync(join(contentFolder(), path), { throwIfNoEntry: false }) ?? {};
    return `${path} ${size} ${mtimeMs}`;
  };
  return readdirSync(contentFolder(), { recursive: true, encoding: 'utf8' }).sort().map(describe).join('\n');
}

async function nothingVanishes(): Promise<void> {
  const published = addressesOf(outputFolder());
  const lost = lostAddresses(published, addressesOf(folder), content);
  if (lost.length > 0) throw mendable(tellLoss(lost, published, editorLanguage()));
}

async function soundPages(): Promise<void> {
  const faults = await checkBuilt(folder, content.site.url);
  if (faults.length > 0) throw mendable(`${faults.map(({ path, what }) => `${path} ${what}`).join('\n')}\n\n${faults.length} faults in the finished pages. Nothing was published.`);
}
