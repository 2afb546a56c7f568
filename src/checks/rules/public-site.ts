import type { SiteFacts } from '../../schema/site.ts';
import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** Before the public sees the site, somebody answers for it: a build with `PRODUCTION=1` asks who. */
export const publicSite = rule('public-site', {
  explain: {
    fi: ({ field }: { field: string }) => [`kenttä ${field} on täyttämättä, eikä sivustoa voi julkaista`, 'Sovi julkaisijan kanssa ja kirjoita oikea tieto. Kokeilla voi ilman asetusta PRODUCTION=1.'],
    sv: ({ field }) => [`fältet ${field} är inte ifyllt, och webbplatsen kan inte publiceras`, 'Kom överens med utgivaren och skriv den rätta uppgiften. Utan inställningen PRODUCTION=1 går det att pröva.'],
    en: ({ field }) => [`${field} is not filled in, and the site cannot go public`, 'Agree with the publisher and write what is true. To try the site out, leave out PRODUCTION=1.'],
  },
  find: ({ singles, production }: Reading) => {
    const { data, document } = singles.site ?? {};
    if (!production || !data || !document) return [];
    const { publisher, feedback, security, url } = data as SiteFacts;
    const missing = Object.entries({ publisher, feedback, security, url: isExample(url) ? null : url }).filter(([, value]) => value === null);
    return missing.map(([field]) => ({ at: { ...document.yaml.placeOf([field]), field }, field }));
  },
});

/** Names that RFC 2606 keeps for examples. */
const isExample = (url: string): boolean => /(^|\.)example(\.(com|net|org))?$/.test(new URL(url).hostname);
