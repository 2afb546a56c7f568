import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

type Fault = 'missing' | 'unclosed' | 'executable' | 'closed-with-more';

export const frontMatter = rule('front-matter', {
  explain: {
    fi: ({ fault }: { fault: Fault }) =>
      (
        ({
          missing: [
            'tiedoston alusta puuttuvat tiedot',
            'Aloita rivillä ---, kirjoita title, summary, address ja keywords, ja lopeta rivillä ---.',
          ],
          unclosed: ['alkutiedot eivät pääty', 'Lisää rivi --- alkutietojen jälkeen.'],
          executable: ['ensimmäisellä rivillä saa olla vain ---', 'Poista muu teksti ensimmäiseltä riviltä.'],
          'closed-with-more': [
            'alkutiedoissa on rivi, joka alkaa merkeillä --- mutta jatkuu',
            'Kirjoita alkutietojen loppuun pelkkä ---. Muu rivi ei saa alkaa näin.',
          ],
        }) as const
      )[fault] as [string, string],
    sv: ({ fault }) =>
      (
        ({
          missing: [
            'uppgifterna i början av filen saknas',
            'Börja med raden ---, skriv title, summary, address och keywords, och sluta med raden ---.',
          ],
          unclosed: ['uppgifterna i början tar inte slut', 'Lägg till raden --- efter uppgifterna.'],
          executable: ['på första raden får bara stå ---', 'Ta bort den övriga texten på första raden.'],
          'closed-with-more': [
            'bland uppgifterna i början finns en rad som börjar med --- men fortsätter',
            'Avsluta uppgifterna med enbart ---. Ingen annan rad får börja så.',
          ],
        }) as const
      )[fault] as [string, string],
    en: ({ fault }) =>
      (
        ({
          missing: [
            'the file does not begin with its fields',
            'Begin with a line ---, write title, summary, address and keywords, and end with a line ---.',
          ],
          unclosed: ['the fields at the beginning do not end', 'Add a line --- after the fields.'],
          executable: ['the first line may hold --- alone', 'Remove the rest of the first line.'],
          'closed-with-more': [
            'a line among the fields begins with --- and goes on',
            'End the fields with --- alone. No other line may begin so.',
          ],
        }) as const
      )[fault] as [string, string],
  },
  find: ({ documents }: Reading) =>
    documents.flatMap(({ file, frontMatter: fault }) =>
      fault === 'present' || fault === 'none-needed' ? [] : [{ at: startOf(file), fault }],
    ),
});
