import { expect, test } from 'vitest';
import { checkFiles } from './check-content.ts';
import { asFile, replaced, soundFiles } from '../testing/sound-content.ts';

const beforeMidnight = new Date('2026-11-24T21:30:00Z');
const afterMidnight = new Date('2026-11-24T22:30:00Z');

test.each([
  [
    'a security contact has 29 days left',
    'security-contact',
    replaced(
      'site.yaml',
      'security: null',
      'security: { contact: neuvonta@kuntaliitto.fi, expires: 2026-12-24 }',
    ),
  ],
  [
    'an accessibility statement is older than a year',
    'statement-age',
    replaced('site.yaml', 'reviewed: 2026-11-24', 'reviewed: 2025-11-24'),
  ],
])('%s, reported from midnight in Helsinki on', (_, rule, changes) => {
  const files = Object.entries({ ...Object.fromEntries(soundFiles()), ...changes }).map(([path, text]) =>
    asFile(path, text),
  );
  const rulesAt = (now: Date) => checkFiles(files, now).problems.map((problem) => problem.rule);
  expect(rulesAt(beforeMidnight)).not.toContain(rule);
  expect(rulesAt(afterMidnight)).toContain(rule);
});
