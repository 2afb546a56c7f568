import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteUrl } from './browser.ts';
import { engines, type EngineWindow, Key } from './engines.ts';
import { onePageOfEachKind } from './page-kinds.ts';

const { all: paths } = await onePageOfEachKind();

// Where an engine can neither be found nor installed, `npm run test:slow` says so at its end.
describe.for(Object.entries(engines))('in %s', ([, engine]) => {
  describe.skipIf(!engine.isThere())('of this machine', () => {
    let window: EngineWindow | undefined;
    beforeAll(async () => {
      window = await engine.openWindow();
    });
    afterAll(() => window?.close());
    const open = (path: string) => window!.open(siteUrl() + path);
    const poll = <T>(expression: string) =>
      expect.poll(() => window!.run<T>(expression), { timeout: 10_000 });
    const address = 'location.pathname + location.search';
    const field = `document.querySelector('input[type=search]')`;

    test('every kind of page is there, with its style and script, and no hyphen gets into an address', async () => {
      for (const path of paths) {
        await open(path);
        expect(await window!.run(`document.querySelector('h1').textContent`), path).not.toBe('');
        if (path === '/') continue;
        await poll(`document.querySelector('main').getBoundingClientRect().width > 300`).toBe(true);
        expect(
          await window!.run(`(() => {
            const knowsLimit = CSS.supports('hyphenate-limit-chars', '12 5 5');
            const style = getComputedStyle(document.body);
            return [
              style.hyphens === (knowsLimit ? 'auto' : 'manual'),
              [...document.querySelectorAll('.address')].every((address) => getComputedStyle(address).hyphens === 'none'),
              document.documentElement.scrollWidth <= innerWidth,
            ];
          })()`),
          path,
        ).toEqual([true, true, true]);
      }
    });

    test('the search suggests, opens and answers, and the way back finds it closed', async () => {
      await open('/fi/');
      await window!.click('input[type=search]');
      // A headless window is never the active one, whose page alone is told of the focus.
      await window!.run(`document.hasFocus() || ${field}.dispatchEvent(new FocusEvent('focus'))`);
      await window!.type('juri');
      await poll(`document.querySelectorAll('[role=option]').length`).toBeGreaterThan(0);
      await window!.type(Key.down + Key.enter);
      await poll(address).toBe('/fi/palvelut/lakineuvonta/');
      await window!.back();
      await poll(address).toBe('/fi/');
      await poll(`[${field}.value, document.querySelector('[role=listbox]:not([hidden])')]`).toEqual([
        '',
        null,
      ]);
      await open('/sv/sok/?q=jurist');
      await poll(`document.querySelector('[data-search-results] ol a')?.textContent`).toBe(
        'Juridisk rådgivning',
      );
      await poll(`document.querySelector('[data-search-results]').ariaBusy`).toBe('false');
    });

    test('filters stand as in the address on the way back from a service', async () => {
      await open('/fi/palvelut/?price=free');
      await poll(`document.querySelector('.filters button').hidden`).toBe(false);
      await window!.click('[data-filter-list] section:not([hidden]) li:not([hidden]) a');
      await poll(address).toMatch(/^\/fi\/palvelut\/[a-z-]+\/$/);
      await window!.back();
      await poll(address).toBe('/fi/palvelut/?price=free');
      await poll(`document.querySelector('[name=price]').value`).toBe('free');
      await window!.run(
        `void (() => { const kind = document.querySelector('[name=kind]'); kind.value = 'network'; kind.dispatchEvent(new Event('change', { bubbles: true })); })()`,
      );
      const search = await window!.run<string>('location.search');
      expect([...new URLSearchParams(search)].toSorted()).toEqual([
        ['kind', 'network'],
        ['price', 'free'],
      ]);
    });

    test('an address is copied', async () => {
      await open('/fi/yhteystiedot/');
      await poll(`getComputedStyle(document.querySelector('.copy')).display`).not.toBe('none');
      await window!.click('.copy');
      await poll(`document.querySelector('.copy + [role=status]').textContent`).toBe('Kopioitu');
    });

    test('the policy lets no inline script run', async () => {
      await open('/fi/');
      await window!.run(
        `void (() => { const script = document.createElement('script'); script.append('document.title = "run"'); document.body.append(script); })()`,
      );
      expect(await window!.run('document.title')).not.toBe('run');
    });
  });
});
