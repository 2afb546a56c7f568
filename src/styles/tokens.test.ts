import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { heroColour } from './hero-colour.ts';

const siteTokens = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const designSystem = readFileSync('node_modules/hds-design-tokens/lib/color/all.css', 'utf8');

/**
 * Every colour: its name here, and its value and Helsinki Design System token in the light and dark scheme.
 */
const [lightTokens, darkTokens] = siteTokens
  .split('@media screen and (prefers-color-scheme: dark)')
  .map(
    (part) =>
      new Map(
        [...part.matchAll(/--([a-z-]+): (#\w+); \/\* ([\w-]+) \*\//g)].map(([, name, value, token]) => [
          name!,
          { value: value!, token: token! },
        ]),
      ),
  ) as [Map<string, { value: string; token: string }>, Map<string, { value: string; token: string }>];
const tokens = [...lightTokens].map(([name, { value: light, token: lightName }]) => {
  const { value: dark, token: darkName } = darkTokens.get(name) ?? lightTokens.get(name)!;
  return { name, light, lightName, dark, darkName };
});

test('every colour names its tokens in the Helsinki Design System', () => {
  expect([...lightTokens.keys(), ...darkTokens.keys()]).toEqual(
    [...siteTokens.matchAll(/--([a-z-]+):/g)].map(([, name]) => name),
  );
  expect([...darkTokens.keys()].filter((name) => !lightTokens.has(name))).toEqual([]);
});

test.each(tokens)(
  '$name has the values of the Helsinki Design System',
  ({ light, lightName, dark, darkName }) => {
    for (const [value, name] of [
      [light, lightName],
      [dark, darkName],
    ] as const) {
      expect(designSystem.toLowerCase()).toMatch(
        new RegExp(
          `--color-${name}: ${value}|--color-${name}: ${value.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3')};`,
        ),
      );
    }
  },
);

test('preview images, web app manifest and icon have the colour of the header', () => {
  expect(heroColour).toBe(tokens.find(({ name }) => name === 'hero')!.light);
  expect(readFileSync('public/icon.svg', 'utf8')).toContain(`fill="${heroColour}"`);
});

/** Relative luminance (WCAG 2.2) of a colour in the form #rrggbb. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5]
    .map((start) => parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
const contrast = (a: string, b: string): number => {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter! + 0.05) / (darker! + 0.05);
};

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  const colour = (name: string): string => tokens.find((token) => token.name === name)![scheme];
  test.each([
    ['text', 'page', 4.5],
    ['text', 'surface', 4.5],
    ['text', 'tint', 4.5],
    ['text', 'notice', 4.5],
    ['text-quiet', 'page', 4.5],
    ['text-quiet', 'surface', 4.5],
    ['text-quiet', 'tint', 4.5],
    ['accent', 'page', 4.5],
    ['accent', 'surface', 4.5],
    ['accent', 'tint', 4.5],
    ['on-accent', 'accent', 4.5],
    ['on-hero', 'hero', 4.5],
    ['line', 'page', 3],
    ['line', 'tint', 3],
    ['focus', 'page', 3],
    ['focus', 'surface', 3],
    ['focus', 'tint', 3],
    ['accent', 'notice', 4.5],
    ['accent', 'line-quiet', 3],
    ['focus', 'notice', 3],
    ['line', 'surface', 3],
  ])('%s on %s has a contrast of at least %d', (front, back, least) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(least);
  });
});
