import { expect, test } from 'vitest';
import type { Site } from '../model/whole-site.ts';
import { headersFile, redirectsFile, visibleRedirects } from './host-files.ts';
import { headersOf, policyForMeta } from './headers.ts';

const rules = headersFile('')
  .trim()
  .split('\n\n')
  .map((rule) => {
    const [pattern, ...headers] = rule.split('\n');
    return { pattern: pattern!, names: headers.map((header) => header.trim().split(': ')[0]!) };
  });

test('no header is set by two overlapping rules: hosts would join the values', () => {
  const [general, ...specific] = rules;
  expect(general!.pattern).toBe('/*');
  for (const { pattern, names } of specific)
    expect(
      names.filter((name) => general!.names.includes(name)),
      pattern,
    ).toEqual([]);
});

test('every line is within the length limit of the hosts', () => {
  expect(
    Math.max(
      ...headersFile('')
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThan(2_000);
});

test('old addresses redirect, and missing pages get the 404 page of their language', () => {
  expect(redirectsFile({ '/fi/palvelut/vanha/': '/fi/palvelut/uusi/' }, '')).toBe(
    '/fi/palvelut/vanha/ /fi/palvelut/uusi/ 301\n/fi/* /fi/404.html 404\n/sv/* /sv/404.html 404\n',
  );
});

test('under a path, every pattern and address begins with it', () => {
  expect(redirectsFile({ '/fi/vanha/': '/fi/uusi/' }, '/repo')).toBe(
    '/repo/fi/vanha/ /repo/fi/uusi/ 301\n/repo/fi/* /repo/fi/404.html 404\n/repo/sv/* /repo/sv/404.html 404\n',
  );
  expect(headersFile('/repo').match(/^\/.*$/gm)).toEqual(
    headersFile('')
      .match(/^\/.*$/gm)!
      .map((pattern) => `/repo${pattern}`),
  );
});

test('a redirect to a page that is not yet public is left out', () => {
  const site = {
    content: { redirects: { '/fi/vanha/': '/fi/', '/fi/entinen/': '/fi/tiedotteet/salaisuus/' } },
    pages: [{ path: '/fi/' }],
  } as unknown as Site;
  expect(visibleRedirects(site)).toEqual({ '/fi/vanha/': '/fi/' });
});

test('WebAssembly is allowed on the search pages, and nowhere else', () => {
  const permitted = ['/', '/fi/', '/fi/haku/', '/sv/sok/', '/fi/palvelut/haku/', '/api/services.json'].filter(
    (path) =>
      policyForMeta(path).includes('wasm') && headersOf(path)['Content-Security-Policy']!.includes('wasm'),
  );
  expect(permitted).toEqual(['/fi/haku/', '/sv/sok/']);
});

test('the meta element has the whole policy, except what browsers accept in a header only', () => {
  expect(`${policyForMeta('/fi/')}; frame-ancestors 'none'`.split('; ').sort()).toEqual(
    headersOf('/fi/')['Content-Security-Policy']!.split('; ').sort(),
  );
});
