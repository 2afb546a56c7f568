import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

/** What npm runs by each name, where it is a script of ours. */
const commands = Object.entries(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
).flatMap(([name, program]) => {
  const [, script] = /^node (scripts\/.+\.ts)$/.exec(program) ?? [];
  return script ? [{ name, script }] : [];
});

describe('--help', () => {
  const folder = mkdtempSync(join(tmpdir(), 'help-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const help = (script: string, language: string) =>
    spawnSync(process.execPath, [script, '--help'], {
      encoding: 'utf8',
      // Whatever a command would do with these fails or can be seen.
      env: {
        ...process.env,
        OUT_DIR: join(folder, 'site'),
        CONTENT_DIR: join(folder, 'content'),
        LC_ALL: language,
      },
    });

  test.each(commands)('of $name tells what it takes, and nothing is done', ({ name, script }) => {
    const { status, stdout, stderr } = help(script, 'sv_FI.UTF-8');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      new RegExp(`^Så här: npm (?:run )?${name}(?: -- .+)?\\n\\n.+\\n\\n(?: {2}--.+\\n)+$`),
    );
    expect(stdout).toContain('Visar den här hjälpen.');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('names every option with its values', () => {
    const { stdout } = help('scripts/check.ts', 'fi_FI.UTF-8');
    for (const form of [
      '--lang fi|sv|en',
      '--format text|json|github|comment',
      '--published FOLDER',
      '--since COMMIT',
    ])
      expect(stdout).toContain(`  ${form}  `);
  });
});

describe('an invalid command line prints the usage:', () => {
  test.each([
    ['check', ['--nonsense']],
    ['translations', ['--nonsense']],
    ['new', ['service', '--nonsense', 'x']],
    ['search-eval', ['--nonsense']],
    ['bench', ['--nonsense']],
    ['bench', ['abc']],
    ['build', ['--nonsense']],
    ['accessibility', ['nonsense']],
    ['rollback', ['a', '--nonsense']],
  ])('%s %j', (command, args) => {
    const { status, stderr } = spawnSync(process.execPath, [`scripts/${command}.ts`, ...args], {
      encoding: 'utf8',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(new RegExp(`npm run ${command.replace('-', ':')}`));
    expect(stderr).not.toMatch(/^ +at /m);
  });
});
