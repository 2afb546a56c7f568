import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { checkWith, soundFiles } from '../testing/sound-content.ts';
import type { Content } from '../model/content.ts';
import { allKinds } from '../kinds/kinds.ts';
import { feedsOf, feedXml } from './feeds.ts';
import { pagesOf } from '../model/pages.ts';
import { visibleAt } from '../model/visible.ts';

const origin = 'https://example.org';
const announcement = (facts: string) => ({
  'announcements/news/announcement.yaml': `${facts}\nkind: news\ncontacts: [minna-karhunen]\nservices: [alpha]\nsources:\n  - url: https://www.kuntaliitto.fi/uutinen\n    year: 2020\n`,
});
const change = (date: string) =>
  `  - date: ${date}\n    what: { fi: Hinta muuttui & kasvoi., sv: Priset ändrades & steg. }\n`;
const changed = {
  'services/alpha/service.yaml': `${soundFiles().get('services/alpha/service.yaml')}changes:\n${change('2026-11-20')}${change('2026-03-29')}`,
};
const siteOf = (changes: Parameters<typeof checkWith>[0], now = '2026-11-24T12:00:00Z') => {
  const { content, problems } = checkWith(changes);
  if (!content) throw new Error(JSON.stringify(problems));
  const visible = visibleAt(content as Content, allKinds, new Date(now));
  return { content: visible, pages: pagesOf(visible, allKinds) };
};
const feedsWith = (changes: Parameters<typeof checkWith>[0], now?: string) => feedsOf(siteOf(changes, now));
const feedAt = (path: string, changes: Parameters<typeof checkWith>[0], now?: string) =>
  feedsWith(changes, now).find((feed) => feed.path === path)!;

test('every language has a feed of announcements, one of all changes, and one for each theme and division', () => {
  expect(feedsWith({}).map(({ path }) => path)).toEqual([
    '/fi/palvelut/rss.xml',
    '/fi/palvelut/teemat/nimi-health/rss.xml',
    '/fi/palvelut/teemat/nimi-law/rss.xml',
    '/fi/palvelut/toimialat/nimi-education/rss.xml',
    '/fi/rss.xml',
    '/sv/tjanster/rss.xml',
    '/sv/tjanster/teman/namn-health/rss.xml',
    '/sv/tjanster/teman/namn-law/rss.xml',
    '/sv/tjanster/sektorer/namn-education/rss.xml',
    '/sv/rss.xml',
  ]);
});

describe('an announcement in a feed', () => {
  const item = (facts: string) => feedAt('/fi/rss.xml', announcement(facts)).items[0]!;

  test.each([
    ['2020', undefined],
    ['2020-06', undefined],
    ['2020-06-15', '2020-06-14T21:00:00.000Z'],
    ['2026-11-24T09:00', '2026-11-24T07:00:00.000Z'],
  ])('published %s has the date %s: no day is made up', (published, moment) => {
    expect(item(`published: "${published}"`).published?.toISOString()).toBe(moment);
  });

  test('keeps its id and publication date when it is corrected, and gets an update time', () => {
    const before = item('published: 2026-06-15');
    const after = item(`published: 2026-06-15\ncorrections:\n${change('2026-11-20')}`);
    expect(after).toEqual({
      ...before,
      updated: new Date('2026-11-19T22:00:00Z'),
      text: expect.anything(),
    });
  });

  test('keeps its id when title and address change', () => {
    const renamed = soundFiles()
      .get('announcements/news/fi.md')!
      .replace('title: Uutinen', 'title: Toinen otsikko')
      .replace('address: uutinen', 'address: toinen');
    const [before, after] = [
      feedAt('/fi/rss.xml', {}).items[0]!,
      feedAt('/fi/rss.xml', { 'announcements/news/fi.md': renamed }).items[0]!,
    ];
    expect(after.path).not.toBe(before.path);
    expect(after.id).toBe(before.id);
  });

  test('has a different id in each language', () => {
    expect(feedAt('/sv/rss.xml', {}).items[0]!.id).not.toBe(feedAt('/fi/rss.xml', {}).items[0]!.id);
  });
});

describe('a change in a service', () => {
  test('is listed newest first, only in the feeds of its theme and division', () => {
    const dates = (path: string) =>
      feedAt(path, changed).items.map(({ published }) => published!.toISOString());
    const both = ['2026-11-19T22:00:00.000Z', '2026-03-28T22:00:00.000Z'];
    expect([
      dates('/fi/palvelut/rss.xml'),
      dates('/fi/palvelut/teemat/nimi-health/rss.xml'),
      dates('/fi/palvelut/teemat/nimi-law/rss.xml'),
    ]).toEqual([both, both, []]);
  });

  test('is not published before its day in Helsinki', () => {
    const countAt = (now: string) => feedAt('/fi/palvelut/rss.xml', changed, now).items.length;
    expect([countAt('2026-11-19T21:59:00Z'), countAt('2026-11-19T22:00:00Z')]).toEqual([1, 2]);
  });

  test('includes its withdrawal', () => {
    const ended = {
      'services/alpha/service.yaml': `${soundFiles().get('services/alpha/service.yaml')}withdrawn:\n  date: 2026-11-02\n  reason: { fi: Rahoitus loppui., sv: Finansieringen upphörde. }\n`,
    };
    expect(feedAt('/sv/tjanster/rss.xml', ended).items[0]!.description).toMatch(
      /2\.11\.2026.*Finansieringen upphörde\./,
    );
  });
});

test('the full text follows the order of the page', () => {
  const { text } = feedAt(
    '/fi/rss.xml',
    announcement(`published: 2026-06-15\ncorrections:\n${change('2026-11-20')}`),
  ).items[0]!;
  expect(text!.whole('<p>Uutinen.</p>')).toBe(
    '<p>Saat apua, kun asia on uutinen.</p><ul><li>Yksi asia.</li><li>Toinen asia.</li><li>Kolmas asia.</li></ul>' +
      '<p>Uutinen.</p>' +
      '<p>Korjattu 20.11.2026: Hinta muuttui &amp; kasvoi.</p>',
  );
});

/**
 * Requirements of the W3C Feed Validation Service and the RSS Advisory Board's profile; tests are named after
 * the service's messages.
 */
describe('the rules of the public validators:', async () => {
  const feeds = feedsWith({
    ...changed,
    ...announcement(`published: 2026-06-15T09:00\ncorrections:\n${change('2026-11-20')}`),
  });
  const licence = { name: { fi: 'Lisenssi & ehdot', sv: 'Licens' }, url: 'https://example.org/licence' };
  const parse = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    isArray: (name) => name === 'item' || name === 'category',
  });
  const xmls = await Promise.all(
    feeds.map(async (feed) => ({
      feed,
      xml: await feedXml(feed, origin, licence, new Map(feed.items.map(({ id }) => [id, '<p>Ä & "å"</p>']))),
    })),
  );
  type Item = {
    title: string;
    link: string;
    description: string;
    guid: { '#text': string; isPermaLink: string };
    pubDate?: string;
    'atom:updated'?: string;
    'content:encoded': string;
    category?: string[];
  };
  const read = xmls.map(({ feed, xml }) => ({
    feed,
    xml,
    channel: parse.parse(xml).rss.channel as Record<string, unknown> & { item?: Item[] },
  }));

  test('every feed names the licence, and none while there is none', async () => {
    for (const { channel, feed } of read) {
      expect(channel['copyright']).toBe(licence.name[feed.lang]);
      expect(channel['atom:link']).toContainEqual({ href: licence.url, rel: 'license' });
    }
    expect(await feedXml(feeds[0]!, origin, null, new Map())).not.toMatch(/copyright|license/);
  });
  const items = read.flatMap(({ channel }) => channel.item ?? []);
  const rfc822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0[23]00$/;

  test('SAXError: it is well-formed XML in UTF-8', () => {
    for (const { xml } of read)
      expect([XMLValidator.validate(xml), xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>')]).toEqual([
        true,
        true,
      ]);
  });
  test('MissingElement: a channel has title, description, link and language', () => {
    for (const { channel, feed } of read)
      expect(channel).toMatchObject({
        title: feed.title,
        description: feed.description,
        link: origin + feed.page,
        language: feed.lang,
      });
  });
  test('MissingAtomSelfLink and SelfDoesntMatchLocation: a feed links to itself', () => {
    for (const { channel, feed } of read)
      expect(channel['atom:link']).toContainEqual({
        href: origin + feed.path,
        rel: 'self',
        type: 'application/rss+xml',
      });
  });
  test('DuplicateItem and NotHtml: each item of a feed has a unique guid that is not a link', () => {
    for (const { channel } of read)
      expect(new Set(channel.item?.map(({ guid }) => guid['#text'])).size).toBe(channel.item?.length ?? 0);
    expect(items.map(({ guid }) => guid.isPermaLink)).toEqual(items.map(() => 'false'));
  });
  test('MissingItemLink and InvalidFullLink: each item has an absolute link', () => {
    expect(items.length).toBeGreaterThan(8);
    for (const { link, title, description } of items)
      expect([new URL(link).origin, Boolean(title), Boolean(description)]).toEqual([origin, true, true]);
  });
  test('InvalidRFC2822Date and ImplausibleDate: dates are in Helsinki time', () => {
    const dates = [
      ...items.flatMap(({ pubDate }) => pubDate ?? []),
      ...read.flatMap(({ channel }) => (channel['lastBuildDate'] as string) ?? []),
    ];
    for (const date of dates) expect(date).toMatch(rfc822);
    expect(dates).toEqual(
      expect.arrayContaining([
        'Fri, 20 Nov 2026 00:00:00 +0200',
        'Sun, 29 Mar 2026 00:00:00 +0200',
        'Mon, 15 Jun 2026 09:00:00 +0300',
      ]),
    );
  });
  test('InvalidRFC3339Date: a correction has a time', () => {
    expect(items.flatMap((item) => item['atom:updated'] ?? [])).toEqual([
      '2026-11-20T00:00:00+02:00',
      '2026-11-20T00:00:00+02:00',
    ]);
  });
  test('UndeclaredPrefix: escaped HTML is parsed back unchanged', () => {
    expect(items.find((item) => item['content:encoded'])!['content:encoded']).toContain('<p>Ä & "å"</p>');
    expect(items.find(({ description }) => description.includes('Hinta'))!.description).toBe(
      'Hinta muuttui & kasvoi.',
    );
  });
  test('the categories of a change are its theme and division', () => {
    expect(items.find(({ description }) => description.includes('Hinta'))!.category).toEqual([
      'Nimi health',
      'Nimi education',
    ]);
  });
});
