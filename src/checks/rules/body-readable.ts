import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

type Fault = 'syntax' | 'depth';

export const bodyReadable = rule('body-readable', {
  explain: {
    fi: ({ fault }: { fault: Fault }) => [
      'tekstiä ei voi lukea',
      fault === 'depth'
        ? 'Poista sisäkkäiset luettelot, lainaukset ja sulkeet.'
        : 'Korjaa merkintä: < ja { kuuluvat vain komponentteihin, esimerkiksi <Timeline />.',
    ],
    sv: ({ fault }) => [
      'texten går inte att läsa',
      fault === 'depth'
        ? 'Ta bort listor, citat och parenteser inuti varandra.'
        : 'Rätta märkningen: < och { hör bara till komponenter, till exempel <Timeline />.',
    ],
    en: ({ fault }) => [
      'the text cannot be read',
      fault === 'depth'
        ? 'Remove the lists, quotes and brackets inside each other.'
        : 'Mend the markup: < and { belong to components alone, for example <Timeline />.',
    ],
  },
  find: ({ bodies }: Reading) => bodies.flatMap(({ error }) => (error ? [error] : [])),
});
