import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // The browser tests wait for pages, searches and throttled links.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
