import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

type Step = { uses?: string; run?: string; with?: Record<string, unknown>; env?: Record<string, string> };
type Job = { permissions?: Record<string, string>; 'timeout-minutes'?: number; steps: Step[] };
type Workflow = { on: Record<string, unknown>; permissions: object; jobs: Record<string, Job> };

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  return { ...(parse(text) as Workflow), name, text };
});
const jobs = workflows.flatMap(({ name, jobs }) =>
  Object.entries(jobs).map(([job, content]) => ({ name: `${job} of ${name}`, ...content })),
);
const steps = jobs.flatMap(({ name, steps }) => steps.map((step) => ({ name, ...step })));

describe('the workflows', () => {
  test.each(workflows)(
    '$name runs actions at a commit, with the version beside it for people',
    ({ text }) => {
      for (const [line] of text.matchAll(/^.*\buses:.*$/gm))
        expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    },
  );

  test.each(workflows)(
    '$name gives no rights of itself, and never works for strangers with them',
    ({ permissions, on }) => {
      expect(permissions).toEqual({});
      expect(Object.keys(on)).not.toContain('pull_request_target');
      expect(Object.keys(on)).not.toContain('workflow_run');
    },
  );

  test.each(jobs)('$name says what it may and how long', ({ permissions, 'timeout-minutes': minutes }) => {
    expect(permissions).toBeDefined();
    expect(minutes).toBeLessThanOrEqual(60);
  });

  test('code runs only where nothing may be written', () => {
    const writing = jobs.filter(({ permissions }) => Object.values(permissions!).includes('write'));
    expect(writing.map(({ name }) => name)).toEqual(['publish of publish.yml']);
    expect(
      writing.flatMap(({ steps }) =>
        steps.filter(({ run, uses }) => run || uses?.startsWith('actions/checkout')),
      ),
    ).toEqual([]);
  });

  test('what is published was built with the checks of the public, and its code was tested before', () => {
    const built = jobs
      .find(({ name }) => name === 'build of publish.yml')!
      .steps.find(({ run }) => run === 'npm run build');
    expect(built?.env?.['PRODUCTION']).toBe('1');
    const { on } = workflows.find(({ name }) => name === 'check.yml')!;
    expect(Object.keys(on)).toEqual(expect.arrayContaining(['pull_request', 'push']));
    expect(jobs.find(({ name }) => name === 'site of check.yml')!.steps.map(({ run }) => run)).toContain(
      'npm test',
    );
  });

  test('no text of others becomes a command', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('a checkout leaves no credentials behind', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const step of checkouts) expect(step.with?.['persist-credentials'], step.name).toBe(false);
  });

  test('packages come from the lock file, and are looked over', () => {
    const commands = steps.flatMap(({ run }) => run ?? []);
    expect(commands.filter((run) => /\bnpm (i|install|update|exec)\b|\bnpx\b/.test(run))).toEqual([]);
    for (const wanted of [
      'npm audit --audit-level',
      'npm audit signatures',
      'npm sbom --sbom-format cyclonedx',
    ])
      expect(
        commands.some((run) => run.startsWith(wanted)),
        wanted,
      ).toBe(true);
  });

  test('packages and actions are kept up to date, and new versions wait', () => {
    const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
      updates: { 'package-ecosystem': string; cooldown: { 'default-days': number } }[];
    };
    expect(
      updates.map((update) => [update['package-ecosystem'], update.cooldown['default-days'] >= 7]),
    ).toEqual([
      ['npm', true],
      ['github-actions', true],
    ]);
  });
});

test('the notes for operation point to files that exist', () => {
  const named = [
    ...readFileSync('.github/OPERATIONS.md', 'utf8').matchAll(/`((?:src|content|\.github)\/[\w./-]+)`/g),
  ].map(([, path]) => path!);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

describe('the packages', () => {
  const { dependencies, devDependencies, allowScripts } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  ) as Record<string, Record<string, string>>;
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<
      string,
      { integrity?: string; hasInstallScript?: boolean; link?: boolean; inBundle?: boolean }
    >;
  };
  const installed = Object.entries(packages).filter(([path]) => path !== '');
  const nameOf = (path: string) => path.split('node_modules/').at(-1)!;

  test.each(Object.entries({ ...dependencies, ...devDependencies }))(
    '%s is wanted at one version: %s',
    (_, version) => {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    },
  );

  test('only the named packages run scripts when they are installed', () => {
    expect(
      installed
        .filter(([path, { hasInstallScript }]) => hasInstallScript && !(nameOf(path) in allowScripts!))
        .map(([path]) => path),
    ).toEqual([]);
  });

  test('every one is held to its hash, wherever it is fetched from', () => {
    expect(
      installed
        .filter(([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith('sha512-'))
        .map(([path]) => path),
    ).toEqual([]);
  });

  test('the bill of materials names what the site is built with', () => {
    const bill = JSON.parse(
      execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
        encoding: 'utf8',
        shell: process.platform === 'win32',
      }),
    ) as { bomFormat: string; components: { name: string; version: string }[] };
    expect(bill.bomFormat).toBe('CycloneDX');
    const named = bill.components.map(({ name, version }) => `${name}@${version}`);
    expect(named).toEqual(
      expect.arrayContaining(Object.entries(dependencies!).map(([name, version]) => `${name}@${version}`)),
    );
  });
});
