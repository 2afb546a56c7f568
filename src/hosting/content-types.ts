/**
 * File extensions by media type. Unlisted files are served as `application/octet-stream`, which browsers do
 * not execute.
 */
export const contentTypes: Record<string, string[]> = {
  'text/html': ['html'],
  'text/css': ['css'],
  'text/javascript': ['js'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
  'text/vcard': ['vcf'],
  'application/json': ['json'],
  'application/ld+json': ['jsonld'],
  'application/manifest+json': ['webmanifest'],
  'application/xml': ['xml'],
  'image/svg+xml': ['svg'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  // Pagefind's full-text index.
  'application/octet-stream': ['pagefind', 'pf_meta', 'pf_index', 'pf_fragment'],
};
export const textTypes = Object.keys(contentTypes).filter((type) => /^text\/|json$|xml$/.test(type));

const extensionOf = (path: string): string => path.split('.').at(-1)!;
const extensionsOf = (types: string[]): string[] => types.flatMap((type) => contentTypes[type]!);
const knownExtensions = extensionsOf(Object.keys(contentTypes));
const textExtensions = extensionsOf(textTypes);
export const isKnownType = (path: string): boolean => knownExtensions.includes(extensionOf(path));
export const isText = (path: string): boolean => textExtensions.includes(extensionOf(path));
