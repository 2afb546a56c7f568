import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { announcement, announcementText } from '../schema/announcement.ts';
import { contact } from '../schema/contact.ts';
import { freePageText, page } from '../schema/page.ts';
import { asked, service, serviceText } from '../schema/service.ts';
import { redirects, removals, siteFacts, translations, vocabulary } from '../schema/site-files.ts';

/**
 * Layout of the content folder. The content check, the editor tools and Astro all read this table,
 * so that a new kind of entry is added in one place.
 */
export const bilingualFolders = {
  services: { facts: 'service.yaml', extension: 'md', schema: service, textSchema: serviceText },
  announcements: {
    facts: 'announcement.yaml',
    extension: 'md',
    schema: announcement,
    textSchema: announcementText,
  },
  pages: { facts: 'page.yaml', extension: 'mdx', schema: page, textSchema: freePageText },
} as const;
export type BilingualFolder = keyof typeof bilingualFolders;
export const isBilingualFolder = (name: string): name is BilingualFolder =>
  Object.hasOwn(bilingualFolders, name);

/** A file that an entry of the folder may have besides its facts and texts. */
export const optionalFiles = { services: { file: 'asked.yaml', schema: asked } } as const;
export const optionalFileOf = (folder: BilingualFolder) =>
  folder === 'services' ? optionalFiles[folder] : undefined;

/** Folders with one YAML file per entry. */
export const yamlFolders = { contacts: { schema: contact } } as const;

/** Single files at the top of the content folder. Optional ones may be missing. */
export const singleFiles = {
  site: { file: 'site.yaml', schema: siteFacts },
  vocabulary: { file: 'vocabulary.yaml', schema: vocabulary },
  redirects: { file: 'redirects.yaml', schema: redirects },
  removals: { file: 'removals.yaml', schema: removals, optional: true },
  translations: { file: 'translations.yaml', schema: translations, optional: true },
} as const;

/** Path of the content folder; `CONTENT_DIR` overrides it in tests and benchmarks. */
export const contentFolder = (): string => process.env['CONTENT_DIR'] ?? 'content';
/** Path of the folder for the built site; `OUT_DIR` overrides it in tests and benchmarks. */
export const outputFolder = (): string => process.env['OUT_DIR'] ?? 'dist';

/**
 * Relative paths of all files below a folder, with forward slashes and in the same order on every machine.
 */
export const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
