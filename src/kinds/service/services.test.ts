import { expect, test } from 'vitest';
import { channelsOf } from './services.ts';
import type { Channel } from './schema.ts';

const inFinnish: Channel = { kind: 'web', url: { fi: 'https://example.org/fi' } };
const inSwedish: Channel = { kind: 'web', url: { sv: 'https://example.org/sv' } };
const adviceService: Channel = { kind: 'advice-service' };
const order = (channels: Channel[], lang: 'fi' | 'sv') =>
  channelsOf(channels, lang).map(({ channel }) => channel);

test('of two pages the one in the language of the reader comes first', () => {
  expect(order([inFinnish, inSwedish, adviceService], 'sv')).toEqual([inSwedish, inFinnish, adviceService]);
});

test('the advice service stays first where its editors put it first, in every language', () => {
  expect(order([adviceService, inSwedish], 'sv')).toEqual([adviceService, inSwedish]);
  expect(order([adviceService, inSwedish], 'fi')).toEqual([adviceService, inSwedish]);
});

test('a page in another language stays before the advice service where its editors put it first', () => {
  expect(order([inFinnish, adviceService], 'sv')).toEqual([inFinnish, adviceService]);
});
