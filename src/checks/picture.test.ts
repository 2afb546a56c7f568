import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { examinePicture } from './decode-picture.ts';
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
  ])('%s', async (_, type, bytes) => {
    expect(await examinePicture(type, await bytes())).toBeUndefined();
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
    [
      'SVG with nine levels of ten <use> elements each',
      'elements',
      'svg',
      () =>
        svg(
          `<g id="a0"><path d="M0 0h4"/></g>${Array.from({ length: 9 }, (_, level) => `<g id="a${level + 1}">${`<use href="#a${level}"/>`.repeat(10)}</g>`).join('')}<use href="#a9"/>`,
        ),
    ],
    ['SVG that references itself', 'elements', 'svg', () => svg('<g id="a"><use xlink:href="#a"/></g>')],
    [
      'SVG with a filter',
      'elements',
      'svg',
      () =>
        svg(
          '<filter id="a"><feMorphology radius="3000"/></filter><rect width="4" height="3" filter="url(#a)"/>',
        ),
    ],
    [
      'SVG with a mask in its styles',
      'elements',
      'svg',
      () => svg('<style>.a{fill:#000;mask:url(#m)}</style><path class="a" d="M0 0h4"/>'),
    ],
    [
      'SVG with an effect behind a comment',
      'elements',
      'svg',
      () => svg('<style>g{filter/**/:blur(9px)}</style>'),
    ],
    ['SVG with an effect behind an escape', 'elements', 'svg', () => svg('<g style="\\66ilter:blur(9px)"/>')],
    ['SVG with an effect in pieces', 'elements', 'svg', () => svg('<style>g{fil&#x74;er:url(#f)}</style>')],
    ['SVG with a style import in pieces', 'script', 'svg', () => svg('<style>@im&#112;ort "a.css";</style>')],
    [
      'SVG with drawing under a foreign prefix',
      'elements',
      'svg',
      () => svg('<cc:pattern xmlns:cc="http://www.w3.org/2000/svg"/>'),
    ],
    ['SVG with markers', 'elements', 'svg', () => svg('<path d="M0 0h4v3" marker-mid="url(#a)"/>')],
    ['SVG with dashes', 'elements', 'svg', () => svg('<path d="M0 0h9999999" stroke-dasharray="0.001"/>')],
    ['SVG with a picture inside', 'elements', 'svg', () => svg('<image href="data:image/png;base64,AAAA"/>')],
    [
      'SVG with an outline of too many points',
      'elements',
      'svg',
      () => svg(`<path d="M0 0${'l1 1 '.repeat(25_000)}"/>`),
    ],
    [
      'SVG whose entities look like a comment',
      'script',
      'svg',
      () =>
        text(
          '<!DOCTYPE svg SYSTEM "a><!--" [<!ENTITY a "<rect width=\'4\' height=\'3\'/>">]><!-- --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">&a;</svg>',
        ),
    ],
    [
      'SVG with patterns that reference each other',
      'elements',
      'svg',
      () =>
        svg(
          '<pattern id="a" width="1" height="1"><path style="fill: url(#b)"/></pattern><pattern id="b" width="1" height="1"><path fill="url(#a)"/></pattern><path fill="url(#a)"/>',
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
    expect(await examinePicture(type, await bytes())).toBe(fault);
  });
});
