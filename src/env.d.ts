/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The free page being rendered, for the components that its text names. */
    page: import('./model/pages.ts').PageOf<'page'>;
    site: import('./model/whole-site.ts').Site;
  }
}

/**
 * The content that passed the check. A global, because Astro evaluates `src/content.config.ts` and the pages
 * as separate modules in this process.
 */
declare var checkedContent: Promise<import('./model/content.ts').Content | undefined> | undefined;

/** For the plain compiler, which knows no views; Astro's own checks their props. */
declare module '*.astro' {
  const view: (props: never) => unknown;
  export default view;
}
