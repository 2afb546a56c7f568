import { expect, test } from 'vitest';
import { languages } from '../i18n/languages.ts';
import { fold } from './fold.ts';
import { stopWords } from './stop-words.ts';

test.each(languages)('the stop words of %s are folded like the words of a query, and unique', (lang) => {
  expect(stopWords[lang]).toEqual([...new Set(stopWords[lang].map(fold))]);
});
