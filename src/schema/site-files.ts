import { z } from 'zod';
import { languages } from '../i18n/languages.ts';
import { editorLanguages, type Sentence } from './sentences.ts';
import {
  choice,
  day,
  email,
  entryId,
  factsAsOf,
  field,
  httpsUrl,
  inEveryLanguage,
  inSomeLanguage,
  line,
  mailboxOrPage,
  reference,
  siteUrl,
  withoutRepetition,
} from './fields.ts';

const sentence = inEveryLanguage(line(300));

/** What readers need or ask, and the service that it leads to. */
const toService = (text: Sentence, service: Sentence) =>
  z.strictObject({
    text: field(text, inEveryLanguage(line(100))),
    service: field(service, reference('services')),
  });

/** Facts about the site itself: `site.yaml`. */
export const siteFacts = z.strictObject({
  name: field(
    {
      fi: 'Sivuston nimi, eri kummallakin kielellä.',
      sv: 'Webbplatsens namn, olika på vartdera språket.',
      en: 'Name of the site; different in each language.',
    },
    inEveryLanguage(line(60)),
  ),
  tagline: field(
    {
      fi: 'Mikä sivusto on, yhdellä virkkeellä.',
      sv: 'Vad webbplatsen är, i en mening.',
      en: 'What the site is, in one sentence.',
    },
    inEveryLanguage(line(200)),
  ),
  publisher: field(
    {
      fi: 'Kuka julkaisee sivuston ja vastaa siitä.',
      sv: 'Vem som ger ut webbplatsen och ansvarar för den.',
      en: 'Who publishes and answers for the site.',
    },
    inEveryLanguage(line(100)).nullable(),
  ),
  feedback: field(
    {
      fi: 'Osoite, johon lukija lähettää palautetta.',
      sv: 'Adressen som läsaren skickar respons till.',
      en: 'Mailbox for feedback.',
    },
    email.nullable(),
  ),
  url: field(
    {
      fi: 'Sivuston julkinen osoite; siinä voi olla polku, esimerkiksi https://esimerkki.fi/palvelut.',
      sv: 'Webbplatsens offentliga adress; den kan ha en sökväg, till exempel https://exempel.fi/tjanster.',
      en: 'Public address of the site; it may have a path, for example https://example.fi/services.',
    },
    siteUrl,
  ),
  security: field(
    {
      fi: 'Kenelle kerrotaan sivuston tietoturva-aukosta (/.well-known/security.txt).',
      sv: 'Vem man berättar om en säkerhetsbrist på webbplatsen för (/.well-known/security.txt).',
      en: 'Whom to tell of a hole in the security of the site (/.well-known/security.txt).',
    },
    z
      .strictObject({
        contact: field(
          {
            fi: 'Sähköpostiosoite tai verkkosivu.',
            sv: 'E-postadress eller webbsida.',
            en: 'Mailbox or page.',
          },
          mailboxOrPage,
        ),
        expires: field(
          {
            fi: 'Viimeinen päivä, jona yhteystieto julkaistaan: enintään vuoden päässä.',
            sv: 'Den sista dagen då kontakten publiceras: högst ett år framåt.',
            en: 'The last day on which the contact is published: at most a year ahead.',
          },
          day,
        ),
      })
      .nullable(),
  ),
  editors: field(
    {
      fi: 'Kieli, jolla toimittajat saavat huomautukset muutosehdotuksista.',
      sv: 'Språket på anmärkningarna om ändringsförslag.',
      en: 'The language in which editors are told what is wrong with a request.',
    },
    z.enum(editorLanguages).default(languages[0]),
  ),
  licence: field(
    {
      fi: 'Millä lisenssillä tekstejä ja tietoja saa käyttää. Tyhjä, kunnes julkaisija on päättänyt.',
      sv: 'Med vilken licens texterna och uppgifterna får användas. Tomt tills utgivaren har beslutat.',
      en: 'The licence of the texts and data; none until the publisher has decided.',
    },
    z
      .strictObject({
        name: field(
          { fi: 'Lisenssin nimi.', sv: 'Licensens namn.', en: 'Name of the licence.' },
          inEveryLanguage(line(100)),
        ),
        url: field(
          { fi: 'Sivu, jolla lisenssi on.', sv: 'Sidan där licensen finns.', en: 'The page of the licence.' },
          httpsUrl,
        ),
      })
      .nullable()
      .default(null),
  ),
  usageLogDays: field(
    {
      fi: 'Montako päivää palvelin säilyttää lokia siitä, mitä luetaan ja haetaan. Tietosuojasivu kertoo luvun.',
      sv: 'I hur många dagar servern sparar en logg över vad som läses och söks. Sidan om dataskydd berättar antalet.',
      en: 'For how many days the server keeps a log of what is read and searched for. The page on data protection tells the number.',
    },
    z.int().min(1).max(365).nullable().default(null),
  ),
  accessibilityStatement: field(
    {
      fi: 'Mitä saavutettavuusseloste kertoo. Se tarkistetaan ainakin kerran vuodessa: vanhemmasta sivu kertoo, että se on vanha.',
      sv: 'Vad tillgänglighetsutlåtandet berättar. Det granskas minst en gång om året: om ett äldre säger sidan att det är gammalt.',
      en: 'What the accessibility statement tells. It is reviewed at least once a year: of an older one the page says that it is old.',
    },
    z.strictObject({
      drawnUp: field(
        {
          fi: 'Päivä, jona se laadittiin.',
          sv: 'Dagen då det upprättades.',
          en: 'The day when it was drawn up.',
        },
        day,
      ),
      reviewed: field(
        {
          fi: 'Päivä, jona joku on viimeksi verrannut sitä sivustoon.',
          sv: 'Dagen då någon senast jämförde det med webbplatsen.',
          en: 'The day when somebody last compared it with the site.',
        },
        day,
      ),
      status: field(
        {
          fi: 'Täyttääkö sivusto vaatimukset.',
          sv: 'Om webbplatsen uppfyller kraven.',
          en: 'Whether the site fulfils the requirements.',
        },
        choice({
          fully: { fi: 'kokonaan', sv: 'helt', en: 'fully' },
          partly: { fi: 'osittain', sv: 'delvis', en: 'partly' },
          not: { fi: 'ei', sv: 'inte', en: 'not' },
        }),
      ),
      shortcomings: field(
        {
          fi: 'Mikä ei ole saavutettavaa.',
          sv: 'Vad som inte är tillgängligt.',
          en: 'Parts that are not accessible.',
        },
        z.array(
          z.strictObject({
            what: field({ fi: 'Mikä.', sv: 'Vad.', en: 'Which part.' }, sentence),
            criterion: field(
              {
                fi: 'Mikä WCAG-ohjeiston kriteeri ei täyty, esimerkiksi 1.4.10.',
                sv: 'Vilket kriterium i WCAG som inte uppfylls, till exempel 1.4.10.',
                en: 'Which criterion of WCAG it fails, for example 1.4.10.',
              },
              z.string().regex(/^\d\.\d\.\d{1,2}$/),
            ),
            why: field({ fi: 'Miksi.', sv: 'Varför.', en: 'Why.' }, sentence),
            instead: field(
              {
                fi: 'Mitä voi käyttää sen sijaan.',
                sv: 'Vad man kan använda i stället.',
                en: 'What to use instead.',
              },
              sentence.optional(),
            ),
          }),
        ),
      ),
      tested: field(
        {
          fi: 'Mitä ihminen on käynyt läpi, milloin ja mitä hän huomasi, virke kustakin.',
          sv: 'Vad en människa har gått igenom, när och vad som märktes, en mening om varje.',
          en: 'What a person went through, when, and what came of it, one sentence each.',
        },
        z
          .array(
            z.strictObject({
              what: field(
                { fi: 'Mitä käytiin läpi.', sv: 'Vad som gicks igenom.', en: 'What was gone through.' },
                sentence,
              ),
              date: field({ fi: 'Milloin.', sv: 'När.', en: 'When.' }, day),
              result: field(
                { fi: 'Mitä huomattiin.', sv: 'Vad som märktes.', en: 'What came of it.' },
                sentence,
              ),
            }),
          )
          .min(1),
      ),
      notTested: field(
        {
          fi: 'Mitä ei ole vielä testattu, virke kustakin.',
          sv: 'Vad som inte har testats ännu, en mening om varje.',
          en: 'What was not tested yet, one sentence each.',
        },
        z.array(sentence),
      ),
      machineTest: field(
        {
          fi: 'Viimeisin koneellinen testi joka sivusta; komento npm run accessibility kirjoittaa sen.',
          sv: 'Det senaste maskinella testet av varje sida; kommandot npm run accessibility skriver det.',
          en: 'The latest machine test of every page; npm run accessibility writes it.',
        },
        z.strictObject({
          date: field({ fi: 'Testin päivä.', sv: 'Dagen för testet.', en: 'The day of the test.' }, day),
          tool: field(
            { fi: 'Millä ohjelmalla.', sv: 'Med vilket program.', en: 'The program that tested.' },
            line(60),
          ),
          pages: field(
            {
              fi: 'Montako sivua testattiin.',
              sv: 'Hur många sidor som testades.',
              en: 'How many pages were tested.',
            },
            z.int().positive(),
          ),
          findings: field(
            {
              fi: 'Montako virhettä löytyi.',
              sv: 'Hur många fel som hittades.',
              en: 'How many faults were found.',
            },
            z.int().nonnegative(),
          ),
        }),
      ),
      authority: field(
        {
          fi: 'Viranomainen, jonka puoleen voi kääntyä, ja miltä ajalta tieto siitä on.',
          sv: 'Myndigheten som man kan vända sig till, och från vilken tid uppgiften om den är.',
          en: 'The authority to turn to, and how old the knowledge of it is.',
        },
        z.strictObject({
          name: field(
            { fi: 'Viranomaisen nimi.', sv: 'Myndighetens namn.', en: 'The name of the authority.' },
            inEveryLanguage(line(100)),
          ),
          url: field(
            {
              fi: 'Viranomaisen sivu, niillä kielillä joilla se on.',
              sv: 'Myndighetens sida, på de språk som har en.',
              en: 'Its page, in the languages that have one.',
            },
            inSomeLanguage(httpsUrl),
          ),
          asOf: field(
            {
              fi: 'Miltä ajalta tieto on, esimerkiksi 2025.',
              sv: 'Från vilken tid uppgiften är, till exempel 2025.',
              en: 'How old the knowledge is, for example 2025.',
            },
            factsAsOf,
          ),
        }),
      ),
    }),
  ),
  needs: field(
    {
      fi: 'Etusivun tarpeet lukijan sanoin; kukin vie yhteen palveluun.',
      sv: 'Behoven på startsidan med läsarens ord; vart och ett leder till en tjänst.',
      en: "The needs on the home page, in the reader's words, each leading to a service.",
    },
    z
      .array(
        toService(
          {
            fi: 'Tarve lukijan sanoin.',
            sv: 'Behovet med läsarens ord.',
            en: "The need in the reader's words.",
          },
          {
            fi: 'Palvelu, johon tarve vie.',
            sv: 'Tjänsten som behovet leder till.',
            en: 'The service that it leads to.',
          },
        ),
      )
      .min(4)
      .max(10),
  ),
  names: field(
    {
      fi: 'Nimet, joita ei ole toisella kielellä, kielen mukaan. Ruudunlukija lukee ne omalla kielellään myös erikielisellä sivulla.',
      sv: 'Namn som inte finns på det andra språket, enligt språk. Skärmläsare läser dem på deras eget språk också på en sida på det andra.',
      en: 'Names that the other language has no word for, by language. Screen readers read them in their own language on pages in the other, too.',
    },
    inSomeLanguage(withoutRepetition(z.array(line(60)))).optional(),
  ),
});
export type SiteFacts = z.infer<typeof siteFacts>;

const term = z.strictObject({
  name: field(
    {
      fi: 'Nimi, jonka lukija näkee.',
      sv: 'Namnet som läsaren ser.',
      en: 'Name that the reader sees.',
    },
    inEveryLanguage(line(80)),
  ),
  about: field(
    {
      fi: 'Yksi rivi, joka selittää sen.',
      sv: 'En rad som förklarar det.',
      en: 'One line that explains it.',
    },
    inEveryLanguage(line(200)),
  ),
});
const searchTerms = withoutRepetition(z.array(line(60)));

/**
 * The controlled vocabulary for classifying services: `vocabulary.yaml`. Pages keep the order of the file.
 */
export const vocabulary = z.strictObject({
  themes: field(
    {
      fi: 'Aiheet, joihin palvelut kuuluvat.',
      sv: 'Ämnen som tjänsterna hör till.',
      en: 'Themes that the services belong to.',
    },
    z.record(entryId, term),
  ),
  divisions: field(
    {
      fi: 'Kaupungin toimialat.',
      sv: 'Stadens sektorer.',
      en: 'Divisions of the city.',
    },
    z.record(
      entryId,
      term.extend({
        short: field(
          {
            fi: 'Lyhyet nimet, joita kaupungilla käytetään; niillä myös haetaan.',
            sv: 'Korta namn som används i staden; de går också att söka med.',
            en: 'Short names that people in the city use; they feed the search.',
          },
          inEveryLanguage(searchTerms),
        ),
        intro: field(
          {
            fi: 'Mitä toimiala saa Kuntaliitosta, kahdella tai kolmella virkkeellä.',
            sv: 'Vad sektorn får av Kommunförbundet, i två eller tre meningar.',
            en: 'What the division gets from Kuntaliitto, in two or three sentences.',
          },
          inEveryLanguage(line(400)).optional(),
        ),
        answer: field(
          {
            fi: 'Suora vastaus siihen, mikä ei ole Kuntaliiton asia.',
            sv: 'Ett rakt svar om vad som inte är Kommunförbundets sak.',
            en: "A plain answer on what is not Kuntaliitto's.",
          },
          inEveryLanguage(line(500)).optional(),
        ),
        questions: field(
          {
            fi: 'Kolmesta kuuteen kysymystä toimialan sanoin, ja palvelu, joka vastaa kuhunkin.',
            sv: 'Tre till sex frågor med sektorns ord, och tjänsten som svarar på var och en.',
            en: 'Three to six questions in the words of the division, each with the service that answers it.',
          },
          z
            .array(
              toService(
                { fi: 'Kysymys.', sv: 'Frågan.', en: 'The question.' },
                { fi: 'Palvelu, joka vastaa.', sv: 'Tjänsten som svarar.', en: 'The service that answers.' },
              ),
            )
            .min(3)
            .max(6)
            .optional(),
        ),
        first: field(
          {
            fi: 'Toimialan omat palvelut siinä järjestyksessä, jossa ne näytetään.',
            sv: 'Sektorns egna tjänster i den ordning som de visas.',
            en: 'The services of its own, in the order in which they are shown.',
          },
          withoutRepetition(z.array(reference('services'))).optional(),
        ),
        contact: field(
          {
            fi: 'Keneltä kaupungilla kysytään.',
            sv: 'Vem man frågar i staden.',
            en: 'Whom to ask in the city.',
          },
          reference('contacts').optional(),
        ),
      }),
    ),
  ),
  kinds: field(
    {
      fi: 'Palvelujen lajit.',
      sv: 'Typer av tjänster.',
      en: 'Kinds of service.',
    },
    z.record(
      entryId,
      term.extend({
        price: field(
          {
            fi: 'Mitä tällainen palvelu tavallisesti maksaa. Muu hinta selitetään palvelussa. Tyhjä, jos tavallista hintaa ei ole.',
            sv: 'Vad en sådan tjänst vanligen kostar. Ett annat pris förklaras i tjänsten. Tomt om det inte finns något vanligt pris.',
            en: 'What such a service usually costs. Another price is explained in the service. Left out where there is no usual price.',
          },
          reference('prices').optional(),
        ),
      }),
    ),
  ),
  prices: field(
    {
      fi: 'Mitä palvelu voi maksaa.',
      sv: 'Vad en tjänst kan kosta.',
      en: 'What a service can cost.',
    },
    z.record(entryId, term),
  ),
});
export const vocabularyList = vocabulary.keyof();
export type Vocabulary = z.infer<typeof vocabulary>;
export type Term = z.infer<typeof term>;

/** Old path → new path on this site: `redirects.yaml`. */
export const redirects = field(
  {
    fi: 'Vanha osoite: uusi osoite, esimerkiksi /fi/palvelut/vanha/: /fi/palvelut/uusi/',
    sv: 'Gammal adress: ny adress, till exempel /sv/tjanster/gammal/: /sv/tjanster/ny/',
    en: 'Old address: new address, for example /fi/palvelut/old/: /fi/palvelut/new/',
  },
  z.record(z.string(), z.string()),
);
export type Redirects = z.infer<typeof redirects>;

/** Path that was removed without a successor → reason: `removals.yaml`. */
export const removals = field(
  {
    fi: 'Poistettu osoite: miksi, esimerkiksi /fi/palvelut/vanha/: Palvelu päättyi. Osoite /fi/palvelut/* tarkoittaa kaikkea sen alla.',
    sv: 'Borttagen adress: varför, till exempel /sv/tjanster/gammal/: Tjänsten upphörde. Adressen /sv/tjanster/* betyder allt under den.',
    en: 'Removed address: why, for example /fi/palvelut/old/: The service ended. The address /fi/palvelut/* means all below it.',
  },
  z.record(z.string(), line(300)),
);
export type Removals = z.infer<typeof removals>;

/**
 * The versions of each pair of texts that were confirmed to say the same: `translations.yaml`. Hash and sketch of each
 * sentence show what changed, and tell mended spelling from another meaning, without the old texts.
 */
export const translations = field(
  {
    fi: 'Mitkä tekstit on vahvistettu samansisältöisiksi. Tiedoston kirjoittaa komento npm run translations.',
    sv: 'Vilka texter som har bekräftats säga samma sak. Filen skrivs av kommandot npm run translations.',
    en: 'Which texts were confirmed to say the same. The command npm run translations writes the file.',
  },
  z.record(
    z.string().regex(/^[a-z]+\/[a-z0-9-]+$/),
    inSomeLanguage(z.string().regex(/^[0-9a-f]{6}([\w-]{13})?( [0-9a-f]{6}([\w-]{13})?)*$/)),
  ),
);
export type Translations = z.infer<typeof translations>;
