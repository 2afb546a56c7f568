import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { checkBuilt } from '../finished-pages/check-built.ts';
import { addressesOf } from '../finished-pages/sitemap.ts';
import { said } from '../checks/editor-language.ts';
import { lostAddresses } from '../checks/lost-addresses.ts';
import { writeHostFiles } from '../hosting/host-files.ts';
import type { Content } from '../model/content.ts';
import { buildTime } from '../model/clock.ts';
import { outputFolder } from '../model/folders.ts';
import { userError } from '../model/user-error.ts';
import { siteOf } from '../model/whole-site.ts';
import { compress } from './compress.ts';
import { contentFingerprint } from './content-fingerprint.ts';
import { indexPages } from './index-pages.ts';
import { makePages } from './make-pages.ts';
import { showProgress } from './progress.ts';
import { allKinds } from '../kinds/kinds.ts';

const steps = {
  make: { fi: 'Tehdään sivut', sv: 'Gör sidorna', en: 'Make the pages' },
  index: { fi: 'Tehdään hakemisto', sv: 'Gör sökindexet', en: 'Index them for the search' },
  finished: {
    fi: 'Tarkistetaan valmiit sivut',
    sv: 'Granskar de färdiga sidorna',
    en: 'Check the finished pages',
  },
  lost: {
    fi: 'Etsitään sivuja, jotka katoaisivat',
    sv: 'Letar efter sidor som skulle försvinna',
    en: 'Look for pages that would vanish',
  },
  hosts: {
    fi: 'Kirjoitetaan palvelinten tiedostot',
    sv: 'Skriver filerna för servrar',
    en: 'Write the files for hosts',
  },
};

/** Content without errors, and the fingerprint of its files from just before they were read. */
export type CheckedContent = { content: Content; fingerprint: string };

/* The worker thread of build-site.ts: it is told the folder to fill, and is sent the content once that is checked. */
const folder: string = workerData;
const checked = once(parentPort!, 'message').then(([message]: CheckedContent[]) => message!);
const rendering = makePages(
  folder,
  checked.then(({ content }) => content),
);
const { content, fingerprint } = await checked;
const { step } = showProgress();
await step(said(steps.make), refuseChangedContent);
await step(said(steps.index), () => indexPages(folder));
await step(said(steps.finished), refuseBrokenPages);
await step(said(steps.lost), refuseLostAddresses);
await step(said(steps.hosts), async () => {
  await writeHostFiles(folder, siteOf(content, allKinds, buildTime()));
  await compress(folder);
});

/**
 * @throws a user-facing error when the content changed while the pages were made: they could mix old and new
 *   files
 */
async function refuseChangedContent(): Promise<void> {
  const failure = await rendering.catch((error: unknown) => error);
  const contentChanged = {
    fi: 'Sisältö muuttui, kun sivuja tehtiin siitä. Mitään ei julkaistu. Yritä uudelleen.',
    sv: 'Innehållet ändrades medan sidorna gjordes av det. Ingenting publicerades. Försök igen.',
    en: 'The content was changed while the pages were made of it. Nothing was published. Try again.',
  };
  if (contentFingerprint() !== fingerprint) throw userError(said(contentChanged));
  if (failure) throw failure;
}

async function refuseBrokenPages(): Promise<void> {
  const faults = await checkBuilt(folder, content.site.url);
  const { length: count } = faults;
  const faultsFound = {
    fi: `Valmiissa sivuissa on vikoja: ${count}. Mitään ei julkaistu. Kerro ylläpidolle.`,
    sv: `De färdiga sidorna har fel: ${count}. Ingenting publicerades. Berätta för den som sköter webbplatsen.`,
    en: `${count} faults in the finished pages. Nothing was published.`,
  };
  if (count > 0)
    throw userError(
      `${faults.map(({ path, what }) => `${path} ${what}`).join('\n')}\n\n${said(faultsFound)}`,
    );
}

/** The check has compared what should be made; this compares what was made. */
async function refuseLostAddresses(): Promise<void> {
  const { paths } = lostAddresses(addressesOf(outputFolder()), addressesOf(folder), content);
  const wouldVanish = {
    fi: 'Nämä sivut katoaisivat julkaistulta sivustolta. Mitään ei julkaistu.',
    sv: 'De här sidorna skulle försvinna från den publicerade webbplatsen. Ingenting publicerades.',
    en: 'These pages would vanish from the published site. Nothing was published.',
  };
  if (paths.length > 0) throw userError(`${paths.join('\n')}\n\n${said(wouldVanish)}`);
}
