import { describe, expect, test } from 'vitest';
import { editorLanguage } from './checks/editor-language.ts';
import { refusalOf } from './model/machine-error.ts';

describe('an error of the machine is reported in one line:', () => {
  test.each([
    [
      'a full disk',
      Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', path: '/site/a.html' }),
      'The disk is full. Make room and try again. (/site/a.html)',
    ],
    [
      'a full disk behind another error',
      new Error('An unknown error', { cause: Object.assign(new Error(), { code: 'ENOSPC' }) }),
      'The disk is full. Make room and try again. (ENOSPC)',
    ],
    [
      'a full disk in a native program',
      new Error(
        'Failed to write\n\nCaused by:\n    No space left on device (os error 28)\n\nStack backtrace:',
      ),
      'The disk is full. Make room and try again. (ENOSPC)',
    ],
    [
      'too little memory',
      Object.assign(new Error('Worker terminated'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }),
      'There is too little memory. Give more with NODE_OPTIONS=--max-old-space-size=2048 (in MB), and try again. (ERR_WORKER_OUT_OF_MEMORY)',
    ],
    [
      'a folder of another user',
      Object.assign(new Error('EACCES: permission denied'), {
        code: 'EACCES',
        syscall: 'open',
        path: 'content/site.yaml',
      }),
      'You may not write or read this. Ask for the right, or choose another folder. (content/site.yaml)',
    ],
    [
      'a port that only the administrator may use',
      Object.assign(new Error('listen EACCES: permission denied :::80'), {
        code: 'EACCES',
        syscall: 'listen',
        port: 80,
      }),
      'You may not use this port. Choose another, for example PORT=8080. (80)',
    ],
  ])('%s', (_, error, message) => {
    expect(refusalOf(error, 'en')).toBe(message);
  });

  test('a bug is not an error of the machine', () => {
    expect(refusalOf(new TypeError('x is not a function'), 'en')).toBeUndefined();
  });
});

test.each([
  [{ LC_ALL: 'sv_FI.UTF-8', LANG: 'fi_FI.UTF-8' }, 'en-US', 'sv'],
  [{ LANG: 'C' }, 'fi-FI', 'en'],
  [{}, 'fi-FI', 'fi'],
  [{}, 'sv-FI', 'sv'],
  [{}, 'de-DE', 'en'],
])(
  'commands speak the language of the environment, else of the system: %j on %s',
  (environment, system, lang) => {
    expect(editorLanguage(environment, system)).toBe(lang);
  },
);
