import { stringify } from 'yaml';
import { inEachLanguage, languages } from '../i18n/languages.ts';
import { nearest } from '../checks/nearest.ts';
import type { Reading } from '../checks/reading.ts';
import { confirmationState } from '../checks/rules/stale-translation.ts';
import { changedLanguages, versionOf } from '../checks/translation-pairs.ts';
import type { EntryTranslation } from '../checks/reading.ts';
import { languageNames } from '../checks/language-names.ts';
import { counted, dictionaries } from './dictionaries.ts';
import { comparedSentences, type ConfirmedText } from './compared-sentences.ts';
import type { EditorLang } from '../schema/sentences.ts';
import type { Translations } from '../schema/site-files.ts';

export const translationMessages = dictionaries({
  /** Before a sentence as it was confirmed, and before one that is gone. */
  was: ['ennen', 'förut', 'before'],
  gone: ['poistettu', 'borttaget', 'removed'],
  fewer: [
    counted('1 virke on poistettu', 'virkettä on poistettu'),
    counted('1 mening har tagits bort', 'meningar har tagits bort'),
    counted('1 sentence is gone', 'sentences are gone'),
  ],
  confirm: [
    'Kun kielet kertovat saman, vahvista:',
    'När språken säger samma sak, bekräfta:',
    'When the languages say the same, confirm it:',
  ],
  count: [
    (waiting: number, all: number) =>
      waiting === 0
        ? `Kaikkien ${all} tekstin kielet on vahvistettu samansisältöisiksi.`
        : `${waiting} / ${all} tekstiä odottaa vahvistusta.`,
    (waiting: number, all: number) =>
      waiting === 0
        ? `Alla ${all} texter har bekräftats säga samma sak på båda språken.`
        : `${waiting} av ${all} texter väntar på bekräftelse.`,
    (waiting: number, all: number) =>
      waiting === 0
        ? `All ${all} texts are confirmed to say the same in both languages.`
        : `${waiting} of ${all} texts wait to be confirmed.`,
  ],
  confirmed: [
    (count: number) =>
      count === 1
        ? 'Vahvistettu 1 teksti. Tallenna versiohallintaan myös translations.yaml.'
        : `Vahvistettu ${count} tekstiä. Tallenna versiohallintaan myös translations.yaml.`,
    counted(
      '1 text bekräftad. Spara också translations.yaml i versionshanteringen.',
      'texter bekräftade. Spara också translations.yaml i versionshanteringen.',
    ),
    counted(
      '1 text confirmed. Commit translations.yaml too.',
      'texts confirmed. Commit translations.yaml too.',
    ),
  ],
  unknown: [
    (name: string, near: string | undefined) =>
      `Tekstiä "${name}" ei ole, tai se on kesken: aja npm run check.${near ? ` Tarkoititko: ${near}?` : ''}`,
    (name: string, near: string | undefined) =>
      `Texten "${name}" finns inte eller är inte färdig: kör npm run check.${near ? ` Menade du: ${near}?` : ''}`,
    (name: string, near: string | undefined) =>
      `There is no text "${name}", or it is not finished: run npm run check.${near ? ` Did you mean: ${near}?` : ''}`,
  ],
  broken: [
    'Tiedostoa translations.yaml ei voi lukea: aja npm run check ja korjaa se ensin.',
    'Filen translations.yaml går inte att läsa: kör npm run check och rätta den först.',
    'translations.yaml cannot be read: run npm run check and mend it first.',
  ],
});

/** Whether a translation was never confirmed, or has changed since. */
export const isWaiting = ({ changes }: EntryTranslation): boolean =>
  !changes || languages.some((lang) => changes[lang].first);

/**
 * Lists the changes since each translation was confirmed: each sentence with its line number, what it was, and what
 * the other languages say there.
 */
export function printTranslations(
  entries: EntryTranslation[],
  lang: EditorLang,
  confirmedText: ConfirmedText = () => undefined,
): string {
  const t = translationMessages[lang];
  const waiting = entries.filter(isWaiting);
  const listed = waiting.map((entry) =>
    [
      `${entry.key} — ${confirmationState(changedLanguages(entry.changes))[lang]}`,
      ...changedSentences(entry, lang, confirmedText),
      `  ${t.confirm} npm run translations -- confirm ${entry.key}`,
    ].join('\n'),
  );
  return [...listed, t.count(waiting.length, entries.length)].join('\n\n');
}

function changedSentences(entry: EntryTranslation, lang: EditorLang, confirmedText: ConfirmedText): string[] {
  const t = translationMessages[lang];
  const { changes, placeOf } = entry;
  if (!changes) return [];
  const beside = (label: string, text: string) => `          ${label}: ${text}`;
  return languages.flatMap((textLang) => {
    const { fewer, first } = changes[textLang];
    if (!first) return [];
    const compared = comparedSentences(entry, textLang, confirmedText);
    return [
      `  ${placeOf(textLang, first).file}`,
      ...compared.flatMap(({ was, is, twins }) => [
        ...(is ? [`    ${String(placeOf(textLang, is).line).padStart(4)}  ${is.text}`] : []),
        ...(was ? [beside(is ? t.was : t.gone, was.text)] : []),
        ...twins.map(({ lang: other, sentences }) =>
          beside(languageNames[other].inIt[lang], sentences.map(({ text }) => text).join(' ')),
        ),
      ]),
      ...(fewer > 0 && compared.every(({ is }) => is) ? [`          ${t.fewer(fewer)}`] : []),
    ];
  });
}

/**
 * Finds entries by key, by folder name or by the path of one of their files.
 * @returns the entries, and every name that does not match exactly one, with the nearest existing name
 */
export function findEntries(
  entries: EntryTranslation[],
  names: string[],
): { found: EntryTranslation[]; unknown: { name: string; near: string | undefined }[] } {
  const matches = names.map((name) => {
    const key = name.replace(/\\/g, '/').replace(new RegExp(`/(${languages.join('|')})\\.mdx?$|/+$`), '');
    return {
      name,
      found: entries.filter((entry) => `/${key}`.endsWith(`/${entry.key}`) || entry.key.endsWith(`/${key}`)),
    };
  });
  return {
    found: [...new Set(matches.flatMap(({ found }) => found))],
    unknown: matches
      .filter(({ found }) => found.length !== 1)
      .map(({ name }) => ({
        name,
        near: nearest(
          name,
          entries.flatMap(({ key }) => [key, key.split('/')[1]!]),
        ),
      })),
  };
}

const header = `# Mitkä versiot kertovat saman kummallakin kielellä. Tiedoston kirjoittaa npm run translations; älä muuta sitä käsin.
# Vilka versioner som säger samma sak på båda språken. Filen skrivs av npm run translations; ändra den inte för hand.
# Jos kaksi on vahvistanut saman tekstin: valitse kumpi tahansa ja vahvista uudelleen. · Har två bekräftat samma text: välj endera och bekräfta på nytt.
`;

/**
 * The text of `translations.yaml` after some entries are confirmed. Entries that no longer exist are left
 * out.
 */
export function confirmedFile({ entries, singles }: Reading, confirmed: EntryTranslation[]): string {
  const existing = new Set(entries.map(({ folder, id }) => `${folder}/${id}`));
  const versions = {
    ...(singles.translations?.data as Translations | undefined),
    ...Object.fromEntries(
      confirmed.map(({ key, sentences }) => [key, inEachLanguage((lang) => versionOf(sentences[lang]))]),
    ),
  };
  const kept = Object.entries(versions)
    .filter(([key]) => existing.has(key))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    header +
    stringify(Object.fromEntries(kept), {
      lineWidth: 0,
      defaultKeyType: 'PLAIN',
      defaultStringType: 'QUOTE_SINGLE',
    })
  );
}
