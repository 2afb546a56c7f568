import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readability } from '@mozilla/readability';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressesOf } from '../finished-pages/sitemap.ts';
import { siteFolder, siteUrl } from './browser.ts';
import { context, page, usePage } from './use-page.ts';

usePage();

describe('a feed reader', () => {
  /** Reads a feed as the browser's own XML parser does, which stops at the first fault. It needs an empty page: those of the site forbid to parse HTML. */
  const readFeed = async (path: string) => {
    const text = await (await page.request.get(path)).text();
    return (await context.newPage()).evaluate((source) => {
      const xml = new DOMParser().parseFromString(source, 'application/xml');
      if (xml.querySelector('parsererror')) throw new Error(xml.documentElement.textContent!);
      const html = new DOMParser().parseFromString(
        [...xml.getElementsByTagName('content:encoded')].map(({ textContent }) => textContent).join(''),
        'text/html',
      );
      return {
        titles: [...xml.querySelectorAll('item > title')].map(({ textContent }) => textContent),
        descriptions: [...xml.querySelectorAll('item > description')].map(({ textContent }) => textContent),
        headings: [...html.querySelectorAll('h2')].map(({ textContent }) => textContent),
        addresses: [...html.querySelectorAll('[href], [src]')].map(
          (element) => element.getAttribute('href') ?? element.getAttribute('src'),
        ),
        dangers: html.querySelectorAll('script, style, iframe, [style], [onclick], [onerror]').length,
      };
    }, text);
  };

  test.each([
    ['/fi/tiedotteet/', 'Tiedotteet syötteenä (RSS)', '/fi/rss.xml'],
    ['/sv/meddelanden/', 'Meddelanden som flöde (RSS)', '/sv/rss.xml'],
  ])('is led from %s to the whole announcements', async (list, name, feed) => {
    await page.goto(list);
    const link = page.getByRole('main').getByRole('link', { name });
    expect(await link.getAttribute('href')).toBe(feed);
    expect(
      await page.locator(`link[rel=alternate][type="application/rss+xml"][href="${feed}"]`).count(),
    ).toBe(1);
    const titles = await page.locator('.announcement-links h2').allTextContents();
    const read = await readFeed(feed);
    expect(read.titles).toEqual(titles);
    expect(read.headings.length).toBeGreaterThan(2);
    expect(read.addresses.filter((address) => !address?.startsWith('https://'))).toEqual([]);
    expect(read.dangers).toBe(0);
  });

  test.each([
    ['/fi/palvelut/', 'Seuraa palvelujen muutoksia (RSS)'],
    ['/sv/tjanster/', 'Följ ändringar i tjänsterna (RSS)'],
    ['/sv/tjanster/teman/kommunikation-och-sprak/', 'Följ ändringar i tjänsterna (RSS)'],
  ])('is led from %s to what has changed in its services, as their pages tell it', async (list, name) => {
    await page.goto(list);
    const feed = await page.getByRole('main').getByRole('link', { name }).getAttribute('href');
    expect(feed).toBe(`${list}rss.xml`);
    const { titles, descriptions } = await readFeed(feed!);
    expect(titles.length).toBeGreaterThan(0);
    await page.getByRole('main').getByRole('link', { name: titles[0]!, exact: true }).click();
    expect(await page.locator('section.changes').innerText()).toContain(descriptions[0]);
  });
});

describe("a browser's reader's view", () => {
  test('keeps the action, the short answer and the facts at the top, on every service and announcement', async () => {
    const readability = createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js');
    // An empty page: those of the site forbid to parse HTML.
    const reader = await context.newPage();
    await reader.evaluate(
      readFileSync(readability, 'utf8').replace(
        'function Readability',
        'globalThis.Readability = Readability; $&',
      ),
    );
    let rows = 0;
    const lost: string[] = [];
    for (const path of addressesOf(siteFolder())) {
      const html = readFileSync(join(siteFolder(), path, 'index.html'), 'utf8');
      if (!/class="(?:glance|start)"/.test(html)) continue;
      const { kept, glance } = await reader.evaluate((source) => {
        const { Readability: Reader } = globalThis as unknown as { Readability: typeof Readability };
        const text = (node: Element) => node.textContent!.replaceAll(/\s+/g, ' ').trim();
        const document = new DOMParser().parseFromString(source, 'text/html');
        const glance = [
          ...document.querySelectorAll('.start :is(p, li), .glance li, .service-facts :is(dt, dd)'),
        ].map(text);
        const view = new DOMParser().parseFromString(new Reader(document).parse()!.content!, 'text/html');
        return { glance, kept: text(view.body) };
      }, html);
      rows += glance.length;
      lost.push(...glance.filter((row) => !kept.includes(row)).map((row) => `${path} ${row}`));
    }
    expect(rows).toBeGreaterThan(800);
    expect(lost).toEqual([]);
  });
});

describe('a search engine', () => {
  test.each([
    ['/fi/', ['WebSite']],
    ['/sv/', ['WebSite']],
    ['/fi/palvelut/lakineuvonta/', ['Service', 'BreadcrumbList']],
    ['/sv/tjanster/juridisk-radgivning/', ['Service', 'BreadcrumbList']],
    ['/fi/palvelut/teemat/hankinnat/', ['BreadcrumbList']],
    ['/fi/tiedotteet/uusi-yhteistyomalli/', ['NewsArticle', 'BreadcrumbList']],
    ['/sv/meddelanden/enkat-2021/', ['NewsArticle', 'BreadcrumbList']],
    ['/fi/yhteystiedot/', ['Organization']],
    ['/sv/kontakter/', ['Organization']],
    ['/fi/palvelut/', []],
    ['/fi/haku/', []],
    ['/fi/saavutettavuusseloste/', []],
  ])('is told on %s of %j, and nothing that a reader does not see there', async (path, types) => {
    await page.goto(path);
    const found = await page.evaluate(() => {
      const blocks = [...document.querySelectorAll('script[type="application/ld+json"]')].map(
        ({ textContent }) => JSON.parse(textContent!),
      );
      const links = [...document.querySelectorAll<HTMLAnchorElement | HTMLLinkElement>('a, link')].map(
        (link) => link.getAttribute('href'),
      );
      const digits = (text: string) => text.replace(/\D/g, '').replace(/^358/, '0');
      const seen = `${document.body.textContent} ${document.querySelector('meta[name=description]')?.getAttribute('content')}`;
      const origin = new URL(document.querySelector<HTMLLinkElement>('link[rel=canonical]')!.href).origin;
      const isSeen = (name: string, value: string | number) => {
        if (name.startsWith('@') || name === 'position' || name === 'urlTemplate' || name === 'query-input')
          return true;
        if (name === 'inLanguage' || name === 'availableLanguage')
          return ['fi', 'sv'].includes(String(value));
        if (name === 'dateModified')
          return seen.includes(String(value).slice(0, 10).split('-').map(Number).reverse().join('.'));
        if (name === 'datePublished')
          return [...document.querySelectorAll('time')].some(({ dateTime }) => dateTime === value);
        if (name === 'telephone') return digits(seen).includes(digits(String(value)));
        if (/^(url|item|serviceUrl)$/.test(name))
          return String(value).startsWith(`${origin}/`) || links.includes(String(value));
        return seen.includes(String(value));
      };
      const unseen: string[] = [];
      const walk = (value: unknown, name = ''): void => {
        if (Array.isArray(value)) for (const item of value) walk(item, name);
        else if (value !== null && typeof value === 'object')
          for (const [key, item] of Object.entries(value)) walk(item, key);
        else if (!isSeen(name, value as string | number)) unseen.push(`${name}: ${value}`);
      };
      walk(blocks);
      return {
        types: blocks.flatMap((block) =>
          block['@graph'].map((thing: Record<string, string>) => thing['@type']),
        ),
        contexts: blocks.map((block) => block['@context']),
        unseen,
      };
    });
    expect(found).toEqual({ types, contexts: types.length > 0 ? ['https://schema.org'] : [], unseen: [] });
  });
});

describe('an address book', () => {
  const cardsIn = (text: string) => {
    const parsed = ICAL.parse(text) as unknown as unknown[];
    return (typeof parsed[0] === 'string' ? [parsed] : (parsed as unknown[][])).map(
      (card) => new ICAL.Component(card),
    );
  };
  const fetchCards = async (path: string) => cardsIn(await (await page.request.get(path)).text());

  test.each([
    ['/fi/yhteystiedot/', 'Tallenna osoitekirjaan', 'toimitusjohtaja'],
    ['/sv/kontakter/', 'Spara i adressboken', 'verkställande direktör'],
  ])('gets each contact of %s from its card, in the language of the page', async (path, name, title) => {
    await page.goto(path);
    const cards = page.locator('.contact:not(:has(.warning))');
    const count = await cards.count();
    expect(count).toBeGreaterThan(5);
    for (let index = 0; index < count; index += 1) {
      const card = cards.nth(index);
      const [kept] = await fetchCards((await card.getByRole('link', { name }).getAttribute('href'))!);
      expect(kept!.getFirstPropertyValue('version')).toBe('4.0');
      expect(kept!.getFirstPropertyValue('fn')).toBe(await card.getByRole('heading').textContent());
      const tel = kept!.getFirstPropertyValue('tel');
      if (tel)
        expect(`tel:${String(tel).replace(/ /g, '')}`).toBe(
          await card.locator('a[href^="tel:"]').getAttribute('href'),
        );
    }
    const [director] = await fetchCards(`${path}minna-karhunen.vcf`);
    expect(director!.getFirstPropertyValue('title')).toBe(title);
  });

  test.each([
    ['/fi/yhteystiedot/', /^Tallenna kaikki/],
    ['/sv/kontakter/', /^Spara alla/],
  ])('gets all contacts of %s at once, but those that the page marks as old', async (path, name) => {
    await page.goto(path);
    const current = await page.locator('.contact:not(.historical)').getByRole('heading').allTextContents();
    const all = await fetchCards((await page.getByRole('link', { name }).getAttribute('href'))!);
    expect(all.map((card) => card.getFirstPropertyValue('fn')).sort()).toEqual(current.sort());
    expect(all.length).toBeGreaterThan(1);
  });
});

describe('a number is copied', () => {
  test.each([
    ['with the clipboard of the browser', undefined],
    [
      'without permission',
      "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) } })",
    ],
    [
      'over http, where there is no clipboard',
      "Object.defineProperty(navigator, 'clipboard', { value: undefined })",
    ],
  ])('%s', async (_, before) => {
    if (before) await page.addInitScript(before);
    await page.goto('/fi/yhteystiedot/');
    const button = page.getByRole('button', { name: 'Kopioi 09 771 2700' });
    await button.click();
    await page.getByRole('status').filter({ hasText: 'Kopioitu' }).waitFor();
    await page.getByRole('searchbox').or(page.getByRole('combobox')).click();
    await page.keyboard.press('ControlOrMeta+V');
    expect(await page.locator('input[type=search]').inputValue()).toBe('09 771 2700');
  });
});

describe('an intranet page on another host', () => {
  let intranet: Server;
  let html = '';
  beforeAll(async () => {
    intranet = createServer((_, response) =>
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .end(`<!doctype html><title>Intranet</title>${html}`),
    );
    await new Promise<void>((listening) => intranet.listen(0, listening));
  });
  afterAll(() => intranet.close());
  const openIntranet = () => page.goto(`http://localhost:${(intranet.address() as AddressInfo).port}/`);
  /** The site under test is served here, wherever it will be public. */
  const asServedHere = async (code: string) =>
    code.replaceAll(new URL((await fetchServices())[0]!.urls['fi']!).origin, siteUrl());
  type Service = { titles: Record<string, string>; urls: Record<string, string>; divisions: string[] };
  const fetchServices = async (): Promise<Service[]> =>
    (await (await page.request.get(`${siteUrl()}/api/services.json`)).json()).services;

  test.each([
    ['/fi/avoin-data/', 0, 'fi'],
    ['/fi/avoin-data/', 1, 'fi'],
    ['/sv/oppna-data/', 0, 'sv'],
    ['/sv/oppna-data/', 1, 'sv'],
  ])('shows three services of one division by the code of %s, way %i', async (path, way, lang) => {
    await page.goto(path);
    html = await asServedHere((await page.locator('pre').nth(way).textContent())!);
    await openIntranet();
    await page.getByRole('listitem').nth(2).waitFor();
    const links = await page
      .getByRole('link')
      .evaluateAll((found) =>
        found.map((link) => ({ title: link.textContent, href: (link as HTMLAnchorElement).href })),
      );
    const services = await fetchServices();
    expect(links).toHaveLength(3);
    for (const { title, href } of links) {
      const service = services.find(({ titles }) => titles[lang] === title)!;
      expect(service.divisions).toContain('education');
      expect(await asServedHere(href)).toBe(await asServedHere(service.urls[lang]!));
    }
    await page.goto(await asServedHere(links[0]!.href));
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(links[0]!.title);
  });

  test('may read the open data and nothing else of the site', async () => {
    await openIntranet();
    const readable = (path: string) =>
      page.evaluate(
        (address) =>
          fetch(address).then(
            ({ ok }) => ok,
            () => false,
          ),
        siteUrl() + path,
      );
    const open = [
      'services.json',
      'services.schema.json',
      'services.csv',
      'services.jsonld',
      'announcements.json',
      'contacts.csv',
      'vocabulary.json',
      'catalog.jsonld',
    ];
    for (const file of open) expect([file, await readable(`/api/${file}`)]).toEqual([file, true]);
    for (const path of ['/fi/', '/fi/rss.xml', '/sitemap.xml', '/fi/yhteystiedot/minna-karhunen.vcf'])
      expect([path, await readable(path)]).toEqual([path, false]);
  });
});

describe('the page about open data', () => {
  test.each([
    ['/fi/', 'Avoin data'],
    ['/sv/', 'Öppna data'],
  ])(
    'is linked from the foot of %s, explains every field and leads to files that are there',
    async (home, name) => {
      await page.goto(home);
      await page.getByRole('contentinfo').getByRole('link', { name }).click();
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(name);
      for (const file of ['services', 'announcements', 'contacts', 'vocabulary']) {
        const { properties } = (await (await page.request.get(`/api/${file}.schema.json`)).json()).properties[
          file
        ].items;
        expect(await page.locator(`section:has(> #data-${file}) dt`).allTextContents()).toEqual(
          Object.keys(properties),
        );
      }
      const links = await page
        .locator('main a[href^="/api/"]')
        .evaluateAll((found) => found.map((link) => link.getAttribute('href')!));
      expect(links.length).toBeGreaterThan(12);
      for (const link of new Set(links))
        expect([link, (await page.request.get(link)).status()]).toEqual([link, 200]);
    },
  );

  test('lets its code be copied whole', async () => {
    await page.addInitScript("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await page.goto('/fi/avoin-data/');
    const code = await page.locator('pre').first().textContent();
    await page.getByRole('button', { name: 'Kopioi Luettelo linkkeinä' }).click();
    await page.getByRole('status').filter({ hasText: 'Kopioitu' }).waitFor();
    await page.evaluate(() => document.body.prepend(document.createElement('textarea')));
    await page.locator('textarea').focus();
    await page.keyboard.press('ControlOrMeta+V');
    expect(await page.locator('textarea').inputValue()).toBe(code);
  });
});

test('robots.txt leads to the sitemap', async () => {
  const robots = await (await fetch(`${siteUrl()}/robots.txt`)).text();
  const [, address] = /^Sitemap: (https:\/\/\S+)$/m.exec(robots) ?? [];
  expect((await fetch(siteUrl() + new URL(address!).pathname)).headers.get('content-type')).toContain('xml');
});
