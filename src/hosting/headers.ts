import { openDataPath, sectionPath } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';

/*
 * HTTP response headers. The meta element of every page, `npm start`, the files for static hosts and the
 * nginx configuration are all derived from them.
 */

/** Paths of the search pages, which use the full-text search. */
const searchPages = languages.map((lang) => sectionPath(lang, 'search'));

/** Folders of files with a content hash in their name: browsers cache them without revalidation. */
export const hashedFolders = ['/_astro/', '/guide/', '/pagefind/fragment/', '/pagefind/index/'];

/** Folder of the open data, which other origins may read (CORS). */
export const openDataFolder = openDataPath('');

/** Path prefixes with headers of their own. */
export const pathsWithOwnHeaders = [...searchPages, ...hashedFolders, openDataFolder];

/**
 * The Content-Security-Policy. Only the site's own files are allowed, and no text can become code: there are
 * no inline scripts or styles, so no hashes are needed, and no Trusted Types policies, since the search
 * builds DOM nodes.
 */
function securityPolicy(path: string): [directive: string, ...sources: string[]][] {
  // Full-text search is Pagefind's WebAssembly, which runs on the search pages only: the suggestions on other
  // pages
  // come from a small index of our own, in plain JavaScript.
  const scriptSources = searchPages.some((page) => path.startsWith(page))
    ? ["'self'", "'wasm-unsafe-eval'"]
    : ["'self'"];
  return [
    ['default-src', "'none'"],
    ['script-src', ...scriptSources],
    ['style-src', "'self'"],
    ['img-src', "'self'"],
    ['connect-src', "'self'"],
    ['manifest-src', "'self'"],
    // Without this directive, workers would fall back to script-src.
    ['worker-src', "'none'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', "'none'"],
  ];
}

const serialized = (policy: string[][]): string => policy.map((directive) => directive.join(' ')).join('; ');

/** The policy for a meta element, without `frame-ancestors`, which browsers accept in a header only. */
export const policyForMeta = (path: string): string =>
  serialized(securityPolicy(path).filter(([directive]) => directive !== 'frame-ancestors'));

export const referrerPolicy = 'strict-origin-when-cross-origin';

/**
 * Browser features that the site does not use. The clipboard is not listed: a button copies phone numbers.
 */
const unusedFeatures = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

const yearInSeconds = 31_536_000;

/**
 * The response headers for a path, for example `/fi/palvelut/`. Paths that do not exist get those of a page.
 */
export function headersOf(path: string): Record<string, string> {
  const isOpenData = path.startsWith(openDataFolder);
  const isHashed = hashedFolders.some((folder) => path.startsWith(folder));
  return {
    'Content-Security-Policy': serialized(securityPolicy(path)),
    'Permissions-Policy': unusedFeatures.map((feature) => `${feature}=()`).join(', '),
    'Strict-Transport-Security': `max-age=${2 * yearInSeconds}; includeSubDomains`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': isOpenData ? 'cross-origin' : 'same-origin',
    ...(isOpenData && { 'Access-Control-Allow-Origin': '*' }),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': referrerPolicy,
    // "no-cache" allows caching, but the browser must revalidate each time.
    'Cache-Control': isHashed ? `public, max-age=${yearInSeconds}, immutable` : 'no-cache',
  };
}
