import GithubSlugger from 'github-slugger';
import { entryPath, freePagePath } from '../../i18n/addresses.ts';
import { type Lang, languages } from '../../i18n/languages.ts';
import type { BilingualFolder } from '../../model/folders.ts';
import { pagePaths, shownMoment } from '../page-paths.ts';
import { type Place, rule } from '../problem.ts';
import { type Body, type Part, type Reading, textOf } from '../reading.ts';

type Finding = { at: Place; fault: 'page' | 'ahead' | 'anchor' | 'file'; target: string; moment?: string };

/** Files beside the pages: feeds, open data, contacts to keep. Whether they exist shows when the site is built. */
const file = /\/[a-z-]+\.(schema\.json|json|jsonld|csv|xml|vcf)$/;

/** Links inside the site lead to pages and headings that exist. */
export const linkTargets = rule('link-targets', {
  explain: {
    fi: ({ fault, target, moment }: Finding) => ({
      page: [`sivua ${target} ei ole`, 'Tarkista osoite: sen saa avaamalla sivun ja kopioimalla osoiterivin.'],
      ahead: [`sivu ${target} tulee julki vasta ${moment}`, 'Lisää linkki vasta sen jälkeen: se paljastaisi tiedotteen.'],
      anchor: [`otsikkoa ${target} ei ole sillä sivulla`, 'Tarkista otsikko, johon linkki vie.'],
      file: [`${target} on tiedosto eikä sivu`, 'Linkitä sivun osoitteeseen, esimerkiksi ../lakineuvonta/.'],
    } as const)[fault] as [string, string],
    sv: ({ fault, target, moment }) => ({
      page: [`sidan ${target} finns inte`, 'Kontrollera adressen: öppna sidan och kopiera adressraden.'],
      ahead: [`sidan ${target} blir offentlig först ${moment}`, 'Lägg till länken först efter det: den skulle avslöja meddelandet.'],
      anchor: [`rubriken ${target} finns inte på den sidan`, 'Kontrollera rubriken som länken leder till.'],
      file: [`${target} är en fil, inte en sida`, 'Länka till sidans adress, till exempel ../juridisk-radgivning/.'],
    } as const)[fault] as [string, string],
    en: ({ fault, target, moment }) => ({
      page: [`there is no page ${target}`, 'Check the address: open the page and copy the address bar.'],
      ahead: [`the page ${target} is public only from ${moment}`, 'Add the link after that: it would tell of the announcement.'],
      anchor: [`that page has no heading ${target}`, 'Check the heading that the link leads to.'],
      file: [`${target} is a file, not a page`, 'Link to the address of the page, for example ../legal-advice/.'],
    } as const)[fault] as [string, string],
  },
  find: (reading: Reading) => {
    const pages = pagePaths(reading);
    const paths = new Map(reading.entries.flatMap(({ folder, texts }) => languages.map((lang) => [texts[lang]?.document.file, pathOf(folder, lang, texts[lang])] as const)));
    const anchors = new Map(reading.bodies.map((body) => [paths.get(body.document.file), anchorsOf(body)]));
    return reading.bodies.flatMap((body) => {
      const own = paths.get(body.document.file);
      return body.nodes.flatMap(({ node, at }): Finding[] => {
        if ((node.type !== 'link' && node.type !== 'definition') || node.url === undefined || /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(node.url)) return [];
        const url = new URL(node.url, `https://site.example${own ?? '/'}`);
        if (/\.(mdx?|yaml)$/.test(url.pathname)) return [{ at, fault: 'file', target: node.url }];
        const pathname = safeDecode(url.pathname);
        if (!pages.has(pathname) && !file.test(pathname)) return [{ at, fault: 'page', target: node.url }];
        const moment = pages.get(pathname);
        // Announcements that come out together may speak of each other.
        if (moment && !(own && moment <= (pages.get(own) ?? reading.now))) return [{ at, fault: 'ahead', target: node.url, moment: shownMoment(moment) }];
        const anchor = safeDecode(url.hash.slice(1));
        const known = anchors.get(pathname);
        return anchor && known && !known.has(anchor) ? [{ at, fault: 'anchor', target: anchor }] : [];
      });
    });
  },
});

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function pathOf(folder: BilingualFolder, lang: Lang, text: Part | undefined): string | undefined {
  const address = text?.data?.['address'];
  if (typeof address !== 'string') return undefined;
  return folder === 'pages' ? freePagePath(lang, address) : entryPath(lang, folder, address);
}

/** The anchors that Astro gives the headings of a body. */
function anchorsOf(body: Body): Set<string> {
  const slugger = new GithubSlugger();
  return new Set(body.nodes.filter(({ node }) => node.type === 'heading').map(({ node }) => slugger.slug(textOf(node))));
}
