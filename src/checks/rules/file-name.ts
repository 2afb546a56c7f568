import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';
import { belongs, betterPath, deviceOnWindows } from '../content-paths.ts';

/** Names become addresses and must mean the same on every machine: small letters a–z, digits and hyphens. */
export const fileName = rule('file-name', {
  message: ({ reserved, better }: { reserved: string | undefined; better: string }) => ({
    fi: [
      reserved
        ? `Windows varaa nimen ${reserved} laitteelle`
        : 'nimessä on muuta kuin pieniä kirjaimia a–z, numeroita ja yhdysmerkkejä',
      `Anna nimeksi ${better}.`,
    ],
    sv: [
      reserved
        ? `Windows reserverar namnet ${reserved} för en apparat`
        : 'namnet har annat än små bokstäver a–z, siffror och bindestreck',
      `Byt namnet till ${better}.`,
    ],
    en: [
      reserved
        ? `Windows keeps the name ${reserved} for a device`
        : 'the name has more than lower-case letters a–z, digits and hyphens',
      `Rename it to ${better}.`,
    ],
  }),
  find: ({ files }: Reading) =>
    files.flatMap(({ path }) => {
      const better = betterPath(path);
      if (better === path || !belongs(better)) return [];
      return [
        { at: startOf(path), reserved: path.split('/').find((name) => deviceOnWindows.test(name)), better },
      ];
    }),
});
