import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

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
  find: ({ bodies }: Reading) => bodies.flatMap(({ error }) => (error ? [error] : [])),
});
