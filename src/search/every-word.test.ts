import { expect, test } from 'vitest';
import { checkContent, soundContent } from '../checks/check-content.ts';
import { languages } from '../i18n/languages.ts';
import { pagesOf } from '../model/pages.ts';
import { readersGuides } from './build-guide.ts';
import { wordsOf } from './fold.ts';
import { search } from './match.ts';
import { allKinds } from '../kinds/kinds.ts';

const content = soundContent(await checkContent('content', new Date()));
const pages = pagesOf(content, allKinds);
const guides = readersGuides(content, pages);

test.each(languages)(
  'every word of every body in %s leads to its pages, and to no guess',
  (lang) => {
    const pathsOf = new Map<string, Set<string>>();
    for (const { lang: of, path, subject } of pages) {
      if (of !== lang || !('entry' in subject)) continue;
      const body = subject.entry.texts[lang].body.replace(/\]\([^)]*\)|<[^>]*>/g, ' ');
      for (const word of wordsOf(body.toLowerCase()))
        pathsOf.set(word, (pathsOf.get(word) ?? new Set()).add(path));
    }
    const hidden = [...pathsOf].filter(([word, paths]) => {
      const { found, corrected } = search(guides[lang], word);
      const foundPaths = found.map(({ entry }) => entry.path);
      return corrected !== undefined || [...paths].some((path) => !foundPaths.includes(path));
    });
    expect(pathsOf.size).toBeGreaterThan(1000);
    expect(hidden).toEqual([]);
  },
  60_000,
);

test.each(languages)(
  'hardly a word that is asked in some language is taken for a mistyped one in %s',
  (lang) => {
    const words = new Set(
      content.services.flatMap(({ asked }) =>
        languages.flatMap((of) => wordsOf((asked?.[of] ?? []).join(' ').toLowerCase())),
      ),
    );
    const corrected = [...words].filter((word) => search(guides[lang], word).corrected !== undefined);
    expect(words.size).toBeGreaterThan(10_000);
    expect(corrected.length / words.size, corrected.join(' ')).toBeLessThan(0.005);
  },
  60_000,
);
