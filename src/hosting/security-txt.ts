import { editorLanguages } from '../schema/sentences.ts';
import type { SiteFacts } from '../schema/site-files.ts';

/** The text of `/.well-known/security.txt` (RFC 9116), which belongs to the root of the host. */
export const securityTxt = (
  { contact, expires }: NonNullable<SiteFacts['security']>,
  siteUrl: string,
): string => `\
Contact: ${contact.startsWith('https:') ? contact : `mailto:${contact}`}
Expires: ${expires}T23:59:59Z
Preferred-Languages: ${editorLanguages.join(', ')}
Canonical: ${new URL('/.well-known/security.txt', siteUrl).href}
`;
