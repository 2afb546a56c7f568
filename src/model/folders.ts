import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { redirects, removals, siteFacts, translations, vocabulary } from '../schema/site-files.ts';

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
