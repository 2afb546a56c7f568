import { expect, test } from 'vitest';
import { checkContent, soundContent } from '../checks/check-content.ts';
import { languages } from '../i18n/languages.ts';
import { pagesOf } from '../model/pages.ts';
import { isQuestion, readersGuides } from './build-guide.ts';
import { search } from './match.ts';
import { allKinds } from '../kinds/kinds.ts';

const content = soundContent(await checkContent('content', new Date()));

/** Ranks of the services that own a question, among services, from 1; 0 is not found. */
function ranksOf(lang: (typeof languages)[number], isAsked: (text: string) => boolean, held = content) {
  const guide = readersGuides(held, pagesOf(held, allKinds))[lang];
  return content.services.flatMap(({ texts, asked }) =>
    (asked?.[lang] ?? []).filter(isAsked).map((text) => {
      const found = search(guide, text).found.filter(({ entry }) => entry.kind.hasFilters);
      return found.findIndex(({ entry }) => entry.title === texts[lang].title) + 1;
    }),
  );
}
const share = (ranks: number[], most: number) =>
  ranks.filter((rank) => rank >= 1 && rank <= most).length / ranks.length;

test.each(languages)('typing on the titles of services in %s is steady', (lang) => {
  const guide = readersGuides(content, pagesOf(content, allKinds))[lang];
  const gone = content.services.flatMap(({ texts }) => {
    const { title } = texts[lang];
    const ranks = Array.from({ length: title.length - 1 }, (_, index) =>
      search(guide, title.slice(0, index + 2), { isTyping: true }).found.findIndex(
        ({ entry }) => entry.title === title,
      ),
    );
    const shownFrom = ranks.findIndex((rank) => rank >= 0 && rank < 3);
    return ranks.slice(shownFrom).some((rank) => rank < 0 || rank > 2) ? [title] : [];
  });
  expect(gone).toEqual([]);
  expect(content.services.length).toBeGreaterThan(30);
});

// Floors stand a little under what was measured.
test.each(languages)(
  'the questions of asked.yaml in %s find their service among the first three, and most of them first',
  (lang) => {
    const ranks = ranksOf(lang, isQuestion);
    expect(ranks.length).toBeGreaterThan(1000);
    expect(share(ranks, 3)).toBeGreaterThanOrEqual(0.97);
    expect(share(ranks, 1)).toBeGreaterThanOrEqual(0.82);
  },
);

test.each(languages)('questions in %s that nobody has written down find it among the first three', (lang) => {
  // Every fifth question is taken out of the index, and asked.
  const isLeftOut = (text: string) => isQuestion(text) && text.length % 5 === 0;
  const ranks = ranksOf(lang, isLeftOut, {
    ...content,
    services: content.services.map(({ asked, ...service }) => ({
      ...service,
      ...(asked && { asked: { ...asked, [lang]: asked[lang].filter((text) => !isLeftOut(text)) } }),
    })),
  });
  expect(ranks.length).toBeGreaterThan(200);
  expect(share(ranks, 3)).toBeGreaterThanOrEqual(0.78);
});
