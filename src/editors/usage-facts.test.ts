import { expect, test } from 'vitest';
import { checkWith } from '../testing/sound-content.ts';
import { usageFacts } from './usage-facts.ts';

const { content } = checkWith({});
const line = (path: string, status = 200, q = '', hour = '2026-11-24T09') =>
  JSON.stringify({ hour, path, status, q });
const facts = (...lines: string[]) => usageFacts(lines.join('\n'), content!)!;

test('visits are counted for each page and language, the most visited first', () => {
  const { visits, visitsByLanguage, from, to } = facts(
    line('/fi/palvelut/palvelu-alpha/', 200, '', '2026-11-24T10'),
    line('/sv/'),
    line('/sv/', 304, '', '2026-11-26T23'),
    line('/_astro/a.js'),
  );
  expect(visits).toEqual([
    { lang: 'sv', title: 'Namn', path: '/sv/', times: 2 },
    { lang: 'fi', title: 'Palvelu alpha', path: '/fi/palvelut/palvelu-alpha/', times: 1 },
  ]);
  expect(visitsByLanguage).toEqual([
    { lang: 'fi', times: 1 },
    { lang: 'sv', times: 2 },
  ]);
  expect([from, to]).toEqual(['2026-11-24T09', '2026-11-26T23']);
});

test('queries that still find nothing are listed, however they were encoded, and those that find something are not', () => {
  const { foundNothing, searches } = facts(
    line('/fi/haku/', 200, 'xylofoni+%C3%A4'),
    line('/fi/haku/', 200, 'Xylofoni%20%C3%84'),
    line('/sv/sok/', 200, 'xylofon'),
    line('/fi/haku/', 200, 'palvelu+alpha'),
    line('/fi/haku/', 200, '%E4%F6'),
    line('/fi/haku/'),
  );
  expect(searches).toBe(5);
  expect(foundNothing.slice(0, 2)).toEqual([
    { lang: 'fi', query: 'Xylofoni Ä', times: 2 },
    { lang: 'sv', query: 'xylofon', times: 1 },
  ]);
  expect(foundNothing.map(({ query }) => query)).not.toContain('palvelu alpha');
});

test('what somebody should not have typed is shown to nobody', () => {
  const { foundNothing, searches } = facts(
    line('/fi/haku/', 200, 'matti%40example.org'),
    line('/fi/haku/', 200, '010190-123A'),
    line('/fi/haku/', 200, '%2B358+40+123+4567'),
  );
  expect([searches, foundNothing]).toEqual([3, []]);
});

test('missing addresses are counted as they were asked for, below the path of the site', () => {
  const below = {
    ...content!,
    site: { ...content!.site, url: 'https://example.org/repo' },
  };
  const { missing, visits } = usageFacts(
    [
      line('/repo/fi/vanha/', 404),
      line('/repo/fi/vanha/', 404),
      line('/wp-login.php', 404),
      line('/repo/fi/'),
    ].join('\n'),
    below,
  )!;
  expect(missing).toEqual([
    { path: '/fi/vanha/', times: 2 },
    { path: '/wp-login.php', times: 1 },
  ]);
  expect(visits.map(({ path }) => path)).toEqual(['/fi/']);
});

test('lines that are no lines of the log are counted, and a file of nothing else is told from an empty log', () => {
  expect(facts(line('/fi/'), '127.0.0.1 - - "GET / HTTP/1.1" 200', '{"hour":1}').unreadable).toBe(2);
  expect(usageFacts('127.0.0.1 - - "GET / HTTP/1.1" 200\n', content!)).toBeUndefined();
});
