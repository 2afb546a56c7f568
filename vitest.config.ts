import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // Builds and browsers take their time on a busy machine; a test that hangs still ends.
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
