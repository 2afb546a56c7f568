import { buildTime } from '../model/clock.ts';
import { outputFolder } from '../model/folders.ts';
import { indexPages } from './index-pages.ts';
import { makePages } from './make-pages.ts';
import type { Progress } from './progress.ts';
import { publish } from './publish.ts';

/** From the content folder to the published site: a build that fails anywhere leaves the published site as it was. */
export async function buildSite({ step }: Progress): Promise<void> {
  await publish(outputFolder(), buildTime(), async (folder) => {
    await step('Make the pages', () => makePages(folder));
    await step('Index them for the search', () => indexPages(folder));
  });
}
