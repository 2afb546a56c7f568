import { readFileSync } from 'node:fs';
import { DockerfileParser, type From } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';

const text = readFileSync('.container/Dockerfile', 'utf8');
const stages = DockerfileParser.parse(text)
  .getInstructions()
  .reduce<{ keyword: string; args: string; tag?: string | null }[][]>((all, instruction) => {
    const keyword = instruction.getKeyword();
    const args = instruction.getArgumentsContent() ?? '';
    if (keyword === 'FROM') return [...all, [{ keyword, args, tag: (instruction as From).getImageTag() }]];
    all.at(-1)!.push({ keyword, args });
    return all;
  }, []);
const [build, served] = stages as [(typeof stages)[0], (typeof stages)[0]];
const all = (stage: typeof build, keyword: string) =>
  stage.filter((instruction) => instruction.keyword === keyword).map(({ args }) => args);

test('the linter finds nothing to blame in the Dockerfile', () => {
  expect(validate(text).map(({ range, message }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  // It would: an unknown instruction is one of what it finds.
  expect(validate(`${text}\nFORM a\n`)).not.toEqual([]);
});

test('the site is built with the Node of this project, and images have a tag', () => {
  expect(stages).toHaveLength(2);
  expect(build[0]!.tag).toMatch(new RegExp(`^${readFileSync('.nvmrc', 'utf8').trim()}-`));
  expect(served[0]!.tag).toMatch(/./);
  expect([build, served].map(([from]) => from!.tag)).not.toContain('latest');
});

test('what runs is nginx alone, not as root, with nothing of the build but the site and its configuration', () => {
  const lastUser = all(served, 'USER').at(-1)!;
  expect(lastUser).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(all(served, 'COPY').map((args) => args.replace('--from=build ', ''))).toEqual([
    '/srv/nginx.conf /etc/nginx/nginx.conf',
    '/srv/site /srv/site',
  ]);
  expect(all(served, 'CMD')).toEqual(['["nginx", "-e", "stderr"]']);
  for (const keyword of ['ADD', 'ENTRYPOINT', 'ENV', 'VOLUME']) expect(all(served, keyword)).toEqual([]);
  // A port that a process without rights may open.
  expect(all(served, 'EXPOSE').map(Number)).toEqual([8080]);
});

test('no secret is given to the build, and of this folder neither the history nor what was built before', () => {
  expect([...all(build, 'ARG'), ...all(served, 'ARG')]).toEqual([
    'PRODUCTION=1',
    'BUILD_TIME',
    'CONTENT_COMMIT',
  ]);
  const left = readFileSync('.container/Dockerfile.dockerignore', 'utf8').split('\n');
  expect(left).toEqual(expect.arrayContaining(['.git', 'node_modules', '.dist-releases']));
});
