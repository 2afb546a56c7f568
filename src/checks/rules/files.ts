import { inEditorLanguages, type Sentence } from '../../schema/sentences.ts';
import { belongs, betterPath, deviceOnWindows, permittedBeside } from '../content-paths.ts';
import { rule, startOf } from '../problem.ts';
import { isTextFile, maximumSize, maximumFiles } from '../read-files.ts';

/**
 * Symbolic links are refused: they could lead out of the content folder, to any file of the build machine.
 */
export const regularFile = rule('regular-file', {
  messages: {
    unreadable: {
      fi: ['tiedostoa ei saa lukea', 'Anna siihen lukuoikeus tai poista se.'],
      sv: ['filen får inte läsas', 'Ge läsrättighet till den eller ta bort den.'],
      en: ['the file may not be read', 'Permit reading it, or remove it.'],
    },
    'not-regular': {
      fi: [
        'tämä on linkki tai erikoistiedosto eikä tavallinen tiedosto',
        'Poista se ja lisää itse tiedosto.',
      ],
      sv: [
        'det här är en länk eller specialfil, inte en vanlig fil',
        'Ta bort den och lägg till själva filen.',
      ],
      en: ['this is a link or a special file, not an ordinary file', 'Remove it and add the file itself.'],
    },
  },
  *find({ files }) {
    for (const { path, kind } of files)
      if (kind !== 'file')
        yield { at: startOf(path), fault: kind === 'unreadable' ? 'unreadable' : 'not-regular' };
  },
});

/** Names become addresses and must mean the same on every machine: small letters a–z, digits and hyphens. */
export const fileName = rule('file-name', {
  messages: {
    letters: {
      fi: [
        'nimessä on muuta kuin pieniä kirjaimia a–z, numeroita ja yhdysmerkkejä',
        'Anna nimeksi {better}.',
      ],
      sv: ['namnet har annat än små bokstäver a–z, siffror och bindestreck', 'Byt namnet till {better}.'],
      en: ['the name has more than lower-case letters a–z, digits and hyphens', 'Rename it to {better}.'],
    },
    reserved: {
      fi: ['Windows varaa nimen {reserved} laitteelle', 'Anna nimeksi {better}.'],
      sv: ['Windows reserverar namnet {reserved} för en apparat', 'Byt namnet till {better}.'],
      en: ['Windows keeps the name {reserved} for a device', 'Rename it to {better}.'],
    },
  },
  *find({ files }) {
    for (const { path } of files) {
      const better = betterPath(path);
      if (better === path || !belongs(better)) continue;
      const reserved = path.split('/').find((name) => deviceOnWindows.test(name));
      if (reserved) yield { at: startOf(path), fault: 'reserved', reserved, better };
      else yield { at: startOf(path), fault: 'letters', better };
    }
  },
});

/** The content folder holds only files that the site uses; others might be published unnoticed. */
export const fileType = rule('file-type', {
  message: {
    fi: [
      'tällainen tiedosto ei kuulu tähän kansioon',
      'Poista se, siirrä se tai anna sille oikea nimi. Tänne kuuluvat: {names}.',
    ],
    sv: [
      'en sådan fil hör inte till den här mappen',
      'Ta bort filen, flytta den eller ge den rätt namn. Hit hör: {names}.',
    ],
    en: [
      'a file like this does not belong to this folder',
      'Remove it, move it or give it its right name. What belongs here: {names}.',
    ],
  },
  *find({ files }) {
    // Files that would be valid under a corrected name are reported by the rule file-name.
    for (const { kind, path } of files)
      if (kind === 'file' && !belongs(path) && !belongs(betterPath(path)))
        yield { at: startOf(path), names: permittedBeside(path) };
  },
});

const kilobytes = (bytes: number): Sentence =>
  inEditorLanguages((lang) => new Intl.NumberFormat(lang).format(Math.ceil(bytes / 1_000)));

/** Checks the size alone, so that a file that is too large is refused before anything parses it. */
export const fileSize = rule('file-size', {
  message: {
    fi: ['tiedosto on {size} kt, enintään {maximum} kt sallitaan', '{remedy}'],
    sv: ['filen är {size} kB, högst {maximum} kB tillåts', '{remedy}'],
    en: ['the file has {size} kB, at most {maximum} kB are permitted', '{remedy}'],
  },
  *find({ files }) {
    for (const { path, size } of files) {
      const maximum = maximumSize(path);
      if (size > maximum)
        yield {
          at: startOf(path),
          size: kilobytes(size),
          maximum: kilobytes(maximum),
          remedy: isTextFile(path) ? shortenText : shrinkPicture,
        };
    }
  },
});
const shortenText: Sentence = { fi: 'Lyhennä teksti.', sv: 'Förkorta texten.', en: 'Shorten the text.' };
const shrinkPicture: Sentence = {
  fi: 'Pienennä kuva.',
  sv: 'Förminska bilden.',
  en: 'Make the picture smaller.',
};

/** More files than this site could ever need were added by accident. */
export const fileCount = rule('file-count', {
  message: {
    fi: [
      `sisällössä on {count} tiedostoa, enintään ${maximumFiles} sallitaan`,
      'Poista vahingossa lisätyt tiedostot.',
    ],
    sv: [
      `innehållet har {count} filer, högst ${maximumFiles} tillåts`,
      'Ta bort filer som lagts till av misstag.',
    ],
    en: [
      `the content has {count} files, at most ${maximumFiles} are permitted`,
      'Remove files that were added by accident.',
    ],
  },
  *find({ files }) {
    if (files.length > maximumFiles) yield { at: startOf(files[0]!.path), count: files.length };
  },
});

export const fileEmpty = rule('file-empty', {
  message: {
    fi: ['tiedosto on tyhjä', 'Kirjoita sisältö tai poista tiedosto.'],
    sv: ['filen är tom', 'Skriv innehållet eller ta bort filen.'],
    en: ['the file is empty', 'Write the content or remove the file.'],
  },
  *find({ files }) {
    for (const { path, kind, size } of files) if (kind === 'file' && size === 0) yield { at: startOf(path) };
  },
});
