import { expect, test } from 'vitest';
import { addBase } from './add-base.ts';

test.each([
  ['a link', '<a href="/fi/">', '<a href="/repo/fi/">'],
  ['the root', '<a href="/">', '<a href="/repo/">'],
  ['a form', '<form role="search" action="/fi/haku/">', '<form role="search" action="/repo/fi/haku/">'],
  ['a picture', '<img alt="a" src="/pictures/a.webp">', '<img alt="a" src="/repo/pictures/a.webp">'],
  [
    'several paths for a script',
    '<p data-guides="/a.txt /b.txt">',
    '<p data-guides="/repo/a.txt /repo/b.txt">',
  ],
  [
    'a tag with a sign of its end in a value',
    '<a title="a > b" href="/fi/">',
    '<a title="a > b" href="/repo/fi/">',
  ],
])('%s gets the base path', (_, html, placed) => {
  expect(addBase(html, '/repo')).toBe(placed);
});

test.each([
  '<a href="https://example.org/fi/">',
  '<a href="//example.org/">',
  '<a href="../toinen/">',
  '<a href="#content">',
  '<a href="?q=/fi/">',
  '<a href="mailto:a@example.org">',
  '<script type="module" src="/repo/_astro/a.js">',
  '<meta content="/fi/">',
  '<p title="/fi/">href="/fi/"</p>',
  '<code>&lt;a href="/fi/"></code>',
])('%s stays as it is', (html) => {
  expect(addBase(html, '/repo')).toBe(html);
});

test('a site under the name of a language gets its path once before every page', () => {
  expect(addBase('<a href="/fi/"><a href="/fi/palvelut/">', '/fi')).toBe(
    '<a href="/fi/fi/"><a href="/fi/fi/palvelut/">',
  );
});
