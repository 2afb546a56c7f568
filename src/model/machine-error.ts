import { constants } from 'node:os';
import type { EditorLang, Sentence } from '../schema/sentences.ts';

/** Errors of the machine, not bugs: the reason and the remedy by error code. */
const refusals: Record<string, Sentence> = {
  ENOSPC: {
    fi: 'Levy on täynnä. Tee tilaa ja yritä uudelleen.',
    sv: 'Skivan är full. Frigör utrymme och försök på nytt.',
    en: 'The disk is full. Make room and try again.',
  },
  EDQUOT: {
    fi: 'Oma osuutesi levystä on täynnä. Tee tilaa ja yritä uudelleen.',
    sv: 'Din del av skivan är full. Frigör utrymme och försök på nytt.',
    en: 'Your share of the disk is full. Make room and try again.',
  },
  EROFS: {
    fi: 'Tätä voi vain lukea. Salli kirjoittaminen tai valitse toinen kansio.',
    sv: 'Det här kan bara läsas. Tillåt skrivning eller välj en annan mapp.',
    en: 'This can only be read, not written. Make it writable, or choose another folder.',
  },
  EACCES: {
    fi: 'Sinulla ei ole oikeutta tähän. Pyydä oikeus tai valitse toinen kansio.',
    sv: 'Du har inte rätt till det här. Be om rätten eller välj en annan mapp.',
    en: 'You may not write or read this. Ask for the right, or choose another folder.',
  },
  EPERM: {
    fi: 'Järjestelmä ei salli tätä. Salli kirjoittaminen tai valitse toinen kansio.',
    sv: 'Systemet tillåter inte det här. Tillåt skrivning eller välj en annan mapp.',
    en: 'The system does not allow this. Make it writable, or choose another folder.',
  },
  EADDRINUSE: {
    fi: 'Portti on varattu. Sulje ohjelma, joka käyttää sitä, tai valitse toinen portti, esimerkiksi PORT=8080.',
    sv: 'Porten är upptagen. Stäng programmet som använder den eller välj en annan port, till exempel PORT=8080.',
    en: 'The port is in use. Close the program that uses it, or choose another port, for example PORT=8080.',
  },
  ENOTDIR: {
    fi: 'Osa polusta on tiedosto eikä kansio. Valitse toinen kansio.',
    sv: 'En del av sökvägen är en fil och inte en mapp. Välj en annan mapp.',
    en: 'A part of the path is a file, not a folder. Choose another folder.',
  },
  EBUSY: {
    fi: 'Tämä on käytössä. Sulje ohjelma, joka käyttää sitä, ja yritä uudelleen.',
    sv: 'Det här används. Stäng programmet som använder det och försök på nytt.',
    en: 'This is in use. Close what uses it, and try again.',
  },
  EMFILE: {
    fi: 'Liian monta tiedostoa on auki. Nosta rajaa (ulimit -n) ja yritä uudelleen.',
    sv: 'För många filer är öppna. Höj gränsen (ulimit -n) och försök på nytt.',
    en: 'Too many files are open. Raise the limit (ulimit -n) and try again.',
  },
  EIO: {
    fi: 'Levyä ei voi lukea eikä kirjoittaa.',
    sv: 'Skivan kan varken läsas eller skrivas.',
    en: 'The disk cannot be read or written.',
  },
  ERR_WORKER_OUT_OF_MEMORY: {
    fi: 'Muisti ei riitä. Anna sitä lisää, NODE_OPTIONS=--max-old-space-size=2048 (megatavuja), ja yritä uudelleen.',
    sv: 'Minnet räcker inte. Ge mer, NODE_OPTIONS=--max-old-space-size=2048 (megabyte), och försök på nytt.',
    en: 'There is too little memory. Give more with NODE_OPTIONS=--max-old-space-size=2048 (in MB), and try again.',
  },
};
const refusedPort: Sentence = {
  fi: 'Et voi käyttää tätä porttia. Valitse toinen, esimerkiksi PORT=8080.',
  sv: 'Du kan inte använda den här porten. Välj en annan, till exempel PORT=8080.',
  en: 'You may not use this port. Choose another, for example PORT=8080.',
};

/**
 * The reason and the remedy when an error, or one in its chain of causes, is an error of the machine;
 * otherwise undefined.
 */
export function refusalOf(error: unknown, lang: EditorLang): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const {
    code,
    syscall,
    path,
    port,
    dest = path ?? port,
    message,
    cause,
  } = error as NodeJS.ErrnoException & { dest?: string; port?: number };
  // Native programs give the error number only in their message.
  const [, number] = /\(os error (\d+)\)/.exec(message) ?? [];
  const named = number
    ? Object.entries(constants.errno).find(([, value]) => value === Number(number))?.[0]
    : code;
  const refusal =
    syscall === 'listen' && (named === 'EACCES' || named === 'EPERM') ? refusedPort : refusals[named ?? ''];
  return refusal ? `${refusal[lang]} (${dest ?? named})` : refusalOf(cause, lang);
}
