import type { Subject } from './pages.ts';

/** Size in pixels that chats and social media show in full. */
export const previewSize = { width: 1200, height: 630 } as const;

/** Kinds of pages that have a picture of their own; all others show that of the home page. */
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
