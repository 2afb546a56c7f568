import { explainFields } from '../checks/explain-field.ts';
import { suggestion } from '../checks/nearest.ts';
import { emptyYaml } from '../checks/read-document.ts';
import type { EditorLang } from '../schema/sentences.ts';
import { unwrapped } from '../schema/walk.ts';
import { type Answers, type Question, takesSeveral } from './questions.ts';
import { sentences } from './words.ts';

/** Puts a question to somebody and gives what they wrote; `fault` tells what was wrong with the answer before. */
export type Ask = (
  question: Question,
  proposal: string | undefined,
  fault: string | undefined,
) => Promise<string>;

/** What is wrong with an answer, or with having none. */
type Unanswered = { question: Question; fault: string };

/** Answers the questions from flags and proposals alone, and tells what they leave open. */
export function answersFrom(
  questions: Question[],
  flags: Record<string, string | undefined>,
  lang: EditorLang,
): { answers: Answers; open: Unanswered[] } {
  const answers: Answers = {};
  const open: Unanswered[] = [];
  for (const question of questions) {
    if (question.when && !question.when(answers)) continue;
    const result = judge(question, flags[question.flag] ?? question.proposal?.(answers) ?? '', lang);
    if ('value' in result) answers[question.flag] = result.value;
    // What would follow from an answer that is missing itself is not asked for.
    else if (flags[question.flag] !== undefined || !question.proposal || open.length === 0)
      open.push({ question, fault: result.fault });
  }
  return { answers, open };
}

/** Asks each question until the answer is good; what the flags answer well is not asked. */
export async function askAll(
  questions: Question[],
  flags: Record<string, string | undefined>,
  lang: EditorLang,
  ask: Ask,
): Promise<Answers> {
  const answers: Answers = {};
  for (const question of questions) {
    if (question.when && !question.when(answers)) continue;
    const proposal = question.proposal?.(answers);
    const flag = flags[question.flag];
    let result = flag === undefined ? undefined : judge(question, flag, lang);
    while (!result || 'fault' in result)
      result = judge(question, (await ask(question, proposal, result?.fault)) || (proposal ?? ''), lang);
    answers[question.flag] = result.value;
  }
  return answers;
}

function judge(
  question: Question,
  written: string,
  lang: EditorLang,
): { value: unknown } | { fault: string } {
  const { schema, choices, read, refuse } = question;
  const text = written.trim();
  const several = takesSeveral(question);
  if (text === '')
    return schema.safeParse(several ? [] : undefined).success
      ? { value: several ? [] : undefined }
      : { fault: sentences.empty[lang] };
  const parts = several ? text.split(/[\s,]+/).filter(Boolean) : [text];
  const chosen = parts.map((part) => choices?.[Number(part) - 1]?.key ?? part);
  const unknown = choices && chosen.find((part) => !choices.some(({ key }) => key === part));
  if (unknown !== undefined)
    return {
      fault: suggestion(
        unknown,
        choices!.map(({ key }) => key),
      )[lang],
    };
  const isNumber = unwrapped(schema).type === 'number' && !Number.isNaN(Number(text));
  const value = several ? chosen : isNumber ? Number(text) : read ? read(text) : chosen[0]!;
  const { error } = schema.safeParse(value);
  const [problem] = error ? explainFields(error.issues, schema, { ...emptyYaml(''), data: value }) : [];
  if (problem) return { fault: `${problem.text[lang].message}. ${problem.text[lang].hint}` };
  const refused = typeof value === 'string' ? refuse?.(value) : undefined;
  return refused ? { fault: refused[lang] } : { value };
}
