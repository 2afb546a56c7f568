import { formatDate } from '../i18n/format.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import { escapeXml as text } from '../model/escape-xml.ts';
import { daysBetween } from '../schema/dates.ts';
import type { EditorLang } from '../schema/sentences.ts';
import type { LinkFault, LinkState, LinkStates } from './ask-links.ts';
import type { At } from './outside-links.ts';
import { type ReportSection, table } from './report-page.ts';
import type { UsageFacts } from './usage-facts.ts';

/* The sections of the report that need more than the content: what the links answered, and the usage log. */

type Words = {
  links: {
    heading: string;
    about: (asked: string) => string;
    none: (asked: string) => string;
    columns: [address: string, what: string, since: string, file: string];
    faults: Record<LinkFault, string>;
    days: (days: number) => string;
  };
  usage: {
    heading: string;
    span: (from: string, to: string) => string;
    visits: (times: string) => string;
    unreadable: (lines: number) => string;
    page: string;
    times: string;
    lost: { heading: string; about: string; none: string; query: string };
    missing: { heading: string; about: string; none: string; address: string };
  };
};

const words: Record<EditorLang, Words> = {
  fi: {
    links: {
      heading: 'Linkit muualle',
      about: (asked) =>
        `Kysytty ${asked}. Avaa osoite. Jos sivu on muualla, vaihda osoite; jos sivua ei enää ole, etsi toinen lähde tai poista linkki.`,
      none: (asked) => `Jokainen linkki muualle vie perille (kysytty ${asked}).`,
      columns: ['Osoite', 'Mitä tapahtui', 'Kuinka kauan', 'Tiedosto'],
      faults: {
        gone: 'sivua ei ole',
        soft: 'sivu kertoo, ettei sitä ole, tai vie etusivulle',
        status: 'palvelin ilmoittaa virheestä',
        refused: 'ei avaudu ohjelmalle; katso itse',
        slow: 'ei vastaa ajoissa',
        silent: 'palvelinta ei tavoiteta',
        moved: 'on muuttanut pysyvästi',
      },
      days: (days) => (days === 0 ? 'tänään' : `${days} pv`),
    },
    usage: {
      heading: 'Mitä luetaan',
      span: (from, to) => `Palvelimen loki ${from} – ${to}.`,
      visits: (times) => `Sivuja luettu: ${times}.`,
      unreadable: (lines) => `Rivejä, joita ei ymmärretty: ${lines}.`,
      page: 'Sivu',
      times: 'Kertoja',
      lost: {
        heading: 'Haut, jotka eivät vieläkään löydä mitään',
        about: 'Lisää sana sen palvelun tiedostoon asked.yaml, jota sillä haetaan.',
        none: 'Jokainen haku löytää jotain.',
        query: 'Haku',
      },
      missing: {
        heading: 'Osoitteet, joissa ei ole sivua',
        about: 'Jos osoitteessa on joskus ollut sivu, lisää ohjaus tiedostoon redirects.yaml.',
        none: 'Puuttuvia osoitteita ei ole kysytty.',
        address: 'Osoite',
      },
    },
  },
  sv: {
    links: {
      heading: 'Länkar till andra webbplatser',
      about: (asked) =>
        `Kontrollerade ${asked}. Öppna adressen. Finns sidan någon annanstans, byt adressen; finns den inte längre, sök en annan källa eller ta bort länken.`,
      none: (asked) => `Alla länkar till andra webbplatser leder fram (kontrollerade ${asked}).`,
      columns: ['Adress', 'Vad som hände', 'Hur länge', 'Fil'],
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
    },
    usage: {
      heading: 'Vad som läses',
      span: (from, to) => `Serverns logg ${from} – ${to}.`,
      visits: (times) => `Lästa sidor: ${times}.`,
      unreadable: (lines) => `Rader som inte kunde tolkas: ${lines}.`,
      page: 'Sida',
      times: 'Gånger',
      lost: {
        heading: 'Sökningar som fortfarande inte hittar något',
        about: 'Lägg till ordet i asked.yaml för den tjänst som söks med det.',
        none: 'Varje sökning hittar något.',
        query: 'Sökning',
      },
      missing: {
        heading: 'Adresser utan sida',
        about: 'Om det har funnits en sida på adressen, lägg till en omdirigering i redirects.yaml.',
        none: 'Inga adresser utan sida har efterfrågats.',
        address: 'Adress',
      },
    },
  },
  en: {
    links: {
      heading: 'Links to elsewhere',
      about: (asked) =>
        `Asked on ${asked}. Open the address. If the page is elsewhere, change the address; if it is gone, find another source or remove the link.`,
      none: (asked) => `Every link to elsewhere leads to its page (asked on ${asked}).`,
      columns: ['Address', 'What happened', 'For how long', 'File'],
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
    },
    usage: {
      heading: 'What is read',
      span: (from, to) => `Log of the server ${from} – ${to}.`,
      visits: (times) => `Pages read: ${times}.`,
      unreadable: (lines) => `Lines that were not understood: ${lines}.`,
      page: 'Page',
      times: 'Times',
      lost: {
        heading: 'Searches that still find nothing',
        about: 'Add the word to asked.yaml of the service that it is searched for with.',
        none: 'Every search finds something.',
        query: 'Search',
      },
      missing: {
        heading: 'Addresses without a page',
        about: 'If there ever was a page at the address, add a redirect to redirects.yaml.',
        none: 'No missing addresses were asked for.',
        address: 'Address',
      },
    },
  },
};

/** Language of dates and names from the content: the editor's, or the first one. */
const siteLanguage = (lang: EditorLang): Lang => languages.find((of) => of === lang) ?? languages[0];

/** A failing address on one line, with the first place where it stands. */
export const linkLine = (
  url: string,
  { fault, detail }: LinkState,
  [first]: At[],
  lang: EditorLang,
): string => `${first!.file}:${first!.line} ${url} — ${words[lang].links.faults[fault!]} (${detail})`;

/**
 * What the last `npm run links` found, the longest failing first.
 * @param places where each address stands today; those that stand nowhere are left out
 * @param link makes a link to a file
 */
export function linkSection(
  states: LinkStates,
  places: Map<string, At[]>,
  lang: EditorLang,
  today: string,
  link: (at: At) => string,
): ReportSection {
  const t = words[lang].links;
  const known = Object.entries(states).filter(([url]) => places.has(url));
  const failing = known
    .filter(([, { fault }]) => fault)
    .sort(([, a], [, b]) => (a.since! < b.since! ? -1 : a.since! > b.since! ? 1 : 0));
  const asked = formatDate(
    siteLanguage(lang),
    known
      .map(([, state]) => state.asked)
      .sort()
      .at(-1) ?? today,
  );
  return {
    id: 'links',
    heading: t.heading,
    count: failing.length,
    about: failing.length > 0 ? t.about(asked) : t.none(asked),
    body: table(
      t.columns,
      failing.map(([url, { fault, detail, since }]) => [
        `<a href="${text(url)}">${text(url)}</a>`,
        `${t.faults[fault!]} (${text(detail ?? '')})`,
        t.days(daysBetween(since!, today)),
        places.get(url)!.map(link).join('<br>'),
      ]),
    ),
  };
}

/** What the usage log tells. */
export function usageSections(facts: UsageFacts, lang: EditorLang): ReportSection[] {
  const t = words[lang].usage;
  const hour = (at: string) => `${formatDate(siteLanguage(lang), at.slice(0, 10))} ${at.slice(11)}:00`;
  return [
    {
      id: 'usage',
      heading: t.heading,
      about: [
        t.span(hour(facts.from), hour(facts.to)),
        t.visits(facts.visitsByLanguage.map((row) => `${row.lang} ${row.times}`).join(', ')),
        ...(facts.unreadable > 0 ? [t.unreadable(facts.unreadable)] : []),
      ].join(' '),
      body: table(
        [t.page, '', t.times],
        facts.visits.map((row) => [
          `<span lang="${row.lang}">${text(row.title)}</span>`,
          text(row.path),
          String(row.times),
        ]),
      ),
    },
    {
      id: 'found-nothing',
      heading: t.lost.heading,
      count: facts.foundNothing.length,
      about: facts.foundNothing.length > 0 ? t.lost.about : t.lost.none,
      body: table(
        [t.lost.query, '', t.times],
        facts.foundNothing.map((row) => [
          `<span lang="${row.lang}">${text(row.query)}</span>`,
          row.lang,
          String(row.times),
        ]),
      ),
    },
    {
      id: 'missing',
      heading: t.missing.heading,
      count: facts.missing.length,
      about: facts.missing.length > 0 ? t.missing.about : t.missing.none,
      body: table(
        [t.missing.address, t.times],
        facts.missing.map((row) => [text(row.path), String(row.times)]),
      ),
    },
  ];
}
