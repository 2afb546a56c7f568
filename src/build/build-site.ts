import { checkBuilt } from '../checks/built/check-built.ts';
import { checkContent } from '../checks/check-content.ts';
import { editorLanguage } from '../checks/editor-language.ts';
import { printText } from '../checks/print.ts';
import type { Content } from '../model/content.ts';
import { buildTime } from '../model/clock.ts';
import { contentFolder, outputFolder } from '../model/folders.ts';
import { writeHostFiles } from '../hosting/host-files.ts';
import { compress } from './compress.ts';
import { indexPages } from './index-pages.ts';
import { makePages } from './make-pages.ts';
import { mendable, type Progress } from './progress.ts';
import { publish } from './publish.ts';

/** From the content folder to the published site: a build that fails anywhere leaves the published site as it was. */
export async function buildSite({ step }: Progress): Promise<void> {
  const now = buildTime();
  await publish(outputFolder(), now, async (folder) => {
    const { site, redirects } = await step('Check the content', () => soundContent(now));
    await step('Make the pages', () => makePages(folder));
    await step('Index them for the search', () => indexPages(folder));
    await step('Check the finished pages', () => soundPages(folder, site.url));
    await step('Write the files for hosts', async () => {
      await writeHostFiles(folder, redirects);
      await compress(folder);
    });
  });
}

async function soundContent(now: Date): Promise<Content> {
  const { content, problems, files } = await checkContent(contentFolder(), now);
  if (!content) throw mendable(`${printText(problems, files, editorLanguage(), Boolean(process.stderr.isTTY))}\n\nNothing was published. Mend the errors and try again.`);
  return content;
}

async function soundPages(folder: string, origin: string): Promise<void> {
  const faults = await checkBuilt(folder, origin);
  if (faults.length > 0) throw mendable(`${faults.map(({ path, what }) => `${path} ${what}`).join('\n')}\n\n${faults.length} faults in the finished pages. Nothing was published.`);
}
