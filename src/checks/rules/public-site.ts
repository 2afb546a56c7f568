import type { SiteFacts } from '../../schema/site-files.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** A build with `PRODUCTION=1` needs a publisher, contacts and a real URL, and no drafts. */
export const publicSite = rule('public-site', {
  messages: {
    draft: {
      fi: [
        'sivu on vielä luonnos, eikä sivustoa voi julkaista',
        'Anna julkaisijan tarkistaa sivu ja poista rivi draft. Kokeilla voi ilman asetusta PRODUCTION=1.',
      ],
      sv: [
        'sidan är ännu ett utkast, och webbplatsen kan inte publiceras',
        'Låt utgivaren granska sidan och ta bort raden draft. Utan inställningen PRODUCTION=1 går det att pröva.',
      ],
      en: [
        'the page is still a draft, and the site cannot go public',
        'Let the publisher review the page and remove the line draft. To try the site out, leave out PRODUCTION=1.',
      ],
    },
    'not-filled-in': ({ field }: { field: string }) => ({
      fi: [
        `kenttä ${field} on täyttämättä, eikä sivustoa voi julkaista`,
        'Sovi julkaisijan kanssa ja kirjoita oikea tieto. Kokeilla voi ilman asetusta PRODUCTION=1.',
      ],
      sv: [
        `fältet ${field} är inte ifyllt, och webbplatsen kan inte publiceras`,
        'Kom överens med utgivaren och skriv den rätta uppgiften. Utan inställningen PRODUCTION=1 går det att pröva.',
      ],
      en: [
        `${field} is not filled in, and the site cannot go public`,
        'Agree with the publisher and write what is true. To try the site out, leave out PRODUCTION=1.',
      ],
    }),
  },
  *find({ singles, entries, production }: Reading) {
    const { data, document } = singles.site ?? {};
    if (!production || !data || !document) return;
    const { publisher, feedback, security, url } = data as SiteFacts;
    const missing = Object.entries({
      publisher,
      feedback,
      security,
      url: isExample(url) ? null : url,
    }).filter(([, value]) => value === null);
    const drafts = entries.flatMap(({ facts }) => (facts?.data?.['draft'] ? [facts.document] : []));
    for (const [field] of missing)
      yield { at: { ...document.yaml.placeOf([field]), field }, fault: 'not-filled-in', field };
    for (const { yaml } of drafts)
      yield { at: { ...yaml.placeOf(['draft']), field: 'draft' }, fault: 'draft' };
  },
});

/** Whether a URL has a host that RFC 2606 reserves for examples. */
const isExample = (url: string): boolean => /(^|\.)example(\.(com|net|org))?$/.test(new URL(url).hostname);
