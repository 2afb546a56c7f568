import { formatNumber } from './format.ts';
import type { Localized } from './languages.ts';

const number = (n: number) => formatNumber('fi', n);

/** The dictionary of the user interface in Finnish. The other dictionaries have its type. */
export const fi = {
  /** The name of the language, in that language. */
  languageName: 'Suomi',
  skipToContent: 'Siirry sisältöön',
  skipToList: 'Siirry luetteloon',
  breadcrumb: 'Murupolku',
  home: 'Etusivu',
  mainNavigation: 'Päävalikko',
  languageNavigation: 'Kieli',
  /** The organisation that provides the services. */
  provider: 'Kuntaliitto',
  services: 'Palvelut',
  announcements: 'Tiedotteet',
  facets: 'Aiheet ja toimialat',
  otherPages: 'Muut sivut',
  /** What a search suggestion leads to, where it is not a service. */
  foundAs: {
    themes: 'aihe',
    divisions: 'toimiala',
    announcement: 'tiedote',
    person: 'henkilö',
    unit: 'yhteystieto',
    page: 'sivu',
  },
  /** The name of the box in which a wide table scrolls. */
  table: 'Taulukko',
  unreviewed: 'Julkaisija tarkistaa tämän sivun, ennen kuin sivusto otetaan käyttöön.',
  noAnnouncements: 'Tiedotteita ei ole vielä.',
  contacts: 'Yhteystiedot',

  search: 'Haku',
  searchLabel: 'Hae palveluista',
  /** What is told of no suggestion, one and several, and the row that leads to all results. */
  suggestions:
    'Ei ehdotuksia. Enter hakee koko sivustolta.|1 ehdotus. Selaa nuolinäppäimillä.|{n} ehdotusta. Selaa nuolinäppäimillä.|Näytä kaikki tulokset',
  /** At most 16 characters: the name in a browser's list of search engines and on a home screen. */
  searchShortName: 'Kuntaliitto Hki',
  searchButton: 'Hae',
  searchIntro: 'Kirjoita, mistä on kyse. Voit kirjoittaa arkikielellä, myös ruotsiksi.',
  searchNeedsScript: 'Haku tarvitsee JavaScriptin. Ilman sitä löydät palvelun näistä:',
  nothingTried: 'Kokeile toista sanaa tai lyhyempää hakua, tai jatka tästä:',
  searchFailed:
    'Hakua ei voitu ladata. Päivitä sivu tai valitse palvelu luettelosta. Voit myös kysyä ihmiseltä:',

  homeHeading: 'Mitä Kuntaliitto voi tehdä puolestasi?',
  homeNeeds: 'Mihin tarvitset apua?',
  homeDivisions: 'Millä toimialalla työskentelet?',
  homeThemes: 'Palvelut aiheittain',
  homeElsewhere: 'Etkö löytänyt etsimääsi?',
  homeLatest: 'Tiedotteita yhteistyöstä',
  homeAllServices: (n: number) => `Kaikki ${number(n)} palvelua`,
  homeAllAnnouncements: 'Kaikki tiedotteet',
  homeModelLead: 'Miten Kuntaliitto ja Helsinki tekevät yhteistyötä',

  serviceCount: (n: number) => (n === 1 ? '1 palvelu' : `${number(n)} palvelua`),
  servicesHeading: 'Kuntaliiton palvelut Helsingin kaupungille',
  servicesIntro: 'Helsinki on Kuntaliiton jäsen. Voit käyttää näitä palveluja työssäsi.',
  byTheme: 'Aiheittain',
  byDivision: 'Toimialoittain',
  byAlphabet: 'Aakkosittain',
  divisionQuestions: 'Mitä olet ratkaisemassa?',
  divisionContact: 'Keneltä kysyt kaupungilla',
  forDivision: 'Erityisesti teille',
  forEverybody: 'Kaikille toimialoille',
  filterAllOf: (n: number) => `Rajaa näitä ${number(n)} palvelua`,
  askHeading: 'Malli viestille',
  askTemplate: `Hei!

Aihe: [aihe]
Tausta: [mitä valmistelen ja miksi kysyn]
Kysymys: [kysymys yhtenä tai kahtena virkkeenä]
Jo selvitetty: [keneltä olen kysynyt kaupungissa ja mitä ohjeita olen lukenut]
Aikataulu: tarvitsen vastauksen viimeistään [päivä].
Jos asia vaatii maksullista työtä, kertokaa hinta, ennen kuin aloitatte.

[nimi], [yksikkö], Helsingin kaupunki
[sähköposti]`,
  askTopic: '[aihe]',
  servicesOf: (name: string) => `Palvelut: ${name}`,
  /** Title of a further page of a paginated list. */
  partOfList: (title: string, part: number) => `${title}, sivu ${part}`,
  listParts: 'Luettelon sivut',
  showServices: 'Näytä palvelut',
  allServices: 'Kaikki palvelut',
  filters: 'Rajaa',
  filterServices: 'Rajaa palveluita',
  filter: { theme: 'Aihe', division: 'Toimiala', kind: 'Palvelun laji', price: 'Hinta' },
  filterAll: 'Kaikki',
  filterReset: 'Poista rajaukset',
  noneLeft: 'Mikään palvelu ei täytä kaikkia rajauksia. Poista rajaukset tai jatka tästä:',

  changedServices: 'Muuttuneet palvelut',
  changedServicesOf: (name: string) => `Muuttuneet palvelut: ${name}`,
  changesIntro: 'Mitä palvelujen tiedoissa on muuttunut.',
  followChanges: 'Seuraa palvelujen muutoksia (RSS)',
  changes: 'Mitä on muuttunut',

  atAGlance: 'Lyhyesti',
  serviceFacts: 'Palvelun tiedot',
  price: 'Hinta',
  forWhom: 'Kenelle',
  themes: 'Aiheet',
  howToGet: 'Näin saat palvelun',
  askFirst: 'Kysy ensin',
  otherWays: 'Muut tavat',
  wholeCity: 'Koko kaupungin henkilöstölle',
  serviceLanguages: 'Kielet',
  languageOf: { fi: 'suomi', sv: 'ruotsi' } satisfies Localized<string>,
  channel: {
    web: 'Avaa palvelun sivu',
    form: 'Täytä lomake',
    email: 'Kirjoita sähköpostia',
    event: 'Katso tapahtuman sivu',
    'advice-service': 'Kysy Kuntaliiton neuvontapalvelusta',
  },
  channelFrom: (date: string) => `tieto vuodelta ${date}`,
  channelUndated: 'sivulla ei ole päiväystä',
  inLanguage: { fi: 'suomeksi', sv: 'ruotsiksi' } satisfies Localized<string>,
  ownPage: 'Kuntaliiton oma sivu',
  whomToAsk: 'Keneltä kysyt',
  related: 'Katso myös',
  sources: 'Lähteet',
  sourceYear: (year: number) => `vuodelta ${year}`,
  sourceUndated: (year: number) => `päiväämätön sivu, luettu ${year}`,
  factsFrom: (date: string) => `Lähde ${date}`,
  factsUndated: 'Lähteessä ei ole päiväystä',
  reviewed: (date: string) => `tarkistettu ${date}`,
  mayLag: 'Tämä teksti voi olla vanhempi kuin sama teksti toisella kielellä.',
  readTextIn: (language: string) => `Lue teksti ${language}`,
  ended: 'Päättynyt',
  endedIn: (year: string) => `Tätä tarjottiin viimeksi vuonna ${year}.`,
  endedButRead: 'Siitä voi enää vain lukea.',
  readAboutIt: 'Lue siitä',
  withdrawn: (date: string) => `Palvelu päättyi ${date}.`,
  withdrawnSuccessor: 'Käytä sen sijaan palvelua',

  announcementsIntro: 'Mitä Kuntaliiton ja Helsingin yhteistyöstä on kerrottu.',
  announcementKind: { own: 'Tiedote', 'press-release': 'Selostus tiedotteesta', news: 'Uutinen' },
  published: 'Julkaistu',
  corrected: (date: string) => `Korjattu ${date}`,
  corrections: 'Korjaukset',
  keyPoints: 'Pääkohdat',
  moreInformation: 'Lisätietoja',
  onThisPage: 'Tällä sivulla',
  original: 'Alkuperäinen teksti',
  ourAccount: 'Tämä on meidän selostuksemme, ei alkuperäinen tiedote.',
  aboutServices: 'Palvelut, joista on kyse',

  organisations: 'Ei Kuntaliiton\u00a0asia\u00a0– kuka auttaa',
  organisationsIntro:
    'Kuka auttaa, kun asia ei kuulu Kuntaliitolle, esimerkiksi palkka ja työehdot, ylioppilastutkinto, kopiointi tai luvat.',
  byName: 'Nimen mukaan',
  /** What people ask about, and in which words. */
  helpTopics: {
    city: {
      title: 'Kaupungin palvelut henkilöstölle',
      about: 'HR, palkka, IT-tuki, työterveys, juristit, hankinnat, kirjaamo',
    },
    work: {
      title: 'Palkka, eläke ja työsuhde',
      about: 'Työehdot, eläke, rikosrekisteriote, ammattiliitto, työttömyys',
    },
    money: {
      title: 'Talous, verot ja rahoitus',
      about: 'Kirjanpito, talousraportointi, valtionosuudet, lainat, avustukset',
    },
    procurement: {
      title: 'Hankinnat ja kilpailu',
      about: 'Hankintalaki, yhteishankinnat, valitus hankinnasta',
    },
    law: {
      title: 'Lait, valitukset ja kantelut',
      about: 'Oikeusapu, syrjintä, vaalit, aloitteet, lausuntokierrokset',
    },
    data: {
      title: 'Digi, tietosuoja ja asiakirjat',
      about: 'Tietoturvaloukkaus, tietomurto, tilastot, arkistointi',
    },
    education: {
      title: 'Koulutus ja kieli',
      about: 'Opetussuunnitelmat, arviointi, ylioppilastutkinto, kielenhuolto',
    },
    care: {
      title: 'Sosiaali- ja terveysasiat',
      about: 'Sote-palvelujen järjestäminen, luvat, hyvinvoinnin edistäminen, sairaala, lääkkeet',
    },
    environment: {
      title: 'Rakentaminen, ympäristö ja liikenne',
      about: 'Maakuntakaava, lainhuuto, vesi, jätteet, joukkoliikenne, maantiet',
    },
    safety: {
      title: 'Turvallisuus ja valvonta',
      about: '112, yleisötilaisuus, luvat, elintarvikkeet, radon, varautuminen',
    },
    culture: {
      title: 'Kulttuuri ja tekijänoikeus',
      about: 'Musiikkiluvat, kopiointi, muinaisjäännökset, rakennusperintö',
    },
    people: {
      title: 'Maahanmuutto, väestötiedot ja etuudet',
      about: 'Oleskelulupa, väestötiedot, Suomi.fi, Kela',
    },
    residents: {
      title: 'Kaupungin palvelut asukkaille',
      about: 'Päiväkoti, koulu, terveysasema, kirjasto, liikunta, pysäköinti, palaute',
    },
  },
  askCityFirst: 'Kysy ensin kaupungilta',
  alsoHelps: 'Auttaa myös',
  contactsIntro: 'Numerot ja osoitteet, joista saat apua. Jokaisesta tiedosta näet, miltä vuodelta se on.',
  people: 'Henkilöt',
  units: 'Palvelut ja yksiköt',
  phone: 'Puhelin',
  /** What people write who look for a number or an address of somebody. */
  reachedBy: 'kuka, puhelinnumero, numero, yhteys',
  email: 'Sähköposti',
  postalAddress: 'Osoite',
  webForm: 'Lomake',
  webPage: 'Verkkosivu',
  responseTime: 'Vastausaika',
  printedFrom: 'Tulostettu sivulta',
  saveContact: 'Tallenna osoitekirjaan',
  saveContacts: 'Tallenna kaikki osoitekirjaan, paitsi vanhat tiedot',
  copy: 'Kopioi',
  copied: 'Kopioitu',
  historical: 'Vanha tieto',
  contactFrom: (date: string) => `Tieto vuodelta ${date}`,

  feedback: 'Palaute',
  reportError: 'Kerro virheestä tällä sivulla',
  errorOn: (page: string) => `Virhe sivulla ${page}`,
  feedbackMissing: 'Palauteosoitetta ei ole vielä nimetty.',
  addressMissing: 'Sivuston osoitetta ei ole vielä päätetty.',
  publisherMissing: 'Sivustolla ei ole vielä nimettyä julkaisijaa.',
  publishedBy: (publisher: string) => `Sivuston julkaisee ja siitä vastaa ${publisher}.`,
  publisherToCome:
    'Sivustolla ei ole vielä nimettyä julkaisijaa, eikä se ole Kuntaliiton tai kaupungin virallinen sivusto. Kun julkaisija on nimetty, sen nimi ja palauteosoite näkyvät joka sivun alareunassa.',
  dataController: (publisher: string) => `Rekisterinpitäjä on sivuston julkaisija, ${publisher}.`,
  dataControllerMissing: 'Rekisterinpitäjää ei ole vielä nimetty. Julkaisija täydentää tämän kuvauksen.',
  writeTo: 'Kirjoita osoitteeseen',
  feedbackToCome: 'Palauteosoite tulee joka sivun alareunaan, kun julkaisija on antanut sen.',
  licensedBy: 'Teksteihin ja tietoihin sovelletaan lisenssiä',
  licenceMissing:
    'Teksteille ja tiedoille ei ole vielä annettu lisenssiä. Oikeudet niihin ovat sillä, joka sivuston julkaisee. Linkittää saa aina.',
  usageNoted:
    'Palvelin kirjaa, mitä sivuja luetaan ja mitä haetaan, jotta sivustoa voidaan parantaa. Lokissa on tunti, sivun osoite ja hakusivulla hakusanat. Siinä ei ole IP-osoitetta eikä tietoja selaimesta, eikä siitä näe, kuka sivulla kävi.',
  usageKept: (days: number) =>
    `Lokia säilytetään ${days === 1 ? 'yhden päivän' : `${days} päivää`}. Älä kirjoita hakuun henkilötietoja.`,
  help: 'Tarvitsetko apua?',
  aboutSite: 'Tietoa sivustosta',
  openData: 'Avoin data',
  dataset: {
    services: {
      title: 'Palvelut',
      about:
        'Kuntaliiton palvelut Helsingin kaupungille: mitä ne ovat, kenelle, mitä ne maksavat ja miten ne saa.',
    },
    announcements: {
      title: 'Tiedotteet',
      about: 'Tiedotteet ja uutiset Kuntaliiton ja Helsingin yhteistyöstä.',
    },
    contacts: {
      title: 'Yhteystiedot',
      about: 'Henkilöt ja yksiköt, joilta kysyä. Jokaisella tiedolla on vuosi.',
    },
    organisations: {
      title: 'Muut auttajat',
      about: 'Organisaatiot, jotka auttavat, kun asia ei kuulu Kuntaliitolle.',
    },
    vocabulary: {
      title: 'Sanasto',
      about: 'Aiheet, toimialat, palvelujen lajit ja hinnat, joihin muut tiedostot viittaavat.',
    },
  },
  intranetLinks: 'Luettelo linkkeinä',
  intranetScript: 'Luettelo, joka pysyy ajan tasalla',
  feed: 'Tiedotteet syötteenä (RSS)',

  moved: 'Sivu on siirretty',
  notFoundHeading: 'Sivua ei löytynyt',
  notFoundText:
    'Osoitteessa voi olla kirjoitusvirhe, tai sivu on siirretty. Kirjoita hakuun, mitä etsit, tai avaa luettelo.',

  statement: {
    status: {
      fully: 'Sivusto täyttää lain digitaalisten palvelujen tarjoamisesta (306/2019) vaatimukset.',
      partly:
        'Sivusto täyttää lain digitaalisten palvelujen tarjoamisesta (306/2019) vaatimukset osittain. Puutteet on lueteltu alla.',
      not: 'Sivusto ei täytä lain digitaalisten palvelujen tarjoamisesta (306/2019) vaatimuksia. Puutteet on lueteltu alla.',
    },
    old: (reviewed: string) =>
      `Seloste voi olla vanhentunut: se on tarkistettu viimeksi ${reviewed}, yli vuosi sitten.`,
    covers: 'Sivusto',
    responsible: 'Vastuussa',
    target: 'Tavoitetaso',
    drawnUp: 'Laadittu',
    reviewed: 'Tarkistettu',
    ownAssessment: 'itsearviona',
    authority: 'Valvova viranomainen',
    authorityFrom: (date: string) => `tieto vuodelta ${date}`,
    shortcomings: 'Mikä ei ole saavutettavaa',
    criterion: (criterion: string) => `(WCAG ${criterion})`,
    tested: 'Mitä on testattu',
    machineTest: (date: string, tool: string, pages: string, findings: number) =>
      `Koneellinen testi ${date} (${tool}): ${pages} sivua vaaleana ja tummana, puhelimen ja tietokoneen leveydellä, ${findings} virhettä.`,
    notTested: 'Mitä ei ole vielä testattu',
  },
} as const satisfies Dictionary;

/** Plain texts are strings, texts with placeholders are functions, and groups of texts are objects. */
type Dictionary = { [key: string]: string | ((...values: never[]) => string) | Dictionary };

/** The type of a dictionary with any texts: literal strings become `string`. */
type Widened<T> = T extends string
  ? string
  : T extends (...values: infer V) => string
    ? (...values: V) => string
    : { [K in keyof T]: Widened<T[K]> };
/** The type of every dictionary: a missing text does not compile. */
export type Words = Widened<typeof fi>;
