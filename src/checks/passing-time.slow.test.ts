import { expect, test } from 'vitest';
import { allKinds } from '../kinds/kinds.ts';
import { publicationMoment, visibleAt } from '../model/visible.ts';
import { publicFacts } from '../testing/sound-content.ts';
import { checkFiles } from './check-content.ts';
import { readFiles } from './read-files.ts';

/** Noon in Helsinki on the first day of each of the next sixty months. */
const months = Array.from({ length: 60 }, (_, month) => {
  const [year, ordinal] = [2026 + Math.floor((month + 11) / 12), ((month + 11) % 12) + 1];
  return new Date(publicationMoment(`${year}-${String(ordinal).padStart(2, '0')}-01T12:00`));
});

/** The real content, with everything filled in that a public site needs, and no drafts. */
const files = readFiles('content').map((file) => ({ ...file, bytes: publicFacts(file) }));

test('five years of doing nothing hold up no publication, and what lapses is told two months ahead', () => {
  const seen = months.map((now, index) => {
    const report = checkFiles(files, now, true);
    expect(report.content, now.toISOString()).toBeDefined();
    return {
      month: now.toISOString().slice(0, 7),
      contact: visibleAt(report.content!, allKinds, now).site.security !== null,
      // Warnings take most of the time, and those looked for here come in the first year.
      due:
        index > 12
          ? []
          : report.problems.filter(({ rule }) => rule === 'falls-due').map(({ field }) => field),
    };
  });
  const first = (is: (month: (typeof seen)[number]) => boolean) => seen.find(is)?.month;
  expect(seen).toHaveLength(60);
  expect(seen.at(-1)!.month).toBe('2031-11');
  // The sample expires on 30 June 2027, and the statement was reviewed in November 2026.
  expect(first(({ due }) => due.includes('security.expires'))).toBe('2027-05');
  expect(first(({ contact }) => !contact)).toBe('2027-07');
  expect(first(({ due }) => due.includes('accessibilityStatement.reviewed'))).toBe('2027-10');
});
