import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { languageNames } from '../checks/language-names.ts';
import { userError } from '../model/user-error.ts';
import { languages } from '../i18n/languages.ts';
import type { EditorLang } from '../schema/sentences.ts';
import type { Ask } from './answers.ts';
import { nameOfChoice, type Question, takesSeveral } from './questions.ts';
import { newEntryMessages } from './words.ts';

/**
 * Asks questions on a terminal line by line, so that it works with a screen reader and with pasted answers.
 * `ask` throws a user-facing error at the end of the input, before anything is written.
 */
export function openTerminal(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  lang: EditorLang,
): { ask: Ask; close: () => void } {
  const lines = createInterface({ input, output });
  // The iterator buffers lines that arrive before they are asked for; `lines.question()` would lose them.
  const answers = lines[Symbol.asyncIterator]();
  return {
    async ask(question, proposal, fault) {
      output.write(fault === undefined ? `\n${describe(question, lang)}\n` : `${styleText('red', fault)}\n`);
      lines.setPrompt(proposal === undefined ? '> ' : `[${proposal || newEntryMessages[lang].nothing}] > `);
      lines.prompt();
      const { value, done } = await answers.next();
      if (done) throw userError(`\n${newEntryMessages[lang].stopped}`);
      return value;
    },
    close: () => lines.close(),
  };
}

/** The text of a question: its flag, the description of the field, and the choices. */
export function describe(question: Question, lang: EditorLang): string {
  const { flag, sentence, choices } = question;
  const t = newEntryMessages[lang];
  const textLang = languages.find((siteLang) => flag.endsWith(`-${siteLang}`));
  const heading = `${styleText('bold', flag)}${textLang ? ` (${languageNames[textLang].inIt[lang]})` : ''}  ${sentence[lang]}`;
  if (!choices) return heading;
  const width = Math.max(...choices.map(({ key }) => key.length));
  const list = choices.map(
    (choice, index) =>
      `${String(index + 1).padStart(4)}  ${choice.key.padEnd(width)}  ${nameOfChoice(choice, lang)}`,
  );
  return [heading, ...list, takesSeveral(question) ? t.several : t.one].join('\n');
}
