import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({
  outDir: process.env.OUT_DIR ?? 'dist',
  integrations: [mdx()],
  trailingSlash: 'always',
  build: {
    // One style sheet and no inline script or style: one fixed Content-Security-Policy fits every page.
    inlineStylesheets: 'never',
    format: 'directory',
  },
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  markdown: { syntaxHighlight: false },
  devToolbar: { enabled: false },
  vite: {
    build: {
      assetsInlineLimit: 0,
      // The few scripts are small and fetched when needed; the helper for preloading would weigh more than the first of them.
      modulePreload: false,
      cssCodeSplit: false,
      // Every MDX page gives this notice, and it says nothing about the site.
      rolldownOptions: { onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log) },
    },
  },
});
