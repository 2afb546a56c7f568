import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { languageNames } from '../checks/language-names.ts';
import { userError } from '../model/user-error.ts';
import { languages, type Localized } from '../i18n/languages.ts';
import type { EditorLang } from '../schema/sentences.ts';
import type { Ask } from './answers.ts';
import { type Question, takesSeveral } from './questions.ts';
import { words } from './words.ts';

/**
 * Asks questions on a terminal, line by line, so that it works with a screen reader and a pasted list of answers.
 * The end of the input stops it before anything is written.
 */
export function openTerminal(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  lang: EditorLang,
): { ask: Ask; close: () => void } {
  const lines = createInterface({ input, output });
  // Lines that come before they are asked for wait here; a question to the interface would lose them.
  const written = lines[Symbol.asyncIterator]();
  return {
    async ask(question, proposal, fault) {
      output.write(fault === undefined ? `\n${describe(question, lang)}\n` : `${styleText('red', fault)}\n`);
      lines.setPrompt(proposal === undefined ? '> ' : `[${proposal || words[lang].nothing}] > `);
      lines.prompt();
      const { value, done } = await written.next();
      if (done) throw userError(`\n${words[lang].stopped}`);
      return value;
    },
    close: () => lines.close(),
  };
}

/** A question in words: its flag, what the field is for, and what can be chosen. */
export function describe(question: Question, lang: EditorLang): string {
  const { flag, sentence, choices } = question;
  const t = words[lang];
  const of = languages.find((one) => flag.endsWith(`-${one}`));
  const heading = `${styleText('bold', flag)}${of ? ` (${languageNames[lang][of].inIt})` : ''}  ${sentence[lang]}`;
  if (!choices) return heading;
  const width = Math.max(...choices.map(({ key }) => key.length));
  const list = choices.map(({ key, name }, index) =>
    `${String(index + 1).padStart(4)}  ${key.padEnd(width)}  ${nameIn(lang, name)}`.trimEnd(),
  );
  return [heading, ...list, takesSeveral(question) ? t.several : t.one].join('\n');
}

/** The name in the editor's language, in all where the site has no such language. */
const nameIn = (lang: EditorLang, name: Partial<Localized<string>> = {}): string =>
  [
    ...new Set(
      languages
        .filter((one) => lang === one || !languages.some((other) => other === lang))
        .map((one) => name[one]),
    ),
  ]
    .filter(Boolean)
    .join(' · ');
