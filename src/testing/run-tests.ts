import { existsSync, readFileSync, rmSync } from 'node:fs';
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { parseDocument } from 'yaml';
import { baseOfContent } from '../checks/base-of-content.ts';
import { runProgram } from '../command.ts';
import { contentFolder, singleFiles } from '../model/folders.ts';
import { userError } from '../model/user-error.ts';
import { buildSite } from '../release/build-site.ts';
import { showProgress } from '../release/progress.ts';
import { serve } from '../release/serve.ts';
import { browserOptions, findChromium } from './browser.ts';
import { engines } from './engines.ts';
import { hasNginx, nginxPackages } from './nginx-server.ts';

/** The steps that both tiers of tests are made of. */
const { step } = showProgress();

/**
 * Runs projects of Vitest on a built and served site, with one browser for all files.
 * @param projects names in vitest.config.ts
 * @param meanwhile what can run beside the tests
 * @param environment what the tests read besides
 * @throws a user-facing error where a test failed, or none ran
 */
export async function runTests(
  projects: string[],
  meanwhile: () => Promise<unknown> = async () => {},
  environment: Record<string, string> = {},
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'site-test-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await step('Find a browser', findOrInstallChromium);
  if (projects.includes('slow')) await step('Find Firefox and WebKit', findOrInstallEngines);
  const site = join(folder, 'site');
  process.env['OUT_DIR'] = site;
  if (baseOfContent()) process.env['CONTENT_DIR'] = await contentAtRoot(join(folder, 'content'));
  await step('Build the site', buildSite);
  // Both write into `.astro`, so what is checked meanwhile begins after the build.
  const checked = meanwhile().then(
    () => undefined,
    (error: Error) => error,
  );
  const { server, url } = await serve(site, 0);
  const browser = await chromium.launchServer(browserOptions());
  const report = join(folder, 'report.json');
  const failure = await runProgram(
    'vitest',
    [
      'run',
      ...projects.map((project) => `--project=${project}`),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...process.argv.slice(2),
    ],
    { SITE_URL: url, SITE_DIR: site, BROWSER_ENDPOINT: browser.wsEndpoint(), ...environment },
  ).then(
    () => undefined,
    (error: Error) => error,
  );
  const refused = await checked;
  await browser.close();
  server.close();
  if (!existsSync(report)) throw userError('Vitest gave no report.');
  if (projects.includes('slow') && !hasNginx()) console.log(`\n${nginxNote}`);
  if (projects.includes('slow'))
    for (const [name, { isThere, packages }] of Object.entries(engines))
      if (!isThere())
        console.log(
          `\nThe tests in ${name} were skipped: it is not here and could not be installed (sudo apt-get install ${packages.join(' ')}).`,
        );
  tellResult(JSON.parse(readFileSync(report, 'utf8')), failure ?? refused);
}

/** A copy of the content without a path in the address of the site: the tests ask for pages from the root of a host. */
async function contentAtRoot(copy: string): Promise<string> {
  await cp(contentFolder(), copy, { recursive: true });
  const file = join(copy, singleFiles.site.file);
  const facts = parseDocument(readFileSync(file, 'utf8'));
  facts.set('url', new URL(String(facts.get('url'))).origin);
  await writeFile(file, facts.toString({ lineWidth: 0 }));
  return copy;
}

type Report = { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number };

/** The last line of a run is `N passed, N failed`: programs read it. */
function tellResult(report: Report, failure: Error | undefined): void {
  const { numPassedTests: passed, numFailedTests, numFailedTestSuites } = report;
  // A file that could not be read holds no counted test, and still is a failure.
  const failed = numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failure || failed > 0 || passed === 0) throw failure ?? userError('The tests did not pass.');
}

/** Checks the types, then format, code and imports; told every few seconds that it still runs. */
export async function checkCode(): Promise<void> {
  const beat = setInterval(() => console.error('… Types and lint are being checked'), 15_000);
  try {
    await step('Check the types', () => runProgram('astro', ['check', '--minimumSeverity', 'warning']));
    await step('Lint', () => runProgram(process.execPath, ['scripts/lint.ts']));
  } finally {
    clearInterval(beat);
  }
}

async function findOrInstallChromium(): Promise<void> {
  const found = await findOrInstall(
    () => findChromium() !== undefined,
    [['playwright-core', ['install', 'chromium']], ...fromDebian(['chromium'])],
  );
  if (!found)
    throw userError(
      'The browser tests need Chromium, and it could not be installed here. Install it (for example "sudo apt-get install chromium") or set CHROMIUM_PATH.',
    );
}

async function findOrInstallEngines(): Promise<void> {
  for (const { isThere, packages } of Object.values(engines))
    await findOrInstall(isThere, fromDebian(packages));
}

/** Without nginx its tests are skipped, and the run says so at its end: not every machine of a developer can have it. */
export const findOrInstallNginx = (): Promise<boolean> =>
  step('Find nginx', () => findOrInstall(hasNginx, fromDebian(nginxPackages)));

const nginxNote = `The tests of the nginx configuration were skipped: nginx is not here and could not be installed (sudo apt-get install ${nginxPackages.join(' ')}).`;

type Installation = [command: string, args: string[]];
function fromDebian(packages: string[]): Installation[] {
  return [
    ['apt-get', ['update']],
    ['apt-get', ['install', '-y', '--no-install-recommends', ...packages]],
  ];
}

/** Tries one way after the other until the program is there. */
async function findOrInstall(isThere: () => boolean, installations: Installation[]): Promise<boolean> {
  for (const [command, args] of installations) {
    if (isThere()) break;
    await runProgram(command, args).catch(() => undefined);
  }
  return isThere();
}
