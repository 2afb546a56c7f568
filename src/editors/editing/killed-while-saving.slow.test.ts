import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { removeUnfinished } from './files-on-disk.ts';

const parent = mkdtempSync(join(tmpdir(), 'killed-'));
const folder = join(parent, 'content');
afterAll(() => rmSync(parent, { recursive: true, force: true }));

test('a kill in the middle of saving leaves the old or the new file, whole', async () => {
  mkdirSync(folder);
  const file = join(folder, 'site.yaml');
  const texts = ['a', 'b'].map((letter) => letter.repeat(3_000_000));
  writeFileSync(file, texts[0]!);
  const code = `
    import { writeIn } from ${JSON.stringify(`file://${resolve('src/editors/editing/files-on-disk.ts')}`)};
    const texts = ['a', 'b'].map((letter) => Buffer.from(letter.repeat(3_000_000)));
    console.log('ready');
    for (let i = 1; ; i += 1) await writeIn(${JSON.stringify(folder)}, 'site.yaml', texts[i % 2]);`;
  let unfinished = 0;
  for (let round = 0; round < 15; round += 1) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout!, 'data');
    await setTimeout(round * 3);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(texts.includes(readFileSync(file, 'utf8'))).toBe(true);
    unfinished += readdirSync(parent).filter((name) => name.startsWith('.saving-')).length;
    await removeUnfinished(folder);
    expect(readdirSync(parent)).toEqual(['content']);
  }
  // Otherwise no kill came in the middle.
  expect(unfinished).toBeGreaterThan(0);
});
