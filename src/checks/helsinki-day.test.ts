import { expect, test } from 'vitest';
import { checkFiles } from './check-content.ts';
import { asFile, replaced, soundFiles } from '../testing/sound-content.ts';

const beforeMidnight = new Date('2026-11-24T21:30:00Z');
const afterMidnight = new Date('2026-11-24T22:30:00Z');

test.each([
  [
    'a security contact has 60 days left',
    'falls-due',
    replaced(
      'site.yaml',
      'security: null',
      'security: { contact: neuvonta@kuntaliitto.fi, expires: 2027-01-24 }',
    ),
  ],
  [
    'an accessibility statement has 60 days left',
    'falls-due',
    replaced('site.yaml', 'reviewed: 2026-11-24', 'reviewed: 2026-01-24'),
  ],
])('%s, reported from midnight in Helsinki on', (_, rule, changes) => {
  const files = Object.entries({ ...Object.fromEntries(soundFiles()), ...changes }).map(([path, text]) =>
    asFile(path, text),
  );
  const rulesAt = (now: Date) => checkFiles(files, now).problems.map((problem) => problem.rule);
  expect(rulesAt(beforeMidnight)).not.toContain(rule);
  expect(rulesAt(afterMidnight)).toContain(rule);
});
