import { createHash } from 'node:crypto';

/** Chosen once by chance: it keeps the names of this site apart from those of all others. It never changes. */
const namespace = '3cdf0804-036a-40f3-bbc1-62d8a303b235';

/**
 * A name in the whole world for a thing of this site, for feeds and address books (UUID version 5, RFC 9562).
 * It follows from what never changes, so it outlives new titles, new addresses and a move to another host.
 * @param parts for example `'announcements', 'survey-2021', 'fi'`
 * @returns for example `urn:uuid:0b0f9c56-…`
 */
export function stableId(...parts: string[]): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(parts.join('/'))
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
