import { homePath, sectionPath } from '../i18n/addresses.ts';
import { words } from '../i18n/words.ts';
import type { Page } from './pages.ts';

/** The ancestors of a page, from the home page down; empty for the pages that the main menu links to. */
export function breadcrumbOf({ lang, path, section }: Page): { path: string; text: string }[] {
  return section && path !== sectionPath(lang, section)
    ? [
        { path: homePath(lang), text: words[lang].home },
        { path: sectionPath(lang, section), text: words[lang][section] },
      ]
    : [];
}
