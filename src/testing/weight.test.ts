import { describe, expect, test } from 'vitest';
import { weighPage } from './weigh-page.ts';
import { siteUrl } from './browser.ts';
import { browser, useBrowser } from './use-page.ts';

useBrowser();

describe('a first visit', () => {
  test.each(['/fi/palvelut/lakineuvonta/', '/sv/tjanster/juridisk-radgivning/'])(
    'to the service %s fetches no more than 14 kB in 4 requests',
    async (path) => {
      const { requests, bytes, files } = await weighPage(browser, siteUrl() + path);
      expect(requests, Object.keys(files).join(' ')).toBeLessThanOrEqual(4);
      expect(bytes, JSON.stringify(files)).toBeLessThanOrEqual(14_000);
    },
  );
});
