import type { Sentence } from '../../schema/sentences.ts';
import { components } from '../components.ts';
import { type Message, rule } from '../problem.ts';
import { type BodyNode, sourceOf } from '../reading.ts';

/**
 * Node types that a text may use. All others are refused: HTML and code could run in the reader's browser.
 */
const permittedTypes = [
  'root',
  'paragraph',
  'heading',
  'text',
  'emphasis',
  'strong',
  'link',
  'list',
  'listItem',
  'blockquote',
  'break',
  'thematicBreak',
  'image',
  'table',
  'tableRow',
  'tableCell',
  'inlineCode',
  'delete',
];

/** What editors call Markdown that is not supported here, by node type. */
const unsupportedNames: Record<string, Sentence> = {
  code: { fi: 'koodilohkoa', sv: 'kodblocket', en: 'the code block' },
  footnoteReference: { fi: 'alaviitettä', sv: 'fotnoten', en: 'the footnote' },
  footnoteDefinition: { fi: 'alaviitettä', sv: 'fotnoten', en: 'the footnote' },
  linkReference: { fi: 'viitelinkkiä', sv: 'referenslänken', en: 'the link by reference' },
  imageReference: { fi: 'viitekuvaa', sv: 'referensbilden', en: 'the picture by reference' },
  title: {
    fi: 'linkin tai kuvan otsikkoa',
    sv: 'rubriken på en länk eller bild',
    en: 'the title of a link or picture',
  },
  definition: { fi: 'viitelinkkiä', sv: 'referenslänken', en: 'the link by reference' },
  checkbox: { fi: 'valintaruutua', sv: 'kryssrutan', en: 'the check box' },
  yaml: { fi: 'toista alkutietoa', sv: 'de andra uppgifterna', en: 'the second block of fields' },
};

const componentNames = Object.keys(components).join(', ');

const messages = {
  html: {
    fi: ['tekstissä on HTML-merkintä {written}', 'Kirjoita Markdownina: {form}'],
    sv: ['texten har en HTML-tagg {written}', 'Skriv som Markdown: {form}'],
    en: ['the text holds an HTML tag {written}', 'Write it as Markdown: {form}'],
  },
  tag: {
    fi: ['tekstissä on HTML-merkintä {written}', 'Poista merkintä.'],
    sv: ['texten har en HTML-tagg {written}', 'Ta bort taggen.'],
    en: ['the text holds an HTML tag {written}', 'Remove the tag.'],
  },
  code: {
    fi: [
      'tekstissä on ohjelmakoodia: {written}',
      'Poista se. Jos tarkoitat aaltosulkua, kirjoita se sanoin.',
    ],
    sv: ['texten har programkod: {written}', 'Ta bort den. Om du menar en klammer, skriv det med ord.'],
    en: ['the text holds program code: {written}', 'Remove it. If you mean a brace, say it in words.'],
  },
  component: {
    fi: ['komponenttia {written} ei ole', `Käytä näitä: ${componentNames}.`],
    sv: ['komponenten {written} finns inte', `Använd: ${componentNames}.`],
    en: ['there is no component {written}', `Use: ${componentNames}.`],
  },
  attribute: {
    fi: ['komponentin tieto {written} ei kelpaa', 'Kirjoita tieto tekstinä lainausmerkeissä: {form}.'],
    sv: [
      'komponentens uppgift {written} går inte att använda',
      'Skriv uppgiften som text inom citattecken: {form}.',
    ],
    en: ['the attribute {written} of a component is not valid', 'Write it as text in quotes: {form}.'],
  },
  missing: {
    fi: ['komponentilta {written} puuttuu tieto', 'Kirjoita {form}.'],
    sv: ['komponenten {written} saknar en uppgift', 'Skriv {form}.'],
    en: ['the component {written} lacks an attribute', 'Write {form}.'],
  },
  inside: {
    fi: [
      'komponentin {written} sisällä oleva teksti ei näy',
      'Siirrä teksti ulkopuolelle ja kirjoita {form}.',
    ],
    sv: ['texten inuti komponenten {written} syns inte', 'Flytta texten utanför och skriv {form}.'],
    en: ['the text inside the component {written} is not shown', 'Move the text out of it and write {form}.'],
  },
  inline: {
    fi: [
      'komponentti {written} on keskellä kappaletta',
      'Kirjoita se omalle rivilleen, jonka ylä- ja alapuolella on tyhjä rivi.',
    ],
    sv: [
      'komponenten {written} står mitt i ett stycke',
      'Skriv den på en egen rad med en tom rad före och efter.',
    ],
    en: [
      'the component {written} stands in the middle of a paragraph',
      'Write it on a line of its own, with an empty line above and below.',
    ],
  },
  alignment: {
    fi: ['taulukon sarakkeita ei voi tasata', 'Poista kaksoispisteet viivariviltä: |---|---|.'],
    sv: ['kolumner i en tabell kan inte justeras', 'Ta bort kolonen på raden med streck: |---|---|.'],
    en: ['columns of a table cannot be aligned', 'Remove the colons from the line of dashes: |---|---|.'],
  },
  indented: {
    fi: ['rivi alkaa neljällä välilyönnillä, joten se näkyisi koodina', 'Poista välilyönnit rivin alusta.'],
    sv: [
      'raden börjar med fyra mellanslag och skulle visas som kod',
      'Ta bort mellanslagen i början av raden.',
    ],
    en: ['the line begins with four blanks and would show as code', 'Remove the blanks at its beginning.'],
  },
  other: {
    fi: [
      '{written} ei voi käyttää',
      'Käytä kappaleita, luetteloita, väliotsikoita ja linkkejä muodossa [teksti](https://…).',
    ],
    sv: [
      '{written} kan inte användas',
      'Använd stycken, listor, mellanrubriker och länkar i formen [text](https://…).',
    ],
    en: [
      '{written} cannot be used',
      'Use paragraphs, lists, headings, and links in the form [text](https://…).',
    ],
  },
} as const satisfies Record<string, Message>;

export const bodyMarkdown = rule('body-markdown', {
  messages,
  *findInBody(body) {
    for (const { node, at } of body.nodes)
      if (node.type === 'code' && !/^\s*(?:`{3}|~{3})/.test(sourceOf(body, node)))
        yield { at, fault: 'indented' };
      else for (const [fault, written, form = ''] of faultsOf(node)) yield { at, fault, written, form };
  },
});

/** What is wrong, the markup as written, and what to write instead. */
type FoundMarkup = [fault: keyof typeof messages, written: string | Sentence, form?: string];

/**
 * Finds what content may not contain in one node of the syntax tree. The check reports it to editors, and the
 * compiler of free pages stops at it.
 */
export function faultsOf(node: BodyNode): FoundMarkup[] {
  if (node.type === 'table' && node.align?.some(Boolean)) return [['alignment', '']];
  if ((node.type === 'link' || node.type === 'image') && node.title) return [unsupported('title')];
  if (node.type === 'listItem' && typeof node.checked === 'boolean') return [unsupported('checkbox')];
  if (permittedTypes.includes(node.type)) return [];
  const written = String(node.value ?? node.name ?? '')
    .trim()
    .split('\n')[0]!
    .slice(0, 40);
  if (node.type === 'html') return [htmlTag(tagIn(written))];
  if (/^mdx(Flow|Text)Expression$|^mdxjsEsm$/.test(node.type)) return [['code', written]];
  if (/^mdxJsx(Flow|Text)Element$/.test(node.type)) return [...componentFaults(node)];
  return [unsupported(node.type)];
}

function* componentFaults(node: BodyNode): Iterable<FoundMarkup> {
  const name = node.name ?? '';
  if (!Object.hasOwn(components, name)) {
    yield /^[a-z]/.test(name) ? htmlTag(`<${name}>`) : ['component', name || '<>'];
    return;
  }
  const wanted = Object.keys(components[name]!);
  const form = `<${[name, ...wanted.map((attribute) => `${attribute}="…"`)].join(' ')} />`;
  const attributes = node.attributes ?? [];
  const invalid = attributes.filter(
    ({ type, name: attribute, value }) =>
      type !== 'mdxJsxAttribute' || typeof value !== 'string' || !wanted.includes(attribute),
  );
  const hasMissing = wanted.some(
    (attribute) => !attributes.some((given) => given.name === attribute && given.value !== ''),
  );
  if (node.type === 'mdxJsxTextElement') yield ['inline', name];
  for (const attribute of invalid) yield ['attribute', attribute.name ?? '{…}', form];
  if (invalid.length === 0 && hasMissing) yield ['missing', name, form];
  if ((node.children ?? []).length > 0) yield ['inside', name, form];
}

const tagIn = (html: string): string =>
  html.startsWith('<!--') ? '<!-- … -->' : (/^<\/?[\w:.-]+/.exec(html)?.[0] ?? '<') + '>';

const markdownForms = new Map([
  ['b', '**…**'],
  ['strong', '**…**'],
  ['i', '*…*'],
  ['em', '*…*'],
  ['a', '[…](https://…)'],
  ['img', '![…](kuva.png)'],
  ['h2', '## …'],
  ['h3', '### …'],
  ['li', '- …'],
  ['ul', '- …'],
]);

function htmlTag(tag: string): FoundMarkup {
  const form = markdownForms.get(tag.replace(/[</>]/g, '').toLowerCase());
  return form ? ['html', tag, form] : ['tag', tag];
}

const unsupported = (type: string): FoundMarkup => [
  'other',
  unsupportedNames[type] ?? { fi: `merkintää ${type}`, sv: `märkningen ${type}`, en: `the markup ${type}` },
];
