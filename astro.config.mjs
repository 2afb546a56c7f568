import { defineConfig } from 'astro/config';
import { checkedSite } from './src/astro/integration.ts';

export default defineConfig({
  outDir: process.env.OUT_DIR ?? 'dist',
  integrations: checkedSite(),
  trailingSlash: 'always',
  build: {
    // One style sheet and no inline script or style: one fixed Content-Security-Policy fits every page.
    inlineStylesheets: 'never',
    format: 'directory',
    // While one page is written, others are made.
    concurrency: 16,
  },
  prerenderConflictBehavior: 'error',
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // A script that is fetched when needed brings its parts in the same round trip.
      modulePreload: { polyfill: false },
      cssCodeSplit: false,
      // Every MDX page gives this notice, and it says nothing about the site.
      rolldownOptions: {
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      },
    },
  },
});
