import { rule } from '../problem.ts';
import { nodesOf, sourceOf } from '../reading.ts';

/** Markup that Markdown did not recognise stays in the text, where readers see it. */
const patterns = [
  { fault: 'footnote', pattern: /\[\^[^\]\s]+\]/ },
  { fault: 'link', pattern: /\]\s?\((?:\S|$)|\)\[(?:https?:|\/|$)/ },
  {
    fault: 'punctuation',
    pattern:
      /(\*\*?)(?![\s*])[^*]*[^\s*\p{L}\p{N}]\1(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])(\*\*?)(?=[^\s*\p{L}\p{N}][^*]*\2)/u,
  },
  { fault: 'emphasis', pattern: /\*\*|__(?=\p{L})/u },
  { fault: 'heading-inside', pattern: /(?<=\S\s)#{2,6}(?=\s+\p{L})/u },
  {
    fault: 'italics',
    pattern:
      /(?<![\p{L}\p{N}*])\*(?=[\p{L}\p{N}])|\*(?<=(?:^|\s)\*\s[^*]*\p{L}\*)|(?<![\p{L}\p{N}_/.:@-])_(?=\p{L})|(?<=\p{L})_(?![\p{L}\p{N}_/.@-])/u,
  },
] as const;
/** Markup that counts at the beginning of a line alone, behind blanks and the marks of a quotation. */
const linePatterns = [
  { fault: 'heading', pattern: /#{2,6}(?=[^\s#])/y },
  { fault: 'table', pattern: /\|.*\|/y },
  {
    fault: 'list',
    pattern:
      /(?:[•·‣⁃∙◦▪▫●○■□➢➤►▸✓✔❖–—−](?=\s*\S)|o[\t ]+(?=\p{L})|-(?=\p{L})|(?:\d{1,2}|\p{Ll})\)(?=\s*\p{L})|\d{1,2}\.(?=\p{L}))/uy,
  },
  { fault: 'columns', pattern: /\S.*?(?<=\S)\t+(?=\S)/y },
] as const;
const escaped = /\\[!-/:-@[-`{-~]/g;

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
    punctuation: {
      fi: [
        'lihavointi tai kursiivi jää näkyviin merkkeinä *',
        'Siirrä välimerkki tähtien ulkopuolelle, **Huom**: ota, tai kirjoita välilyönti tähtien ja kirjaimen väliin.',
      ],
      sv: [
        'fetstilen eller kursiven blir synlig som tecknen *',
        'Flytta skiljetecknet utanför stjärnorna, **Obs**: ta, eller skriv ett mellanslag mellan stjärnorna och bokstaven.',
      ],
      en: [
        'the emphasis shows as *',
        'Move the punctuation out of the asterisks, **Note**: take, or write a blank between them and the letter.',
      ],
    },
    italics: {
      fi: [
        'kursiivi jää näkyviin merkkinä {mark}',
        'Kirjoita {mark}teksti{mark} ilman välilyöntejä merkkien sisäpuolella. Jos tarkoitat itse merkkiä, kirjoita \\{mark}.',
      ],
      sv: [
        'kursiven blir synlig som tecknet {mark}',
        'Skriv {mark}text{mark} utan mellanslag innanför tecknen. Om du menar själva tecknet, skriv \\{mark}.',
      ],
      en: [
        'the italics show as {mark}',
        'Write {mark}text{mark} without blanks inside the marks. If you mean the mark itself, write \\{mark}.',
      ],
    },
    list: {
      fi: [
        'luettelo jää näkyviin merkkinä {mark}',
        'Kirjoita jokaisen rivin alkuun - ja välilyönti tai, jos järjestys on tärkeä, 1. ja välilyönti.',
      ],
      sv: [
        'listan blir synlig som tecknet {mark}',
        'Börja varje rad med - och ett mellanslag eller, om ordningen är viktig, 1. och ett mellanslag.',
      ],
      en: [
        'the list shows as {mark}',
        'Begin each line with - and a blank or, where the order matters, with 1. and a blank.',
      ],
    },
    heading: {
      fi: ['otsikko jää näkyviin merkkeinä ##', 'Kirjoita merkkien ## jälkeen välilyönti.'],
      sv: ['rubriken blir synlig som tecknen ##', 'Skriv ett mellanslag efter tecknen ##.'],
      en: ['the heading shows as ##', 'Write a blank after ##.'],
    },
    'heading-inside': {
      fi: ['otsikko jää näkyviin merkkeinä ##', 'Aloita otsikko omalta riviltään tyhjän rivin jälkeen.'],
      sv: ['rubriken blir synlig som tecknen ##', 'Börja rubriken på en egen rad efter en tom rad.'],
      en: ['the heading shows as ##', 'Begin it on a line of its own after an empty line.'],
    },
    footnote: {
      fi: ['alaviite jää näkyviin merkkeinä {mark}', 'Kirjoita viite tekstiin tai tee siitä linkki.'],
      sv: [
        'fotnoten blir synlig som tecknen {mark}',
        'Skriv hänvisningen i texten eller gör den till en länk.',
      ],
      en: ['the footnote shows as {mark}', 'Write the reference into the text, or make it a link.'],
    },
    columns: {
      fi: [
        'sarkaimin kirjoitettu taulukko sulautuu tekstiin',
        'Kirjoita rivit | sarake | sarake | ja otsikkorivin alle |---|---|, tai poista sarkaimet.',
      ],
      sv: [
        'tabellen med tabbar flyter ihop med texten',
        'Skriv raderna | kolumn | kolumn | och under rubrikraden |---|---|, eller ta bort tabbarna.',
      ],
      en: [
        'the table written with tabs runs into the text',
        'Write the rows | column | column | and |---|---| below the header, or remove the tabs.',
      ],
    },
    table: {
      fi: ['taulukko jää näkyviin merkkeinä |', 'Kirjoita otsikkorivin alle viivarivi: |---|---|.'],
      sv: ['tabellen blir synlig som tecknen |', 'Skriv en rad med streck under rubrikraden: |---|---|.'],
      en: ['the table shows as |', 'Write a line of dashes below the header: |---|---|.'],
    },
  },
  *findInBody(body) {
    const lines = body.text.split('\n');
    for (const { node, at } of nodesOf(body, 'text')) {
      const source = sourceOf(body, node).replace(escaped, '..');
      for (const [index, line] of source.split('\n').entries()) {
        const first = index === 0 ? at.column - 1 : 0;
        const indent = /^[\s>]*/.exec(line)![0].length;
        const beginsLine = index > 0 || lines[at.line - body.firstLine]!.slice(0, first).trim() === '';
        // Most lines have no mark: that is told faster than by each pattern.
        const inline = /[[\]*_#]/.test(line) ? patterns : [];
        for (const { fault, pattern } of beginsLine ? [...inline, ...linePatterns] : inline) {
          pattern.lastIndex = indent;
          const match = pattern.exec(line);
          if (!match) continue;
          const column = first + match.index + 1;
          yield { at: { ...at, line: at.line + index, column }, fault, mark: match[0].trim() };
          // One problem a line is enough.
          break;
        }
      }
    }
  },
});
