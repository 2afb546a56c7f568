import type { EditorLang } from '../schema/sentences.ts';

/* The words of the report. Each section has a heading, what it shows with what to do, and what it says when there is nothing to do. */

const fi = {
  title: 'Sisällön tila',
  made: (date: string) => `Tehty ${date}. Vain toimittajille.`,
  atAGlance: 'Yhdellä silmäyksellä',
  toDo: (count: number) => (count === 0 ? 'kunnossa' : String(count)),
  sections: {
    translations: {
      heading: 'Kielet, jotka eivät ehkä enää vastaa toisiaan',
      about:
        'Vertaa virkkeitä toiseen kieleen ja vahvista: npm run translations -- confirm ja tekstin tunnus.',
      none: 'Kaikkien tekstien kielet on vahvistettu samansisältöisiksi.',
    },
    ahead: {
      heading: 'Ei vielä julkista',
      about:
        'Luonnokset ja tulevat tiedotteet, muutokset ja päättymiset. Esikatselu näyttää ne: npm run dev.',
      none: 'Kaikki on julkista.',
    },
    due: {
      heading: 'Erääntyy 60 päivän kuluessa',
      about:
        'Vertaa sivua lähteisiin ja kirjoita päivä kenttään reviewed. Nimen perässä on päivä, josta alkaen tarkistus muistuttaa siitä.',
      none: 'Mitään ei eräänny.',
    },
    age: {
      heading: 'Vanhat tiedot',
      about:
        'Tieto on yli kaksi vuotta vanha tai päiväämätön. Etsi uudempi lähde. Kun olet verrannut tiedot lähteisiin, kirjoita päivä kenttään reviewed.',
      none: 'Kaikki tiedot ovat tuoreita.',
    },
    contacts: {
      heading: 'Yhteystiedot, joita kukaan ei käytä',
      about: 'Mikään palvelu, tiedote tai sivu ei viittaa näihin. Lisää viittaus tai poista yhteystieto.',
      none: 'Jokainen yhteystieto on käytössä.',
    },
    channels: {
      heading: 'Palvelut, joihin ei tunneta suoraa tietä',
      about:
        'Nämä palvelut saa vain kysymällä yleisestä neuvonnasta. Lisää sivu, lomake tai osoite, kun sellainen löytyy.',
      none: 'Jokaiseen palveluun on suora tie.',
    },
    limits: {
      heading: 'Tekstit, joiden tila on loppumassa',
      about: 'Näissä on käytetty ainakin 90 prosenttia sallitusta pituudesta.',
      none: 'Jokaisessa tekstissä on tilaa.',
    },
    search: {
      heading: 'Hakusanat, jotka eivät vie perille',
      about:
        'Avainsana ei löydä omaa sivuaan kolmen ensimmäisen joukosta, tai kysymys löytää ensin jonkin muun palvelun. Vaihda sana täsmällisempään tai siirrä kysymys oikealle palvelulle.',
      none: 'Jokainen hakusana vie perille.',
    },
    links: {
      heading: 'Linkit muualle',
      about:
        'Avaa osoite. Jos sivu on muualla, vaihda osoite; jos sivua ei enää ole, etsi toinen lähde tai poista linkki.',
      none: 'Jokainen linkki muualle vie perille.',
    },
    'found-nothing': {
      heading: 'Haut, jotka eivät vieläkään löydä mitään',
      about: 'Lisää sana sen palvelun tiedostoon asked.yaml, jota sillä haetaan.',
      none: 'Jokainen haku löytää jotain.',
    },
    missing: {
      heading: 'Osoitteet, joissa ei ole sivua',
      about: 'Jos osoitteessa on joskus ollut sivu, lisää ohjaus tiedostoon redirects.yaml.',
      none: 'Puuttuvia osoitteita ei ole kysytty.',
    },
  },
  coverage: {
    heading: 'Palvelut aiheittain ja toimialoittain',
    about:
      'Montako palvelua kullakin toimialalla on kustakin aiheesta. Sama palvelu voi olla monessa ruudussa. Tummempi ruutu: enemmän palveluja.',
    theme: 'Aihe',
  },
  file: 'Tiedosto',
  name: 'Nimi',
  undated: 'ei päiväystä',
  year: 'Tuorein lähde',
  from: 'Vuodelta',
  services: 'Palveluja',
  reviewed: 'Verrattu lähteisiin',
  never: 'ei merkintää',
  stale: 'vanha',
  part: { title: 'otsikko', summary: 'tiivistelmä', body: 'leipäteksti' },
  characters: (length: number, maximum: number) => `${length} / ${maximum} merkkiä`,
  word: 'Sana',
  leads: (rank: number) => (rank === 0 ? 'ei löydy' : `sijalla ${rank}`),
  changed: 'Mitä on muuttunut',
  asked: (date: string) => `Kysytty ${date}.`,
  address: 'Osoite',
  what: 'Mitä tapahtui',
  howLong: 'Kuinka kauan',
  faults: {
    gone: 'sivua ei ole',
    soft: 'sivu kertoo, ettei sitä ole, tai vie etusivulle',
    status: 'palvelin ilmoittaa virheestä',
    refused: 'ei avaudu ohjelmalle; katso itse',
    slow: 'ei vastaa ajoissa',
    silent: 'palvelinta ei tavoiteta',
    moved: 'on muuttanut pysyvästi',
  },
  days: (days: number) => (days === 0 ? 'tänään' : `${days} pv`),
  usage: 'Mitä luetaan',
  span: (from: string, to: string) => `Palvelimen loki ${from} – ${to}.`,
  visits: (times: string) => `Sivuja luettu: ${times}.`,
  unreadable: (lines: number) => `Rivejä, joita ei ymmärretty: ${lines}.`,
  page: 'Sivu',
  times: 'Kertoja',
  query: 'Haku',
};
type ReportWords = typeof fi;
export type SectionId = keyof ReportWords['sections'];

const sv: ReportWords = {
  title: 'Innehållets tillstånd',
  made: (date) => `Gjord ${date}. Endast för redaktörer.`,
  atAGlance: 'I korthet',
  toDo: (count) => (count === 0 ? 'i ordning' : String(count)),
  sections: {
    translations: {
      heading: 'Språk som kanske inte längre säger samma sak',
      about:
        'Jämför meningarna med det andra språket och bekräfta: npm run translations -- confirm och textens id.',
      none: 'Alla texter har bekräftats säga samma sak på båda språken.',
    },
    ahead: {
      heading: 'Ännu inte offentligt',
      about:
        'Utkast samt meddelanden, ändringar och tjänster med ett datum som inte har kommit än. Förhandsvisningen visar dem: npm run dev.',
      none: 'Allt är offentligt.',
    },
    due: {
      heading: 'Förfaller inom 60 dagar',
      about:
        'Jämför sidan med källorna och skriv dagen i fältet reviewed. Efter namnet står dagen från vilken granskningen påminner om det.',
      none: 'Inget förfaller.',
    },
    age: {
      heading: 'Gamla uppgifter',
      about:
        'Uppgiften är äldre än två år eller saknar datum. Sök en nyare källa. När du har jämfört uppgifterna med källorna, skriv dagen i fältet reviewed.',
      none: 'Alla uppgifter är färska.',
    },
    contacts: {
      heading: 'Kontakter som ingen använder',
      about:
        'Ingen tjänst, inget meddelande och ingen sida hänvisar till dem. Lägg till en hänvisning eller ta bort kontakten.',
      none: 'Varje kontakt används.',
    },
    channels: {
      heading: 'Tjänster utan känd direkt väg',
      about:
        'De här tjänsterna får man bara genom att fråga den allmänna rådgivningen. Lägg till en sida, ett formulär eller en adress när det finns.',
      none: 'Varje tjänst har en direkt väg.',
    },
    limits: {
      heading: 'Texter som snart är fulla',
      about: 'Minst 90 procent av den tillåtna längden har använts.',
      none: 'Varje text har rum kvar.',
    },
    search: {
      heading: 'Sökord som inte leder fram',
      about:
        'Nyckelordet hittar inte sin egen sida bland de tre första, eller frågan hittar först en annan tjänst. Byt till ett mer exakt ord eller flytta frågan till rätt tjänst.',
      none: 'Varje sökord leder fram.',
    },
    links: {
      heading: 'Länkar till andra webbplatser',
      about:
        'Öppna adressen. Finns sidan någon annanstans, byt adressen; finns den inte längre, sök en annan källa eller ta bort länken.',
      none: 'Alla länkar till andra webbplatser leder fram.',
    },
    'found-nothing': {
      heading: 'Sökningar som fortfarande inte hittar något',
      about: 'Lägg till ordet i asked.yaml för den tjänst som söks med det.',
      none: 'Varje sökning hittar något.',
    },
    missing: {
      heading: 'Adresser utan sida',
      about: 'Om det har funnits en sida på adressen, lägg till en omdirigering i redirects.yaml.',
      none: 'Inga adresser utan sida har efterfrågats.',
    },
  },
  coverage: {
    heading: 'Tjänster enligt ämne och sektor',
    about:
      'Hur många tjänster varje sektor har i varje ämne. Samma tjänst kan finnas i flera rutor. Mörkare ruta: fler tjänster.',
    theme: 'Ämne',
  },
  file: 'Fil',
  name: 'Namn',
  undated: 'utan datum',
  year: 'Nyaste källa',
  from: 'Från år',
  services: 'Tjänster',
  reviewed: 'Jämförd med källorna',
  never: 'ingen anteckning',
  stale: 'gammal',
  part: { title: 'rubrik', summary: 'sammanfattning', body: 'brödtext' },
  characters: (length, maximum) => `${length} / ${maximum} tecken`,
  word: 'Ord',
  leads: (rank) => (rank === 0 ? 'hittas inte' : `på plats ${rank}`),
  changed: 'Vad som har ändrats',
  asked: (date) => `Kontrollerade ${date}.`,
  address: 'Adress',
  what: 'Vad som hände',
  howLong: 'Hur länge',
  faults: {
    gone: 'sidan finns inte',
    soft: 'sidan säger att den inte finns eller leder till startsidan',
    status: 'servern meddelar ett fel',
    refused: 'öppnas inte för program; titta själv',
    slow: 'svarar inte i tid',
    silent: 'servern nås inte',
    moved: 'har flyttat för gott',
  },
  days: (days) => (days === 0 ? 'i dag' : `${days} dgr`),
  usage: 'Vad som läses',
  span: (from, to) => `Serverns logg ${from} – ${to}.`,
  visits: (times) => `Lästa sidor: ${times}.`,
  unreadable: (lines) => `Rader som inte kunde tolkas: ${lines}.`,
  page: 'Sida',
  times: 'Gånger',
  query: 'Sökning',
};

const en: ReportWords = {
  title: 'State of the content',
  made: (date) => `Made on ${date}. For editors only.`,
  atAGlance: 'At a glance',
  toDo: (count) => (count === 0 ? 'in order' : String(count)),
  sections: {
    translations: {
      heading: 'Languages that may no longer say the same',
      about:
        'Compare the sentences with the other language and confirm: npm run translations -- confirm and the name of the text.',
      none: 'All texts are confirmed to say the same in both languages.',
    },
    ahead: {
      heading: 'Not public yet',
      about:
        'Drafts, and announcements, changes and withdrawals to come. The preview shows them: npm run dev.',
      none: 'Everything is public.',
    },
    due: {
      heading: 'Falls due within 60 days',
      about:
        'Compare the page with its sources and write the day in the field reviewed. Behind the name stands the day from which the check reminds of it.',
      none: 'Nothing falls due.',
    },
    age: {
      heading: 'Old facts',
      about:
        'The fact is older than two years or has no date. Look for a newer source. When you have compared the facts with their sources, write the day in the field reviewed.',
      none: 'All facts are fresh.',
    },
    contacts: {
      heading: 'Contacts that nobody uses',
      about: 'No service, announcement or page names them. Name them somewhere, or remove them.',
      none: 'Every contact is used.',
    },
    channels: {
      heading: 'Services without a known direct way',
      about:
        'These are reached only by asking the general advice. Add a page, a form or an address when there is one.',
      none: 'Every service has a direct way.',
    },
    limits: {
      heading: 'Texts that are nearly full',
      about: 'At least 90 per cent of the permitted length is used.',
      none: 'Every text has room left.',
    },
    search: {
      heading: 'Search words that lead nowhere',
      about:
        'The keyword does not find its own page among the first three, or the question finds another service first. Choose a more exact word, or move the question to the right service.',
      none: 'Every search word leads home.',
    },
    links: {
      heading: 'Links to elsewhere',
      about:
        'Open the address. If the page is elsewhere, change the address; if it is gone, find another source or remove the link.',
      none: 'Every link to elsewhere leads to its page.',
    },
    'found-nothing': {
      heading: 'Searches that still find nothing',
      about: 'Add the word to asked.yaml of the service that it is searched for with.',
      none: 'Every search finds something.',
    },
    missing: {
      heading: 'Addresses without a page',
      about: 'If there ever was a page at the address, add a redirect to redirects.yaml.',
      none: 'No missing addresses were asked for.',
    },
  },
  coverage: {
    heading: 'Services by theme and division',
    about:
      'How many services each division has of each theme. One service can stand in many cells. A darker cell: more services.',
    theme: 'Theme',
  },
  file: 'File',
  name: 'Name',
  undated: 'undated',
  year: 'Newest source',
  from: 'From',
  services: 'Services',
  reviewed: 'Compared with sources',
  never: 'not noted',
  stale: 'old',
  part: { title: 'title', summary: 'summary', body: 'body' },
  characters: (length, maximum) => `${length} / ${maximum} characters`,
  word: 'Word',
  leads: (rank) => (rank === 0 ? 'not found' : `at place ${rank}`),
  changed: 'What has changed',
  asked: (date) => `Asked on ${date}.`,
  address: 'Address',
  what: 'What happened',
  howLong: 'For how long',
  faults: {
    gone: 'there is no such page',
    soft: 'the page says that it does not exist, or leads to the home page',
    status: 'the server tells of an error',
    refused: 'not for programs; look yourself',
    slow: 'does not answer in time',
    silent: 'the server cannot be reached',
    moved: 'has moved for good',
  },
  days: (days) => (days === 0 ? 'today' : `${days} d`),
  usage: 'What is read',
  span: (from, to) => `Log of the server ${from} – ${to}.`,
  visits: (times) => `Pages read: ${times}.`,
  unreadable: (lines) => `Lines that were not understood: ${lines}.`,
  page: 'Page',
  times: 'Times',
  query: 'Search',
};

export const reportWords: Record<EditorLang, ReportWords> = { fi, sv, en };
