import type { ResultKind } from './guide.ts';

/** Words of the search that reach the browser, in Finnish; this object is the type of the Swedish ones. */
const fi = {
  suggestions: (n: number) => (n === 0 ? 'Ei ehdotuksia' : n === 1 ? '1 ehdotus. Selaa nuolinäppäimillä.' : `${n} ehdotusta. Selaa nuolinäppäimillä.`),
  results: (n: number) => (n === 1 ? '1 hakutulos' : `${n} hakutulosta`),
  resultsFor: (n: number, query: string) => `${n === 1 ? '1 hakutulos' : `${n} hakutulosta`} haulle ”${query}”`,
  shownInstead: (query: string) => `Näytetään tulokset haulle ”${query}”.`,
  searchOriginal: (query: string) => `Hae sen sijaan ”${query}”`,
  nothing: (query: string) => `Haulla ”${query}” ei löytynyt mitään.`,
  nothingTried: 'Etsimme palveluiden nimistä, hakusanoista ja teksteistä molemmilla kielillä. Kokeile toista sanaa tai lyhyempää hakua.',
  nothingThemes: 'Katso aiheittain',
  nothingAdvice: 'Tai kysy ihmiseltä:',
  searching: 'Haetaan…',
  kinds: { service: 'Palvelut', facet: 'Aiheet ja toimialat', announcement: 'Tiedotteet', contact: 'Yhteystiedot', page: 'Muut sivut' } as Record<ResultKind, string>,
};

const sv: typeof fi = {
  suggestions: (n) => (n === 0 ? 'Inga förslag' : n === 1 ? '1 förslag. Bläddra med piltangenterna.' : `${n} förslag. Bläddra med piltangenterna.`),
  results: (n) => (n === 1 ? '1 sökresultat' : `${n} sökresultat`),
  resultsFor: (n, query) => `${n === 1 ? '1 sökresultat' : `${n} sökresultat`} för ”${query}”`,
  shownInstead: (query) => `Visar resultat för ”${query}”.`,
  searchOriginal: (query) => `Sök i stället ”${query}”`,
  nothing: (query) => `Sökningen ”${query}” gav inga resultat.`,
  nothingTried: 'Vi sökte i tjänsternas namn, sökord och texter på båda språken. Pröva ett annat ord eller en kortare sökning.',
  nothingThemes: 'Se enligt ämne',
  nothingAdvice: 'Eller fråga en människa:',
  searching: 'Söker…',
  kinds: { service: 'Tjänster', facet: 'Ämnen och sektorer', announcement: 'Meddelanden', contact: 'Kontakter', page: 'Övriga sidor' },
};

export type SearchWords = typeof fi;
export const searchWords: Record<string, SearchWords> = { fi, sv };
