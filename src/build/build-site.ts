import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { outputFolder } from '../model/folders.ts';
import { indexPages } from './index-pages.ts';
import { makePages } from './make-pages.ts';
import type { Progress } from './progress.ts';

/** From checked content to the published site. */
export async function buildSite({ step }: Progress): Promise<void> {
  const folder = resolve(outputFolder());
  await rm(folder, { recursive: true, force: true });
  await step('Make the pages', () => makePages(folder));
  await step('Index them for the search', () => indexPages(folder));
}
