import type { EditorLang } from '../schema/sentences.ts';
import { dictionaries } from './dictionaries.ts';

/**
 * The words of the report. Each section has a heading, what it shows with what to do, and what it says when there is
 * nothing to do.
 */
export const reportWords = dictionaries({
  title: ['Sisällön tila', 'Innehållets tillstånd', 'State of the content'],
  editorsOnly: ['Vain toimittajille.', 'Endast för redaktörer.', 'For editors only.'],
  made: ['Tehty', 'Gjord', 'Made on'],
  atAGlance: ['Yhdellä silmäyksellä', 'I korthet', 'At a glance'],
  inOrder: ['kunnossa', 'i ordning', 'in order'],
  sections: {
    translations: {
      heading: [
        'Kielet, jotka eivät ehkä enää vastaa toisiaan',
        'Språk som kanske inte längre säger samma sak',
        'Languages that may no longer say the same',
      ],
      about: [
        'Vertaa virkkeitä toiseen kieleen ja vahvista: npm run translations -- confirm ja tekstin tunnus.',
        'Jämför meningarna med det andra språket och bekräfta: npm run translations -- confirm och textens id.',
        'Compare the sentences with the other language and confirm: npm run translations -- confirm and the name of the text.',
      ],
      none: [
        'Kaikkien tekstien kielet on vahvistettu samansisältöisiksi.',
        'Alla texter har bekräftats säga samma sak på båda språken.',
        'All texts are confirmed to say the same in both languages.',
      ],
    },
    ahead: {
      heading: ['Ei vielä julkista', 'Ännu inte offentligt', 'Not public yet'],
      about: [
        'Luonnokset ja tulevat tiedotteet, muutokset ja päättymiset. Esikatselu näyttää ne: npm run dev.',
        'Utkast samt meddelanden, ändringar och tjänster med ett datum som inte har kommit än. Förhandsvisningen visar dem: npm run dev.',
        'Drafts, and announcements, changes and withdrawals to come. The preview shows them: npm run dev.',
      ],
      none: ['Kaikki on julkista.', 'Allt är offentligt.', 'Everything is public.'],
    },
    due: {
      heading: ['Erääntyy 60 päivän kuluessa', 'Förfaller inom 60 dagar', 'Falls due within 60 days'],
      about: [
        'Vertaa sivua lähteisiin ja kirjoita päivä kenttään reviewed. Nimen perässä on päivä, josta alkaen tarkistus muistuttaa siitä.',
        'Jämför sidan med källorna och skriv dagen i fältet reviewed. Efter namnet står dagen från vilken granskningen påminner om det.',
        'Compare the page with its sources and write the day in the field reviewed. Behind the name stands the day from which the check reminds of it.',
      ],
      none: ['Mitään ei eräänny.', 'Inget förfaller.', 'Nothing falls due.'],
    },
    age: {
      heading: ['Vanhat tiedot', 'Gamla uppgifter', 'Old facts'],
      about: [
        'Tieto on yli kaksi vuotta vanha tai päiväämätön. Etsi uudempi lähde. Kun olet verrannut tiedot lähteisiin, kirjoita päivä kenttään reviewed.',
        'Uppgiften är äldre än två år eller saknar datum. Sök en nyare källa. När du har jämfört uppgifterna med källorna, skriv dagen i fältet reviewed.',
        'The fact is older than two years or has no date. Look for a newer source. When you have compared the facts with their sources, write the day in the field reviewed.',
      ],
      none: ['Kaikki tiedot ovat tuoreita.', 'Alla uppgifter är färska.', 'All facts are fresh.'],
    },
    contacts: {
      heading: [
        'Yhteystiedot, joita kukaan ei käytä',
        'Kontakter som ingen använder',
        'Contacts that nobody uses',
      ],
      about: [
        'Mikään palvelu, tiedote tai sivu ei viittaa näihin. Lisää viittaus tai poista yhteystieto.',
        'Ingen tjänst, inget meddelande och ingen sida hänvisar till dem. Lägg till en hänvisning eller ta bort kontakten.',
        'No service, announcement or page names them. Name them somewhere, or remove them.',
      ],
      none: ['Jokainen yhteystieto on käytössä.', 'Varje kontakt används.', 'Every contact is used.'],
    },
    channels: {
      heading: [
        'Palvelut, joihin ei tunneta suoraa tietä',
        'Tjänster utan känd direkt väg',
        'Services without a known direct way',
      ],
      about: [
        'Nämä palvelut saa vain kysymällä yleisestä neuvonnasta. Lisää sivu, lomake tai osoite, kun sellainen löytyy.',
        'De här tjänsterna får man bara genom att fråga den allmänna rådgivningen. Lägg till en sida, ett formulär eller en adress när det finns.',
        'These are reached only by asking the general advice. Add a page, a form or an address when there is one.',
      ],
      none: [
        'Jokaiseen palveluun on suora tie.',
        'Varje tjänst har en direkt väg.',
        'Every service has a direct way.',
      ],
    },
    limits: {
      heading: [
        'Tekstit, joiden tila on loppumassa',
        'Texter som snart är fulla',
        'Texts that are nearly full',
      ],
      about: [
        'Näissä on käytetty ainakin 90 prosenttia sallitusta pituudesta.',
        'Minst 90 procent av den tillåtna längden har använts.',
        'At least 90 per cent of the permitted length is used.',
      ],
      none: ['Jokaisessa tekstissä on tilaa.', 'Varje text har rum kvar.', 'Every text has room left.'],
    },
    search: {
      heading: [
        'Hakusanat, jotka eivät vie perille',
        'Sökord som inte leder fram',
        'Search words that lead nowhere',
      ],
      about: [
        'Avainsana ei löydä omaa sivuaan kolmen ensimmäisen joukosta, tai kysymys löytää ensin jonkin muun palvelun. Vaihda sana täsmällisempään tai siirrä kysymys oikealle palvelulle.',
        'Nyckelordet hittar inte sin egen sida bland de tre första, eller frågan hittar först en annan tjänst. Byt till ett mer exakt ord eller flytta frågan till rätt tjänst.',
        'The keyword does not find its own page among the first three, or the question finds another service first. Choose a more exact word, or move the question to the right service.',
      ],
      none: ['Jokainen hakusana vie perille.', 'Varje sökord leder fram.', 'Every search word leads home.'],
    },
    links: {
      heading: ['Linkit muualle', 'Länkar till andra webbplatser', 'Links to elsewhere'],
      about: [
        'Avaa osoite. Jos sivu on muualla, vaihda osoite; jos sivua ei enää ole, etsi toinen lähde tai poista linkki.',
        'Öppna adressen. Finns sidan någon annanstans, byt adressen; finns den inte längre, sök en annan källa eller ta bort länken.',
        'Open the address. If the page is elsewhere, change the address; if it is gone, find another source or remove the link.',
      ],
      none: [
        'Jokainen linkki muualle vie perille.',
        'Alla länkar till andra webbplatser leder fram.',
        'Every link to elsewhere leads to its page.',
      ],
    },
    'found-nothing': {
      heading: [
        'Haut, jotka eivät vieläkään löydä mitään',
        'Sökningar som fortfarande inte hittar något',
        'Searches that still find nothing',
      ],
      about: [
        'Lisää sana sen palvelun tiedostoon asked.yaml, jota sillä haetaan.',
        'Lägg till ordet i asked.yaml för den tjänst som söks med det.',
        'Add the word to asked.yaml of the service that it is searched for with.',
      ],
      none: ['Jokainen haku löytää jotain.', 'Varje sökning hittar något.', 'Every search finds something.'],
    },
    missing: {
      heading: ['Osoitteet, joissa ei ole sivua', 'Adresser utan sida', 'Addresses without a page'],
      about: [
        'Jos osoitteessa on joskus ollut sivu, lisää ohjaus tiedostoon redirects.yaml.',
        'Om det har funnits en sida på adressen, lägg till en omdirigering i redirects.yaml.',
        'If there ever was a page at the address, add a redirect to redirects.yaml.',
      ],
      none: [
        'Puuttuvia osoitteita ei ole kysytty.',
        'Inga adresser utan sida har efterfrågats.',
        'No missing addresses were asked for.',
      ],
    },
  },
  coverage: {
    heading: [
      'Palvelut aiheittain ja toimialoittain',
      'Tjänster enligt ämne och sektor',
      'Services by theme and division',
    ],
    about: [
      'Montako palvelua kullakin toimialalla on kustakin aiheesta. Sama palvelu voi olla monessa ruudussa. Tummempi ruutu: enemmän palveluja.',
      'Hur många tjänster varje sektor har i varje ämne. Samma tjänst kan finnas i flera rutor. Mörkare ruta: fler tjänster.',
      'How many services each division has of each theme. One service can stand in many cells. A darker cell: more services.',
    ],
    theme: ['Aihe', 'Ämne', 'Theme'],
  },
  file: ['Tiedosto', 'Fil', 'File'],
  name: ['Nimi', 'Namn', 'Name'],
  undated: ['ei päiväystä', 'utan datum', 'undated'],
  year: ['Tuorein lähde', 'Nyaste källa', 'Newest source'],
  from: ['Vuodelta', 'Från år', 'From'],
  services: ['Palveluja', 'Tjänster', 'Services'],
  reviewed: ['Verrattu lähteisiin', 'Jämförd med källorna', 'Compared with sources'],
  never: ['ei merkintää', 'ingen anteckning', 'not noted'],
  stale: ['vanha', 'gammal', 'old'],
  part: {
    title: ['otsikko', 'rubrik', 'title'],
    summary: ['tiivistelmä', 'sammanfattning', 'summary'],
    body: ['leipäteksti', 'brödtext', 'body'],
  },
  characters: ['merkkiä', 'tecken', 'characters'],
  word: ['Sana', 'Ord', 'Word'],
  notFound: ['ei löydy', 'hittas inte', 'not found'],
  atPlace: ['sijalla', 'på plats', 'at place'],
  changed: ['Mitä on muuttunut', 'Vad som har ändrats', 'What has changed'],
  asked: ['Kysytty', 'Kontrollerade', 'Asked on'],
  address: ['Osoite', 'Adress', 'Address'],
  what: ['Mitä tapahtui', 'Vad som hände', 'What happened'],
  howLong: ['Kuinka kauan', 'Hur länge', 'For how long'],
  faults: {
    gone: ['sivua ei ole', 'sidan finns inte', 'there is no such page'],
    soft: [
      'sivu kertoo, ettei sitä ole, tai vie etusivulle',
      'sidan säger att den inte finns eller leder till startsidan',
      'the page says that it does not exist, or leads to the home page',
    ],
    status: ['palvelin ilmoittaa virheestä', 'servern meddelar ett fel', 'the server tells of an error'],
    refused: [
      'ei avaudu ohjelmalle; katso itse',
      'öppnas inte för program; titta själv',
      'not for programs; look yourself',
    ],
    slow: ['ei vastaa ajoissa', 'svarar inte i tid', 'does not answer in time'],
    silent: ['palvelinta ei tavoiteta', 'servern nås inte', 'the server cannot be reached'],
    moved: ['on muuttanut pysyvästi', 'har flyttat för gott', 'has moved for good'],
  },
  today: ['tänään', 'i dag', 'today'],
  days: ['pv', 'dgr', 'd'],
  usage: ['Mitä luetaan', 'Vad som läses', 'What is read'],
  log: ['Palvelimen loki', 'Serverns logg', 'Log of the server'],
  visits: ['Sivuja luettu', 'Lästa sidor', 'Pages read'],
  unreadable: [
    'Rivejä, joita ei ymmärretty',
    'Rader som inte kunde tolkas',
    'Lines that were not understood',
  ],
  page: ['Sivu', 'Sida', 'Page'],
  times: ['Kertoja', 'Gånger', 'Times'],
  query: ['Haku', 'Sökning', 'Search'],
});
export type SectionId = keyof (typeof reportWords)[EditorLang]['sections'];
