const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as it stands in XML, in an element or a quoted attribute. */
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (letter) => entities[letter]!);
