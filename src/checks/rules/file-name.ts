import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

/** Names become addresses and must mean the same on every machine: small letters a–z, digits and hyphens. */
export const fileName = rule('file-name', {
  explain: {
    fi: ({ better }: { better: string }) => ['nimessä on muuta kuin pieniä kirjaimia a–z, numeroita ja yhdysmerkkejä', `Anna nimeksi ${better}.`],
    sv: ({ better }) => ['namnet har annat än små bokstäver a–z, siffror och bindestreck', `Byt namnet till ${better}.`],
    en: ({ better }) => ['the name has more than lower-case letters a–z, digits and hyphens', `Rename it to ${better}.`],
  },
  find: ({ files }: Reading) =>
    files
      .filter(({ path }) => path !== 'README.md' && path.split('/').some((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)?$/.test(part)))
      .map(({ path }) => ({ at: startOf(path), better: betterName(path) })),
});

const betterName = (path: string): string =>
  path
    .split('/')
    .map((part) => part.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9.]+/g, '-').replace(/^[-.]+|-+$|-+(?=\.)/g, '') || 'nimi')
    .join('/');
