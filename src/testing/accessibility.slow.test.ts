import { describe, expect, test } from 'vitest';
import { axeFindings } from './axe.ts';
import { siteFolder } from './browser.ts';
import { lookAtPrint, servicePages } from './look-at-print.ts';
import { everyPage } from './page-kinds.ts';
import { open, usePage } from './use-page.ts';

usePage();

describe('light and dark, on a phone and on a desktop, axe finds nothing to blame', () => {
  test.each(everyPage(siteFolder()).map((path) => [path]))('on %s', async (path) => {
    expect(await axeFindings(await open(path))).toEqual([]);
  });
});

test.each(['/sv/kontakter/', ...servicePages()])(
  '%s is printed on one A4 page with its address and the age of its facts',
  lookAtPrint,
);

test.each(['/fi/palvelut/lakineuvonta/', '/sv/sok/?q=jurist'])(
  '%s is found sound by axe for readers who want more contrast',
  async (path) => {
    expect(await axeFindings(await open(path, { contrast: 'more' }))).toEqual([]);
  },
);
