import GithubSlugger from 'github-slugger';
import { decoded } from '../../i18n/format.ts';
import { languages } from '../../i18n/languages.ts';
import { nearest } from '../nearest.ts';
import { pagePaths, pathOf, shownMoment, unreadablePages } from '../page-paths.ts';
import { type Place, rule } from '../problem.ts';
import { type Body, type Reading, textOf } from '../reading.ts';
import { linkFault } from './link-addresses.ts';

type Finding = {
  at: Place;
  fault: 'page' | 'ahead' | 'anchor' | 'file';
  target: string;
  moment?: string;
  near?: string | undefined;
};

/** Files beside the pages: feeds, open data, contacts to keep. Whether they exist shows when the site is built. */
const file = /\/[a-z-]+\.(schema\.json|json|jsonld|csv|xml|vcf)$/;

/** Links inside the site lead to pages and headings that exist. */
export const linkTargets = rule('link-targets', {
  explain: {
    fi: ({ fault, target, moment, near }: Finding) =>
      (
        ({
          page: [
            `sivua ${target} ei ole`,
            near
              ? `Tarkoititko: ${near}?`
              : 'Tarkista osoite: sen saa avaamalla sivun ja kopioimalla osoiterivin.',
          ],
          ahead: [
            `sivu ${target} tulee julki vasta ${moment}`,
            'Lisää linkki vasta sen jälkeen: se paljastaisi tiedotteen.',
          ],
          anchor: [
            `otsikkoa ${target} ei ole sillä sivulla`,
            near ? `Tarkoititko: #${near}?` : 'Tarkista otsikko, johon linkki vie.',
          ],
          file: [
            `${target} on tiedosto eikä sivu`,
            'Linkitä sivun osoitteeseen, esimerkiksi ../lakineuvonta/.',
          ],
        }) as const
      )[fault] as [string, string],
    sv: ({ fault, target, moment, near }) =>
      (
        ({
          page: [
            `sidan ${target} finns inte`,
            near ? `Menade du: ${near}?` : 'Kontrollera adressen: öppna sidan och kopiera adressraden.',
          ],
          ahead: [
            `sidan ${target} blir offentlig först ${moment}`,
            'Lägg till länken först efter det: den skulle avslöja meddelandet.',
          ],
          anchor: [
            `rubriken ${target} finns inte på den sidan`,
            near ? `Menade du: #${near}?` : 'Kontrollera rubriken som länken leder till.',
          ],
          file: [
            `${target} är en fil, inte en sida`,
            'Länka till sidans adress, till exempel ../juridisk-radgivning/.',
          ],
        }) as const
      )[fault] as [string, string],
    en: ({ fault, target, moment, near }) =>
      (
        ({
          page: [
            `there is no page ${target}`,
            near ? `Did you mean: ${near}?` : 'Check the address: open the page and copy the address bar.',
          ],
          ahead: [
            `the page ${target} is public only from ${moment}`,
            'Add the link after that: it would tell of the announcement.',
          ],
          anchor: [
            `that page has no heading ${target}`,
            near ? `Did you mean: #${near}?` : 'Check the heading that the link leads to.',
          ],
          file: [
            `${target} is a file, not a page`,
            'Link to the address of the page, for example ../legal-advice/.',
          ],
        }) as const
      )[fault] as [string, string],
  },
  find: (reading: Reading) => {
    const pages = pagePaths(reading);
    const unreadable = unreadablePages(reading);
    const pathOfFile = new Map(
      reading.entries.flatMap(({ folder, texts }) =>
        languages.map((lang) => [texts[lang]?.document.file, pathOf(folder, lang, texts[lang])] as const),
      ),
    );
    const anchors = new Map(
      reading.bodies.map((body) => [
        pathOfFile.get(body.document.file),
        body.nodes.length > 0 ? anchorsOf(body) : undefined,
      ]),
    );
    const nearestPages = new Map<string, string | undefined>();
    const nearestPage = (path: string): string | undefined => {
      if (!nearestPages.has(path)) nearestPages.set(path, nearestAmong([...pages.keys()], path));
      return nearestPages.get(path);
    };
    return reading.bodies.flatMap((body) => {
      const own = pathOfFile.get(body.document.file);
      const from = site + (own ?? '/');
      return body.nodes.flatMap(({ node, at }): Finding[] => {
        // What leads nowhere or to an unfit place is told by the rule for addresses.
        if (
          node.type !== 'link' ||
          node.url === undefined ||
          linkFault(node.url) ||
          !URL.canParse(node.url, from)
        )
          return [];
        const { origin, pathname, hash } = new URL(node.url, from);
        if (origin !== site) return [];
        if (/\.(mdx?|yaml)$/.test(pathname)) return [{ at, fault: 'file', target: node.url }];
        if (!pages.has(pathname) && !file.test(pathname))
          return unreadable(pathname)
            ? []
            : [{ at, fault: 'page', target: node.url, near: nearestPage(pathname) }];
        const moment = pages.get(pathname);
        // Announcements that come out together may speak of each other.
        if (moment && !(own && moment <= (pages.get(own) ?? reading.now)))
          return [{ at, fault: 'ahead', target: node.url, moment: shownMoment(moment) }];
        const anchor = decoded(hash.slice(1));
        const known = anchors.get(pathname);
        return anchor && known && !known.has(anchor)
          ? [{ at, fault: 'anchor', target: anchor, near: nearest(anchor, known) }]
          : [];
      });
    });
  },
});

const site = 'https://site.example';

/** The page with the most similar name in the same place. */
function nearestAmong(paths: string[], path: string): string | undefined {
  const [, parent = '/', name = ''] = /^(.*\/)([^/]+)\/?$/.exec(path) ?? [];
  const siblings = paths
    .filter((other) => other.startsWith(parent))
    .map((other) => other.slice(parent.length, -1));
  const near = nearest(
    name,
    siblings.filter((sibling) => sibling !== '' && !sibling.includes('/')),
  );
  return near && `${parent}${near}/`;
}

/** The anchors that Astro gives the headings of a body. */
function anchorsOf(body: Body): Set<string> {
  const slugger = new GithubSlugger();
  return new Set(
    body.nodes.filter(({ node }) => node.type === 'heading').map(({ node }) => slugger.slug(textOf(node))),
  );
}
