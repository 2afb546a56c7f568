declare namespace App {
  interface Locals {
    /** The free page being made, for the components that its text names. */
    page: import('./model/pages.ts').PageOf<'page'>;
  }
}
