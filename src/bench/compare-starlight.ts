import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkContent } from '../checks/check-content.ts';
import { languages } from '../i18n/languages.ts';
import { words } from '../i18n/words.ts';
import { buildTime } from '../model/clock.ts';
import { contentFolder } from '../model/folders.ts';
import { userError } from '../model/user-error.ts';
import { generateContent } from './generate-content.ts';
import { buildSteps, measureProcess, type ProcessUsage } from './measure-process.ts';

const starlightVersion = '0.42.4';
/** Builds of each, in turns: a single run is unreliable on a machine with other load. */
const turns = 3;

/**
 * Builds the same texts with this project and with Starlight, in turns.
 * @param folder an empty folder outside the project for Starlight and its packages, or that of an earlier
 *   comparison
 * @param services number of services
 * @returns one row per build: seconds, CPU seconds and peak memory in megabytes
 * @throws a user-facing error when the generated content has errors or Starlight cannot be installed
 */
export async function compareWithStarlight(
  folder: string,
  services: number,
): Promise<Record<string, string | number>[]> {
  const content = join(folder, 'content');
  const site = join(folder, 'dist-ours');
  rmSync(content, { recursive: true, force: true });
  await generateContent(contentFolder(), content, services);
  await writeStarlight(folder, content);
  const rows: Record<string, string | number>[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const ours = await measureProcess(['scripts/build.ts'], { env: { CONTENT_DIR: content, OUT_DIR: site } });
    const untilIndexed = buildSteps(ours)
      .slice(0, 3)
      .reduce((sum, { seconds }) => sum + seconds, 0);
    const theirs = await measureProcess(
      [join('node_modules', 'astro', 'bin', 'astro.mjs'), 'build', '--force'],
      { cwd: folder },
    );
    rows.push({
      ...row('this project', ours),
      'check, pages and index s': Number(untilIndexed.toFixed(1)),
      '% of Starlight': Math.round((untilIndexed / theirs.seconds) * 100),
    });
    rows.push(row('Starlight', theirs));
  }
  return rows;
}

const row = (name: string, { seconds, cpu, megabytes }: ProcessUsage) => ({
  name,
  'all s': Number(seconds.toFixed(1)),
  'CPU s': Number(cpu.toFixed(1)),
  'peak MB': Math.round(megabytes),
});

/** Writes the texts as a Starlight documentation site, with Starlight's own search. */
async function writeStarlight(folder: string, contentPath: string): Promise<void> {
  const { content } = await checkContent(contentPath, buildTime());
  if (!content) throw userError('The generated content has errors.');
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const { astro, sharp } = (
    JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  ).dependencies;
  const locales = Object.fromEntries(
    languages.map((lang) => [lang, { label: words[lang].languageName, lang }]),
  );
  write(
    'package.json',
    JSON.stringify({
      private: true,
      type: 'module',
      dependencies: { astro, sharp, '@astrojs/starlight': starlightVersion },
    }),
  );
  write(
    'astro.config.mjs',
    `import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ site: 'https://example.org', integrations: [starlight({ title: 'Peer', defaultLocale: '${languages[0]}', locales: ${JSON.stringify(locales)}, sidebar: [] })] });
`,
  );
  write(
    'src/content.config.ts',
    `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  );
  rmSync(join(folder, 'src/content'), { recursive: true, force: true });
  for (const { id, texts } of content.services) {
    for (const lang of languages)
      write(
        `src/content/docs/${lang}/${id}.md`,
        `---\ntitle: ${JSON.stringify(texts[lang].title)}\ndescription: ${JSON.stringify(texts[lang].summary)}\n---\n\n${texts[lang].body}`,
      );
  }
  if (
    !existsSync(join(folder, 'node_modules')) &&
    spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    }).status !== 0
  ) {
    throw userError('Starlight could not be installed.');
  }
}
