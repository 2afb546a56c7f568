import { toAddress } from '../../i18n/addresses.ts';
import { type Place, rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';
import { belongs } from './file-type.ts';

/** Names become addresses and must mean the same on every machine: small letters a–z, digits and hyphens. */
export const fileName = rule('file-name', {
  explain: {
    fi: ({ reserved, better }: Finding) => [reserved ? `Windows varaa nimen ${reserved} laitteelle` : 'nimessä on muuta kuin pieniä kirjaimia a–z, numeroita ja yhdysmerkkejä', `Anna nimeksi ${better}.`],
    sv: ({ reserved, better }) => [reserved ? `Windows reserverar namnet ${reserved} för en apparat` : 'namnet har annat än små bokstäver a–z, siffror och bindestreck', `Byt namnet till ${better}.`],
    en: ({ reserved, better }) => [reserved ? `Windows keeps the name ${reserved} for a device` : 'the name has more than lower-case letters a–z, digits and hyphens', `Rename it to ${better}.`],
  },
  find: ({ files }: Reading) =>
    files.flatMap(({ path }): (Finding & { at: Place })[] => {
      const better = betterPath(path);
      if (better === path || !belongs(better)) return [];
      return [{ at: startOf(path), reserved: path.split('/').find((part) => deviceOnWindows.test(part)), better }];
    }),
});

type Finding = { reserved: string | undefined; better: string };
/** Windows keeps these names for devices, with any extension. */
const deviceOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;

const soundPath = /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z]+$/;

/** The path as it should be; the same path when it is in order. */
export function betterPath(path: string): string {
  if (path === 'README.md' || (soundPath.test(path) && !path.split('/').some((part) => deviceOnWindows.test(part)))) return path;
  const parts = path.split('/');
  const [, name = '', extension = ''] = /^(.*?)(\.[^.]*)?$/s.exec(parts.pop()!)!;
  return [...parts.map(betterName), betterName(name) + extension.toLowerCase()].join('/');
}

function betterName(name: string): string {
  const plain = toAddress(name) || 'nimi';
  return deviceOnWindows.test(plain) ? `${plain}-1` : plain;
}
