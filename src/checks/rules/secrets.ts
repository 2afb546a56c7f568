import { placeAt, rule } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** Formats of the keys and passwords of common services. */
const secretPattern =
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_[A-Za-z0-9]{20,}|\bgithub_pat_[A-Za-z0-9_]{20,}|\bxox[abprs]-[A-Za-z0-9-]{10,}|\bAIza[A-Za-z0-9_-]{30,}|\bsk-[A-Za-z0-9_-]{20,}|\bglpat-[A-Za-z0-9_-]{15,}|\beyJ[A-Za-z0-9_-]{10,500}\.eyJ[A-Za-z0-9_-]{10,}|\bAccountKey=[A-Za-z0-9+/=]{20,}|[?&]sig=[A-Za-z0-9%]{40,}|\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}|\bnpm_[A-Za-z0-9]{30,}|\bSG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,}|hooks\.slack\.com\/services\/[A-Z0-9]+\//;

export const secrets = rule('secrets', {
  message: {
    fi: [
      'tekstissä on salasana tai avain',
      'Poista se, ja pyydä ylläpitoa vaihtamaan avain: se jää versiohistoriaan.',
    ],
    sv: [
      'texten innehåller ett lösenord eller en nyckel',
      'Ta bort den och be administratören byta nyckeln: den finns kvar i versionshistoriken.',
    ],
    en: [
      'the text holds a password or a key',
      'Remove it, and have the key replaced: it stays in the history.',
    ],
  },
  find: ({ documents }: Reading) =>
    documents.flatMap(({ file, text }) => {
      const found = secretPattern.exec(text);
      return found ? [{ at: placeAt(file, text, found.index) }] : [];
    }),
});
