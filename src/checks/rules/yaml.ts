import { mostPerFile, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

type Words = Record<string, [string, string]>;
const fi: Words = {
  DUPLICATE_KEY: ['sama kenttä on kahdesti', 'Poista toinen riveistä.'],
  TAB_AS_INDENT: ['rivi on sisennetty sarkaimella', 'Sisennä välilyönneillä, kaksi tasoa kohti.'],
  MISSING_CHAR: ['lainausmerkki tai sulku puuttuu', 'Lisää puuttuva merkki rivin loppuun.'],
  ALIAS: ['viittaukset (& ja *) eivät ole sallittuja', 'Kirjoita arvo kokonaan.'],
  DANGEROUS_KEY: ['tämä kentän nimi ei ole sallittu', 'Poista rivi.'],
  TAG_RESOLVE_FAILED: [
    'huutomerkillä alkavat merkinnät eivät ole sallittuja',
    'Poista merkintä tai kirjoita arvo lainausmerkkeihin.',
  ],
  MULTIPLE_DOCS: ['tiedostossa on toinen --- rivi', 'Poista ylimääräinen --- rivi.'],
  TOO_DEEP: ['sulkeita on liikaa sisäkkäin', 'Kirjoita arvot omille riveilleen.'],
  YES_OR_NO: [
    'moni ohjelma lukee tämän sanan totuusarvoksi (yes, no, on, off)',
    'Kirjoita se lainausmerkkeihin, esimerkiksi "no".',
  ],
  ESCAPE: [
    'merkki on kirjoitettu koodina (\\x, \\u, \\n)',
    'Kirjoita merkki itse. Kenoviiva kirjoitetaan lainausmerkeissä kahdesti: \\\\.',
  ],
  other: [
    'riviä ei voi lukea',
    'Jos tekstissä on kaksoispiste, # tai lainausmerkki, kirjoita koko arvo lainausmerkkeihin: title: "Huom: suljettu".',
  ],
};
const sv: Words = {
  DUPLICATE_KEY: ['samma fält finns två gånger', 'Ta bort den ena raden.'],
  TAB_AS_INDENT: ['raden är indragen med tabb', 'Dra in med mellanslag, två för varje nivå.'],
  MISSING_CHAR: ['ett citattecken eller en parentes saknas', 'Lägg till tecknet i slutet av raden.'],
  ALIAS: ['hänvisningar (& och *) är inte tillåtna', 'Skriv ut värdet.'],
  DANGEROUS_KEY: ['fältnamnet är inte tillåtet', 'Ta bort raden.'],
  TAG_RESOLVE_FAILED: [
    'märken som börjar med utropstecken är inte tillåtna',
    'Ta bort märket eller skriv värdet inom citattecken.',
  ],
  MULTIPLE_DOCS: ['filen har en andra rad med ---', 'Ta bort den extra raden ---.'],
  TOO_DEEP: ['för många parenteser inuti varandra', 'Skriv värdena på egna rader.'],
  YES_OR_NO: [
    'många program läser det här ordet som sant eller falskt (yes, no, on, off)',
    'Skriv det inom citattecken, till exempel "no".',
  ],
  ESCAPE: [
    'ett tecken är skrivet som en kod (\\x, \\u, \\n)',
    'Skriv själva tecknet. Ett bakstreck skrivs två gånger inom citattecken: \\\\.',
  ],
  other: [
    'raden går inte att läsa',
    'Om texten har kolon, # eller citattecken, skriv hela värdet inom citattecken: title: "Obs: stängt".',
  ],
};
const en: Words = {
  DUPLICATE_KEY: ['the same field is there twice', 'Remove one of the lines.'],
  TAB_AS_INDENT: ['the line is indented with a tab', 'Indent with spaces, two for each level.'],
  MISSING_CHAR: ['a quotation mark or bracket is missing', 'Add it at the end of the line.'],
  ALIAS: ['references (& and *) are not permitted', 'Write the value out.'],
  DANGEROUS_KEY: ['this field name is not permitted', 'Remove the line.'],
  TAG_RESOLVE_FAILED: [
    'tags that begin with ! are not permitted',
    'Remove the tag or put the value in quotes.',
  ],
  MULTIPLE_DOCS: ['the file has a second line ---', 'Remove the extra line ---.'],
  TOO_DEEP: ['too many brackets inside each other', 'Write the values on lines of their own.'],
  YES_OR_NO: [
    'many programs read this word as true or false (yes, no, on, off)',
    'Put it in quotes, for example "no".',
  ],
  ESCAPE: [
    'a character is written as a code (\\x, \\u, \\n)',
    'Write the character itself. In quotes a backslash is written twice: \\\\.',
  ],
  other: [
    'the line cannot be read',
    'If the text has a colon, # or a quotation mark, put the whole value in quotes: title: "Note: closed".',
  ],
};
const told =
  (words: Words) =>
  ({ code }: { code: string }): [string, string] =>
    words[code] ?? words['other']!;

export const yaml = rule('yaml', {
  explain: { fi: told(fi), sv: told(sv), en: told(en) },
  find: ({ documents }: Reading) =>
    // One slip often gives a row of errors; the first one of a line is the one to mend.
    documents.flatMap(({ text, yaml: { errors } }) => {
      if (errors.length === 0) return [];
      const written = text.split('\n');
      const lines = new Map(errors.toReversed().map((error) => [error.place.line, error]));
      return [...lines.values()]
        .slice(-mostPerFile)
        .map(({ code, place }) => ({ at: { ...place, ...fieldOn(written[place.line - 1]) }, code }));
    }),
});

/** The field that begins on a line, if one does. */
function fieldOn(line = ''): { field?: string } {
  const [, field] = /^[\s-]*([\w-]+)\s*:/.exec(line) ?? [];
  return field ? { field } : {};
}
