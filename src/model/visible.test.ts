import { describe, expect, test } from 'vitest';
import { checkWith, soundFiles } from '../testing/sound-content.ts';
import { publicationMoment, visibleAt } from './visible.ts';
import { offered } from '../kinds/service/services.ts';
import { allKinds } from '../kinds/kinds.ts';

describe('an announcement becomes public', () => {
  test.each([
    ['2020', '2019-12-31T22:00:00.000Z'],
    ['2020-06', '2020-05-31T21:00:00.000Z'],
    ['2026-12-01', '2026-11-30T22:00:00.000Z'],
    ['2026-12-01T09:30', '2026-12-01T07:30:00.000Z'],
    ['2027-03-28T02:59', '2027-03-28T00:59:00.000Z'],
    ['2027-03-28T04:00', '2027-03-28T01:00:00.000Z'],
    ['2026-10-25T02:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25T04:00', '2026-10-25T02:00:00.000Z'],
  ])('published %s: at %s', (published, moment) => {
    expect(publicationMoment(published).toISOString()).toBe(moment);
  });
});

test('a withdrawal takes effect at the start of its day in Helsinki', () => {
  const { content } = checkWith({
    'services/alpha/service.yaml': `${soundFiles().get('services/alpha/service.yaml')}withdrawn:\n  date: 2027-01-01\n  reason:\n    fi: Palvelu päättyy.\n    sv: Tjänsten upphör.\n`,
  });
  const offeredAt = (moment: string) =>
    offered(visibleAt(content!, allKinds, new Date(moment)).services).map(({ id }) => id);
  expect(offeredAt('2026-12-31T21:59:59Z')).toContain('alpha');
  expect(offeredAt('2026-12-31T22:00:00Z')).not.toContain('alpha');
});
