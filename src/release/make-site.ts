import { checkBuilt } from '../finished-pages/check-built.ts';
import { addressesOf, lostAddresses, tellLoss } from '../finished-pages/lost-addresses.ts';
import { editorLanguage } from '../checks/editor-language.ts';
import { writeHostFiles } from '../hosting/host-files.ts';
import type { Content } from '../model/content.ts';
import { buildTime } from '../model/clock.ts';
import { outputFolder } from '../model/folders.ts';
import { userError } from '../model/user-error.ts';
import { siteOf } from '../model/whole-site.ts';
import { compress } from './compress.ts';
import { stateOfContent } from './content-state.ts';
import { indexPages } from './index-pages.ts';
import { makePages } from './make-pages.ts';
import { showProgress } from './progress.ts';

/** Content in which the check found no error, and the state in which its files were. */
export type SoundContent = { content: Content; state: string };

/**
 * The steps from the content to a checked site.
 * @param folder empty folder to fill
 * @param checked Astro starts while it is awaited
 * @throws a user-facing error when something refuses the site
 */
export async function makeSite(folder: string, checked: Promise<SoundContent>): Promise<void> {
  const { step } = showProgress();
  const making = makePages(
    folder,
    checked.then(({ content }) => content),
  );
  const { content, state } = await step('Check the content', () =>
    checked.catch((refusal) => afterAstro(making, refusal)),
  );
  await step('Make the pages', () => refuseMixture(making, state));
  await step('Index them for the search', () => indexPages(folder));
  await step('Check the finished pages', () => refuseFaults(folder, content));
  await step('Look for pages that would vanish', () => refuseLoss(folder, content));
  await step('Write the files for hosts', async () => {
    await writeHostFiles(folder, siteOf(content, buildTime()));
    await compress(folder);
  });
}

/** Without the content Astro ends by itself, and leaves nothing behind. */
async function afterAstro(making: Promise<void>, refusal: unknown): Promise<never> {
  await Promise.allSettled([making]);
  throw refusal;
}

/** The pages are made of the content that was checked: what somebody saves or removes meanwhile is not mixed into them. */
async function refuseMixture(making: Promise<void>, state: string): Promise<void> {
  const failure = await making.catch((error: unknown) => error);
  const refused = {
    fi: 'Sisältö muuttui, kun sivuja tehtiin siitä. Mitään ei julkaistu. Yritä uudelleen.',
    sv: 'Innehållet ändrades medan sidorna gjordes av det. Ingenting publicerades. Försök igen.',
    en: 'The content was changed while the pages were made of it. Nothing was published. Try again.',
  };
  if (stateOfContent() !== state) throw userError(refused[editorLanguage()]);
  if (failure) throw failure;
}

async function refuseFaults(folder: string, content: Content): Promise<void> {
  const faults = await checkBuilt(folder, content.site.url);
  if (faults.length > 0)
    throw userError(
      `${faults.map(({ path, what }) => `${path} ${what}`).join('\n')}\n\n${faults.length} faults in the finished pages. Nothing was published.`,
    );
}

async function refuseLoss(folder: string, content: Content): Promise<void> {
  const published = addressesOf(outputFolder());
  const lost = lostAddresses(published, addressesOf(folder), content);
  if (lost.length > 0) throw userError(tellLoss(lost, published, editorLanguage()));
}
