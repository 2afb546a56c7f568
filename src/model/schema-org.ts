import type { Organization } from 'schema-dts';

export const unlessEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);
export const publisherOf = (name: string | undefined): Organization | undefined =>
  name ? { '@type': 'Organization', name } : undefined;
