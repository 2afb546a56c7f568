import { rule, startOf } from '../problem.ts';
import type { Reading } from '../reading.ts';

type Fault = 'type' | 'script' | 'metadata';

/** A picture file is what its name says, runs nothing and tells nothing of where it was taken. */
export const pictureFiles = rule('picture-files', {
  explain: {
    fi: ({ fault }: { fault: Fault }) => ({
      type: ['tiedosto ei ole se kuva, jota nimi lupaa', 'Tallenna kuva uudelleen oikeassa muodossa.'],
      script: ['SVG-kuvassa on ohjelmakoodia tai linkki muualle', 'Tallenna kuva ilman niitä tai muunna se PNG-kuvaksi.'],
      metadata: ['kuvassa on tietoja paikasta tai laitteesta', 'Tallenna kuva ilman metatietoja (EXIF).'],
    } as const)[fault] as [string, string],
    sv: ({ fault }) => ({
      type: ['filen är inte den bild som namnet lovar', 'Spara bilden på nytt i rätt format.'],
      script: ['SVG-bilden har programkod eller en länk någon annanstans', 'Spara bilden utan dem eller gör om den till PNG.'],
      metadata: ['bilden har uppgifter om plats eller apparat', 'Spara bilden utan metadata (EXIF).'],
    } as const)[fault] as [string, string],
    en: ({ fault }) => ({
      type: ['the file is not the picture that its name promises', 'Save the picture again in the right format.'],
      script: ['the SVG picture holds code or leads elsewhere', 'Save it without, or turn it into a PNG.'],
      metadata: ['the picture tells of a place or a device', 'Save it without metadata (EXIF).'],
    } as const)[fault] as [string, string],
  },
  find: ({ files }: Reading) =>
    files.flatMap(({ path, bytes, kind }) => {
      const type = /\.(png|jpe?g|webp|svg)$/.exec(path)?.[1];
      if (kind !== 'file' || !type || bytes.length === 0) return [];
      const fault = faultOf(type, bytes);
      return fault ? [{ at: startOf(path), fault }] : [];
    }),
});

function faultOf(type: string, bytes: Uint8Array): Fault | undefined {
  const text = Buffer.from(bytes).toString('latin1');
  if (type === 'svg') {
    if (!/^\s*(<\?xml|<!--|<svg)/i.test(text.replace(/^\u00EF\u00BB\u00BF/, '')) || !/<svg[\s>]/i.test(text)) return 'type';
    return /<script|\son[a-z]+\s*=|<foreignObject|javascript:|<!ENTITY|(?:href|src)\s*=\s*["']?\s*(?!#|data:image\/)[^"'\s]|@import|url\(\s*["']?(?!#)/i.test(text) ? 'script' : undefined;
  }
  const sound = { png: text.startsWith('\u0089PNG\r\n\u001A\n'), jpg: text.startsWith('\u00FF\u00D8\u00FF'), jpeg: text.startsWith('\u00FF\u00D8\u00FF'), webp: text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP' }[type];
  if (!sound) return 'type';
  return /Exif\u0000\u0000|eXIf|EXIF|http:\/\/ns\.adobe\.com\/xap/.test(text) ? 'metadata' : undefined;
}
