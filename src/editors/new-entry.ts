import { type Lang, languages } from '../i18n/languages.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Answers, Existing } from '../model/ask.ts';
import type { EditorLang } from '../schema/sentences.ts';
import { fieldsOf } from '../schema/walk.ts';
import { explainedYaml } from './explained-yaml.ts';
import { outlines } from './words.ts';

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
  if (!text) return new Map([[`${folder}/${id}.yaml`, explainedYaml(schema, facts, lang)]]);
  return new Map([
    [`${folder}/${id}/${name}.yaml`, explainedYaml(schema, facts, lang)],
    ...languages.map((textLang): [string, string] => {
      const placeholders = (count: number) =>
        Array.from({ length: count }, (_, index) =>
          outlines[textLang].placeholder.replace(']', ` ${index + 1}]`),
        );
      const fields = {
        title: answers[`title-${textLang}`],
        summary: outlines[textLang].placeholder,
        address: answers[`address-${textLang}`],
        keywords: placeholders(5),
        ...('keyPoints' in fieldsOf(text.schema)! && { keyPoints: placeholders(3) }),
      };
      return [
        `${folder}/${id}/${textLang}.${text.extension}`,
        `---\n${explainedYaml(text.schema, fields, textLang)}---\n\n${bodyOf(name, textLang)}`,
      ];
    }),
  ]);
}

const bodyOf = (kind: string, lang: Lang): string => {
  const { sections, placeholder } = outlines[lang];
  return (
    sections[kind]?.map(([heading, text]) => `## ${heading}\n\n${text}\n`).join('\n') ?? `${placeholder}\n`
  );
};
