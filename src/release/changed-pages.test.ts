import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readContent } from '../checks/read-content.ts';
import { asFile, soundFiles, today } from '../testing/sound-content.ts';
import { pathsOfChanges, previewFile } from './changed-pages.ts';

const reading = readContent(
  [...soundFiles()].map(([path, text]) => asFile(path, text)),
  today,
);

test('a changed entry is seen on its own pages, a contact in the directory, and the rest on the home page', () => {
  expect(pathsOfChanges(['services/alpha/fi.md', 'services/alpha/service.yaml'], reading)).toEqual([
    '/fi/palvelut/palvelu-alpha/',
    '/sv/tjanster/tjanst-alpha/',
  ]);
  expect(pathsOfChanges(['contacts/minna-karhunen.yaml'], reading)).toEqual([
    '/fi/yhteystiedot/',
    '/sv/kontakter/',
  ]);
  expect(pathsOfChanges(['site.yaml', 'vocabulary.yaml'], reading)).toEqual(['/fi/', '/sv/']);
});

let site: string;
beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'changed-'));
  mkdirSync(join(site, 'fi/sivu'), { recursive: true });
  writeFileSync(join(site, 'a.css'), 'p { color: red }');
  writeFileSync(join(site, 'a.png'), 'png');
  writeFileSync(
    join(site, 'fi/sivu/index.html'),
    '<html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'"><link rel="stylesheet" href="/a.css" integrity="x"></head><body><img src="/a.png" srcset="/b.png 2x"><script src="/a.js"></script><a href="/fi/">Etusivu</a></body></html>',
  );
});
afterEach(() => rmSync(site, { recursive: true }));

test('the preview holds styles and pictures, and asks for nothing else', () => {
  const html = previewFile(site, ['/fi/sivu/'], 'https://apu.kuntaliitto.fi', 'fi');
  expect(html).toContain('&lt;style&gt;p { color: red }&lt;/style&gt;');
  expect(html).toContain(`data:image/png;base64,${Buffer.from('png').toString('base64')}`);
  expect(html).toContain(
    'base href=&quot;https://apu.kuntaliitto.fi/fi/sivu/&quot; target=&quot;_blank&quot;',
  );
  expect(html).not.toMatch(/script|stylesheet|srcset|Security-Policy/);
});

test('a page that is not there yet is told, and so is a change that concerns none', () => {
  expect(previewFile(site, ['/fi/tuleva/'], 'https://apu.kuntaliitto.fi', 'sv')).toContain(
    'publiceras senare',
  );
  expect(previewFile(site, [], 'https://apu.kuntaliitto.fi', 'sv')).toContain('gäller ingen sida');
});
