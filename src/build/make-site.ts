import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { checkBuilt } from '../checks/built/check-built.ts';
import { addressesOf, lostAddresses, tellLoss } from '../checks/built/lost-addresses.ts';
import { checkContent } from '../checks/check-content.ts';
import { editorLanguage } from '../checks/editor-language.ts';
import { coloursOn, printText } from '../checks/print.ts';
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

/* The steps from the content to a checked site, as a thread: see build-site.ts. */

const folder = workerData as string;
const { step } = showProgress();
const before = stateOfContent();
const content = await step('Check the content', soundContent);
await step('Make the pages', makePagesOfOneState);
await step('Index them for the search', () => indexPages(folder));
await step('Check the finished pages', soundPages);
await step('Look for pages that would vanish', nothingVanishes);
await step('Write the files for hosts', async () => {
  await writeHostFiles(folder, siteOf(content, buildTime()));
  await compress(folder);
});

async function soundContent(): Promise<Content> {
  const report = await checkContent(contentFolder(), buildTime());
  const refused = {
    fi: 'Mitään ei julkaistu. Korjaa virheet ja yritä uudelleen.',
    sv: 'Ingenting publicerades. Rätta felen och försök igen.',
    en: 'Nothing was published. Mend the errors and try again.',
  };
  if (!report.content) throw mendable(`${printText(report.problems, report.files, editorLanguage(), coloursOn(2))}\n\n${refused[editorLanguage()]}`);
  return report.content;
}

/** The pages are made of the content that was checked: what somebody saves or removes meanwhile is not mixed into them. */
async function makePagesOfOneState(): Promise<void> {
  const failure = await makePages(folder, content).catch((error: unknown) => error);
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
