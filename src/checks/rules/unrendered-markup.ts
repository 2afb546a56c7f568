import { rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** Markup that Markdown did not recognise stays in the text, where readers see it. */
const patterns = [
  { fault: 'link', pattern: /\]\s?\((?:\S|$)|\)\[(?:https?:|\/|$)/ },
  { fault: 'emphasis', pattern: /\*\*|__(?=\p{L})/u },
  { fault: 'heading', pattern: /^#{2,6}(?=[^\s#])/ },
  { fault: 'table', pattern: /^\|.*\|/ },
] as const;

/** Reports text that was probably meant as Markdown but is shown to readers as plain characters. */
export const unrenderedMarkup = rule('unrendered-markup', {
  messages: {
    link: {
      fi: [
        'linkki jää näkyviin merkkeinä',
        'Kirjoita [teksti](https://…) ilman välilyöntejä sulkujen välissä ja osoitteessa.',
      ],
      sv: [
        'länken blir synlig som tecken',
        'Skriv [text](https://…) utan mellanslag mellan parenteserna och i adressen.',
      ],
      en: [
        'the link shows as the characters it is written with',
        'Write [text](https://…) without blanks between the brackets and in the address.',
      ],
    },
    emphasis: {
      fi: [
        'lihavointi jää näkyviin merkkeinä **',
        'Kirjoita **teksti** ilman välilyöntejä tähtien sisäpuolella tai poista tähdet.',
      ],
      sv: [
        'fetstilen blir synlig som tecknen **',
        'Skriv **text** utan mellanslag innanför stjärnorna eller ta bort dem.',
      ],
      en: ['the emphasis shows as **', 'Write **text** without blanks inside the asterisks, or remove them.'],
    },
    heading: {
      fi: ['otsikko jää näkyviin merkkeinä ##', 'Kirjoita merkkien ## jälkeen välilyönti.'],
      sv: ['rubriken blir synlig som tecknen ##', 'Skriv ett mellanslag efter tecknen ##.'],
      en: ['the heading shows as ##', 'Write a blank after ##.'],
    },
    table: {
      fi: ['taulukko jää näkyviin merkkeinä |', 'Kirjoita otsikkorivin alle viivarivi: |---|---|.'],
      sv: ['tabellen blir synlig som tecknen |', 'Skriv en rad med streck under rubrikraden: |---|---|.'],
      en: ['the table shows as |', 'Write a line of dashes below the header: |---|---|.'],
    },
  },
  *find({ bodies }: Reading) {
    for (const { nodes } of bodies) {
      for (const { node, at } of nodes) {
        if (node.type !== 'text' || typeof node.value !== 'string') continue;
        for (const [index, line] of node.value.split('\n').entries()) {
          const first = patterns.find(({ pattern }) => pattern.test(line));
          if (!first) continue;
          const column = (index === 0 ? at.column : 1) + first.pattern.exec(line)!.index;
          yield { at: { ...at, line: at.line + index, column }, fault: first.fault };
        }
      }
    }
  },
});
