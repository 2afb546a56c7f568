import { explainFields } from '../checks/explain-field.ts';
import { suggestion } from '../checks/nearest.ts';
import { emptyYaml } from '../checks/read-document.ts';
import type { EditorLang } from '../schema/sentences.ts';
import { unwrapped } from '../schema/walk.ts';
import type { Answers } from '../model/ask.ts';
import { type Question, takesSeveral } from './questions.ts';
import { questionMessages } from './words.ts';

/** Asks a question and returns the raw answer; `fault` says what was wrong with the previous answer. */
export type Ask = (
  question: Question,
  proposal: string | undefined,
  fault: string | undefined,
) => Promise<string>;

export type Taken = { flag: string; text: string };

/** A question whose answer is missing or invalid, and why. */
type OpenQuestion = { question: Question; fault: string };

/**
 * Answers the questions from flags and, unless they are to be asked, proposals; returns the answers, the proposals
 * taken, and the questions left open.
 */
export function answersFrom(
  questions: Question[],
  flags: Record<string, string | undefined>,
  lang: EditorLang,
  takesProposals = true,
): { answers: Answers; taken: Taken[]; open: OpenQuestion[] } {
  const answers: Answers = {};
  const open: OpenQuestion[] = [];
  const taken: Taken[] = [];
  for (const question of questions) {
    const { flag } = question;
    if (question.when && !question.when(answers)) continue;
    const proposal = question.proposal?.(answers);
    const text = flags[flag] ?? (takesProposals ? (proposal ?? '') : undefined);
    const result = text === undefined ? { fault: '' } : validate(question, text, lang);
    if ('value' in result) {
      answers[flag] = result.value;
      if (flags[flag] === undefined && proposal) taken.push({ flag, text: proposal });
    }
    // A proposal may depend on an answer that is still missing, so such a question is not listed as open.
    else if (flags[flag] !== undefined || !question.proposal || open.length === 0)
      open.push({ question, fault: result.fault });
  }
  return { answers, taken, open };
}

/** The answer that leads back to the question before. */
const back = '<';

/** Asks each question until the answer is valid; questions with a valid flag are not asked. */
export async function askAll(
  questions: Question[],
  flags: Record<string, string | undefined>,
  lang: EditorLang,
  ask: Ask,
): Promise<Answers> {
  const given = { ...flags };
  const asked: string[] = [];
  /** What was answered before somebody went back. */
  const before: Record<string, string | undefined> = {};
  for (;;) {
    const { answers, open } = answersFrom(questions, given, lang, false);
    if (!open[0]) return answers;
    const { question, fault } = open[0];
    const { flag } = question;
    const proposal = before[flag] ?? question.proposal?.(answers);
    const text = (await ask(question, proposal, given[flag] === undefined ? undefined : fault)).trim();
    if (asked.at(-1) === flag) asked.pop();
    if (text !== back) {
      given[flag] = text || (proposal ?? '');
      asked.push(flag);
      continue;
    }
    delete given[flag];
    const last = asked.pop();
    if (last === undefined) continue;
    before[last] = given[last];
    delete given[last];
  }
}

function validate(
  question: Question,
  written: string,
  lang: EditorLang,
): { value: unknown } | { fault: string } {
  const { schema, choices, all, read, refuse } = question;
  const text = written.trim();
  const several = takesSeveral(question);
  if (text === '')
    return schema.safeParse(several ? [] : undefined).success
      ? { value: several ? [] : undefined }
      : { fault: questionMessages.empty[lang] };
  const items = several ? text.split(/[\s,]+/).filter(Boolean) : [text];
  const named = items.map((item) => choices?.[Number(item) - 1]?.key ?? item);
  const chosen =
    all && named.includes(all) ? choices!.map(({ key }) => key).filter((key) => key !== all) : named;
  const unknown = choices && chosen.find((item) => !choices.some(({ key }) => key === item));
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
