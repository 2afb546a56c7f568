import type { EditorLang } from '../schema/sentences.ts';

/**
 * Texts of a section: heading, what it shows with what to do, and what it says when there is nothing to do.
 */
type Section = { heading: string; about: string; none: string };
type ReportWords = {
  title: string;
  made: (date: string) => string;
  atAGlance: string;
  toDo: (count: number) => string;
  sections: Record<
    'translations' | 'ahead' | 'due' | 'age' | 'contacts' | 'channels' | 'limits' | 'search',
    Section
  >;
  coverage: { heading: string; about: string; theme: string };
  file: string;
  name: string;
  undated: string;
  year: string;
  from: string;
  services: string;
  reviewed: string;
  never: string;
  stale: string;
  part: { title: string; summary: string; body: string };
  characters: (length: number, maximum: number) => string;
  word: string;
  leads: (rank: number) => string;
  changed: string;
};

export const reportWords: Record<EditorLang, ReportWords> = {
  fi: {
    title: 'Sisällön tila',
    made: (date) => `Tehty ${date}. Vain toimittajille.`,
    atAGlance: 'Yhdellä silmäyksellä',
    toDo: (count) => (count === 0 ? 'kunnossa' : String(count)),
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
    characters: (length, maximum) => `${length} / ${maximum} merkkiä`,
    word: 'Sana',
    leads: (rank) => (rank === 0 ? 'ei löydy' : `sijalla ${rank}`),
    changed: 'Mitä on muuttunut',
  },
  sv: {
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
  },
  en: {
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
  },
};
