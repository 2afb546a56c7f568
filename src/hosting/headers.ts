import { openDataPath, sectionPath } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';

/*
 * What the site tells browsers about itself. The meta element of every page, `npm start`, the files for static hosts
 * and the nginx configuration all come from here.
 */

/** Pages that search the full text. */
const searchPages = languages.map((lang) => sectionPath(lang, 'search'));

/** Folders of files whose names change with their content: a browser keeps them and never asks again. */
export const hashedFolders = ['/_astro/', '/guide/', '/pagefind/fragment/', '/pagefind/index/'];

/** Folder of the open data, which other sites may read. */
export const openDataFolder = openDataPath('');

/** Every place with headers of its own. */
export const specialPlaces = [...searchPages, ...hashedFolders, openDataFolder];

/**
 * The Content-Security-Policy. Nothing is allowed but the site's own files, and no text ever becomes code:
 * there is no inline script or style, so there are no hashes, and no Trusted Types, since the search builds nodes.
 */
function securityPolicy(path: string): [directive: string, ...sources: string[]][] {
  // The full text search is Pagefind's WebAssembly. It runs on the search pages alone: the suggestions under
  // the field of every other page come from a small index of our own, in plain JavaScript.
  const code = searchPages.some((page) => path.startsWith(page))
    ? ["'self'", "'wasm-unsafe-eval'"]
    : ["'self'"];
  return [
    ['default-src', "'none'"],
    ['script-src', ...code],
    ['style-src', "'self'"],
    ['img-src', "'self'"],
    ['connect-src', "'self'"],
    ['manifest-src', "'self'"],
    // Without this line workers would follow script-src.
    ['worker-src', "'none'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', "'none'"],
  ];
}

const written = (policy: string[][]): string => policy.map((parts) => parts.join(' ')).join('; ');

/** The policy as a meta element may carry it: browsers take `frame-ancestors` from a header alone. */
export const policyForMeta = (path: string): string =>
  written(securityPolicy(path).filter(([directive]) => directive !== 'frame-ancestors'));

export const referrerPolicy = 'strict-origin-when-cross-origin';

/** What pages can ask a browser for and this site never does. The clipboard is missing: a button copies phone numbers. */
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

const year = 31_536_000;

/** The headers of the answer for a path, for example `/fi/palvelut/`; those of a page for every path that does not exist. */
export function headersOf(path: string): Record<string, string> {
  const isOpenData = path.startsWith(openDataFolder);
  const isHashed = hashedFolders.some((folder) => path.startsWith(folder));
  return {
    'Content-Security-Policy': written(securityPolicy(path)),
    'Permissions-Policy': unusedFeatures.map((feature) => `${feature}=()`).join(', '),
    'Strict-Transport-Security': `max-age=${2 * year}; includeSubDomains`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': isOpenData ? 'cross-origin' : 'same-origin',
    ...(isOpenData && { 'Access-Control-Allow-Origin': '*' }),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': referrerPolicy,
    // "no-cache" keeps a copy and asks each time whether it is still good.
    'Cache-Control': isHashed ? `public, max-age=${year}, immutable` : 'no-cache',
  };
}
