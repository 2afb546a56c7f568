import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { soundFiles, today } from './sound-content.ts';

/*
 * Content that tries to run on the machine that builds the site, or to carry something away from it.
 * Each is built with the real command, which must refuse it before anything of it has run.
 */

const secret = 'a-secret-of-this-machine';
const page = 'pages/about/fi.mdx';
const service = 'services/alpha/fi.md';
let folder: string;
let server: Server;
let port: number;
let visits: number;

beforeAll(async () => {
  server = createServer((_, response) => {
    visits += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as { port: number });
});
afterAll(() => server.close());
beforeEach(async () => {
  visits = 0;
  folder = await mkdtemp(join(tmpdir(), 'canary-'));
  await writeFile(join(folder, 'secret'), secret);
});
afterEach(() => rm(folder, { recursive: true }));

const marker = () => join(folder, 'marker');
const appended = (path: string, text: string) => ({ [path]: `${soundFiles().get(path)}\n${text}\n` });

/** What stands in the content, from which a file `marker` would come, or the secret, or a visit to the server. */
const canaries: [string, () => Record<string, string>][] = [
  ['the environment, in an expression', () => appended(page, '{process.env.CANARY}')],
  [
    'the environment, in an attribute of a component',
    () => appended(page, '<Contacts ids={process.env.CANARY} />'),
  ],
  ['the environment, by the tool that builds', () => appended(page, '{JSON.stringify(import.meta.env)}')],
  ['a file, by an import', () => appended(page, `import secret from '${folder}/secret?raw'\n\n{secret}`)],
  ['a file, by a symbolic link', () => ({ 'services/alpha/picture.png': 'link' })],
  ['a file, by the address of a picture', () => appended(service, '![Kaavio](../../../secret)')],
  [
    'a file to write, in an expression',
    () => appended(page, `{process.getBuiltinModule('node:fs').writeFileSync('${marker()}', 'x')}`),
  ],
  [
    'a process, in an export',
    () =>
      appended(
        page,
        `export const x = process.getBuiltinModule('node:child_process').execSync('touch ${marker()}')`,
      ),
  ],
  ['the network, in an expression', () => appended(page, `{await fetch('http://127.0.0.1:${port}/')}`)],
  ['the network, by a picture', () => appended(service, `![Kaavio](http://127.0.0.1:${port}/picture.png)`)],
  [
    'code as front matter',
    () => ({
      [service]: soundFiles()
        .get(service)!
        .replace('---', `---js\nprocess.getBuiltinModule('node:fs').writeFileSync('${marker()}', 'x');`),
    }),
  ],
  [
    'a line that ends the front matter for Astro alone',
    () => ({
      [page]: soundFiles()
        .get(page)!
        .replace(
          'title:',
          `--- #{process.getBuiltinModule('node:fs').writeFileSync('${marker()}', process.env.CANARY)}\ntitle:`,
        ),
    }),
  ],
  [
    'such a line that opens a comment around the fields',
    () => ({
      [page]: soundFiles()
        .get(page)!
        .replace('title:', `--- #{/*\ntitle:`)
        .replace(
          '\n---\n',
          `\n# */ process.getBuiltinModule('node:fs').writeFileSync('${marker()}', 'x') }\n---\n`,
        ),
    }),
  ],
  [
    'the prototype of everything',
    () =>
      appended(
        'services/alpha/service.yaml',
        '__proto__:\n  price: free\nconstructor:\n  prototype:\n    price: free',
      ),
  ],
];

test('there are fourteen canaries', () => expect(canaries).toHaveLength(14));

test.each(canaries)('%s: refused, not run, not leaked', async (_, changes) => {
  const content = join(folder, 'content');
  for (const [path, text] of new Map([...soundFiles(), ...Object.entries(changes())])) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    if (text === 'link') await symlink(join(folder, 'secret'), join(content, path));
    else await writeFile(join(content, path), text);
  }
  const { exitCode, output } = await build({
    CONTENT_DIR: content,
    OUT_DIR: join(folder, 'dist'),
    CANARY: secret,
  });
  expect(exitCode, output).toBe(1);
  expect(output).toMatch(/^(pages|services)\/\S+:\d+:\d+ error/m);
  expect(output).toContain('Nothing was published');
  expect(output).not.toContain(secret);
  expect(existsSync(marker())).toBe(false);
  expect(existsSync(join(folder, 'dist'))).toBe(false);
  expect(visits).toBe(0);
});

/** The real command; not in this process, whose own errors would be taken for those of the site. */
function build(environment: Record<string, string>): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['scripts/build.ts'], {
      env: { ...process.env, ...environment, BUILD_TIME: today.toISOString(), LC_ALL: 'en_GB.UTF-8' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text));
    child.on('error', reject).on('exit', (exitCode) => resolve({ exitCode, output }));
  });
}
