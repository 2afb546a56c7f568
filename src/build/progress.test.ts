import { describe, expect, test } from 'vitest';
import { refusalOf, showProgress } from './progress.ts';

describe('progress', () => {
  const written = (isLive: boolean) => {
    const lines: string[] = [];
    return { lines, progress: showProgress({ write: (text: string) => lines.push(text) > 0 }, isLive) };
  };

  test('is one plain line a step where nobody watches', async () => {
    const { lines, progress } = written(false);
    expect(await progress.step('Check', () => 7)).toBe(7);
    await expect(progress.step('Make', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(lines.join('')).toMatch(/^✓ Check \(\d+\.\d s\)\n✗ Make \(\d+\.\d s\)\n$/);
  });

  test('shows the step that is under way on a terminal', async () => {
    const { lines, progress } = written(true);
    await progress.step('Check', () => {
      expect(lines).toEqual(['… Check']);
    });
    expect(lines[1]).toMatch(/^\r\x1b\[2K✓ Check/);
  });
});

describe('what the machine refuses is told in one line:', () => {
  test.each([
    ['a full disk', Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', path: '/site/a.html' }), 'The disk is full. Make room and try again. (/site/a.html)'],
    ['a full disk behind another error', new Error('An unknown error', { cause: Object.assign(new Error(), { code: 'ENOSPC' }) }), 'The disk is full. Make room and try again. (ENOSPC)'],
    ['a full disk in a program of another language', new Error('Failed to write\n\nCaused by:\n    No space left on device (os error 28)\n\nStack backtrace:'), 'The disk is full. Make room and try again. (ENOSPC)'],
    ['too little memory', Object.assign(new Error('Worker terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }), 'There is too little memory. Give more with NODE_OPTIONS=--max-old-space-size=2048 (in MB), and try again. (ERR_WORKER_OUT_OF_MEMORY)'],
  ])('%s', (_, error, told) => {
    expect(refusalOf(error)).toBe(told);
  });

  test('a fault of the program is none of these', () => {
    expect(refusalOf(new TypeError('x is not a function'))).toBeUndefined();
  });
});
