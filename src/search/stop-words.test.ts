import { expect, test } from 'vitest';
import { languages } from '../i18n/languages.ts';
import { fold } from './fold.ts';
import { stopWords } from './stop-words.ts';

test.each(languages)('each stop word of %s stands once, folded as the words of a query are', (lang) => {
  expect(stopWords[lang]).toEqual([...new Set(stopWords[lang].map(fold))]);
});
