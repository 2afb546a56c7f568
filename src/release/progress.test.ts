import { describe, expect, test } from 'vitest';
import { showProgress } from './progress.ts';

describe('progress', () => {
  const written = (isLive: boolean) => {
    const lines: string[] = [];
    return { lines, progress: showProgress({ write: (text: string) => lines.push(text) > 0 }, isLive) };
  };

  test('is one plain line per step when stderr is not a terminal', async () => {
    const { lines, progress } = written(false);
    expect(await progress.step('Check', () => 7)).toBe(7);
    await expect(progress.step('Make', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(lines.join('')).toMatch(/^✓ Check \(\d+\.\d s\)\n✗ Make \(\d+\.\d s\)\n$/);
  });

  test('shows the current step on a terminal', async () => {
    const { lines, progress } = written(true);
    await progress.step('Check', () => {
      expect(lines).toEqual(['… Check']);
    });
    expect(lines[1]).toMatch(/^\r\x1b\[2K✓ Check/);
  });
});
