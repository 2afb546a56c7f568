import { type Message, mostPerFile, rule } from '../problem.ts';

/** Messages by error code, of the YAML parser and of read-document.ts; `other` is for all other codes. */
const messages = {
  DUPLICATE_KEY: {
    fi: ['sama kenttä on kahdesti', 'Poista toinen riveistä.'],
    sv: ['samma fält finns två gånger', 'Ta bort den ena raden.'],
    en: ['the same field is there twice', 'Remove one of the lines.'],
  },
  TAB_AS_INDENT: {
    fi: ['rivi on sisennetty sarkaimella', 'Sisennä välilyönneillä, kaksi tasoa kohti.'],
    sv: ['raden är indragen med tabb', 'Dra in med mellanslag, två för varje nivå.'],
    en: ['the line is indented with a tab', 'Indent with spaces, two for each level.'],
  },
  MISSING_CHAR: {
    fi: ['lainausmerkki tai sulku puuttuu', 'Lisää puuttuva merkki rivin loppuun.'],
    sv: ['ett citattecken eller en parentes saknas', 'Lägg till tecknet i slutet av raden.'],
    en: ['a quotation mark or bracket is missing', 'Add it at the end of the line.'],
  },
  ALIAS: {
    fi: ['viittaukset (& ja *) eivät ole sallittuja', 'Kirjoita arvo kokonaan.'],
    sv: ['hänvisningar (& och *) är inte tillåtna', 'Skriv ut värdet.'],
    en: ['references (& and *) are not permitted', 'Write the value out.'],
  },
  DANGEROUS_KEY: {
    fi: ['tämä kentän nimi ei ole sallittu', 'Poista rivi.'],
    sv: ['fältnamnet är inte tillåtet', 'Ta bort raden.'],
    en: ['this field name is not permitted', 'Remove the line.'],
  },
  TAG_RESOLVE_FAILED: {
    fi: [
      'huutomerkillä alkavat merkinnät eivät ole sallittuja',
      'Poista merkintä tai kirjoita arvo lainausmerkkeihin.',
    ],
    sv: [
      'märken som börjar med utropstecken är inte tillåtna',
      'Ta bort märket eller skriv värdet inom citattecken.',
    ],
    en: ['tags that begin with ! are not permitted', 'Remove the tag or put the value in quotes.'],
  },
  MULTIPLE_DOCS: {
    fi: ['tiedostossa on toinen --- rivi', 'Poista ylimääräinen --- rivi.'],
    sv: ['filen har en andra rad med ---', 'Ta bort den extra raden ---.'],
    en: ['the file has a second line ---', 'Remove the extra line ---.'],
  },
  TOO_DEEP: {
    fi: ['sulkeita on liikaa sisäkkäin', 'Kirjoita arvot omille riveilleen.'],
    sv: ['för många parenteser inuti varandra', 'Skriv värdena på egna rader.'],
    en: ['too many brackets inside each other', 'Write the values on lines of their own.'],
  },
  YES_OR_NO: {
    fi: [
      'moni ohjelma lukee tämän sanan totuusarvoksi (yes, no, on, off)',
      'Kirjoita se lainausmerkkeihin, esimerkiksi "no".',
    ],
    sv: [
      'många program läser det här ordet som sant eller falskt (yes, no, on, off)',
      'Skriv det inom citattecken, till exempel "no".',
    ],
    en: [
      'many programs read this word as true or false (yes, no, on, off)',
      'Put it in quotes, for example "no".',
    ],
  },
  COMMENT: {
    fi: ['arvo katkeaa merkkiin #', 'Kirjoita koko arvo lainausmerkkeihin: title: "Laki #uusi".'],
    sv: ['värdet tar slut vid tecknet #', 'Skriv hela värdet inom citattecken: title: "Lag #ny".'],
    en: ['the value ends at the mark #', 'Put the whole value in quotes: title: "Act #new".'],
  },
  ESCAPE: {
    fi: [
      'merkki on kirjoitettu koodina (\\x, \\u, \\n)',
      'Kirjoita merkki itse. Kenoviiva kirjoitetaan lainausmerkeissä kahdesti: \\\\.',
    ],
    sv: [
      'ett tecken är skrivet som en kod (\\x, \\u, \\n)',
      'Skriv själva tecknet. Ett bakstreck skrivs två gånger inom citattecken: \\\\.',
    ],
    en: [
      'a character is written as a code (\\x, \\u, \\n)',
      'Write the character itself. In quotes a backslash is written twice: \\\\.',
    ],
  },
  other: {
    fi: [
      'riviä ei voi lukea',
      'Jos tekstissä on kaksoispiste, # tai lainausmerkki, kirjoita koko arvo lainausmerkkeihin: title: "Huom: suljettu".',
    ],
    sv: [
      'raden går inte att läsa',
      'Om texten har kolon, # eller citattecken, skriv hela värdet inom citattecken: title: "Obs: stängt".',
    ],
    en: [
      'the line cannot be read',
      'If the text has a colon, # or a quotation mark, put the whole value in quotes: title: "Note: closed".',
    ],
  },
} satisfies Record<string, Message>;

const hasMessage = (code: string): code is keyof typeof messages => Object.hasOwn(messages, code);

export const yaml = rule('yaml', {
  messages,
  *find({ documents }) {
    for (const { text, yaml } of documents) {
      if (yaml.errors.length === 0) continue;
      const lines = text.split('\n');
      // One mistake often causes several errors on a line; the first is the one to correct.
      const firstOfLine = new Map(yaml.errors.toReversed().map((error) => [error.place.line, error]));
      for (const { code, place } of [...firstOfLine.values()].slice(-mostPerFile))
        yield {
          at: { ...place, ...fieldOn(lines[place.line - 1]) },
          fault: hasMessage(code) ? code : 'other',
        };
    }
  },
});

/** The name of the field that a line begins with, if any. */
function fieldOn(line = ''): { field?: string } {
  const [, field] = /^[\s-]*([\w-]+)\s*:/.exec(line) ?? [];
  return field ? { field } : {};
}
