import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { homePath, coversPath, isListPart } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import type { Content } from '../model/content.ts';
import type { EditorLang } from '../schema/sentences.ts';
import { allKinds } from '../kinds/kinds.ts';

/** Absolute URLs in the sitemap of a built site; empty when it has no sitemap. */
export function sitemapOf(folder: string): string[] {
  const file = join(folder, 'sitemap.xml');
  const sitemap = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!);
}

/** Paths in the sitemap of a built site; empty when it has no sitemap. */
export const addressesOf = (folder: string): string[] =>
  sitemapOf(folder).flatMap((address) => URL.parse(address)?.pathname ?? []);

/**
 * Published paths that would vanish: not in the new site, not redirected and not listed in `removals.yaml`.
 * When the site shrinks by more than 5 %, or by a whole language or collection, redirects do not count: the
 * reason must be given in `removals.yaml`.
 * @param published paths of the published site
 * @param made paths of the new site
 */
export function lostAddresses(
  published: string[],
  made: string[],
  { redirects, removals = {} }: Pick<Content, 'redirects' | 'removals'>,
): string[] {
  const removed = Object.keys(removals);
  const expected = published.filter(
    (path) => !isListPart(path) && !removed.some((pattern) => coversPath(pattern, path)),
  );
  const kept = new Set(made);
  const vanishing = expected.filter((path) => !kept.has(path));
  const pages = made.filter((path) => !isListPart(path));
  const shrinks =
    pages.length < expected.length * (1 - tolerableLoss) ||
    sectionRoots.some((root) => below(root, expected).length > 0 && below(root, pages).length === 0);
  return shrinks ? vanishing : vanishing.filter((path) => !(path in redirects));
}

/** Paths of the home page and of the main lists in each language. */
const sectionRoots = languages.flatMap((lang) => [
  ...new Set([
    homePath(lang),
    ...allKinds.flatMap(({ pathOf }) => pathOf?.(lang, 'name').replace('name/', '') ?? []),
  ]),
]);
const below = (root: string, paths: string[]): string[] =>
  paths.filter((path) => path.startsWith(root) && path !== root);

/** How many paths are listed; the others are only counted. */
const listedPaths = 20;
/** A larger share of the pages is more likely lost by mistake than removed on purpose. */
const tolerableLoss = 0.05;

/** The message to the editor: what would vanish, and the remedies. */
export function tellLoss(lost: string[], published: string[], lang: EditorLang): string {
  const t = messages[lang];
  const lostSections = sectionRoots.filter((root) => nothingLeft(root, published, new Set(lost)));
  const share = lost.length / published.length;
  return [
    t.vanish(lost.length),
    ...lost.slice(0, listedPaths).map((path) => `  ${path}`),
    ...(lost.length > listedPaths ? [`  ${t.more(lost.length - listedPaths)}`] : []),
    ...lostSections.map((root) => t.wholeSection(`${root}*`)),
    ...(share > tolerableLoss ? [t.share(Math.round(share * 100))] : []),
    ...(lostSections.length > 0 || share > tolerableLoss ? [t.redirectsDoNotSuffice] : []),
    ...t.remedies(lost[0]!),
  ].join('\n');
}

function nothingLeft(root: string, published: string[], lost: Set<string>): boolean {
  const paths = below(root, published);
  return paths.length > 0 && paths.every((path) => lost.has(path));
}

type Messages = {
  vanish: (count: number) => string;
  more: (count: number) => string;
  wholeSection: (pattern: string) => string;
  share: (percent: number) => string;
  redirectsDoNotSuffice: string;
  remedies: (example: string) => string[];
};

const messages: Record<EditorLang, Messages> = {
  fi: {
    vanish: (count) =>
      count === 1
        ? 'Julkaistulta sivustolta katoaisi tämä sivu, eikä mitään julkaistu:'
        : `Julkaistulta sivustolta katoaisi ${count} sivua, eikä mitään julkaistu:`,
    more: (count) => `ja ${count} muuta`,
    wholeSection: (pattern) => `Kaikki sivut ${pattern} katoaisivat.`,
    share: (percent) =>
      `Sivusto menettäisi ${percent} % sivuistaan. Onko kansio content ehjä ja kello oikeassa?`,
    redirectsDoNotSuffice:
      'Kun näin paljon katoaa, pelkät ohjaukset eivät riitä: kerro syy tiedostossa removals.yaml.',
    remedies: (example) => [
      'Tee jokaiselle jokin näistä:',
      '- Palauta sivu. Päättynyt palvelu jää luettavaksi, kun lisäät sille kentän withdrawn.',
      `- Ohjaa osoite toiselle sivulle tiedostossa redirects.yaml: "${example}: /uusi/osoite/".`,
      `- Kerro tiedostossa removals.yaml, miksi sivu poistuu: "${example}: Syy." Osoite, jonka lopussa on *, tarkoittaa kaikkea sen alla.`,
    ],
  },
  sv: {
    vanish: (count) =>
      count === 1
        ? 'Den här sidan skulle försvinna från den publicerade webbplatsen. Ingenting publicerades:'
        : `${count} sidor skulle försvinna från den publicerade webbplatsen. Ingenting publicerades:`,
    more: (count) => `och ${count} till`,
    wholeSection: (pattern) => `Alla sidor ${pattern} skulle försvinna.`,
    share: (percent) =>
      `Webbplatsen skulle förlora ${percent} % av sina sidor. Är mappen content hel och går klockan rätt?`,
    redirectsDoNotSuffice:
      'När så mycket försvinner räcker det inte med omdirigeringar: berätta varför i filen removals.yaml.',
    remedies: (example) => [
      'Gör något av det här för varje sida:',
      '- Ta tillbaka sidan. En tjänst som upphört kan fortfarande läsas när du ger den fältet withdrawn.',
      `- Omdirigera adressen till en annan sida i filen redirects.yaml: "${example}: /ny/adress/".`,
      `- Berätta i filen removals.yaml varför sidan tas bort: "${example}: Orsak." En adress med * i slutet betyder allt under den.`,
    ],
  },
  en: {
    vanish: (count) =>
      count === 1
        ? 'This page would vanish from the published site, so nothing was published:'
        : `${count} pages would vanish from the published site, so nothing was published:`,
    more: (count) => `and ${count} more`,
    wholeSection: (pattern) => `All pages ${pattern} would vanish.`,
    share: (percent) =>
      `The site would lose ${percent} % of its pages. Is the content folder whole, and the clock right?`,
    redirectsDoNotSuffice: 'When so much vanishes, redirects alone do not do: say why in removals.yaml.',
    remedies: (example) => [
      'Do one of these for each:',
      '- Bring the page back. A service that has ended stays readable with the field withdrawn.',
      `- Redirect the address to another page in redirects.yaml: "${example}: /new/address/".`,
      `- Say in removals.yaml why the page is removed: "${example}: Reason." An address with * at its end means all below it.`,
    ],
  },
};
