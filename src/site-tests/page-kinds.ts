import { addressesOf } from '../checks/built/lost-addresses.ts';
import { languages } from '../i18n/languages.ts';
import { notFoundPath } from '../i18n/addresses.ts';

const answers = { found: '/fi/haku/?q=juristi', nothing: '/sv/sok/?q=qqxxzz' };

/** One page of every kind in both languages, for the tests and pictures that look at them all. */
export const onePageOfEachKind = [
  '/', '/fi/', '/sv/', '/fi/palvelut/', '/sv/tjanster/', '/fi/palvelut/lakineuvonta/', '/sv/tjanster/juridisk-radgivning/',
  '/fi/palvelut/teemat/hankinnat/', '/sv/tjanster/teman/upphandling/', '/fi/tiedotteet/', '/sv/meddelanden/', '/fi/tiedotteet/uusi-yhteistyomalli/', '/sv/meddelanden/enkat-2021/',
  '/fi/yhteystiedot/', '/sv/kontakter/', answers.found, answers.nothing, '/fi/yhteistyomalli/', '/sv/samarbetsmodellen/', '/fi/saavutettavuusseloste/', '/sv/tillganglighetsutlatande/', '/fi/avoin-data/', '/sv/oppna-data/', '/fi/404/', '/sv/404/',
];

/** Every page of a built site: those of its sitemap, the pages that it leaves out, and answers of the search. */
export const everyPage = (folder: string): string[] => [
  '/', '/404.html', ...languages.map(notFoundPath), ...Object.values(answers),
  ...addressesOf(folder),
];
