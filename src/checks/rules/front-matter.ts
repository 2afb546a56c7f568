import { rule, startOf } from '../problem.ts';

export const frontMatter = rule('front-matter', {
  messages: {
    missing: {
      fi: [
        'tiedoston alusta puuttuvat tiedot',
        'Aloita rivillä ---, kirjoita title, summary, address ja keywords, ja lopeta rivillä ---.',
      ],
      sv: [
        'uppgifterna i början av filen saknas',
        'Börja med raden ---, skriv title, summary, address och keywords, och sluta med raden ---.',
      ],
      en: [
        'the file does not begin with its fields',
        'Begin with a line ---, write title, summary, address and keywords, and end with a line ---.',
      ],
    },
    unclosed: {
      fi: ['alkutiedot eivät pääty', 'Lisää rivi --- alkutietojen jälkeen.'],
      sv: ['uppgifterna i början tar inte slut', 'Lägg till raden --- efter uppgifterna.'],
      en: ['the fields at the beginning do not end', 'Add a line --- after the fields.'],
    },
    executable: {
      fi: ['ensimmäisellä rivillä saa olla vain ---', 'Poista muu teksti ensimmäiseltä riviltä.'],
      sv: ['på första raden får bara stå ---', 'Ta bort den övriga texten på första raden.'],
      en: ['the first line may hold --- alone', 'Remove the rest of the first line.'],
    },
    'closed-with-more': {
      fi: [
        'alkutiedoissa on rivi, joka alkaa merkeillä --- mutta jatkuu',
        'Kirjoita alkutietojen loppuun pelkkä ---. Muu rivi ei saa alkaa näin.',
      ],
      sv: [
        'bland uppgifterna i början finns en rad som börjar med --- men fortsätter',
        'Avsluta uppgifterna med enbart ---. Ingen annan rad får börja så.',
      ],
      en: [
        'a line among the fields begins with --- and goes on',
        'End the fields with --- alone. No other line may begin so.',
      ],
    },
  },
  *findInFile({ file, frontMatter: fault }) {
    if (fault !== 'present' && fault !== 'none-needed') yield { at: startOf(file), fault };
  },
});
