import { createHash } from 'node:crypto';

/** Random namespace UUID of this site. It must never change: all ids derive from it. */
const namespace = '3cdf0804-036a-40f3-bbc1-62d8a303b235';

/**
 * A globally unique id for feeds and address books (UUID version 5, RFC 9562). It is derived from parts that
 * never change, so it survives new titles, new addresses and a move to another host.
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
