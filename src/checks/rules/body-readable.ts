import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

export const bodyReadable = rule('body-readable', {
  explain: {
    fi: ({ error }: { error: string }) => ['tekstiä ei voi lukea', error === 'too deep' ? 'Poista sisäkkäiset lainaukset ja sulkeet.' : 'Korjaa merkintä: < ja { kuuluvat vain komponentteihin, esimerkiksi <Timeline />.'],
    sv: ({ error }) => ['texten går inte att läsa', error === 'too deep' ? 'Ta bort citat och parenteser inuti varandra.' : 'Rätta märkningen: < och { hör bara till komponenter, till exempel <Timeline />.'],
    en: ({ error }) => ['the text cannot be read', error === 'too deep' ? 'Remove the quotes and brackets inside each other.' : 'Mend the markup: < and { belong to components alone, for example <Timeline />.'],
  },
  find: ({ bodies }: Reading) =>
    bodies.flatMap(({ document: { file }, error, firstLine }) => {
      if (error === undefined) return [];
      const [, line = '1', column = '1'] = /^(\d+):(\d+)/.exec(error) ?? [];
      return [{ at: { file, line: firstLine + Number(line) - 1, column: Number(column) }, error }];
    }),
});
