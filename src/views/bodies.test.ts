import { expect, test } from 'vitest';
import { bodyHtml } from './bodies.ts';

test('a body becomes HTML with the anchors that the check expects', async () => {
  expect(await bodyHtml('## Mitä saat\n\nKatso [sivu](../sivu/).', 'services/alpha')).toBe(
    '<h2 id="mitä-saat">Mitä saat</h2>\n<p>Katso <a href="../sivu/">sivu</a>.</p>\n',
  );
});

test.each([
  '<script>alert(1)</script>',
  'a <b onclick="alert(1)">b</b>',
  '[a](javascript:alert(1))',
  '<javascript:alert(1)>',
  '[a][b]\n\n[b]: javascript:alert(1)',
  '![a][b]\n\n[b]: data:text/html,a',
  'a[^1]\n\n[^1]: [b](vbscript:a)',
])('%j is not rendered, even where no check has seen it', async (body) => {
  await expect(bodyHtml(body, 'services/alpha')).rejects.toThrow(/holds (?:HTML|a link)|does not lie beside/);
});

test('in a feed, links are absolute, and what looks like one in a title or a text stays', async () => {
  const body = 'Katso [palvelut](/fi/palvelut/?a=1&b=2 "a src=") ja [toinen](../toinen/), src=x.';
  expect(await bodyHtml(body, 'announcements/news', 'https://example.org/fi/tiedotteet/uutinen/')).toBe(
    '<p>Katso <a href="https://example.org/fi/palvelut/?a=1&amp;b=2" title="a src=">palvelut</a> ja <a href="https://example.org/fi/tiedotteet/toinen/">toinen</a>, src=x.</p>\n',
  );
});
