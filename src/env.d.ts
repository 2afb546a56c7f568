declare namespace App {
  interface Locals {
    /** The free page being made, for the components that its text names. */
    page: import('./model/pages.ts').PageOf<'page'>;
  }
}

/** What `handOver` in `src/model/site.ts` leaves for the pages, which Astro loads as modules of their own. */
declare var checkedContent: import('./model/content.ts').Content | undefined;
