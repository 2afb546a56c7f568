import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { serve } from '../release/serve.ts';
import { contentFolder } from '../model/folders.ts';
import { onePageOfEachKind } from '../testing/page-kinds.ts';
import { generateContent } from './generate-content.ts';
import { buildSteps, measureProcess } from './measure-process.ts';
import { measureSearchInEachLanguage } from './measure-search.ts';
import { weighPage } from '../testing/weigh-page.ts';

/** Values by a label with its unit: seconds, megabytes, kilobytes (Brotli) or milliseconds. */
export type Figures = Record<string, number>;

/**
 * Measures a site with a given number of services, from the content to the browser. Commands run as separate
 * processes.
 * @returns figures of the site, and of a first visit to a page of each kind
 */
export async function measureSite(
  browser: Browser,
  services: number,
): Promise<{ figures: Figures; pages: Record<string, Figures> }> {
  const folder = await mkdtemp(join(tmpdir(), 'site-bench-'));
  try {
    const content = join(folder, 'content');
    const site = join(folder, 'site');
    await generateContent(contentFolder(), content, services);
    const check = await measureCommand('check', { CONTENT_DIR: content });
    const build = await measureCommand('build', { CONTENT_DIR: content, OUT_DIR: site });
    const { server, url } = await serve(site, 0);
    try {
      const pages: Record<string, Figures> = {};
      for (const path of new Set(
        (await onePageOfEachKind(content)).all.map((path) => path.replace(/\?.*/, '')),
      ))
        pages[path] = await measureFirstVisit(browser, url + path);
      return {
        figures: { ...check, ...build, ...(await weighGuides(site)), ...(await measureTyping(browser, url)) },
        pages,
      };
    } finally {
      server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureCommand(command: 'check' | 'build', env: Record<string, string>): Promise<Figures> {
  const usage = await measureProcess([`scripts/${command}.ts`], { env });
  return {
    [`npm run ${command}, s`]: usage.seconds,
    ...Object.fromEntries(buildSteps(usage).map(({ title, seconds }) => [`  ${title}, s`, seconds])),
    [`npm run ${command}, CPU s`]: usage.cpu,
    [`npm run ${command}, peak MB`]: usage.megabytes,
  };
}

async function measureFirstVisit(browser: Browser, address: string): Promise<Figures> {
  const { requests, bytes, files } = await weighPage(browser, address);
  const ofKind = (...kinds: string[]) =>
    Object.entries(files).reduce(
      (sum, [path, size]) => sum + (kinds.includes(extname(path)) ? size / 1000 : 0),
      0,
    );
  const byType = { 'HTML kB': ofKind(''), 'CSS kB': ofKind('.css'), 'JS kB': ofKind('.js') };
  const ofListedTypes = Object.values(byType).reduce((sum, size) => sum + size, 0);
  return { ...byType, 'icon and other kB': bytes / 1000 - ofListedTypes, 'all kB': bytes / 1000, requests };
}

async function weighGuides(site: string): Promise<Figures> {
  const files = (await readdir(join(site, 'guide'))).filter((name) => name.endsWith('.txt'));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (name) => [
        `guide ${name.split('.')[0]}, kB`,
        brotliCompressSync(await readFile(join(site, 'guide', name))).length / 1000,
      ]),
    ),
  );
}

async function measureTyping(browser: Browser, url: string): Promise<Figures> {
  const rows = await measureSearchInEachLanguage(browser, url);
  return Object.fromEntries(
    rows.flatMap(({ lang, ...figures }) =>
      Object.entries(figures).map(([name, value]) => [`${name}, ${lang}`, value]),
    ),
  );
}
