import type { Subject } from './pages.ts';

/** Size in pixels that chat apps and social media show uncropped. */
export const previewSize = { width: 1200, height: 630 } as const;

/** Kinds of pages with a preview image of their own; all others use that of the home page. */
export const previewKinds = ['home', 'services', 'announcements', 'contacts'] as const;
export type PreviewKind = (typeof previewKinds)[number];

const kindOf: Partial<Record<Subject['kind'], PreviewKind>> = {
  services: 'services',
  facet: 'services',
  part: 'services',
  service: 'services',
  search: 'services',
  announcements: 'announcements',
  announcement: 'announcements',
  contacts: 'contacts',
};
export const previewKindOf = (kind: Subject['kind']): PreviewKind => kindOf[kind] ?? 'home';
