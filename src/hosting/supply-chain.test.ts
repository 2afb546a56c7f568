import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

type Step = {
  uses?: string;
  run?: string;
  if?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
};
type Job = { permissions?: Record<string, string>; 'timeout-minutes'?: number; steps: Step[] };
type Workflow = {
  on: Record<string, unknown>;
  permissions: object;
  concurrency?: object;
  jobs: Record<string, Job>;
};

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
  test.each(workflows)('$name pins actions to a commit, with the version in a comment', ({ text }) => {
    for (const [line] of text.matchAll(/^.*\buses:.*$/gm))
      expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test.each(workflows)(
    '$name grants no permissions by default, and has no trigger that runs pull requests with write access',
    ({ permissions, on }) => {
      expect(permissions).toEqual({});
      expect(Object.keys(on)).not.toContain('pull_request_target');
    },
  );

  test('only the workflow that passes on a comment is started by that of a request', () => {
    expect(workflows.filter(({ on }) => 'workflow_run' in on).map(({ name }) => name)).toEqual([
      'comment.yml',
    ]);
  });

  test.each(workflows)('$name knows no secret', ({ text }) => {
    expect(text).not.toMatch(/\bsecrets\b/);
  });

  test.each(jobs)(
    '$name declares its permissions and a timeout',
    ({ permissions, 'timeout-minutes': minutes }) => {
      expect(permissions).toBeDefined();
      expect(minutes).toBeLessThanOrEqual(60);
    },
  );

  test('jobs with write permission run no code from the repository', () => {
    const jobsThatWrite = jobs.filter(({ permissions }) => Object.values(permissions!).includes('write'));
    const mayWrite = jobsThatWrite.map(({ name, permissions }) => [
      name,
      Object.keys(permissions!).filter((scope) => permissions![scope] === 'write'),
    ]);
    expect(Object.fromEntries(mayWrite)).toEqual({
      'comment of comment.yml': ['pull-requests'],
      'hold of publish.yml': ['actions'],
      'publish of publish.yml': ['pages', 'id-token', 'attestations'],
      'tell of publish.yml': ['issues'],
    });
    const harmless = /^actions\/(?:download-artifact|attest-build-provenance|deploy-pages)@/;
    /** Programs that a job with rights may start; all of them treat what they get as text. */
    const programs = /^(?:gh|test|exit|head|if|elif|fi|\[|title=|number=|-n|true)/;
    for (const { name, steps } of jobsThatWrite)
      for (const { run, uses } of steps) {
        if (uses) expect(uses, name).toMatch(harmless);
        for (const command of run?.split(/\n|;|&&|\|\||\bthen\b/) ?? [])
          if (command.trim()) expect(command.trim(), name).toMatch(programs);
      }
  });

  test('what is published is kept for a day, and uploaded only when a byte has changed', () => {
    const { steps } = jobs.find(({ name }) => name === 'build of publish.yml')!;
    const uploads = steps.filter(({ uses }) => uses?.startsWith('actions/upload-artifact'));
    expect(uploads.map((step) => [step.with!['retention-days'], step.if])).toEqual([
      [1, "steps.compare.outputs.changed == 'true'"],
      [1, "steps.compare.outputs.changed == 'true'"],
    ]);
  });

  test('an undo waits for no publication, and a job that took too long counts as a failure', () => {
    const { concurrency, jobs } = workflows.find(({ name }) => name === 'publish.yml')!;
    expect(concurrency).toEqual({
      group: 'publish',
      'cancel-in-progress': "${{ inputs.commit != '' }}",
    });
    expect(jobs['tell']!.steps[0]!.env!['FAILED']).toBe(
      "${{ contains(needs.*.result, 'failure') || contains(needs.*.result, 'cancelled') }}",
    );
  });

  test('a request is checked by the rules for publishing, against the commit before it', () => {
    const commands = jobs
      .find(({ name }) => name === 'check of content.yml')!
      .steps.map(({ run }) => run ?? '');
    expect(commands.some((run) => run.includes('--format github --since HEAD^1'))).toBe(true);
    expect(commands).toContain('npm run published');
  });

  test('the published site is built with the production checks, and its code is tested before', () => {
    const buildStep = jobs
      .find(({ name }) => name === 'build of publish.yml')!
      .steps.find(({ run }) => run === 'npm run build');
    expect(buildStep?.env?.['PRODUCTION']).toBe('1');
    const { on } = workflows.find(({ name }) => name === 'check.yml')!;
    expect(Object.keys(on)).toEqual(expect.arrayContaining(['pull_request', 'push']));
    expect(jobs.find(({ name }) => name === 'site of check.yml')!.steps.map(({ run }) => run)).toContain(
      'npm test',
    );
  });

  test('no command interpolates expressions, which could contain untrusted text', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });

  test('a checkout leaves no credentials behind', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    for (const step of checkouts) expect(step.with?.['persist-credentials'], step.name).toBe(false);
  });

  test('packages are installed from the lock file, and audited', () => {
    const commands = steps.flatMap(({ run }) => run ?? []);
    expect(commands.filter((run) => /\bnpm (i|install|update|exec)\b|\bnpx\b/.test(run))).toEqual([]);
    for (const required of [
      'npm audit --audit-level',
      'npm audit signatures',
      'npm sbom --sbom-format cyclonedx',
    ])
      expect(
        commands.some((run) => run.startsWith(required)),
        required,
      ).toBe(true);
  });

  test('packages, actions and images are updated automatically, after a cooldown of at least a week', () => {
    const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
      updates: {
        'package-ecosystem': string;
        cooldown: { 'default-days': number };
        groups?: object;
      }[];
    };
    expect(updates.map(({ groups }) => Object.keys(groups ?? {}))).toEqual([
      ['site', 'tests', 'small'],
      ['actions'],
      [],
    ]);
    expect(
      updates.map((update) => [update['package-ecosystem'], update.cooldown['default-days'] >= 7]),
    ).toEqual([
      ['npm', true],
      ['github-actions', true],
      ['docker', true],
    ]);
  });
});

test('every command that workflows, the image and the documents name exists', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
  const texts = ['README.md', 'content/README.md', '.ci/run', '.container/Dockerfile'].concat(
    ['.github/CONTRIBUTING.md', '.github/OPERATIONS.md', '.github/SECURITY.md'],
    workflows.map(({ name }) => `${folder}/${name}`),
  );
  const named = texts.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bnpm (?:run (?:--silent )?([a-z:]+)|(test|start)\b)/g)].map(
      ([, command, short]) => ({ file, command: command ?? short! }),
    ),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ command }) => !(command in scripts))).toEqual([]);
});

test('OPERATIONS.md refers to files that exist', () => {
  const referenced = [
    ...readFileSync('.github/OPERATIONS.md', 'utf8').matchAll(/`((?:src|content|\.github)\/[\w./-]+)`/g),
  ].map(([, path]) => path!);
  expect(referenced.length).toBeGreaterThan(10);
  expect(referenced.filter((path) => !existsSync(path))).toEqual([]);
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
    '%s is pinned to one version: %s',
    (_, version) => {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    },
  );

  test('only the allowed packages run install scripts', () => {
    expect(
      installed
        .filter(([path, { hasInstallScript }]) => hasInstallScript && !(nameOf(path) in allowScripts!))
        .map(([path]) => path),
    ).toEqual([]);
  });

  test('every package is pinned to its hash, whichever registry it comes from', () => {
    expect(
      installed
        .filter(([, { integrity, inBundle }]) => !inBundle && !integrity?.startsWith('sha512-'))
        .map(([path]) => path),
    ).toEqual([]);
  });

  test('the software bill of materials lists every dependency', () => {
    const sbom = JSON.parse(
      execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
        encoding: 'utf8',
        shell: process.platform === 'win32',
      }),
    ) as { bomFormat: string; components: { name: string; version: string }[] };
    expect(sbom.bomFormat).toBe('CycloneDX');
    const listed = sbom.components.map(({ name, version }) => `${name}@${version}`);
    expect(listed).toEqual(
      expect.arrayContaining(Object.entries(dependencies!).map(([name, version]) => `${name}@${version}`)),
    );
  });
});
