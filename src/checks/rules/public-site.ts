import { type SiteFacts, siteFacts } from '../../schema/site-files.ts';
import { fieldsOf } from '../../schema/walk.ts';
import { atField, rule } from '../problem.ts';

/** A build with `PRODUCTION=1` needs a publisher, contacts and a real URL, and no page that waits for review. */
export const publicSite = rule('public-site', {
  messages: {
    unreviewed: {
      fi: [
        'julkaisija ei ole vielä tarkistanut sivua, eikä sivustoa voi julkaista',
        'Anna julkaisijan tarkistaa sivu ja poista rivi unreviewed. Kokeilla voi ilman asetusta PRODUCTION=1.',
      ],
      sv: [
        'utgivaren har ännu inte granskat sidan, och webbplatsen kan inte publiceras',
        'Låt utgivaren granska sidan och ta bort raden unreviewed. Utan inställningen PRODUCTION=1 går det att pröva.',
      ],
      en: [
        'the publisher has not reviewed the page yet, and the site cannot go public',
        'Let the publisher review the page and remove the line unreviewed. To try the site out, leave out PRODUCTION=1.',
      ],
    },
    'not-filled-in': {
      fi: [
        'kenttä {field} on täyttämättä, eikä sivustoa voi julkaista',
        'Sovi julkaisijan kanssa ja kirjoita oikea tieto: {form}. Kokeilla voi ilman asetusta PRODUCTION=1.',
      ],
      sv: [
        'fältet {field} är inte ifyllt, och webbplatsen kan inte publiceras',
        'Kom överens med utgivaren och skriv den rätta uppgiften: {form}. Utan inställningen PRODUCTION=1 går det att pröva.',
      ],
      en: [
        '{field} is not filled in, and the site cannot go public',
        'Agree with the publisher and write what is true: {form}. To try the site out, leave out PRODUCTION=1.',
      ],
    },
  },
  *find({ singles, entries, production }) {
    const { document } = singles.site ?? {};
    if (!production || !document) return;
    // The raw data: a mistake in another field must not keep these for a second round.
    const raw = (document.yaml.data ?? {}) as Record<string, unknown>;
    const missing = (['publisher', 'feedback', 'security', 'url'] as const).filter(
      (field) => raw[field] === null || (field === 'url' && isExample(raw[field])),
    );
    for (const field of missing)
      yield { at: atField(document, field), fault: 'not-filled-in', field, form: formOf(field) };
    for (const { facts } of entries)
      if (facts?.data?.['unreviewed'])
        yield { at: atField(facts.document, 'unreviewed'), fault: 'unreviewed' };
  },
});

/** How a setting is written, with the names of the fields inside it: `security: { contact: …, expires: … }`. */
function formOf(field: keyof SiteFacts): string {
  const inner = Object.keys(fieldsOf(siteFacts.shape[field]) ?? {});
  return `${field}: ${inner.length > 0 ? `{ ${inner.map((name) => `${name}: …`).join(', ')} }` : '…'}`;
}

/** Whether a URL has a host that RFC 2606 reserves for examples. */
export const isExample = (url: unknown): boolean =>
  /(^|\.)example(\.(com|net|org))?$/.test(URL.parse(String(url))?.hostname ?? '');
