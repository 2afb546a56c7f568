import { rule } from '../problem.ts';
import type { BodyNode, Reading } from '../reading.ts';

/** The parts of Markdown that a text may use. What is not listed is refused: HTML and code could run in the reader's browser. */
const permitted = ['root', 'paragraph', 'heading', 'text', 'emphasis', 'strong', 'link', 'list', 'listItem', 'blockquote', 'break', 'thematicBreak', 'image', 'table', 'tableRow', 'tableCell', 'inlineCode', 'delete'];

/** Components that a free page may name, with the attributes that each takes; all are plain texts. */
export const components: Record<string, string[]> = {
  Timeline: [],
  SurveyFigure: ['announcement'],
  Contacts: ['ids'],
  AccessibilityStatement: [],
  OpenDataFields: [],
  IntranetLinks: ['division'],
};

type Fault = 'html' | 'code' | 'component' | 'attribute' | 'alignment' | 'other';

export const bodyMarkdown = rule('body-markdown', {
  explain: {
    fi: ({ fault, shown }: { fault: Fault; shown: string }) => ({
      html: [`tekstissä on HTML-merkintä ${shown}`, markdownFor(shown, 'Kirjoita Markdownina: ', 'Poista merkintä.')],
      code: [`tekstissä on ohjelmakoodia: ${shown}`, 'Poista se. Jos tarkoitat aaltosulkua, kirjoita se sanoin.'],
      component: [`komponenttia ${shown} ei ole`, `Käytä näitä: ${Object.keys(components).join(', ')}.`],
      attribute: [`komponentin tieto ${shown} ei kelpaa`, 'Kirjoita tieto tekstinä lainausmerkeissä, esimerkiksi ids="minna-karhunen".'],
      alignment: ['taulukon sarakkeita ei voi tasata', 'Poista kaksoispisteet viivariviltä: |---|---|.'],
      other: [`merkintää ${shown} ei voi käyttää`, 'Käytä kappaleita, luetteloita, väliotsikoita ja linkkejä.'],
    } as Record<Fault, [string, string]>)[fault],
    sv: ({ fault, shown }) => ({
      html: [`texten har en HTML-tagg ${shown}`, markdownFor(shown, 'Skriv som Markdown: ', 'Ta bort taggen.')],
      code: [`texten har programkod: ${shown}`, 'Ta bort den. Om du menar en klammer, skriv det med ord.'],
      component: [`komponenten ${shown} finns inte`, `Använd: ${Object.keys(components).join(', ')}.`],
      attribute: [`komponentens uppgift ${shown} duger inte`, 'Skriv uppgiften som text inom citattecken, till exempel ids="minna-karhunen".'],
      alignment: ['kolumner i en tabell kan inte justeras', 'Ta bort kolonen på raden med streck: |---|---|.'],
      other: [`märkningen ${shown} kan inte användas`, 'Använd stycken, listor, mellanrubriker och länkar.'],
    } as Record<Fault, [string, string]>)[fault],
    en: ({ fault, shown }) => ({
      html: [`the text holds an HTML tag ${shown}`, markdownFor(shown, 'Write it as Markdown: ', 'Remove the tag.')],
      code: [`the text holds program code: ${shown}`, 'Remove it. If you mean a brace, say it in words.'],
      component: [`there is no component ${shown}`, `Use: ${Object.keys(components).join(', ')}.`],
      attribute: [`the attribute ${shown} of a component will not do`, 'Write it as text in quotes, for example ids="minna-karhunen".'],
      alignment: ['columns of a table cannot be aligned', 'Remove the colons from the line of dashes: |---|---|.'],
      other: [`the markup ${shown} cannot be used`, 'Use paragraphs, lists, headings and links.'],
    } as Record<Fault, [string, string]>)[fault],
  },
  find: ({ bodies }: Reading) =>
    bodies.flatMap((body) => body.nodes.flatMap(({ node, at }) => faultsOf(node).map((found) => ({ at, ...found })))),
});

function faultsOf(node: BodyNode): { fault: Fault; shown: string }[] {
  const shown = String(node.value ?? node.name ?? node.type).trim().split('\n')[0]!.slice(0, 40);
  if (node.type === 'html') return [{ fault: 'html', shown }];
  if (/^mdx(Flow|Text)Expression$|^mdxjsEsm$/.test(node.type)) return [{ fault: 'code', shown }];
  if (/^mdxJsx(Flow|Text)Element$/.test(node.type)) return componentFaults(node);
  if (node.type === 'table' && node.align?.some(Boolean)) return [{ fault: 'alignment', shown }];
  return permitted.includes(node.type) ? [] : [{ fault: 'other', shown }];
}

function componentFaults(node: BodyNode): { fault: Fault; shown: string }[] {
  const name = node.name ?? '';
  const attributes = Object.hasOwn(components, name) ? components[name] : undefined;
  if (!attributes) return [/^[a-z]/.test(name) ? { fault: 'html', shown: `<${name}>` } : { fault: 'component', shown: name || '<>' }];
  return (node.attributes ?? [])
    .filter((attribute) => attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string' || !attributes.includes(attribute.name))
    .map((attribute) => ({ fault: 'attribute', shown: attribute.name ?? '{…}' }));
}

const markdownForms = new Map([
  ['b', '**…**'], ['strong', '**…**'], ['i', '*…*'], ['em', '*…*'], ['a', '[…](https://…)'], ['img', '![…](kuva.png)'], ['h2', '## …'], ['h3', '### …'], ['li', '- …'], ['ul', '- …'],
]);

function markdownFor(tag: string, write: string, remove: string): string {
  const form = markdownForms.get(/^<\/?([a-z0-9]+)/i.exec(tag)?.[1]?.toLowerCase() ?? '');
  return form ? write + form : remove;
}
