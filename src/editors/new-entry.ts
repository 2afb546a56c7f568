import { z } from 'zod';
import { type Lang, languages } from '../i18n/languages.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Answers, Existing } from '../model/ask.ts';
import type { EditorLang } from '../schema/sentences.ts';
import { fieldsOf, valuesOf } from '../schema/walk.ts';
import { explainedYaml } from './explained-yaml.ts';
import { newEntryMessages, textPlaceholders } from './words.ts';

/**
 * The text of the files of a new entry, by path in the content folder. Comments in facts are in the editor's
 * language, those in each text in its own.
 */
export function filesOf(
  kind: Kind,
  answers: Answers,
  lang: EditorLang,
  existing: Existing,
): Map<string, string> {
  const { folder, name, schema, text } = kind;
  const id = String(answers['id']);
  const facts = kind.newEntry(answers, existing);
  if (!text) return new Map([[`${folder}/${id}.yaml`, explainedYaml(variantOf(schema, facts), facts, lang)]]);
  return new Map([
    [`${folder}/${id}/${name}.yaml`, explainedYaml(schema, facts, lang)],
    ...languages.map((textLang): [string, string] => {
      const placeholders = (count: number) =>
        Array.from({ length: count }, (_, index) =>
          textPlaceholders[textLang].replace(']', ` ${index + 1}]`),
        );
      const fields = {
        title: answers[`title-${textLang}`],
        summary: textPlaceholders[textLang],
        address: answers[`address-${textLang}`],
        keywords: placeholders(5),
        ...('keyPoints' in fieldsOf(text.schema)! && { keyPoints: placeholders(3) }),
      };
      return [
        `${folder}/${id}/${textLang}.${text.extension}`,
        `---\n${explainedYaml(text.schema, fields, textLang)}---\n\n${bodyOf(kind, textLang)}`,
      ];
    }),
  ]);
}

/** What an editor does next, after `npm run new`. */
export function nextSteps(kind: Kind, answers: Answers, lang: EditorLang): string[] {
  const { folder, text, unlisted, pathOf } = kind;
  const t = newEntryMessages[lang];
  const links = languages.map(
    (of) => `[${answers[`title-${of}`]}](${pathOf?.(of, String(answers[`address-${of}`]))})`,
  );
  return [
    t.write,
    `${t.check}: npm run check -- --lang ${lang}`,
    `${t.look}: npm run dev`,
    ...(text ? [`${t.confirm}: npm run translations -- confirm ${folder}/${String(answers['id'])}`] : []),
    ...(unlisted ? [`${t.unlinked}: ${links.join(' · ')}`] : []),
  ];
}

const bodyOf = ({ sections }: Kind, lang: Lang): string =>
  sections?.[lang].map(({ heading, placeholder }) => `## ${heading}\n\n${placeholder}\n`).join('\n') ??
  `${textPlaceholders[lang]}\n`;

/** Of a schema with variants the one that has the entry's `kind`. */
const variantOf = (schema: z.ZodType, { kind }: Record<string, unknown>): z.ZodType =>
  schema instanceof z.ZodUnion
    ? (schema.options as z.ZodType[]).find((option) =>
        valuesOf(fieldsOf(option)!['kind']!).includes(String(kind)),
      )!
    : schema;
