import type { Sentence } from '../../schema/sentences.ts';
import { components } from '../components.ts';
import { type Place, rule } from '../problem.ts';
import type { BodyNode, Reading } from '../reading.ts';

/** The parts of Markdown that a text may use. What is not listed is refused: HTML and code could run in the reader's browser. */
const permitted = [
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

/** Names of what editors may know from elsewhere. */
const others: Record<string, Sentence> = {
  code: { fi: 'koodilohkoa', sv: 'kodblocket', en: 'the code block' },
  footnoteReference: { fi: 'alaviitettä', sv: 'fotnoten', en: 'the footnote' },
  footnoteDefinition: { fi: 'alaviitettä', sv: 'fotnoten', en: 'the footnote' },
  linkReference: { fi: 'viitelinkkiä', sv: 'referenslänken', en: 'the link by reference' },
  imageReference: { fi: 'viitekuvaa', sv: 'referensbilden', en: 'the picture by reference' },
  definition: { fi: 'viitelinkkiä', sv: 'referenslänken', en: 'the link by reference' },
  checkbox: { fi: 'valintaruutua', sv: 'kryssrutan', en: 'the check box' },
  yaml: { fi: 'toista alkutietoa', sv: 'de andra uppgifterna', en: 'the second block of fields' },
};

type Fault =
  'html' | 'code' | 'component' | 'attribute' | 'missing' | 'inside' | 'inline' | 'alignment' | 'other';
type Detail = { fault: Fault; shown: string; form: string };
const named = Object.keys(components).join(', ');

export const bodyMarkdown = rule('body-markdown', {
  explain: {
    fi: ({ fault, shown, form }: Detail) =>
      (
        ({
          html: [
            `tekstissä on HTML-merkintä ${shown}`,
            form ? `Kirjoita Markdownina: ${form}` : 'Poista merkintä.',
          ],
          code: [
            `tekstissä on ohjelmakoodia: ${shown}`,
            'Poista se. Jos tarkoitat aaltosulkua, kirjoita se sanoin.',
          ],
          component: [`komponenttia ${shown} ei ole`, `Käytä näitä: ${named}.`],
          attribute: [
            `komponentin tieto ${shown} ei kelpaa`,
            `Kirjoita tieto tekstinä lainausmerkeissä: ${form}.`,
          ],
          missing: [`komponentilta ${shown} puuttuu tieto`, `Kirjoita ${form}.`],
          inside: [
            `komponentin ${shown} sisällä oleva teksti ei näy`,
            `Siirrä teksti ulkopuolelle ja kirjoita ${form}.`,
          ],
          inline: [
            `komponentti ${shown} on keskellä kappaletta`,
            'Kirjoita se omalle rivilleen, jonka ylä- ja alapuolella on tyhjä rivi.',
          ],
          alignment: ['taulukon sarakkeita ei voi tasata', 'Poista kaksoispisteet viivariviltä: |---|---|.'],
          other: [
            `${others[shown]?.fi ?? `merkintää ${shown}`} ei voi käyttää`,
            'Käytä kappaleita, luetteloita, väliotsikoita ja linkkejä muodossa [teksti](https://…).',
          ],
        }) satisfies Record<Fault, [string, string]>
      )[fault] as [string, string],
    sv: ({ fault, shown, form }) =>
      (
        ({
          html: [
            `texten har en HTML-tagg ${shown}`,
            form ? `Skriv som Markdown: ${form}` : 'Ta bort taggen.',
          ],
          code: [
            `texten har programkod: ${shown}`,
            'Ta bort den. Om du menar en klammer, skriv det med ord.',
          ],
          component: [`komponenten ${shown} finns inte`, `Använd: ${named}.`],
          attribute: [
            `komponentens uppgift ${shown} går inte att använda`,
            `Skriv uppgiften som text inom citattecken: ${form}.`,
          ],
          missing: [`komponenten ${shown} saknar en uppgift`, `Skriv ${form}.`],
          inside: [`texten inuti komponenten ${shown} syns inte`, `Flytta texten utanför och skriv ${form}.`],
          inline: [
            `komponenten ${shown} står mitt i ett stycke`,
            'Skriv den på en egen rad med en tom rad före och efter.',
          ],
          alignment: [
            'kolumner i en tabell kan inte justeras',
            'Ta bort kolonen på raden med streck: |---|---|.',
          ],
          other: [
            `${others[shown]?.sv ?? `märkningen ${shown}`} kan inte användas`,
            'Använd stycken, listor, mellanrubriker och länkar i formen [text](https://…).',
          ],
        }) satisfies Record<Fault, [string, string]>
      )[fault] as [string, string],
    en: ({ fault, shown, form }) =>
      (
        ({
          html: [
            `the text holds an HTML tag ${shown}`,
            form ? `Write it as Markdown: ${form}` : 'Remove the tag.',
          ],
          code: [`the text holds program code: ${shown}`, 'Remove it. If you mean a brace, say it in words.'],
          component: [`there is no component ${shown}`, `Use: ${named}.`],
          attribute: [
            `the attribute ${shown} of a component is not valid`,
            `Write it as text in quotes: ${form}.`,
          ],
          missing: [`the component ${shown} lacks an attribute`, `Write ${form}.`],
          inside: [
            `the text inside the component ${shown} is not shown`,
            `Move the text out of it and write ${form}.`,
          ],
          inline: [
            `the component ${shown} stands in the middle of a paragraph`,
            'Write it on a line of its own, with an empty line above and below.',
          ],
          alignment: [
            'columns of a table cannot be aligned',
            'Remove the colons from the line of dashes: |---|---|.',
          ],
          other: [
            `${others[shown]?.en ?? `the markup ${shown}`} cannot be used`,
            'Use paragraphs, lists, headings, and links in the form [text](https://…).',
          ],
        }) satisfies Record<Fault, [string, string]>
      )[fault] as [string, string],
  },
  find: ({ bodies }: Reading) =>
    bodies.flatMap((body) =>
      body.nodes.flatMap(({ node, at }): (Detail & { at: Place })[] =>
        faultsOf(node).map(([fault, shown, form = '']) => ({ at, fault, shown, form })),
      ),
    ),
});

/** What a node of the syntax tree holds that content may not: the check tells it to editors, and the compiler of free pages stops at it. */
export function faultsOf(node: BodyNode): [Fault, shown: string, form?: string][] {
  const shown = String(node.value ?? node.name ?? '')
    .trim()
    .split('\n')[0]!
    .slice(0, 40);
  if (node.type === 'html') return [['html', tagIn(shown), markdownFor(shown)]];
  if (/^mdx(Flow|Text)Expression$|^mdxjsEsm$/.test(node.type)) return [['code', shown]];
  if (/^mdxJsx(Flow|Text)Element$/.test(node.type)) return componentFaults(node);
  if (node.type === 'table' && node.align?.some(Boolean)) return [['alignment', '']];
  if (node.type === 'listItem' && typeof node.checked === 'boolean') return [['other', 'checkbox']];
  return permitted.includes(node.type) ? [] : [['other', node.type]];
}

function componentFaults(node: BodyNode): [Fault, shown: string, form?: string][] {
  const name = node.name ?? '';
  if (!Object.hasOwn(components, name))
    return [
      /^[a-z]/.test(name) ? ['html', `<${name}>`, markdownFor(`<${name}>`)] : ['component', name || '<>'],
    ];
  const wanted = Object.keys(components[name]!);
  const form = `<${[name, ...wanted.map((attribute) => `${attribute}="…"`)].join(' ')} />`;
  const attributes = node.attributes ?? [];
  const unfit = attributes.filter(
    ({ type, name: attribute, value }) =>
      type !== 'mdxJsxAttribute' || typeof value !== 'string' || !wanted.includes(attribute),
  );
  const missing = wanted.filter(
    (attribute) => !attributes.some((written) => written.name === attribute && written.value !== ''),
  );
  return [
    ...(node.type === 'mdxJsxTextElement' ? [['inline', name] as [Fault, string]] : []),
    ...unfit.map((attribute): [Fault, string, string] => ['attribute', attribute.name ?? '{…}', form]),
    ...(unfit.length === 0 && missing.length > 0 ? [['missing', name, form] as [Fault, string, string]] : []),
    ...((node.children ?? []).length > 0 ? [['inside', name, form] as [Fault, string, string]] : []),
  ];
}

/** The tag alone, without what it holds. */
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

/** How Markdown writes what a tag means; empty when it has no such thing. */
const markdownFor = (tag: string): string =>
  markdownForms.get(/^<\/?([a-z0-9]+)[\s>/]/i.exec(tag)?.[1]?.toLowerCase() ?? '') ?? '';
