import type { Browser } from 'playwright-core';
import { outputFolder } from '../model/folders.ts';
import { serve } from '../release/serve.ts';
import { openBrowser } from './browser.ts';

/** Looks at the built site in a browser, and closes both. */
export async function withBuiltSite(look: (browser: Browser, url: string) => Promise<void>): Promise<void> {
  const { server, url } = await serve(outputFolder(), 0);
  const browser = await openBrowser();
  try {
    await look(browser, url);
  } finally {
    await browser.close();
    server.close();
  }
}
