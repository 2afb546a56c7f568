import type { Localized } from '../i18n/languages.ts';

/** The dictionary of the results page in Finnish. The Swedish one has its type. */
const fi = {
  resultsFor: (n: number, query: string) =>
    `${n === 1 ? '1 hakutulos' : `${n} hakutulosta`} haulle ”${query}”`,
  /** How many services pass the filters; no more than `most` of them are listed. */
  filtered: (n: number, most: number) =>
    `${n === 1 ? '1 palvelu' : `${n} palvelua`}${n > most ? `, joista näkyy ${most}. Rajaa lisää.` : ''}`,
  allFilteredOut: (n: number) =>
    `${n === 1 ? 'Ainoa hakutulos jää' : `Kaikki ${n} hakutulosta jäävät`} rajausten ulkopuolelle. Poista jokin rajaus.`,
  shownInstead: (query: string) => `Näytetään tulokset haulle ”${query}”.`,
  searchOriginal: (query: string) => `Hae sen sijaan ”${query}”`,
  /**
   * Link to the results page in this language, for speakers of it; it appears on the results page of the
   * other.
   */
  sameInThisLanguage: 'Näytä samat tulokset suomeksi',
  onlyIn: { fi: 'Löytyi vain suomeksi', sv: 'Löytyi vain ruotsiksi' } as Localized<string>,
  because: (words: string[]) => `Vastaa myös: ${words.join(', ')}`,
  notOurs: 'Tämä ei ehkä ole Kuntaliiton asia. Tästä saat apua:',
  unsure: 'Emme ole varmoja, auttaako Kuntaliitto tässä. Asia voi kuulua jollekin muulle.',
  nearestTheme: 'Lähin aihe:',
  nothing: (query: string) => `Haulla ”${query}” ei löytynyt Kuntaliiton palvelua`,
  nothingAdvice: 'Voit myös kysyä ihmiseltä:',
  searching: 'Haetaan…',
  soFar: (n: number) => `${n === 1 ? '1 tulos' : `${n} tulosta`}, haetaan lisää…`,
};

const sv: typeof fi = {
  notOurs: 'Det här är kanske inte Kommunförbundets sak. Här får du hjälp:',
  resultsFor: (n, query) => `${n === 1 ? '1 sökresultat' : `${n} sökresultat`} för ”${query}”`,
  filtered: (n, most) =>
    `${n === 1 ? '1 tjänst' : `${n} tjänster`}${n > most ? `, varav ${most} visas. Begränsa mera.` : ''}`,
  allFilteredOut: (n) =>
    `${n === 1 ? 'Det enda sökresultatet faller' : `Alla ${n} sökresultat faller`} utanför avgränsningarna. Ta bort någon av dem.`,
  shownInstead: (query) => `Visar resultat för ”${query}”.`,
  searchOriginal: (query) => `Sök i stället ”${query}”`,
  sameInThisLanguage: 'Visa samma resultat på svenska',
  onlyIn: { fi: 'Hittades bara på finska', sv: 'Hittades bara på svenska' },
  because: (words) => `Svarar också på: ${words.join(', ')}`,
  unsure: 'Vi är inte säkra på om Kommunförbundet hjälper med det här. Ärendet kan höra till någon annan.',
  nearestTheme: 'Närmaste ämne:',
  nothing: (query) => `Ingen tjänst hittades för ”${query}”`,
  nothingAdvice: 'Du kan också fråga en människa:',
  searching: 'Söker…',
  soFar: (n) => `${n} resultat, söker mera…`,
};

export const resultWords: Localized<typeof fi> = { fi, sv };
