import { decoded } from '../../i18n/format.ts';
import { headingIds } from '../../i18n/heading-ids.ts';
import { languages } from '../../i18n/languages.ts';
import { distanceBetween } from '../../model/edit-distance.ts';
import { memoize } from '../../model/memoize.ts';
import type { Sentence } from '../../schema/sentences.ts';
import type { Redirects } from '../../schema/site-files.ts';
import { didYouMean, nearest } from '../nearest.ts';
import { namedPaths, never, pagePaths, pathOf, shownMoment, unreadablePages } from '../page-paths.ts';
import { mostPerFile, rule } from '../problem.ts';
import { type Body, nodesOf, textOf } from '../reading.ts';
import { linkFault } from './link-addresses.ts';

/**
 * Feeds, open data and contact cards, which the build generates. Links to them are checked in the built site.
 */
const generatedFile = /\/[a-z-]+\.(schema\.json|json|jsonld|csv|xml|vcf)$/;

/** Internal links lead to pages and headings that exist and are published. */
export const linkTargets = rule('link-targets', {
  messages: {
    page: {
      fi: ['sivua {target} ei ole', '{hint}'],
      sv: ['sidan {target} finns inte', '{hint}'],
      en: ['there is no page {target}', '{hint}'],
    },
    ahead: {
      fi: [
        'sivu {target} tulee julki vasta {moment}',
        'Lisää linkki vasta sen jälkeen: se paljastaisi tiedotteen.',
      ],
      sv: [
        'sidan {target} blir offentlig först {moment}',
        'Lägg till länken först efter det: den skulle avslöja meddelandet.',
      ],
      en: [
        'the page {target} is public only from {moment}',
        'Add the link after that: it would tell of the announcement.',
      ],
    },
    draft: {
      fi: ['sivu {target} on luonnos, eikä se näy sivustolla', 'Lisää linkki vasta, kun sivu julkaistaan.'],
      sv: [
        'sidan {target} är ett utkast och syns inte på webbplatsen',
        'Lägg till länken först när sidan publiceras.',
      ],
      en: [
        'the page {target} is a draft, which the site does not show',
        'Add the link when the page is published.',
      ],
    },
    anchor: {
      fi: ['otsikkoa {target} ei ole sillä sivulla', '{hint}'],
      sv: ['rubriken {target} finns inte på den sidan', '{hint}'],
      en: ['that page has no heading {target}', '{hint}'],
    },
    file: {
      fi: ['{target} on tiedosto eikä sivu', 'Linkitä sivun osoitteeseen, esimerkiksi ../lakineuvonta/.'],
      sv: [
        '{target} är en fil, inte en sida',
        'Länka till sidans adress, till exempel ../juridisk-radgivning/.',
      ],
      en: [
        '{target} is a file, not a page',
        'Link to the address of the page, for example ../legal-advice/.',
      ],
    },
  },
  *find(reading) {
    const pages = pagePaths(reading);
    const unreadable = unreadablePages(reading);
    const pathOfFile = new Map(
      reading.entries.flatMap(({ folder, texts }) =>
        languages.map((lang) => [texts[lang]?.document.file, pathOf(folder, lang, texts[lang])] as const),
      ),
    );
    const bodyAt = new Map(reading.bodies.map((body) => [pathOfFile.get(body.document.file), body]));
    const redirects = (reading.singles.redirects?.data ?? {}) as Redirects;
    const moved = (path: string): string | undefined => {
      const name = reading.published.find((page) => page.path === path && page.name)?.name;
      return redirects[path] ?? (name && namedPaths(reading).find((page) => page.name === name)?.path);
    };
    let unknownAnchors = 0;
    const nearestPages = new Map<string, string | undefined>();
    const nearestPage = (path: string): string | undefined => {
      if (!nearestPages.has(path)) nearestPages.set(path, nearestAmong([...pages.keys()], path));
      return nearestPages.get(path);
    };
    for (const body of reading.bodies) {
      const own = pathOfFile.get(body.document.file);
      const from = ownOrigin + (own ?? '/');
      for (const { node, at } of nodesOf(body, 'link')) {
        const target = node.url!;
        const url = URL.parse(target, from);
        // Links without a valid address are reported by the rule link-addresses.
        if (url?.origin !== ownOrigin || linkFault(target)) continue;
        const { pathname, hash } = url;
        if (/\.(mdx?|yaml)$/.test(pathname)) {
          yield { at, fault: 'file', target };
          continue;
        }
        if (!pages.has(pathname) && !generatedFile.test(pathname)) {
          const near = moved(pathname) ?? nearestPage(pathname);
          if (!unreadable(pathname))
            yield { at, fault: 'page', target, hint: near ? didYouMean(near) : copyAddress };
          continue;
        }
        const moment = pages.get(pathname);
        // Announcements that are published at the same time may link to each other.
        if (moment && !(own && moment <= (pages.get(own) ?? reading.now))) {
          if (moment === never) yield { at, fault: 'draft', target };
          else yield { at, fault: 'ahead', target, moment: shownMoment(moment) };
          continue;
        }
        const anchor = decoded(hash.slice(1));
        const linked = anchor ? bodyAt.get(pathname) : undefined;
        if (linked && linked.nodes.length > 0 && !anchorsOf(linked).has(anchor)) {
          unknownAnchors += 1;
          const near = unknownAnchors > mostPerFile ? undefined : nearest(anchor, anchorsOf(linked));
          yield { at, fault: 'anchor', target: anchor, hint: near ? didYouMean(`#${near}`) : seeHeading };
        }
      }
    }
  },
});

const copyAddress: Sentence = {
  fi: 'Tarkista osoite: sen saa avaamalla sivun ja kopioimalla osoiterivin.',
  sv: 'Kontrollera adressen: öppna sidan och kopiera adressraden.',
  en: 'Check the address: open the page and copy the address bar.',
};
const seeHeading: Sentence = {
  fi: 'Tarkista otsikko, johon linkki vie.',
  sv: 'Kontrollera rubriken som länken leder till.',
  en: 'Check the heading that the link leads to.',
};

/** Stands in for the origin of the site, to resolve relative links. */
const ownOrigin = 'https://site.example';

const mostSlips = 3;

function nearestAmong(paths: string[], path: string): string | undefined {
  const [, parent = '/', name = ''] = /^(.*\/)([^/]+)\/?$/.exec(path) ?? [];
  const siblings = paths
    .filter((other) => other.startsWith(parent))
    .map((other) => other.slice(parent.length, -1));
  const near = nearest(
    name,
    siblings.filter((sibling) => sibling !== '' && !sibling.includes('/')),
  );
  // Addresses are compounds that share their ends: only a slip of the keyboard is near.
  return near && distanceBetween(name, near) <= mostSlips ? `${parent}${near}/` : undefined;
}

const anchorsOf = memoize((body: Body) => {
  const idOf = headingIds();
  return new Set(nodesOf(body, 'heading').map(({ node }) => idOf(textOf(node))));
});
