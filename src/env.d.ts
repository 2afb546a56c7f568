/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The free page being made, for the components that its text names. */
    page: import('./model/pages.ts').PageOf<'page'>;
  }
}

/** What the check found sound, left for the loaders in `src/content.config.ts`, which Astro runs as modules of their own in this process. */
declare var checkedContent: import('./model/content.ts').Content | undefined;
