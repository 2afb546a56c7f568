import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSite } from '../src/release/build-site.ts';
import { showProgress } from '../src/release/progress.ts';
import { serve } from '../src/release/serve.ts';
import { runCommand } from '../src/command.ts';
import { userError } from '../src/model/user-error.ts';
import { findChromium } from '../src/testing/browser.ts';
import { hasNginx, nginxPackages } from '../src/testing/nginx-server.ts';

/** All tests: types, then unit and browser tests against the built and served site. Arguments go to Vitest. */
await runCommand(async () => {
  const { step } = showProgress();
  const folder = await mkdtemp(join(tmpdir(), 'site-test-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await step('Find a browser', findOrInstallChromium);
  await step('Find nginx', findOrInstallNginx);
  await step('Check the types', () => run('astro', ['check', '--minimumSeverity', 'warning']));
  const site = join(folder, 'site');
  process.env['OUT_DIR'] = site;
  await buildSite();
  const { server, url } = await serve(site, 0);
  const report = join(folder, 'report.json');
  const failure = await run(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
    { SITE_URL: url, SITE_DIR: site },
  ).catch((error: Error) => error);
  server.close();
  if (!existsSync(report)) throw userError('Vitest gave no report.');
  const { numPassedTests, numFailedTests, numTotalTestSuites, numFailedTestSuites } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A file that could not be read holds no counted test, and still is a failure.
  const failed = numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0);
  console.log(`\n${numTotalTestSuites} groups of tests`);
  if (!hasNginx())
    console.log(
      `The tests of the nginx configuration were skipped: nginx is not here and could not be installed (sudo apt-get install ${nginxPackages.join(' ')}).`,
    );
  // The last line of a good run: programs read it.
  console.log(`${numPassedTests} passed, ${failed} failed`);
  if (failure || failed > 0 || numPassedTests === 0) throw userError('The tests did not pass.');
});
process.exit();

function run(command: string, args: string[], environment: Record<string, string> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(userError(`"${command} ${args[0]}" ended with ${code}.`)),
    );
  });
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

/** Without nginx its tests are skipped, and the line before the last says so: not every machine of a developer can have it. */
async function findOrInstallNginx(): Promise<void> {
  await findOrInstall(hasNginx, fromDebian(nginxPackages));
}

type Way = [command: string, args: string[]];
function fromDebian(packages: string[]): Way[] {
  return [
    ['apt-get', ['update']],
    ['apt-get', ['install', '-y', '--no-install-recommends', ...packages]],
  ];
}

/** Tries one way after the other until the program is there. */
async function findOrInstall(isThere: () => boolean, ways: Way[]): Promise<boolean> {
  for (const [command, args] of ways) {
    if (isThere()) break;
    await run(command, args).catch(() => undefined);
  }
  return isThere();
}
