import type { Redirects, Removals } from '../../schema/site-files.ts';
import { singleFiles } from '../../model/folders.ts';
import { lostAddresses } from '../lost-addresses.ts';
import { nearest } from '../nearest.ts';
import { namedPaths, unreadablePages } from '../page-paths.ts';
import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** A published address stays: it leads to its page, or on to another, or somebody says why it is gone. */
export const lostPages = rule('lost-addresses', {
  messages: {
    moved: {
      fi: [
        'osoite {from} katoaisi: sivu on nyt osoitteessa {to}',
        'Lisää tiedostoon redirects.yaml rivi "{from}: {to}" tai palauta vanha osoite.',
      ],
      sv: [
        'adressen {from} skulle försvinna: sidan har nu adressen {to}',
        'Lägg till raden "{from}: {to}" i redirects.yaml eller ta tillbaka den gamla adressen.',
      ],
      en: [
        'the address {from} would vanish: its page is at {to} now',
        'Add the line "{from}: {to}" to redirects.yaml, or bring the old address back.',
      ],
    },
    gone: {
      fi: [
        'sivu {from} katoaisi julkaistulta sivustolta',
        'Palauta sivu (päättynyt palvelu jää luettavaksi, kun lisäät sille kentän withdrawn), lisää tiedostoon redirects.yaml rivi "{from}: {to}" tai kerro tiedostossa removals.yaml, miksi sivu poistuu: "{from}: Syy."',
      ],
      sv: [
        'sidan {from} skulle försvinna från den publicerade webbplatsen',
        'Ta tillbaka sidan (en tjänst som upphört kan fortfarande läsas när du ger den fältet withdrawn), lägg till raden "{from}: {to}" i redirects.yaml eller berätta i removals.yaml varför sidan tas bort: "{from}: Orsak."',
      ],
      en: [
        'the page {from} would vanish from the published site',
        'Bring the page back (a service that has ended stays readable with the field withdrawn), add the line "{from}: {to}" to redirects.yaml, or say in removals.yaml why the page is removed: "{from}: Reason."',
      ],
    },
    many: {
      fi: [
        'sivustosta katoaisi {percent} % sivuista, ja näin suureen muutokseen pelkät ohjaukset eivät riitä',
        'Onko kansio content ehjä ja kello oikeassa? Jos sivut poistetaan tarkoituksella, kerro syy tiedostossa removals.yaml: "{pattern}: Syy." Merkki * tarkoittaa kaikkea osoitteen alla.',
      ],
      sv: [
        '{percent} % av sidorna skulle försvinna, och vid en så stor ändring räcker det inte med omdirigeringar',
        'Är mappen content hel och går klockan rätt? Om sidorna tas bort avsiktligt, berätta varför i removals.yaml: "{pattern}: Orsak." Tecknet * betyder allt under adressen.',
      ],
      en: [
        '{percent} % of the pages would vanish, and for so large a change redirects alone do not do',
        'Is the folder content whole, and the clock right? If the pages are removed on purpose, say why in removals.yaml: "{pattern}: Reason." The sign * means all below the address.',
      ],
    },
  },
  *find(reading: Reading) {
    if (reading.published.length === 0) return;
    const { singles } = reading;
    const pages = namedPaths(reading).filter(({ embargo }) => !embargo);
    const published = new Map(reading.published.map((page) => [page.path, page]));
    const unreadable = unreadablePages(reading);
    const { paths, shrinks, share, sections } = lostAddresses(
      [...published.keys()].filter((path) => !unreadable(path)),
      pages.map(({ path }) => path),
      {
        redirects: (singles.redirects?.data ?? {}) as Redirects,
        removals: (singles.removals?.data ?? {}) as Removals,
      },
    );
    if (shrinks && paths.length > 0)
      yield {
        at: startOf(singleFiles.removals.file),
        fault: 'many',
        percent: Math.round(share * 100),
        pattern: `${sections[0] ?? folderOf(paths[0]!)}*`,
      };
    const added = pages.filter(({ path }) => !published.has(path));
    for (const from of paths) {
      const { name } = published.get(from)!;
      const near = nearest(
        from,
        added.filter(({ path }) => folderOf(path) === folderOf(from)).map(({ path }) => path),
      );
      const now =
        pages.find((page) => name !== undefined && page.name === name) ??
        added.find(({ path }) => path === near);
      yield now
        ? { at: now.place?.() ?? startOf(singleFiles.redirects.file), fault: 'moved', from, to: now.path }
        : { at: startOf(singleFiles.redirects.file), fault: 'gone', from, to: folderOf(from) };
    }
  },
});

/** The path one step up: `/fi/palvelut/` of `/fi/palvelut/lakineuvonta/`. */
const folderOf = (path: string): string => path.replace(/[^/]+\/$/, '');
