import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../src/command.ts';
import { withBuiltSite } from '../src/testing/built-site.ts';
import { onePageOfEachKind } from '../src/testing/page-kinds.ts';

const folder = '.pictures';
const variants = [
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
  { name: 'tablet', viewport: { width: 768, height: 1024 }, colorScheme: 'light' },
  { name: 'desktop', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'wide', viewport: { width: 1920, height: 1080 }, colorScheme: 'light' },
  { name: 'forced-colours', viewport: { width: 1280, height: 900 }, forcedColors: 'active' },
  { name: 'print', viewport: { width: 794, height: 1123 }, media: 'print' },
] as const;

const about = {
  fi: 'Ottaa kuvan rakennetun sivuston yhdestä sivusta kutakin lajia kansioon .pictures.',
  sv: 'Tar en bild av en sida av varje slag på den byggda webbplatsen till mappen .pictures.',
  en: 'Takes screenshots of one page of each kind of the built site to the folder .pictures.',
};

await runCommand({ about }, async () => {
  const paths = (await onePageOfEachKind()).all;
  await withBuiltSite(async (browser, url) => {
    await rm(folder, { recursive: true, force: true });
    for (const { name, ...options } of variants) {
      await mkdir(join(folder, name), { recursive: true });
      const context = await browser.newContext(options);
      const page = await context.newPage();
      if ('media' in options) await page.emulateMedia({ media: options.media });
      for (const path of paths) {
        await page.goto(url + path);
        await page.waitForLoadState('networkidle');
        await page.screenshot({
          path: join(
            folder,
            name,
            `${path.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'front-door'}.png`,
          ),
          fullPage: true,
        });
      }
      await context.close();
    }
    console.log(`${variants.length * paths.length} pictures in ${folder}/`);
  });
});
