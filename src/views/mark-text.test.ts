import { expect, test } from 'vitest';
import { markText } from './mark-text.ts';

const marked = (text: string) => `<span class="address">${text}</span>`;

test.each([
  ['Kirjoita: a.b@kommunforbundet.fi.', `Kirjoita: ${marked('a.b@<wbr>kommunforbundet.fi')}.`],
  ['(https://www.hel.fi/fi?a=1&amp;b=2)', `(${marked('https://www.hel.fi/<wbr>fi?a=1&amp;b=2')})`],
  ['paatokset.hel.fi/sv/arende', marked('paatokset.hel.fi/sv/<wbr>arende')],
  ['Katso kuntaliitto.fi, uutiset', `Katso ${marked('kuntaliitto.fi')}, uutiset`],
  ['<a href="mailto:a@b.fi">a@b.fi</a>', `<a href="mailto:a@b.fi">${marked('a@<wbr>b.fi')}</a>`],
])(
  'an address may break after @, dots and slashes alone, and not before a short end: %s',
  (html, expected) => {
    expect(markText(html, 'sv')).toBe(expected);
  },
);

test.each([
  '1.1.2023 klo 9.00, t.ex. bl.a. esim.sana',
  '<p title="a > b@c.fi">teksti</p>',
  '<script>"a@b.fi"</script><option>a@b.fi</option><pre>https://a.fi/</pre>',
])('what is no address in the text stays: %s', (html) => {
  expect(markText(html, 'sv')).toBe(html);
});

const names = { fi: ['Terve Kunta', 'Terve'], sv: ['Svenska veckan'] };

test('a name of another language is read in that language, also in a link, and not as a part of a word', () => {
  expect(markText('<a href="/x">Terve Kunta</a>, Terveys, Svenska veckan', 'sv', names)).toBe(
    '<a href="/x"><span lang="fi">Terve Kunta</span></a>, Terveys, Svenska veckan',
  );
  expect(markText('Terve, Svenska veckan', 'fi', names)).toBe('Terve, <span lang="sv">Svenska veckan</span>');
});
