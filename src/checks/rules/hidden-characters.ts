import { type Place, placeAt, rule } from '../problem.ts';
import type { TextDocument } from '../read-document.ts';
import type { Body, Reading } from '../reading.ts';

/*
 * Invisible characters can reorder text or hide words from the reader ("Trojan Source"), and characters of
 * private fonts show as boxes. Permitted are soft hyphens, and inside an emoji the zero-width joiner and the
 * tags of a flag.
 */
const controls = String.raw`\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F`;
const invisible = String.raw`\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFC`;
const privateOrInvalid = String.raw`\uE000-\uF8FF\uFFFE\uFFFF\u{F0000}-\u{10FFFF}\p{Cs}`;
const emoji = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?`;
const hidden = new RegExp(
  String.raw`[${controls}${invisible}${privateOrInvalid}]|(?<!${emoji})\u200D|\u200D(?!\p{Extended_Pictographic})|(?<![\u{1F3F4}\u{E0020}-\u{E007E}])[\u{E0000}-\u{E007F}]`,
  'u',
);

export const hiddenCharacters = rule('hidden-characters', {
  message: ({ code }: { code: string }) => ({
    fi: [`tekstissä on näkymätön merkki ${code}`, 'Poista merkki: kirjoita rivi uudelleen käsin.'],
    sv: [`texten har det osynliga tecknet ${code}`, 'Ta bort tecknet: skriv raden på nytt för hand.'],
    en: [`the text holds the invisible character ${code}`, 'Remove it: type the line again by hand.'],
  }),
  find: ({ documents, bodies }: Reading) => [...documents.flatMap(inText), ...bodies.flatMap(inEntities)],
});

type HiddenCharacter = { at: Place; code: string };

/** The first hidden character of a text: its offset, and its code point such as U+200B. */
function firstHidden(text: string): { offset: number; code: string } | undefined {
  const match = hidden.exec(text);
  if (!match) return undefined;
  const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return { offset: match.index, code: `U+${code}` };
}

function inText({ file, text }: TextDocument): HiddenCharacter[] {
  const first = firstHidden(text);
  return first ? [{ at: placeAt(file, text, first.offset), code: first.code }] : [];
}

/** Markdown may also write the character as an entity: &#8238; */
function inEntities({ text, nodes }: Body): HiddenCharacter[] {
  if (!text.includes('&') || firstHidden(text)) return [];
  return nodes.flatMap(({ node, at }) => {
    const first = firstHidden([node.value, node.alt, node.url].join(' '));
    return first ? [{ at, code: first.code }] : [];
  });
}
