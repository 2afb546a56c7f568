import { basePath } from '../i18n/addresses.ts';
import { contentFolder, singleFiles } from '../model/folders.ts';
import { siteUrl } from '../schema/fields.ts';
import { readDocument } from './read-document.ts';
import { readContentFile } from './read-files.ts';

/** The base path that `site.yaml` gives, for Astro, which asks before the check. Empty where it cannot be read. */
export function baseOfContent(): string {
  const [file] = readContentFile(contentFolder(), singleFiles.site.file, 'file');
  const facts = file && (readDocument(file).yaml.data as { url?: unknown } | undefined);
  const url = siteUrl.safeParse(facts?.url);
  return url.success ? basePath(url.data) : '';
}
