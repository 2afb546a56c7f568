import { isValidPhoneNumber } from 'libphonenumber-js/min';
import { z } from 'zod';
import { inEachLanguage, languages } from '../i18n/languages.ts';
import { isCalendarDate, isDay, isHelsinkiTime } from './dates.ts';
import { type Notation, undated } from './notation.ts';
import {
  type EditorLang,
  type FieldRule,
  fieldRules,
  inEditorLanguages,
  ownDomains,
  type Sentence,
} from './sentences.ts';
import { itemOf, unwrapped, valuesOf } from './walk.ts';

/**
 * Describes a field to editors: in new files, `npm run new`, the editing page and the JSON Schemas for code editors.
 * @param name what editors call it, where that is not the name in `field-names.ts`
 */
export const field = <Schema extends z.ZodType>(
  sentence: Sentence,
  schema: Schema,
  name?: Sentence,
): Schema =>
  schema.meta({
    sentence,
    description: Object.values(withHowWritten(sentence, schema)).join('\n\n'),
    ...(name && { name }),
  });
/** What was noted of a field, also of one that is shared, and made optional or given a default where it is used. */
const noted = (schema: z.ZodType, key: string): unknown =>
  schema.meta()?.[key] ??
  (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional
    ? noted(schema.unwrap() as z.ZodType, key)
    : undefined);
export const sentenceOf = (schema: z.ZodType) => noted(schema, 'sentence') as Sentence | undefined;
export const notationOf = (schema: z.ZodType) => noted(schema, 'notation') as Notation | undefined;

/** The sentence of a field for those who write it in a file: also how its value is written there. */
export const fileSentenceOf = (schema: z.ZodType): Sentence | undefined => {
  const sentence = sentenceOf(schema);
  return sentence && withHowWritten(sentence, schema);
};

function withHowWritten(sentence: Sentence, schema: z.ZodType): Sentence {
  const written = howWritten(schema);
  return inEditorLanguages((lang) => [sentence[lang], written?.[lang]].filter(Boolean).join(' '));
}

const vocabularyLists = ['themes', 'divisions', 'kinds', 'prices'];
/** How a value is written in a file, where a form shows names to choose, a box to check or an empty field. */
function howWritten(schema: z.ZodType): Sentence | undefined {
  const notation = notationOf(schema);
  if (notation === 'as-of')
    return {
      fi: `${undated}: lähteissä ei ole päiväystä.`,
      sv: `${undated}: källorna saknar datum.`,
      en: `${undated}: the sources give none.`,
    };
  if (notation === 'phone')
    return { fi: 'Kirjoita maatunnus.', sv: 'Skriv landsnumret.', en: 'Write the country code.' };
  const inner = itemOf(schema) ?? schema;
  const to = referenceOf(inner);
  if (to && vocabularyLists.includes(to))
    return {
      fi: `Arvot: luettelo ${to} tiedostossa vocabulary.yaml.`,
      sv: `Värden: listan ${to} i vocabulary.yaml.`,
      en: `Values: the list ${to} in vocabulary.yaml.`,
    };
  if (to)
    return {
      fi: `Arvot: tunnukset kansiosta ${to}.`,
      sv: `Värden: id i mappen ${to}.`,
      en: `Values: the ids in the folder ${to}.`,
    };
  if (unwrapped(inner) instanceof z.ZodBoolean || valuesOf(inner).join() === 'true')
    return {
      fi: 'Kirjoita true, jos näin on.',
      sv: 'Skriv true om det är så.',
      en: 'Write true when it is so.',
    };
  const meanings = meaningsOf(inner);
  const values = meanings ? Object.keys(meanings) : valuesOf(inner);
  if (values.length > 0) {
    const listIn = (lang: EditorLang) =>
      values.map((value) => (meanings ? `${value} (${meanings[value]![lang]})` : value)).join(', ');
    return { fi: `Arvot: ${listIn('fi')}.`, sv: `Värden: ${listIn('sv')}.`, en: `Values: ${listIn('en')}.` };
  }
  if (schema.safeParse(null).success)
    return {
      fi: 'Kirjoita null, jos sitä ei ole.',
      sv: 'Skriv null om det inte finns.',
      en: 'Write null when there is none.',
    };
  return undefined;
}

/** What schemas say to editors alone, and no JSON Schema for others holds. */
export const editorsAlone = ['sentence', 'name', 'refersTo', 'meanings', 'notation'];

/** One of some values, each with what it means to editors. */
export const choice = <Value extends string>(meanings: Record<Value, Sentence>) =>
  z.enum(Object.keys(meanings) as [Value, ...Value[]]).meta({ meanings });
export const meaningsOf = (schema: z.ZodType): Record<string, Sentence> | undefined =>
  unwrapped(schema).meta()?.['meanings'] as Record<string, Sentence> | undefined;

/** Options for a Zod check that fails by a field rule, by whose name the content check finds the message. */
export const broken = (rule: FieldRule) => ({ error: fieldRules[rule].en, params: { rule } });

/** YAML 1.1 parsers return days as `Date` and years as numbers: converts both back to text. */
const asWritten = (value: unknown): unknown => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return typeof value === 'number' ? String(value) : value;
};

/**
 * A line of plain text: HTML or Markdown would show literally. Blanks around it are trimmed, several in a row are one.
 * @param maximum length in UTF-16 code units
 */
export const line = (maximum: number) =>
  z
    .string()
    .overwrite((text) => text.trim().replace(/[^\S\n]{2,}|[\t\u2000-\u200A\u3000]/g, ' '))
    .max(maximum)
    .refine((text) => /[\p{L}\p{N}\p{Sc}%‰]/u.test(text), broken('text-blank'))
    .refine((text) => !/<\/?[a-z!]|&#?\w+;|\*\*|\]\(/i.test(text), broken('text-html'))
    .refine((text) => !/[\r\n]/.test(text.trim()), broken('text-line'));

/** A value that is required in every language. */
export const inEveryLanguage = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject(inEachLanguage(() => schema));

/** A value that is required in at least one language. */
export const inSomeLanguage = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .strictObject(inEachLanguage(() => schema.optional()))
    .refine((value) => languages.some((lang) => value[lang] !== undefined), broken('one-language'));

/** A list without duplicates (ignoring case); each repeated item is reported at its index. */
export const withoutRepetition = <Item extends z.ZodType>(items: z.ZodArray<Item>) =>
  items.superRefine((list, context) => {
    const lowerCase = list.map((item) => String(item).toLowerCase());
    const { error: message, params } = broken('repeated');
    for (const [index, item] of lowerCase.entries())
      if (lowerCase.indexOf(item) < index)
        context.addIssue({ code: 'custom', message, params, path: [index] });
  });

export const isSlug = (text: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);

/** The last part of a page's address. */
export const address = z.string().max(80).refine(isSlug, broken('address'));
/** The id of an entry (the name of its folder or file), or the key of a term in the vocabulary. */
export const entryId = z.string().refine(isSlug, broken('entry-id'));

/** What a reference can point to: the folder of other entries, or a list of the vocabulary. */
export type ReferenceKind = string;
/** The id of another entry or the key of a term. The content check verifies that the target exists. */
export const reference = (to: ReferenceKind) => entryId.meta({ refersTo: to });
export const referenceOf = (schema: z.ZodType): ReferenceKind | undefined =>
  unwrapped(schema).meta()?.['refersTo'] as ReferenceKind | undefined;

/** A date, which editors may write in other ways than files hold it. */
const dated = (isValid: (text: string) => boolean, rule: FieldRule, notation: Notation) =>
  z.preprocess(asWritten, z.string().refine(isValid, broken(rule))).meta({ notation });
/** A year, month or day: as exact as known, never more. */
export const date = dated(isCalendarDate, 'date', 'date');
/** A date, or a day and time in Helsinki (2026-12-01T09:00), from which something is public. */
export const publicationTime = dated(
  (text) => isCalendarDate(text) || isHelsinkiTime(text),
  'publication-time',
  'time',
);
export const day = dated(isDay, 'day', 'date');
/** The newest date that a source gives, or `undated` if none does. */
export const factsAsOf = dated((text) => text === undated || isCalendarDate(text), 'date', 'as-of');

/** An https address of a host, or of a path on it; a slash at its end is taken away. */
export const siteUrl = z
  .string()
  .refine((text) => isHttpsUrl(text) && isPlainAddress(text), broken('site-url'))
  .overwrite((text) => text.replace(/\/$/, ''));
/** Whether a URL has nothing but a host and a path of simple names, as browsers would write it. */
function isPlainAddress(text: string): boolean {
  const { origin, pathname } = new URL(text);
  return (
    (origin + pathname).replace(/\/$/, '') === text.replace(/\/$/, '') &&
    /^(?:\/[a-z0-9_-][a-z0-9._-]*)*\/?$/i.test(pathname)
  );
}
/** An absolute https URL without credentials. */
export const httpsUrl = z.string().refine(isHttpsUrl, broken('https-url'));
function isHttpsUrl(text: string): boolean {
  if (!text.startsWith('https://') || /[\s<>"\\]/.test(text) || !URL.canParse(text)) return false;
  const { hostname, username, password } = new URL(text);
  return hostname.includes('.') && !username && !password;
}

export const phone = z
  .string()
  .refine(
    (text) => /^\+(?!(?:358|46) ?0)[\d ]+$/.test(text) && (isValidPhoneNumber(text) || isSwitchboard(text)),
    broken('phone'),
  )
  .meta({ notation: 'phone' satisfies Notation });
/** Finnish switchboard numbers may be shorter than libphonenumber's pattern allows. */
const isSwitchboard = (text: string): boolean => /^\+358 9 \d{4}$/.test(text);

/** Whether an e-mail address only shows how addresses are formed: firstname.surname@… */
export const isMailPattern = (address: string): boolean =>
  /^(?:(?:[a-zåäö]+[._-])?(?:etunimi|sukunimi|f[oö]rnamn|efternamn|first-?name|last-?name|surname)|(?:oma)?nimi|namn|name|esimerkki|exempel|example)(?:[._-][a-zåäö]+)*@/i.test(
    address,
  );

export const email = z
  .string()
  .refine((text) => /^[\w+-]+(?:\.[\w+-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(text), {
    ...broken('email'),
    abort: true,
  })
  .refine((text) => !isMailPattern(text), broken('email-pattern'))
  .refine((text) => ownDomains.includes(text.split('@')[1]!.toLowerCase()), broken('email-domain'));

export const mailboxOrPage = z
  .string()
  .refine(
    (text) => [email, httpsUrl].some((schema) => schema.safeParse(text).success),
    broken('mailbox-or-page'),
  );

export const source = z.strictObject({
  url: field(
    {
      fi: 'Sivu, josta tieto on luettu.',
      sv: 'Sidan där uppgiften har lästs.',
      en: 'The page where the fact was read.',
    },
    httpsUrl,
  ),
  title: field(
    {
      fi: 'Sivun nimi sen omalla kielellä. Ilman sitä lukija näkee osoitteen.',
      sv: 'Sidans namn på dess eget språk. Utan det ser läsaren adressen.',
      en: 'Name of the page in its own language. Without it readers see the address.',
    },
    z
      .strictObject(inEditorLanguages(() => line(200).optional()))
      .refine((title) => Object.keys(title).length === 1, broken('source-title'))
      .optional(),
    { fi: 'Sivun nimi', sv: 'Sidans namn', en: 'Name of the page' },
  ),
  year: field(
    {
      fi: 'Vuosi, josta sivu kertoo. Jos sivulla ei ole päiväystä: vuosi, jona se luettiin.',
      sv: 'Året som sidan berättar om. Om sidan saknar datum: året då den lästes.',
      en: 'The year that the page speaks of; for a page without a date the year when it was read.',
    },
    z.number().int().min(1990).max(2100),
  ),
  undated: field(
    {
      fi: 'Sivulla ei ole päiväystä.',
      sv: 'Sidan saknar datum.',
      en: 'The page itself shows no date.',
    },
    z.literal(true).optional(),
  ),
});
export type Source = z.infer<typeof source>;

/** Changes that matter to readers, newest first; at most one a day, which identifies it in feeds. */
export const changes = z
  .array(
    z.strictObject({
      date: field(
        {
          fi: 'Muutoksen päivä. Ennen sitä muutosta ei näytetä.',
          sv: 'Dagen för ändringen. Före den visas inget.',
          en: 'The day of the change. Before it nothing is shown.',
        },
        day,
      ),
      what: field(
        {
          fi: 'Mikä muuttui, yhdellä tai kahdella virkkeellä.',
          sv: 'Vad som ändrades, i en eller två meningar.',
          en: 'What changed, in one or two sentences.',
        },
        inEveryLanguage(line(300)),
      ),
    }),
  )
  .min(1)
  .refine(
    (list) => list.every(({ date }, index) => index === 0 || date < list[index - 1]!.date),
    broken('newest-first'),
  );
export type Change = z.infer<typeof changes>[number];

const askedSentence = {
  fi: 'Sanat ja kysymykset, joilla tätä etsitään tällä kielellä: arkisanat, lyhenteet, slangi, kokonaiset kysymykset.',
  sv: 'Ord och frågor som det här söks med på det här språket: vardagsord, förkortningar, slang, hela frågor.',
  en: 'Words and questions that people look for this with in this language: everyday words, abbreviations, slang, whole questions.',
};

/** How people ask for an entry. Only the search reads it. */
export const asked = field(
  askedSentence,
  inEveryLanguage(field(askedSentence, withoutRepetition(z.array(line(100)).min(1)))),
);
export type Asked = z.infer<typeof asked>;

export const shared = {
  sources: field(
    {
      fi: 'Mistä tiedot ovat.',
      sv: 'Varifrån uppgifterna är.',
      en: 'Where the facts are from.',
    },
    z.array(source),
  ),
  asOf: field(
    {
      fi: 'Uusin päivämäärä, jonka lähteet antavat, esimerkiksi 2025 tai 2025-06.',
      sv: 'Det nyaste datum som källorna ger, till exempel 2025 eller 2025-06.',
      en: 'The newest date that the sources give, for example 2025 or 2025-06.',
    },
    factsAsOf,
  ),
  reviewed: field(
    {
      fi: 'Päivä, jona joku on viimeksi verrannut sivun lähteisiin.',
      sv: 'Dagen då någon senast jämförde sidan med källorna.',
      en: 'The day when somebody last compared the page with its sources.',
    },
    day,
  ),
  draft: field(
    {
      fi: 'Teksti on kesken: se ei näy sivustolla, mutta esikatselu näyttää sen.',
      sv: 'Texten är under arbete: den syns inte på webbplatsen, men förhandsvisningen visar den.',
      en: 'The text is being written: the site does not show it, but the preview does.',
    },
    z.boolean().optional(),
  ),
  contacts: field(
    {
      fi: 'Keneltä lukija kysyy tästä.',
      sv: 'Vem läsaren frågar om det här.',
      en: 'Whom readers ask about it.',
    },
    withoutRepetition(z.array(reference('contacts'))),
  ),
};

/** Plain-language warnings that an editor may accept with a reason. */
export const plainLanguageRules = {
  'long-sentences': { fi: 'pitkä virke', sv: 'lång mening', en: 'long sentence' },
  'passive-chains': { fi: 'passiiviketju', sv: 'passivkedja', en: 'chain of passives' },
  'filler-words': { fi: 'kapulakieli', sv: 'kanslispråk', en: 'officialese' },
  'statute-numbers': { fi: 'pykälä', sv: 'paragraf', en: 'section of an act' },
  'ageing-words': { fi: 'vanheneva sana', sv: 'ord som åldras', en: 'word that ages' },
  'unexplained-abbreviations': {
    fi: 'selittämätön lyhenne',
    sv: 'oförklarad förkortning',
    en: 'unexplained abbreviation',
  },
  'foreign-names': {
    fi: 'vieraskielinen nimi',
    sv: 'namn på ett annat språk',
    en: 'name in another language',
  },
};
export type PlainLanguageRule = keyof typeof plainLanguageRules;

/** Maximum lengths in characters: those of the Finnish national service register. */
export const longestField = { title: 100, summary: 150 };

/** The front matter of every text with a page of its own, in one language. */
export const pageText = z
  .strictObject({
    title: field(
      {
        fi: 'Millä nimellä asiaa kutsutaan: otsikko, linkin teksti ja välilehti. Enintään 100 merkkiä.',
        sv: 'Vad saken kallas: rubriken, länktexten och fliken. Högst 100 tecken.',
        en: 'What people call the thing: the heading, the link text, the tab. At most 100 characters.',
      },
      line(longestField.title),
    ),
    summary: field(
      {
        fi: 'Yksi virke lukijalle, joka kertoo enemmän kuin otsikko. Enintään 150 merkkiä.',
        sv: 'En mening till läsaren som säger mer än rubriken. Högst 150 tecken.',
        en: 'One sentence to the reader that says more than the title. At most 150 characters.',
      },
      line(longestField.summary),
    ),
    address: field(
      {
        fi: 'Sivun osoitteen loppu tällä kielellä. Jos muutat julkaistua osoitetta, vanha ohjataan uuteen.',
        sv: 'Slutet av sidans adress på det här språket. Ändrar du en publicerad adress leder den gamla till den nya.',
        en: "The last part of the page's address, in this language. If you change a published one, the old leads to the new.",
      },
      address,
      { fi: 'Sivun osoite', sv: 'Sidans adress', en: 'Address of the page' },
    ),
    keywords: field(
      {
        fi: '5–10 sanaa, joilla haetaan, kun nimeä ei tiedetä: perusmuodossa ja tällä kielellä.',
        sv: '5–10 ord som man söker med när man inte vet namnet: i grundform och på det här språket.',
        en: '5–10 words that people type when they do not know the name; base forms, in this language.',
      },
      withoutRepetition(z.array(line(60)).min(5).max(10)),
    ),
    accepted: field(
      {
        fi: 'Selkeän kielen huomautukset, jotka hyväksytään.',
        sv: 'Anmärkningar om klarspråk som godkänns.',
        en: 'Warnings of plain language that are accepted.',
      },
      z
        .array(
          z.strictObject({
            rule: field(
              {
                fi: 'Mistä huomautus on.',
                sv: 'Vad anmärkningen gäller.',
                en: 'What the warning is about.',
              },
              choice(plainLanguageRules),
            ),
            text: field(
              {
                fi: 'Kohta, jota se koskee, sellaisena kuin se on tekstissä.',
                sv: 'Stället som den gäller, så som det står i texten.',
                en: 'The words that it speaks of, as they stand in the text.',
              },
              line(300),
            ),
            why: field(
              {
                fi: 'Miksi kohta saa jäädä.',
                sv: 'Varför stället får stå kvar.',
                en: 'Why they may stay.',
              },
              line(200),
            ),
          }),
        )
        .optional(),
    ),
  })
  .refine(({ title, summary }) => title.toLowerCase() !== summary.toLowerCase(), {
    ...broken('summary-is-title'),
    path: ['summary'],
  });
