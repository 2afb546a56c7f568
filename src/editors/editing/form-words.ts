import { fieldName } from '../../schema/field-names.ts';
import type { EditorLang } from '../../schema/sentences.ts';
import { editingWords } from './words.ts';

/* The check speaks of files; the form says the same of its fields and buttons. */

/** `sources[2].title` → "Lähteet 2: Otsikko"; undefined where a step is no field. */
function nameOfPath(path: string, lang: EditorLang): string | undefined {
  const steps = [...path.matchAll(/([A-Za-z]+)(?:\[(\d+)\])?/g)].map(([, key = '', number]) => {
    const field = key.charAt(0).toLowerCase() + key.slice(1);
    const inLang = editingWords[lang].inLang[field];
    const name = inLang ?? fieldName(field, lang);
    if (name === field && lang !== 'en') return undefined;
    return number ? `${name} ${number}` : name;
  });
  return steps.includes(undefined) ? undefined : steps.join(': ');
}

/** Lines of a file and commands that a message asks for, in place of which a form has fields and buttons. */
const lines: Record<EditorLang, [RegExp, string][]> = {
  fi: [
    [/\baja: npm run translations -- confirm \S+/, `paina: ${editingWords.fi.confirm}.`],
    [/Lisää rivi "[^"]*: …"\./, 'Täytä kenttä.'],
    [/Kirjoita arvo kaksoispisteen jälkeen; [^.]*\./, 'Täytä kenttä.'],
    [/poista rivi (?=draft)/, 'poista kenttä '],
    [/\btiedostoon (?=”)/g, 'kohtaan '],
    [/\btiedostossa (?=”)/g, 'kohdassa '],
    [/, muodossa vuosi-kuukausi-päivä(?=:)/, ''],
  ],
  sv: [
    [/\bkör: npm run translations -- confirm \S+/, `tryck på: ${editingWords.sv.confirm}.`],
    [/Lägg till raden "[^"]*: …"\./, 'Fyll i fältet.'],
    [/Skriv värdet efter kolonet; [^.]*\./, 'Fyll i fältet.'],
    [/Ta bort raden (?=draft)/, 'Ta bort fältet '],
    [/\bfilen (?=”)/g, ''],
    [/, i formen år-månad-dag(?=:)/, ''],
  ],
  en: [
    [/\brun: npm run translations -- confirm \S+/, `press: ${editingWords.en.confirm}.`],
    [/Add a line "[^"]*: …"\./, 'Fill in the field.'],
    [/Write the value after the colon; [^.]*\./, 'Fill in the field.'],
    [/remove the line (?=draft)/, 'remove the field '],
  ],
};
/** Dates and times as editors write them, which the fields take too: "2026-12-01T09:00" → "1.12.2026 klo 9.00". */
export const inLocalDates = (text: string, lang: EditorLang): string =>
  lang === 'en'
    ? text
    : text.replace(
        /(?<![\w/.-])(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d))?)?(?![\w/-])/g,
        (_, year: string, month: string, day?: string, hour?: string, minute?: string) =>
          [...(day ? [Number(day)] : []), Number(month), year].join('.') +
          (hour ? ` ${lang === 'fi' ? 'klo' : 'kl.'} ${Number(hour)}.${minute}` : ''),
      );

/** What stands before the name of a field. */
const afterField = /(?:kentän|kentässä|kentästä|kenttään|kenttää|kenttä|fältet|field) $/;

/**
 * A message of the check in the words of the form.
 * @param field the field that the message is about, as the check names it
 * @param terms names of prices and kinds by key
 * @param nameOfFile what the editing page calls a file
 */
export function inFormWords(
  text: string,
  field: string,
  lang: EditorLang,
  terms: ReadonlyMap<string, string> = new Map(),
  nameOfFile = (path: string): string => path,
): string {
  const named = text.replace(/(?<![\w/.])(?:[a-z]+\/)?[a-z0-9-]+(?:\/[a-z]+)?\.(?:yaml|mdx?)\b/g, nameOfFile);
  const plain = lines[lang].reduce((said, [line, remedy]) => said.replace(line, remedy), named);
  // What stands in quotes is the editor's own; a single small word may be a word of the language.
  return plain
    .split(/("[^"]*")/)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : inLocalDates(piece, lang).replace(
            /(?<![\w/.@-])[A-Za-z]+(?:\[\d+\])?(?:\.[A-Za-z]+(?:\[\d+\])?)*(?![\w/@-])/g,
            (word, at: number) =>
              word === field || /\w\[|\.[a-z]|[a-z][A-Z]/.test(word) || afterField.test(piece.slice(0, at))
                ? (nameOfPath(word, lang) ?? word)
                : (terms.get(word) ?? word),
          ),
    )
    .join('');
}
