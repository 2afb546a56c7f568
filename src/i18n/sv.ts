import type { Words } from './fi.ts';
import { formatNumber } from './format.ts';

const number = (n: number) => formatNumber('sv', n);

/** The dictionary of the user interface in Finland's Swedish. */
export const sv: Words = {
  languageName: 'Svenska',
  skipToContent: 'Gå till innehållet',
  skipToList: 'Gå till listan',
  breadcrumb: 'Brödsmulor',
  home: 'Startsida',
  mainNavigation: 'Huvudmeny',
  languageNavigation: 'Språk',
  provider: 'Kommunförbundet',
  services: 'Tjänster',
  facets: 'Ämnen och sektorer',
  otherPages: 'Övriga sidor',
  foundAs: {
    themes: 'ämne',
    divisions: 'sektor',
    announcement: 'meddelande',
    person: 'person',
    unit: 'kontakt',
    page: 'sida',
  },
  announcements: 'Meddelanden',
  table: 'Tabell',
  unreviewed: 'Utgivaren granskar den här sidan innan webbplatsen tas i bruk.',
  noAnnouncements: 'Det finns inga meddelanden än.',
  contacts: 'Kontakter',

  search: 'Sök',
  searchLabel: 'Sök tjänster',
  suggestions:
    'Inga förslag. Enter söker på hela webbplatsen.|1 förslag. Bläddra med piltangenterna.|{n} förslag. Bläddra med piltangenterna.|Visa alla resultat',
  /** At most 16 characters: the name in a browser's list of search engines and on a home screen. */
  searchShortName: 'Kommunförb. Hfrs',
  searchButton: 'Sök',
  searchIntro: 'Skriv vad det gäller. Du kan använda vardagsspråk, även finska.',
  searchNeedsScript: 'Sökningen kräver JavaScript. Utan det hittar du en tjänst här:',
  nothingTried: 'Pröva ett annat ord eller en kortare sökning, eller gå vidare här:',
  searchFailed:
    'Sökningen kunde inte laddas. Uppdatera sidan eller välj en tjänst i listan. Du kan också fråga en människa:',

  homeHeading: 'Vad kan Kommunförbundet göra för dig?',
  homeNeeds: 'Vad behöver du hjälp med?',
  homeDivisions: 'Inom vilken sektor arbetar du?',
  homeThemes: 'Tjänster enligt ämne',
  homeElsewhere: 'Hittade du inte det du sökte?',
  homeLatest: 'Meddelanden om samarbetet',
  homeAllServices: (n) => `Alla ${number(n)} tjänster`,
  homeAllAnnouncements: 'Alla meddelanden',
  homeModelLead: 'Så samarbetar Kommunförbundet och Helsingfors',

  serviceCount: (n) => (n === 1 ? '1 tjänst' : `${number(n)} tjänster`),
  servicesHeading: 'Kommunförbundets tjänster för Helsingfors stad',
  servicesIntro: 'Helsingfors är medlem i Kommunförbundet. Du kan använda tjänsterna i ditt arbete.',
  byTheme: 'Enligt ämne',
  byDivision: 'Enligt sektor',
  byAlphabet: 'I alfabetisk ordning',
  divisionQuestions: 'Vad håller du på att lösa?',
  divisionContact: 'Vem du frågar i staden',
  forDivision: 'Särskilt för er',
  forEverybody: 'För alla sektorer',
  filterAllOf: (n) => `Avgränsa dessa ${number(n)} tjänster`,
  askHeading: 'Mall för meddelandet',
  askTemplate: `Hej!

Ämne: [ämne]
Bakgrund: [vad jag arbetar med och varför jag frågar]
Fråga: [frågan i en eller två meningar]
Redan utrett: [vem jag har frågat i staden och vilka anvisningar jag har läst]
Tidsplan: jag behöver svaret senast [datum].
Om frågan kräver avgiftsbelagt arbete, berätta priset innan ni börjar.

[namn], [enhet], Helsingfors stad
[e-postadress]`,
  askTopic: '[ämne]',
  servicesOf: (name) => `Tjänster: ${name}`,
  partOfList: (title, part) => `${title}, sida ${part}`,
  listParts: 'Listans sidor',
  showServices: 'Visa tjänsterna',
  allServices: 'Alla tjänster',
  filters: 'Avgränsa',
  filterServices: 'Avgränsa tjänsterna',
  filter: { theme: 'Ämne', division: 'Sektor', kind: 'Typ av tjänst', price: 'Pris' },
  filterAll: 'Alla',
  filterReset: 'Ta bort avgränsningarna',
  noneLeft: 'Ingen tjänst uppfyller alla avgränsningar. Ta bort dem eller fortsätt här:',

  changedServices: 'Ändrade tjänster',
  changedServicesOf: (name) => `Ändrade tjänster: ${name}`,
  changesIntro: 'Vad som har ändrats i uppgifterna om tjänsterna.',
  followChanges: 'Följ ändringar i tjänsterna (RSS)',
  changes: 'Vad som har ändrats',

  atAGlance: 'I korthet',
  serviceFacts: 'Uppgifter om tjänsten',
  price: 'Pris',
  forWhom: 'För vem',
  themes: 'Ämnen',
  howToGet: 'Så får du tjänsten',
  askFirst: 'Fråga först',
  otherWays: 'Andra sätt',
  wholeCity: 'För hela stadens personal',
  serviceLanguages: 'Språk',
  languageOf: { fi: 'finska', sv: 'svenska' },
  channel: {
    web: 'Öppna tjänstens sida',
    form: 'Fyll i formuläret',
    email: 'Skriv e-post',
    event: 'Se evenemangets sida',
    'advice-service': 'Fråga Kommunförbundets rådgivning',
  },
  channelFrom: (date) => `uppgift från ${date}`,
  channelUndated: 'sidan saknar datum',
  inLanguage: { fi: 'på finska', sv: 'på svenska' },
  ownPage: 'Kommunförbundets egen sida',
  whomToAsk: 'Vem du kan fråga',
  related: 'Se också',
  sources: 'Källor',
  sourceYear: (year) => `från ${year}`,
  sourceUndated: (year) => `odaterad sida, läst ${year}`,
  factsFrom: (date) => `Källa ${date}`,
  factsUndated: 'Källan saknar datum',
  reviewed: (date) => `granskad ${date}`,
  mayLag: 'Den här texten kan vara äldre än samma text på ett annat språk.',
  readTextIn: (language) => `Läs texten ${language}`,
  ended: 'Avslutad',
  endedIn: (year: string) => `Detta erbjöds senast ${year}.`,
  endedButRead: 'Nu går det bara att läsa om det.',
  readAboutIt: 'Läs om det',
  withdrawn: (date) => `Tjänsten upphörde ${date}.`,
  withdrawnSuccessor: 'Använd i stället tjänsten',

  announcementsIntro: 'Vad som har berättats om samarbetet mellan Kommunförbundet och Helsingfors.',
  announcementKind: { own: 'Meddelande', 'press-release': 'Referat av ett pressmeddelande', news: 'Nyhet' },
  published: 'Publicerat',
  corrected: (date) => `Rättat ${date}`,
  corrections: 'Rättelser',
  keyPoints: 'Huvudpunkter',
  moreInformation: 'Mer information',
  onThisPage: 'På den här sidan',
  original: 'Originaltexten',
  ourAccount: 'Det här är vårt referat, inte det ursprungliga pressmeddelandet.',
  aboutServices: 'Tjänster det gäller',

  organisations: 'Inte Kommunförbundets sak\u00a0– vem hjälper',
  organisationsIntro:
    'Vem som hjälper när frågan inte är förbundets, till exempel lön, studentexamen, kopiering eller tillstånd.',
  byName: 'Efter namn',
  /** What people ask about, and in which words. */
  helpTopics: {
    city: {
      title: 'Stadens tjänster för personalen',
      about: 'HR, lön, it-stöd, företagshälsovård, jurister, upphandling, registratur',
    },
    work: {
      title: 'Lön, pension och anställning',
      about: 'Kollektivavtal, pension, straffregisterutdrag, fackförbund, arbetslöshet',
    },
    money: {
      title: 'Ekonomi, skatter och finansiering',
      about: 'Bokföring, ekonomisk rapportering, statsandelar, lån, understöd',
    },
    procurement: {
      title: 'Upphandling och konkurrens',
      about: 'Upphandlingslagen, gemensam upphandling, besvär över upphandling',
    },
    law: {
      title: 'Lagar, besvär och klagomål',
      about: 'Rättshjälp, diskriminering, val, initiativ, remisser',
    },
    data: {
      title: 'Digitalisering, dataskydd och handlingar',
      about: 'Personuppgiftsincident, dataintrång, statistik, arkivering',
    },
    education: {
      title: 'Utbildning och språk',
      about: 'Läroplaner, utvärdering, studentexamen, språkvård',
    },
    care: {
      title: 'Social- och hälsofrågor',
      about: 'Ordnande av social- och hälsovård, tillstånd, främjande av hälsa, sjukhus, läkemedel',
    },
    environment: {
      title: 'Byggande, miljö och trafik',
      about: 'Landskapsplan, lagfart, vatten, avfall, kollektivtrafik, landsvägar',
    },
    safety: {
      title: 'Säkerhet och tillsyn',
      about: '112, offentlig tillställning, tillstånd, livsmedel, radon, beredskap',
    },
    culture: {
      title: 'Kultur och upphovsrätt',
      about: 'Musiktillstånd, kopiering, fornlämningar, byggnadsarv',
    },
    people: {
      title: 'Invandring, befolkningsuppgifter och förmåner',
      about: 'Uppehållstillstånd, befolkningsuppgifter, Suomi.fi, FPA',
    },
    residents: {
      title: 'Stadens tjänster för invånarna',
      about: 'Daghem, skola, hälsostation, bibliotek, idrott, parkering, respons',
    },
  },
  askCityFirst: 'Fråga först staden',
  alsoHelps: 'Hjälper också',
  contactsIntro: 'Vem du ringer och vart du skriver. För varje uppgift ser du vilket år den är från.',
  people: 'Personer',
  units: 'Tjänster och enheter',
  phone: 'Telefon',
  reachedBy: 'vem, telefonnummer, nummer, kontakt',
  email: 'E-post',
  postalAddress: 'Adress',
  webForm: 'Formulär',
  webPage: 'Webbsida',
  responseTime: 'Svarstid',
  printedFrom: 'Utskrivet från',
  saveContact: 'Spara i adressboken',
  saveContacts: 'Spara alla i adressboken, utom gamla uppgifter',
  copy: 'Kopiera',
  copied: 'Kopierat',
  historical: 'Gammal uppgift',
  contactFrom: (date) => `Uppgift från ${date}`,

  feedback: 'Respons',
  reportError: 'Berätta om ett fel på sidan',
  errorOn: (page) => `Fel på sidan ${page}`,
  feedbackMissing: 'Ingen responsadress har angetts än.',
  addressMissing: 'Webbplatsens adress har inte bestämts ännu.',
  publisherMissing: 'Webbplatsen har ännu ingen namngiven utgivare.',
  publishedBy: (publisher: string) => `Utgivare av webbplatsen och ansvarig för den är ${publisher}.`,
  publisherToCome:
    'Webbplatsen har ännu ingen namngiven utgivare och är inte Kommunförbundets eller stadens officiella webbplats. När en utgivare har utsetts visas utgivaren och responsadressen längst ner på varje sida.',
  dataController: (publisher: string) => `Personuppgiftsansvarig är webbplatsens utgivare, ${publisher}.`,
  dataControllerMissing:
    'Ingen personuppgiftsansvarig har ännu utsetts. Utgivaren kompletterar beskrivningen.',
  writeTo: 'Skriv till',
  feedbackToCome: 'Responsadressen finns längst ner på varje sida när utgivaren har meddelat den.',
  licensedBy: 'För texterna och uppgifterna gäller licensen',
  licenceMissing:
    'Texterna och uppgifterna har ännu ingen licens. Rättigheterna till dem tillhör den som ger ut webbplatsen. Länka får man alltid.',
  usageNoted:
    'Servern noterar vilka sidor som läses och vad som söks, så att webbplatsen kan förbättras. I loggen finns timmen, sidans adress och på söksidan sökorden. Där finns ingen IP-adress och inga uppgifter om webbläsaren, och det syns inte vem som besökte sidan.',
  usageKept: (days: number) =>
    `Loggen sparas i ${days === 1 ? 'en dag' : `${days} dagar`}. Skriv inga personuppgifter i sökningen.`,
  help: 'Behöver du hjälp?',
  aboutSite: 'Om webbplatsen',
  openData: 'Öppna data',
  dataset: {
    services: {
      title: 'Tjänster',
      about:
        'Kommunförbundets tjänster för Helsingfors stad: vad de är, för vem, vad de kostar och hur man får dem.',
    },
    announcements: {
      title: 'Meddelanden',
      about: 'Meddelanden och nyheter om samarbetet mellan Kommunförbundet och Helsingfors.',
    },
    contacts: {
      title: 'Kontakter',
      about: 'Personer och enheter som man kan fråga. Varje uppgift har ett år.',
    },
    organisations: {
      title: 'Andra som hjälper',
      about: 'Organisationer som hjälper när frågan inte hör till Kommunförbundet.',
    },
    vocabulary: {
      title: 'Ordlista',
      about: 'Ämnen, sektorer, typer av tjänster och priser som de andra filerna hänvisar till.',
    },
  },
  intranetLinks: 'En lista med länkar',
  intranetScript: 'En lista som håller sig aktuell',
  feed: 'Meddelanden som flöde (RSS)',

  moved: 'Sidan har flyttats',
  notFoundHeading: 'Sidan hittades inte',
  notFoundText:
    'Adressen kan vara felskriven eller sidan flyttad. Skriv i sökfältet vad du letar efter eller öppna en lista.',

  statement: {
    status: {
      fully: 'Webbplatsen uppfyller kraven i lagen om tillhandahållande av digitala tjänster (306/2019).',
      partly:
        'Webbplatsen uppfyller delvis kraven i lagen om tillhandahållande av digitala tjänster (306/2019). Bristerna räknas upp nedan.',
      not: 'Webbplatsen uppfyller inte kraven i lagen om tillhandahållande av digitala tjänster (306/2019). Bristerna räknas upp nedan.',
    },
    old: (reviewed: string) =>
      `Utlåtandet kan vara föråldrat: det granskades senast ${reviewed}, för mer än ett år sedan.`,
    covers: 'Webbplats',
    responsible: 'Ansvarig',
    target: 'Målnivå',
    drawnUp: 'Upprättat',
    reviewed: 'Granskat',
    ownAssessment: 'som egen bedömning',
    authority: 'Tillsynsmyndighet',
    authorityFrom: (date) => `uppgift från ${date}`,
    shortcomings: 'Vad som inte är tillgängligt',
    criterion: (criterion) => `(WCAG ${criterion})`,
    tested: 'Vad som har testats',
    machineTest: (date, tool, pages, findings) =>
      `Maskinellt test ${date} (${tool}): ${pages} sidor i ljust och mörkt läge, i telefonens och datorns bredd, ${findings} fel.`,
    notTested: 'Vad som ännu inte har testats',
  },
};
