import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { homePath, isListPart, sectionPath, coversPath } from '../i18n/addresses.ts';
import { languages } from '../i18n/languages.ts';
import type { Content } from '../model/content.ts';
import type { EditorLang } from '../schema/sentences.ts';

/** Addresses that the sitemap of a built site names, whole; none where there is no sitemap. */
export function sitemapOf(folder: string): string[] {
  const file = join(folder, 'sitemap.xml');
  const sitemap = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address!);
}

/** The same without the host. */
export const addressesOf = (folder: string): string[] =>
  sitemapOf(folder).flatMap((address) => URL.parse(address)?.pathname ?? []);

/**
 * Addresses that would vanish: published, and neither in the new site, nor redirected, nor named as removed.
 * When a site shrinks by more than a small part, or by a whole language or collection, redirects are no excuse: somebody says why.
 * @param published addresses of the published site
 * @param made addresses of the new one
 */
export function lostAddresses(
  published: string[],
  made: string[],
  { redirects, removals = {} }: Pick<Content, 'redirects' | 'removals'>,
): string[] {
  const noted = Object.keys(removals);
  const expected = published.filter(
    (path) => !isListPart(path) && !noted.some((note) => coversPath(note, path)),
  );
  const stays = new Set(made);
  const vanishing = expected.filter((path) => !stays.has(path));
  const pages = made.filter((path) => !isListPart(path));
  const shrinks =
    pages.length < expected.length * (1 - smallPart) ||
    starts.some((start) => below(start, expected).length > 0 && below(start, pages).length === 0);
  return shrinks ? vanishing : vanishing.filter((path) => !(path in redirects));
}

/** Where languages and collections begin. */
const starts = languages.flatMap((lang) => [
  homePath(lang),
  ...(['services', 'announcements'] as const).map((section) => sectionPath(lang, section)),
]);
const below = (start: string, paths: string[]): string[] =>
  paths.filter((path) => path.startsWith(start) && path !== start);

/** Addresses that are shown; the others are counted. */
const shown = 20;
/** A larger part of the pages does not vanish by an editor's wish alone. */
const smallPart = 0.05;

/** Tells an editor what would vanish, and the remedies. */
export function tellLoss(lost: string[], published: string[], lang: EditorLang): string {
  const t = sentences[lang];
  const whole = starts.filter((start) => nothingLeft(start, published, new Set(lost)));
  const part = lost.length / published.length;
  return [
    t.vanish(lost.length),
    ...lost.slice(0, shown).map((path) => `  ${path}`),
    ...(lost.length > shown ? [`  ${t.more(lost.length - shown)}`] : []),
    ...whole.map((start) => t.whole(`${start}*`)),
    ...(part > smallPart ? [t.part(Math.round(part * 100))] : []),
    ...(whole.length > 0 || part > smallPart ? [t.redirectsDoNotDo] : []),
    ...t.remedies(lost[0]!),
  ].join('\n');
}

function nothingLeft(start: string, published: string[], lost: Set<string>): boolean {
  const paths = below(start, published);
  return paths.length > 0 && paths.every((path) => lost.has(path));
}

type Sentences = {
  vanish: (count: number) => string;
  more: (count: number) => string;
  whole: (pattern: string) => string;
  part: (percent: number) => string;
  redirectsDoNotDo: string;
  remedies: (example: string) => string[];
};

const sentences: Record<EditorLang, Sentences> = {
  fi: {
    vanish: (count) =>
      count === 1
        ? 'Julkaistulta sivustolta katoaisi tämä sivu, eikä mitään julkaistu:'
        : `Julkaistulta sivustolta katoaisi ${count} sivua, eikä mitään julkaistu:`,
    more: (count) => `ja ${count} muuta`,
    whole: (pattern) => `Kaikki sivut ${pattern} katoaisivat.`,
    part: (percent) =>
      `Sivusto menettäisi ${percent} % sivuistaan. Onko kansio content ehjä ja kello oikeassa?`,
    redirectsDoNotDo:
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
    whole: (pattern) => `Alla sidor ${pattern} skulle försvinna.`,
    part: (percent) =>
      `Webbplatsen skulle förlora ${percent} % av sina sidor. Är mappen content hel och går klockan rätt?`,
    redirectsDoNotDo:
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
    whole: (pattern) => `All pages ${pattern} would vanish.`,
    part: (percent) =>
      `The site would lose ${percent} % of its pages. Is the content folder whole, and the clock right?`,
    redirectsDoNotDo: 'When so much vanishes, redirects alone do not do: say why in removals.yaml.',
    remedies: (example) => [
      'Do one of these for each:',
      '- Bring the page back. A service that has ended stays readable with the field withdrawn.',
      `- Redirect the address to another page in redirects.yaml: "${example}: /new/address/".`,
      `- Say in removals.yaml why the page is removed: "${example}: Reason." An address with * at its end means all below it.`,
    ],
  },
};
