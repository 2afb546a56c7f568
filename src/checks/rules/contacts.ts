import { ownDomains } from '../../schema/sentences.ts';
import { didYouMean, nearest } from '../nearest.ts';
import { atField, rule, startOf } from '../problem.ts';
import { allReferences } from './references.ts';

/** Each person or unit has one file: two files would soon disagree. */
export const oneContactEach = rule('one-contact-each', {
  message: {
    fi: ['{name} on jo tiedostossa {other}', 'Yhdistä tiedot yhteen tiedostoon.'],
    sv: ['{name} finns redan i filen {other}', 'Slå ihop uppgifterna i en fil.'],
    en: ['{name} is already in {other}', 'Put the data into one file.'],
  },
  *find({ entries }) {
    const fileOfName = new Map<string, string>();
    for (const { folder, facts } of entries) {
      if (folder !== 'contacts' || !facts?.data) continue;
      const { file } = facts.document;
      const written = facts.data['name'] as string | { fi: string };
      const name = typeof written === 'string' ? written : written.fi;
      const other = fileOfName.get(name.toLowerCase());
      fileOfName.set(name.toLowerCase(), other ?? file);
      if (other) yield { at: atField(facts.document, 'name'), name, other };
    }
  },
});

export const usedContacts = rule('used-contacts', {
  level: 'warning',
  message: {
    fi: [
      'mikään palvelu, tiedote, sivu tai toimiala ei viittaa tähän yhteystietoon',
      'Lisää viittaus tai poista yhteystieto, jos sitä ei tarvita.',
    ],
    sv: [
      'ingen tjänst, inget meddelande, ingen sida och ingen sektor hänvisar till kontakten',
      'Lägg till en hänvisning eller ta bort kontakten om den inte behövs.',
    ],
    en: [
      'no service, announcement, page or division names this contact',
      'Name it somewhere, or remove it if nobody needs it.',
    ],
  },
  *find(reading) {
    const used = new Set(
      allReferences(reading)
        .filter(({ kind }) => kind === 'contacts')
        .map(({ value }) => value),
    );
    for (const { folder, id, facts } of reading.entries)
      if (folder === 'contacts' && facts?.data && !used.has(id)) yield { at: startOf(facts.document.file) };
  },
});

/** Fields take addresses of their own organisations alone; in a text one that is nearly of them is mistyped. */
export const mailDomains = rule('mail-domains', {
  message: {
    fi: ['sähköpostiosoitteen {written} loppuosa näyttää väärältä', '{hint}'],
    sv: ['slutet av e-postadressen {written} ser fel ut', '{hint}'],
    en: ['the end of the e-mail address {written} looks wrong', '{hint}'],
  },
  *findInBody({ nodes, text }) {
    for (const { node, at } of text.includes('@') ? nodes : [])
      for (const [written, domain] of `${node.value ?? ''} ${node.url ?? ''}`.matchAll(
        /[\w.+-]+@((?:[\w-]+\.)+[a-z]+)/g,
      )) {
        const near = nearest(domain!, ownDomains);
        if (near && near !== domain) yield { at, written, hint: didYouMean(written.replace(domain!, near)) };
      }
  },
});
