import { expect, test } from 'vitest';
import { sentencesIn } from './sentences.ts';

test.each([
  [
    'Ks. ohje. Kysy esim. hinnasta. Vuosi oli 2016. Uusi alkoi.',
    ['Ks. ohje.', 'Kysy esim. hinnasta.', 'Vuosi oli 2016.', 'Uusi alkoi.'],
  ],
  ['Hinta on n. 5 euroa. Mitä saat? Neuvon!', ['Hinta on n. 5 euroa.', 'Mitä saat?', 'Neuvon!']],
  [
    'Päivä on 24.11.2026, kello 9.30. ”Näin tehdään.” Sitten?',
    ['Päivä on 24.11.2026, kello 9.30.', '”Näin tehdään.”', 'Sitten?'],
  ],
])('%s is split into sentences', (text, sentences) => {
  expect(sentencesIn(text).map(({ sentence }) => sentence)).toEqual(sentences);
});
