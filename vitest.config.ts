import { defineConfig } from 'vitest/config';

const slow = 'src/**/*.slow.test.ts';
const generated = [
  'src/checks/generated.test.ts',
  'src/checks/check-and-pages.test.ts',
  'src/astro/checked-mdx.test.ts',
];

/** Units and the built site are the quick tier, `npm test`; all else that is proved is the slow one. */
export default defineConfig({
  test: {
    // Starting a worker for each file takes longer than most files.
    isolate: false,
    maxWorkers: '100%',
    // Builds and browsers take their time on a busy machine; a test that hangs still ends.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    projects: [
      {
        extends: true,
        test: { name: 'units', include: ['src/**/*.test.ts'], exclude: ['src/testing/**', slow] },
      },
      { extends: true, test: { name: 'site', include: ['src/testing/**/*.test.ts'], exclude: [slow] } },
      {
        extends: true,
        // Tests on generated cases run in both, here with many more of them.
        test: { name: 'slow', include: [slow, ...generated] },
      },
    ],
  },
});
