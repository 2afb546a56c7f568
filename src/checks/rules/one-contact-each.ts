import { type Place, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** Each person or unit has one file: two files would soon disagree. */
export const oneContactEach = rule('one-contact-each', {
  message: ({ name, other }: { name: string; other: string }) => ({
    fi: [`${name} on jo tiedostossa ${other}`, 'Yhdistä tiedot yhteen tiedostoon.'],
    sv: [`${name} finns redan i filen ${other}`, 'Slå ihop uppgifterna i en fil.'],
    en: [`${name} is already in ${other}`, 'Put the data into one file.'],
  }),
  find: ({ entries }: Reading) => {
    const fileOfName = new Map<string, string>();
    return entries.flatMap(({ folder, facts }): { at: Place; name: string; other: string }[] => {
      if (folder !== 'contacts' || !facts) return [];
      const { data, document } = facts;
      const value = data?.['name'];
      const name = typeof value === 'string' ? value : (value as { fi?: string } | undefined)?.fi;
      if (!name) return [];
      const other = fileOfName.get(name.toLowerCase());
      fileOfName.set(name.toLowerCase(), other ?? document.file);
      return other ? [{ at: { ...document.yaml.placeOf(['name']), field: 'name' }, name, other }] : [];
    });
  },
});
