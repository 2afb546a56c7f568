import { type Place, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

type Fault = 'link' | 'emphasis' | 'heading' | 'table';

/** Marks that Markdown did not understand stay in the text, and readers see them. */
const left: { fault: Fault; mark: RegExp }[] = [
  { fault: 'link', mark: /\]\s?\((?:\S|$)|\)\[(?:https?:|\/|$)/ },
  { fault: 'emphasis', mark: /\*\*|__(?=\p{L})/u },
  { fault: 'heading', mark: /^#{2,6}(?=[^\s#])/ },
  { fault: 'table', mark: /^\|.*\|/ },
];

/** What is meant as Markdown is read as Markdown. */
export const unrenderedMarkup = rule('unrendered-markup', {
  explain: {
    fi: ({ fault }: { fault: Fault }) =>
      (
        ({
          link: [
            'linkki jää näkyviin merkkeinä',
            'Kirjoita [teksti](https://…) ilman välilyöntejä sulkujen välissä ja osoitteessa.',
          ],
          emphasis: [
            'lihavointi jää näkyviin merkkeinä **',
            'Kirjoita **teksti** ilman välilyöntejä tähtien sisäpuolella tai poista tähdet.',
          ],
          heading: ['otsikko jää näkyviin merkkeinä ##', 'Kirjoita merkkien ## jälkeen välilyönti.'],
          table: ['taulukko jää näkyviin merkkeinä |', 'Kirjoita otsikkorivin alle viivarivi: |---|---|.'],
        }) as const
      )[fault] as [string, string],
    sv: ({ fault }) =>
      (
        ({
          link: [
            'länken blir synlig som tecken',
            'Skriv [text](https://…) utan mellanslag mellan parenteserna och i adressen.',
          ],
          emphasis: [
            'fetstilen blir synlig som tecknen **',
            'Skriv **text** utan mellanslag innanför stjärnorna eller ta bort dem.',
          ],
          heading: ['rubriken blir synlig som tecknen ##', 'Skriv ett mellanslag efter tecknen ##.'],
          table: [
            'tabellen blir synlig som tecknen |',
            'Skriv en rad med streck under rubrikraden: |---|---|.',
          ],
        }) as const
      )[fault] as [string, string],
    en: ({ fault }) =>
      (
        ({
          link: [
            'the link shows as the characters it is written with',
            'Write [text](https://…) without blanks between the brackets and in the address.',
          ],
          emphasis: [
            'the emphasis shows as **',
            'Write **text** without blanks inside the asterisks, or remove them.',
          ],
          heading: ['the heading shows as ##', 'Write a blank after ##.'],
          table: ['the table shows as |', 'Write a line of dashes below the header: |---|---|.'],
        }) as const
      )[fault] as [string, string],
  },
  find: ({ bodies }: Reading) =>
    bodies.flatMap(({ nodes }) =>
      nodes.flatMap(({ node, at }): { at: Place; fault: Fault }[] => {
        if (node.type !== 'text' || typeof node.value !== 'string') return [];
        const lines = node.value.split('\n');
        return lines.flatMap((line, index) =>
          left
            .filter(({ mark }) => mark.test(line))
            .slice(0, 1)
            .map(({ fault, mark }) => ({
              at: {
                ...at,
                line: at.line + index,
                column: (index === 0 ? at.column : 1) + mark.exec(line)!.index,
              },
              fault,
            })),
        );
      }),
    ),
});
