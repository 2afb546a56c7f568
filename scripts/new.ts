import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { userError } from '../src/model/user-error.ts';
import { checkContent } from '../src/checks/check-content.ts';
import { editorLanguage, isEditorLanguage } from '../src/checks/editor-language.ts';
import { coloursOn, printText } from '../src/checks/print.ts';
import { readFiles } from '../src/checks/read-files.ts';
import { readContent } from '../src/checks/read-content.ts';
import { optionsOf, runCommand } from '../src/command.ts';
import { answersFrom, askAll } from '../src/editors/answers.ts';
import { filesOf } from '../src/editors/new-entry.ts';
import { existingIn, kindQuestion, type Question, questionsFor } from '../src/editors/questions.ts';
import { describe, openTerminal } from '../src/editors/terminal.ts';
import { newEntryMessages } from '../src/editors/words.ts';
import { helsinkiDay } from '../src/i18n/helsinki-time.ts';
import type { Kind } from '../src/kinds/kind.ts';
import { allKinds } from '../src/kinds/kinds.ts';
import type { Answers } from '../src/model/ask.ts';
import { buildTime } from '../src/model/clock.ts';
import { contentFolder } from '../src/model/folders.ts';
import type { EditorLang } from '../src/schema/sentences.ts';

/**
 * `npm run new [-- KIND] [-- --lang LANG --FLAG ANSWER …]`: writes the files of a new entry, and lists the
 * texts to write.
 */
await runCommand(async () => {
  const folder = contentFolder();
  const now = buildTime();
  const today = helsinkiDay(now);
  const reading = readContent(readFiles(folder), now);
  const { kind, lang, questions, flags } = await parseCommandLine((wantedKind) =>
    questionsFor(wantedKind, reading, today),
  );
  const t = newEntryMessages[lang];
  if (!reading.singles.vocabulary?.document.yaml.data) throw userError(t.unreadable('vocabulary.yaml'));
  const answers = await collectAnswers(questions, flags, lang);
  const files = filesOf(kind, answers, lang, existingIn(reading, today));
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text, { flag: 'wx' });
  }
  console.log(`\n${t.written}\n${[...files.keys()].map((path) => `  ${join(folder, path)}`).join('\n')}\n`);
  const { problems } = await checkContent(folder, now);
  const remaining = problems.filter(({ file }) => files.has(file));
  console.log(
    remaining.length > 0
      ? `${t.leftToDo}\n\n${printText(remaining, files.size, lang, coloursOn(1))}\n`
      : `${t.sound}\n`,
  );
  const [firstFile] = files.keys();
  console.log(
    t
      .next(kind.text ? dirname(firstFile!) : undefined)
      .map((step, index) => `${index + 1}. ${step}`)
      .join('\n'),
  );
});

/**
 * Parses the command line, and asks for the kind of entry when it is missing.
 * @throws a user-facing error with exit code 2 for an invalid command line
 */
async function parseCommandLine(questionsOf: (kind: Kind) => Question[]) {
  const [first, ...rest] = process.argv.slice(2);
  const given = allKinds.find(({ name }) => name === first);
  const args = given ? rest : process.argv.slice(2);
  const questions = given ? questionsOf(given) : [];
  const options = Object.fromEntries(
    ['lang', ...questions.map(({ flag }) => flag)].map((flag) => [flag, { type: 'string' as const }]),
  );
  const { lang = editorLanguage(), ...flags }: Record<string, string | undefined> = optionsOf(
    { args, options },
    newEntryMessages[editorLanguage()].usage,
  ).values;
  if (!isEditorLanguage(lang)) throw userError(newEntryMessages[editorLanguage()].usage, 2);
  if (given) return { kind: given, lang, questions, flags };
  if (!process.stdin.isTTY) throw userError(newEntryMessages[lang].usage, 2);
  const answer = (await askOnTerminal([kindQuestion], {}, lang))[kindQuestion.flag];
  const kind = allKinds.find(({ name }) => name === answer)!;
  return { kind, lang, questions: questionsOf(kind), flags };
}

/**
 * Takes the answers from flags and suggested values, and asks on the terminal when some are missing.
 * @throws a user-facing error with exit code 2 when answers are missing and there is no terminal
 */
async function collectAnswers(
  questions: Question[],
  flags: Record<string, string | undefined>,
  lang: EditorLang,
): Promise<Answers> {
  const { answers, open } = answersFrom(questions, flags, lang);
  if (open.length === 0) return answers;
  if (process.stdin.isTTY) return askOnTerminal(questions, flags, lang);
  const list = open.map(({ question, fault }) => `\n--${describe(question, lang)}\n  → ${fault}`).join('\n');
  throw userError(
    `${newEntryMessages[lang].missing(open.length)}\n${list}\n\n${newEntryMessages[lang].noTerminal}`,
    2,
  );
}

async function askOnTerminal(
  questions: Question[],
  flags: Record<string, string | undefined>,
  lang: EditorLang,
): Promise<Answers> {
  const { ask, close } = openTerminal(process.stdin, process.stdout, lang);
  try {
    return await askAll(questions, flags, lang, ask);
  } finally {
    close();
  }
}
