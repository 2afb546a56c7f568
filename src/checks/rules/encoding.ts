import { placeAt, rule, startOf } from '../problem.ts';
import { isTextFile } from '../read-files.ts';
import type { Reading } from '../reading.ts';

/** Texts are UTF-8. Another encoding would show wrong letters in place of å, ä and ö. */
export const encoding = rule('encoding', {
  explain: {
    fi: ({ found }: { found: string }) => [`tiedosto on tallennettu merkistöllä ${found}`, 'Tallenna tiedosto uudelleen merkistöllä UTF-8.'],
    sv: ({ found }) => [`filen är sparad med teckenkodningen ${found}`, 'Spara filen på nytt med teckenkodningen UTF-8.'],
    en: ({ found }) => [`the file is saved in the encoding ${found}`, 'Save the file again in the encoding UTF-8.'],
  },
  find: ({ files }: Reading) =>
    files.flatMap(({ path, bytes }) => {
      if (!isTextFile(path) || bytes.length === 0) return [];
      if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return [{ at: startOf(path), found: 'UTF-16' }];
      const wrong = firstWrongByte(bytes);
      return wrong === undefined ? [] : [{ at: placeAt(path, new TextDecoder('windows-1252').decode(bytes).replace(/\r\n?/g, '\n'), wrong), found: 'Windows-1252' }];
    }),
});

function firstWrongByte(bytes: Uint8Array): number | undefined {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return undefined;
  } catch {
    const sound = new TextDecoder('utf-8').decode(bytes).indexOf('\uFFFD');
    const lineEnds = new TextDecoder('windows-1252').decode(bytes.subarray(0, sound)).match(/\r\n/g)?.length ?? 0;
    return Math.max(0, sound - lineEnds);
  }
}
