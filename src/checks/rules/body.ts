import { kindOf } from '../../kinds/kinds.ts';
import type { Folder } from '../../model/content.ts';
import { rule } from '../problem.ts';
import { type Body, nodesOf, sourceOf, textOf } from '../reading.ts';
import { fieldsOf } from '../../schema/walk.ts';

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

/** A field below the line that ends the fields does nothing, and readers see it. */
export const fieldInBody = rule('field-in-body', {
  message: {
    fi: ['kenttä {name} on tekstissä, joten se jää näkyviin', '{where}'],
    sv: ['fältet {name} står i texten, så det blir synligt', '{where}'],
    en: ['the field {name} stands in the text, and shows', '{where}'],
  },
  *findInBody(body) {
    const { schema, text, name: kind } = kindOf(body.document.folder as Folder);
    const own = Object.keys(fieldsOf(text!.schema) ?? {});
    const ofFacts = Object.keys(fieldsOf(schema) ?? {});
    for (const { node, at } of nodesOf(body, 'paragraph'))
      for (const [index, line] of sourceOf(body, node).split('\n').entries()) {
        const [, name = ''] = /^\s*([a-z][A-Za-z]+):(?=\s|$)/.exec(line) ?? [];
        if (![...own, ...ofFacts].includes(name)) continue;
        const where = own.includes(name)
          ? {
              fi: 'Siirrä rivi tiedoston alkuun, ennen riviä ---.',
              sv: 'Flytta raden till början av filen, före raden ---.',
              en: 'Move the line to the beginning of the file, before ---.',
            }
          : {
              fi: `Siirrä rivi tiedostoon ${kind}.yaml.`,
              sv: `Flytta raden till filen ${kind}.yaml.`,
              en: `Move the line to ${kind}.yaml.`,
            };
        yield { at: { ...at, line: at.line + index, column: 1 }, name, where };
      }
  },
});
