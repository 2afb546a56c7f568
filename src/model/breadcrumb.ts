import { homePath, sectionPath } from '../i18n/addresses.ts';
import { words } from '../i18n/words.ts';
import type { Page, Subject } from './pages.ts';

const sectionOf: Partial<Record<Subject['kind'], 'services' | 'announcements'>> = {
  service: 'services',
  facet: 'services',
  part: 'services',
  announcement: 'announcements',
};

/** The ancestors of a page, from the home page down; empty for the pages that the main menu links to. */
export function breadcrumbOf({ lang, subject }: Page): { path: string; text: string }[] {
  const section = sectionOf[subject.kind];
  return section
    ? [
        { path: homePath(lang), text: words[lang].home },
        { path: sectionPath(lang, section), text: words[lang][section] },
      ]
    : [];
}
