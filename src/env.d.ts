/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The free page being made, for the components that its text names. */
    page: import('./model/pages.ts').PageOf<'page'>;
    site: import('./model/whole-site.ts').Site;
  }
}

/** What the check found sound, left for Astro: it runs `src/content.config.ts` and the pages as modules of their own in this process. */
declare var checkedContent: Promise<import('./model/content.ts').Content | undefined> | undefined;
