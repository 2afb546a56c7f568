import { expect, test } from 'vitest';
import { partsOf } from './entry-files.ts';
import { changedFields } from './changed-fields.ts';
import { formOf } from './form.ts';
import type { Fields } from './data.ts';
import { editingWords } from './words.ts';

const service = partsOf('services/legal-advice')!;
const changes = (file: string, before: Fields, after: Fields, body?: [string, string]) => {
  const part = service.find(({ path }) => path.endsWith(file))!;
  const [old, now] = [before, after].map((data, index) => ({ data, ...(body && { body: body[index]! }) }));
  return changedFields({ ...part, form: formOf(part.schema, 'fi') }, old, now, {
    t: editingWords.fi,
    nameOf: (to, key) => `${to}: ${key}`,
  });
};

test('a changed field is told in the words of the form, as it was and as it is', () => {
  expect(
    changes(
      'service.yaml',
      { asOf: 2025, price: 'free', contacts: ['a', 'b'], sources: [{ url: 'https://a.fi', year: 2024 }] },
      {
        asOf: 'undated',
        price: 'paid',
        contacts: ['b'],
        sources: [{ url: 'https://a.fi', year: 2025 }],
        everybody: true,
      },
    ),
  ).toEqual([
    { name: 'Tiedot ajalta', before: ['2025'], after: ['ei päiväystä'] },
    { name: 'Hinta', before: ['prices: free'], after: ['prices: paid'] },
    { name: 'Keneltä kysytään', before: ['contacts: a'], after: [] },
    { name: 'Lähteet 1: Vuosi', before: ['2024'], after: ['2025'] },
    { name: 'Kaikille toimialoille', before: [], after: ['kyllä'] },
  ]);
});

test('of a text, only the paragraphs and words that differ are told, with their language', () => {
  expect(
    changes('fi.md', { title: 'A', keywords: ['x', 'y'] }, { title: 'A', keywords: ['x', 'z'] }, [
      'Sama.\n\nVanha.',
      'Sama.\n\nUusi.',
    ]),
  ).toEqual([
    { name: 'Hakusanat suomeksi', before: ['y'], after: ['z'] },
    { name: 'Leipäteksti suomeksi', before: ['Vanha.'], after: ['Uusi.'] },
  ]);
});

test('another order is a change, and the same is none', () => {
  expect(changes('service.yaml', { themes: ['a', 'b'] }, { themes: ['b', 'a'] })).toHaveLength(1);
  expect(changes('service.yaml', { themes: ['a', 'b'] }, { themes: ['a', 'b'] })).toEqual([]);
});
