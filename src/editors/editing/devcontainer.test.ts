import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { allowedOrigins, forwardedHost, refusedAtOnce } from '../../hosting/local-server.ts';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, never>;
const container = json('.devcontainer/devcontainer.json') as Record<string, unknown>;

afterEach(() => vi.unstubAllEnvs());

test('the container for editors has the Node, the extensions and the port of the project', () => {
  expect(container['image']).toBe(`node:${readFileSync('.nvmrc', 'utf8').trim()}-trixie`);
  expect(container['customizations']).toEqual({
    vscode: { extensions: json('.vscode/extensions.json')['recommendations'] },
  });
  expect(container['forwardPorts']).toEqual([4321]);
});

const host = 'happy-name-x7-4321.app.github.dev';

test('a Codespace is reached by its own forwarding address alone', () => {
  vi.stubEnv('CODESPACE_NAME', 'happy-name-x7');
  vi.stubEnv('GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN', 'app.github.dev');
  vi.stubEnv('PORT', undefined);
  expect(forwardedHost()).toBe(host);
  expect(refusedAtOnce({ url: '/', headers: { host } })).toBeUndefined();
  expect(refusedAtOnce({ url: '/', headers: { host: `other-${host}` } })).toBe(403);
  expect(refusedAtOnce({ url: '/', headers: { host: host.replace('4321', '4322') } })).toBe(403);
  expect(allowedOrigins('localhost:4321')).toEqual(['http://localhost:4321', `https://${host}`]);
});

test('on any other machine no such address is answered', () => {
  vi.stubEnv('CODESPACE_NAME', undefined);
  expect(forwardedHost()).toBeUndefined();
  expect(refusedAtOnce({ url: '/', headers: { host } })).toBe(403);
  vi.stubEnv('CODESPACE_NAME', 'a/b');
  expect(forwardedHost()).toBeUndefined();
});
