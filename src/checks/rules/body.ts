import { kindOf } from '../../kinds/kinds.ts';
import type { Folder } from '../../model/content.ts';
import { rule } from '../problem.ts';
import { type Body, textOf } from '../reading.ts';

export const bodyReadable = rule('body-readable', {
  messages: {
    syntax: {
      fi: [
        'tekstiä ei voi lukea',
        'Korjaa merkintä: < ja { kuuluvat vain komponentteihin, esimerkiksi <Timeline />.',
      ],
      sv: [
        'texten går inte att läsa',
        'Rätta märkningen: < och { hör bara till komponenter, till exempel <Timeline />.',
      ],
      en: [
        'the text cannot be read',
        'Mend the markup: < and { belong to components alone, for example <Timeline />.',
      ],
    },
    depth: {
      fi: ['tekstiä ei voi lukea', 'Poista sisäkkäiset luettelot, lainaukset ja sulkeet.'],
      sv: ['texten går inte att läsa', 'Ta bort listor, citat och parenteser inuti varandra.'],
      en: ['the text cannot be read', 'Remove the lists, quotes and brackets inside each other.'],
    },
  },
  findInBody: ({ error }) => (error ? [error] : []),
});

export const longestBody = (folder: string): number => kindOf(folder as Folder).text!.longest;
export const bodyLength = (body: Body): number =>
  (body.nodes[0]?.node.children ?? []).map(textOf).join('\n').trim().length;

export const bodyWritten = rule('body-written', {
  messages: {
    missing: {
      fi: ['teksti puuttuu', 'Kirjoita teksti alkutietojen alle.'],
      sv: ['texten saknas', 'Skriv texten under uppgifterna i början.'],
      en: ['the text is missing', 'Write the text below the fields.'],
    },
    'too-long': {
      fi: ['tekstissä on {length} merkkiä, enintään {maximum} sallitaan', 'Lyhennä tekstiä.'],
      sv: ['texten har {length} tecken, högst {maximum} tillåts', 'Förkorta texten.'],
      en: ['the text has {length} characters, at most {maximum} are permitted', 'Shorten the text.'],
    },
  },
  *findInBody(body) {
    const [root] = body.nodes;
    if (!root) return;
    const { file, folder } = body.document;
    const at = { file, line: body.firstLine, column: 1 };
    const length = bodyLength(body);
    const maximum = longestBody(folder);
    const hasComponent = (root.node.children ?? []).some(({ type }) => type.startsWith('mdxJsx'));
    if (length === 0 && !hasComponent) yield { at, fault: 'missing' };
    if (length > maximum) yield { at, fault: 'too-long', length, maximum };
  },
});
