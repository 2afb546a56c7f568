/** One page of every kind in both languages, for the tests and pictures that look at them all. */
export const onePageOfEachKind = [
  '/', '/fi/', '/sv/', '/fi/palvelut/', '/sv/tjanster/', '/fi/palvelut/lakineuvonta/', '/sv/tjanster/juridisk-radgivning/',
  '/fi/palvelut/teemat/hankinnat/', '/sv/tjanster/teman/upphandling/', '/fi/tiedotteet/', '/sv/meddelanden/', '/fi/tiedotteet/uusi-yhteistyomalli/', '/sv/meddelanden/enkat-2021/',
  '/fi/yhteystiedot/', '/sv/kontakter/', '/fi/haku/?q=juristi', '/sv/sok/?q=qqxxzz', '/fi/yhteistyomalli/', '/sv/samarbetsmodellen/', '/fi/saavutettavuusseloste/', '/sv/tillganglighetsutlatande/', '/fi/404/', '/sv/404/',
];
