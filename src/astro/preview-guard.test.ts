import { describe, expect, test } from 'vitest';
import { refusedByPreview } from './preview-guard.ts';

const ask = (url: string, headers: Record<string, string> = {}) =>
  refusedByPreview({ url, headers: { host: 'localhost:4321', ...headers } });

test.each([
  '/',
  '/fi/',
  '/sv/tjanster/juridisk-radgivning/',
  '/fi/palvelut',
  '/fi/haku/?q=a%20b',
  '/fi/rss.xml',
  '/sv/manifest.webmanifest',
  '/fi/yhteystiedot/minna-karhunen.vcf',
  '/api/services.json',
  '/guide/fi.0123456789.txt',
  '/pictures/services/legal-advice/chart-png.webp',
  '/.well-known/security.txt',
  '/icon.svg',
  '/icon-180.png',
  '/sitemap.xml',
  '/robots.txt',
  '/vanha-osoite/',
  '/src/styles/site.css',
  '/src/components/Layout.astro?astro&type=script&index=0&lang.ts',
  '/src/search/start.ts',
  '/@vite/client',
  '/@id/astro:scripts/page.js',
  '/node_modules/vite/dist/client/env.mjs',
])('the preview serves %s', (url) => {
  expect(ask(url)).toBeUndefined();
});

test.each([
  '/__open-in-editor?file=/etc/hostname:3:7',
  '/@fs/etc/hostname',
  '/@id/node:fs',
  '/@id/__x00__virtual',
  '/content/site.yaml',
  '/content/services/legal-advice/x.svg',
  '/content/',
  '/.git/config',
  '/package.json',
  '/package-lock.json',
  '/node_modules/vite/package.json',
  '/src/../content/site.yaml',
  '/src/%2e%2e/content/site.yaml',
  '/fi/..%2fcontent%2fsite.yaml',
  '//evil.example/',
  '/src/content.config.ts/../../.env',
  '/.env',
  '/_image?href=/etc/hostname',
  '/fi\\..\\content',
  '/%1b%5d52;c;x%07/',
  '/%',
  '/src',
  '/content',
  '/__inspect/',
  '/@vite-plugin/x',
])('the preview refuses %s', (url) => {
  expect(ask(url)).toBeGreaterThanOrEqual(400);
});

describe('another site', () => {
  test('may link to the preview', () => {
    expect(
      ask('/fi/', {
        'sec-fetch-site': 'cross-site',
        'sec-fetch-dest': 'document',
        'sec-fetch-mode': 'navigate',
      }),
    ).toBeUndefined();
  });
  test.each(['iframe', 'frame', 'object', 'embed', 'image', 'script', 'style', 'empty'])(
    'may not embed or fetch a page of the preview as %s',
    (destination) => {
      expect([
        ask('/fi/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': destination }),
        ask('/fi/', { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': destination }),
      ]).toEqual([403, 403]);
    },
  );
  test('cannot use a host name of its own (DNS rebinding)', () => {
    expect(ask('/fi/', { host: 'evil.example:4321' })).toBe(403);
  });
});
