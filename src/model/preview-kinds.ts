import type { Page } from './pages.ts';

/** Size in pixels that chat apps and social media show uncropped. */
export const previewSize = { width: 1200, height: 630 } as const;

/** The pages with a preview image of their own: the home page, and sections; all others use one of these. */
export const previewKinds = ['home', 'services', 'announcements', 'contacts'] as const;
export type PreviewKind = (typeof previewKinds)[number];

export const previewKindOf = ({ section }: Page): PreviewKind =>
  section === 'search' ? 'services' : (previewKinds.find((kind) => kind === section) ?? 'home');
