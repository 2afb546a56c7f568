import { expect, test } from 'vitest';
import type { Site } from '../model/whole-site.ts';
import { headersFile, redirectsFile, visibleRedirects } from './host-files.ts';
import { headersOf, policyForMeta } from './headers.ts';

const rules = headersFile()
  .trim()
  .split('\n\n')
  .map((rule) => {
    const [pattern, ...headers] = rule.split('\n');
    return { pattern: pattern!, names: headers.map((header) => header.trim().split(': ')[0]!) };
  });

test('no header stands in two rules that meet: hosts would join their values', () => {
  const [everywhere, ...places] = rules;
  expect(everywhere!.pattern).toBe('/*');
  for (const { pattern, names } of places)
    expect(
      names.filter((name) => everywhere!.names.includes(name)),
      pattern,
    ).toEqual([]);
});

test('every line is short enough for the hosts', () => {
  expect(
    Math.max(
      ...headersFile()
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThan(2_000);
});

test('old addresses lead on, and what is missing is told in its language', () => {
  expect(redirectsFile({ '/fi/palvelut/vanha/': '/fi/palvelut/uusi/' })).toBe(
    '/fi/palvelut/vanha/ /fi/palvelut/uusi/ 301\n/fi/* /fi/404.html 404\n/sv/* /sv/404.html 404\n',
  );
});

test('an old address of a page that nobody may see yet is not told', () => {
  const site = {
    content: { redirects: { '/fi/vanha/': '/fi/', '/fi/entinen/': '/fi/tiedotteet/salaisuus/' } },
    pages: [{ path: '/fi/' }],
  } as unknown as Site;
  expect(visibleRedirects(site)).toEqual({ '/fi/vanha/': '/fi/' });
});

test('WebAssembly may run where the full text is searched, and nowhere else', () => {
  const permitted = ['/', '/fi/', '/fi/haku/', '/sv/sok/', '/fi/palvelut/haku/', '/api/services.json'].filter(
    (path) =>
      policyForMeta(path).includes('wasm') && headersOf(path)['Content-Security-Policy']!.includes('wasm'),
  );
  expect(permitted).toEqual(['/fi/haku/', '/sv/sok/']);
});

test('the meta element carries all of the policy but what browsers take from a header alone', () => {
  expect(`${policyForMeta('/fi/')}; frame-ancestors 'none'`.split('; ').sort()).toEqual(
    headersOf('/fi/')['Content-Security-Policy']!.split('; ').sort(),
  );
});
