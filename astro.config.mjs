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
    // Render other pages while one is being written to disk.
    concurrency: 16,
  },
  prerenderConflictBehavior: 'error',
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // A dynamic import preloads its chunks in the same round trip; only the polyfill is left out.
      modulePreload: { polyfill: false },
      cssCodeSplit: false,
      // Rolldown logs this for every MDX page; it is harmless.
      rolldownOptions: {
        onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
      },
    },
  },
});
