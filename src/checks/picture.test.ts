import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawPicture } from './draw-picture.ts';
import type { PictureType } from './picture.ts';

const plain = (width = 4, height = 3) =>
  sharp({ create: { width, height, channels: 3, background: 'navy' } });
const photo = () =>
  plain().withExif({
    IFD0: { Make: 'Camera' },
    IFD3: { GPSLatitude: '60/1 10/1 15/1', GPSLatitudeRef: 'N' },
  });
const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const text = (content: string) => new TextEncoder().encode(content);
/** A PNG with an additional chunk after its header. Its checksum is zero: nothing here verifies it. */
const withChunk = (png: Uint8Array, type: string, data: string) => {
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, data.length);
  return joined(png.subarray(0, 33), length, text(type), text(data), new Uint8Array(4), png.subarray(33));
};
const svg = (content: string, attributes = '') =>
  text(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`,
  );

describe('a picture is accepted', () => {
  test.each<[string, PictureType, () => Promise<Uint8Array> | Uint8Array]>([
    ['PNG', 'png', () => plain().png().toBuffer()],
    ['JPEG', 'jpg', () => plain().jpeg().toBuffer()],
    ['progressive JPEG', 'jpeg', () => plain().jpeg({ progressive: true }).toBuffer()],
    ['WebP', 'webp', () => plain().webp().toBuffer()],
    ['lossless WebP', 'webp', () => plain().webp({ lossless: true }).toBuffer()],
    ['WebP with transparency', 'webp', () => plain().ensureAlpha(0.5).webp().toBuffer()],
    [
      'PNG with the name of the program that made it',
      'png',
      async () => withChunk(await plain().png().toBuffer(), 'tEXt', 'Software\u0000Paint'),
    ],
    ['SVG', 'svg', () => svg('<path d="M0 0h4v3z" fill="url(#a)"/><use xlink:href="#b"/>')],
    [
      'SVG with prolog, comment and a byte order mark',
      'svg',
      () =>
        text(
          '\uFEFF<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>',
        ),
    ],
    [
      'SVG with the metadata of a drawing program',
      'svg',
      () =>
        svg(
          '<sodipodi:namedview pagecolor="#fff"/><metadata/><style>.a{fill:#000}</style>',
          'viewBox="0 0 4 3" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"',
        ),
    ],
    [
      'SVG that says how a style is written, and where its program kept it',
      'svg',
      () =>
        svg(
          '<text y="3" notes:file="C:\\\\a.svg">\\\\ /* url(a) */</text>',
          'viewBox="0 0 4 3" xmlns:notes="notes"',
        ),
    ],
  ])('%s', async (_, type, bytes) => {
    expect((await drawPicture(type, await bytes())).drawn).toHaveProperty('webp');
  });
});

describe('a picture is refused', () => {
  test.each<[string, string, PictureType, () => Promise<Uint8Array> | Uint8Array]>([
    ['JPEG with a GPS location', 'metadata', 'jpg', () => photo().jpeg().toBuffer()],
    ['PNG with a GPS location', 'metadata', 'png', () => photo().png().toBuffer()],
    ['WebP with a GPS location', 'metadata', 'webp', () => photo().webp().toBuffer()],
    [
      'JPEG with XMP',
      'metadata',
      'jpg',
      () => plain().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').jpeg().toBuffer(),
    ],
    [
      'PNG with XMP',
      'metadata',
      'png',
      () => plain().withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"/>').png().toBuffer(),
    ],
    ['HTML named PNG', 'type', 'png', () => text('<html><script>alert(1)</script>')],
    ['JPEG named PNG', 'type', 'png', () => plain().jpeg().toBuffer()],
    [
      'PNG with an archive after its end',
      'type',
      'png',
      async () => joined(await plain().png().toBuffer(), text('PK\u0003\u0004')),
    ],
    [
      'JPEG with HTML after its end',
      'type',
      'jpg',
      async () => joined(await plain().jpeg().toBuffer(), text('<script>')),
    ],
    [
      'WebP with data beyond its declared size',
      'type',
      'webp',
      async () => joined(await plain().webp().toBuffer(), text('<script>')),
    ],
    ['truncated PNG', 'type', 'png', async () => (await plain().png().toBuffer()).subarray(0, 50)],
    ['truncated JPEG', 'type', 'jpg', async () => (await plain().jpeg().toBuffer()).subarray(0, 200)],
    ['truncated WebP', 'type', 'webp', async () => (await plain().webp().toBuffer()).subarray(0, 35)],
    [
      'PNG signature without anything else',
      'type',
      'png',
      () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ],
    ['PNG with too many pixels', 'pixels', 'png', () => plain(7_000, 1).png().toBuffer()],
    ['SVG with a script', 'script', 'svg', () => svg('<script>alert(1)</script>')],
    [
      'SVG with a prefixed script',
      'script',
      'svg',
      () => svg('<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>'),
    ],
    ['SVG with an event handler', 'script', 'svg', () => svg('', 'onload="alert(1)"')],
    ['SVG with an event handler in capitals', 'script', 'svg', () => svg('', 'ONLOAD="alert(1)"')],
    [
      'SVG with a javascript link',
      'script',
      'svg',
      () => svg('<a xlink:href="javascript:alert(1)"><text>x</text></a>'),
    ],
    [
      'SVG with an encoded javascript link',
      'script',
      'svg',
      () => svg('<a href="&#106;avascript:alert(1)"><text>x</text></a>'),
    ],
    [
      'SVG with HTML inside',
      'script',
      'svg',
      () => svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'),
    ],
    [
      'SVG with an external picture',
      'script',
      'svg',
      () => svg('<image href="https://tracker.example/p.gif"/>'),
    ],
    [
      'SVG with an external style',
      'script',
      'svg',
      () => svg('<style>@import "https://example.org/a.css";</style>'),
    ],
    [
      'SVG with an external fill',
      'script',
      'svg',
      () => svg('<path style="fill:url(https://example.org/a.svg#b)"/>'),
    ],
    [
      'SVG with an animated address',
      'script',
      'svg',
      () => svg('<a><animate attributeName="href" values="javascript:alert(1)"/></a>'),
    ],
    [
      'SVG with entities',
      'script',
      'svg',
      () => text('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'),
    ],
    [
      'SVG with a style sheet',
      'script',
      'svg',
      () =>
        text('<?xml-stylesheet href="https://example.org/a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    [
      'SVG that redirects with an HTML meta element',
      'script',
      'svg',
      () =>
        svg(
          '<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=https://example.org"/>',
        ),
    ],
    [
      'SVG in an encoding that hides a script in a comment',
      'type',
      'svg',
      () =>
        text(
          '<?xml version="1.0" encoding="ISO-2022-JP"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><!-- \u001B$B --><script>alert(1)</script><!-- \u001B(B --></svg>',
        ),
    ],
    [
      'SVG with an HTML form',
      'script',
      'svg',
      () =>
        svg('<form xmlns="http://www.w3.org/1999/xhtml" action="java&#9;script:alert(1)"><button/></form>'),
    ],
    ['SVG without a size', 'type', 'svg', () => text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [
      'SVG that is larger than a page',
      'pixels',
      'svg',
      () => text('<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="4"/>'),
    ],
    ['SVG with a style import behind an escape', 'script', 'svg', () => svg('<g style="fill:\\75rl(//a)"/>')],
    ['SVG with a style import in pieces', 'script', 'svg', () => svg('<style>@im&#112;ort "a.css";</style>')],
    [
      'SVG whose entities look like a comment',
      'script',
      'svg',
      () =>
        text(
          '<!DOCTYPE svg SYSTEM "a><!--" [<!ENTITY a "<rect width=\'4\' height=\'3\'/>">]><!-- --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">&a;</svg>',
        ),
    ],
    ['SVG with too many elements', 'elements', 'svg', () => svg('<path d="M0 0h4"/>'.repeat(1_001))],
    [
      'PNG without pixel data',
      'type',
      'png',
      async () => {
        const png = Buffer.from(await plain().png().toBuffer());
        const chunk = png.indexOf('IDAT');
        return joined(png.subarray(0, chunk - 4), png.subarray(chunk + 8 + png.readUInt32BE(chunk - 4)));
      },
    ],
    [
      'PNG with corrupt pixel data',
      'type',
      'png',
      async () => {
        const png = Buffer.from(await plain(40, 30).png().toBuffer());
        png.fill(0x55, png.indexOf('IDAT') + 8, png.length - 16);
        return png;
      },
    ],
    [
      'half a JPEG',
      'type',
      'jpg',
      async () => {
        const jpeg = await plain(400, 300).jpeg().toBuffer();
        return joined(jpeg.subarray(0, jpeg.length / 2), new Uint8Array([0xff, 0xd9]));
      },
    ],
    [
      'WebP with a wrong width in its header',
      'type',
      'webp',
      async () => {
        const webp = Buffer.from(await plain(40, 30).webp().toBuffer());
        webp.writeUInt16LE(3_000, 26);
        return webp;
      },
    ],
    ['HTML named SVG', 'type', 'svg', () => text('<html><svg></svg></html>')],
    ['text named SVG', 'type', 'svg', () => text('svg')],
  ])('%s', async (_, fault, type, bytes) => {
    expect((await drawPicture(type, await bytes())).drawn).toBe(fault);
  });
});

test('an SVG of a million elements or texts is refused without reading it all', async () => {
  const bytes = text(`<svg xmlns="http://www.w3.org/2000/svg">${'<a>x'.repeat(240_000)}`);
  const { drawn, cpuSeconds } = await drawPicture('svg', bytes);
  expect(drawn).toBe('elements');
  expect(cpuSeconds).toBeLessThan(1);
});

describe('a drawing that would keep the decoder at work is refused', () => {
  const nested = (levels: number, of: (level: number) => string) =>
    Array.from({ length: levels }, (_, level) => of(level)).join('');
  const tangle = Array.from(
    { length: 9_500 },
    (_, step) => `${(step * 7919) % 997} ${(step * 104729) % 991}`,
  );
  test.each([
    [
      'nine levels of ten <use> elements each',
      `<g id="a0"><path d="M0 0h4"/></g>${nested(9, (level) => `<g id="a${level + 1}">${`<use href="#a${level}"/>`.repeat(10)}</g>`)}<use href="#a9"/>`,
    ],
    ['a tangled outline', `<path d="M${tangle.join('L')}z"/>`],
    [
      'groups of groups, half transparent',
      `${'<g opacity=".9">'.repeat(200)}<rect width="999" height="999"/>${'</g>'.repeat(200)}`,
    ],
    [
      'a filter',
      '<filter id="a"><feMorphology radius="400"/></filter><rect width="999" height="999" filter="url(#a)"/>',
    ],
    ['a long text', `<text>${'abcdefghij'.repeat(2_000)}</text>`],
    [
      'styles of many rules for many elements',
      `<style>${nested(4_000, (rule) => `g:not(#a${rule}) g g{x:1}`)}</style>${'<g><g><g/></g></g>'.repeat(330)}<rect width="9" height="9"/>`,
    ],
  ])('%s', async (_, content) => {
    const { drawn } = await drawPicture('svg', svg(content, 'width="3000" height="3000"'), 0.3);
    expect(drawn).toBe('elements');
  });
});

test('a picture is drawn after one that was given up', async () => {
  const endless = drawPicture('svg', svg(`<text>${'abcdefghij'.repeat(2_000)}</text>`), 0.1);
  const sound = drawPicture('png', await plain().png().toBuffer());
  expect((await endless).drawn).toBe('elements');
  expect((await sound).drawn).toMatchObject({ width: 4, height: 3 });
});
