import { type EditorLang, editorLanguages, type Sentence } from '../schema/sentences.ts';

export const isEditorLanguage = (text: string): text is EditorLang =>
  (editorLanguages as readonly string[]).includes(text);

/**
 * The editor's language, from the locale variables of the environment, else from the system, as Windows has no
 * such variables; English when it is none of ours.
 */
export function editorLanguage(
  environment: Record<string, string | undefined> = process.env,
  system = Intl.DateTimeFormat().resolvedOptions().locale,
): EditorLang {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || system;
  const lang = locale.slice(0, 2).toLowerCase();
  return isEditorLanguage(lang) ? lang : 'en';
}

/** A sentence in the editor's language. */
export const said = (sentence: Sentence): string => sentence[editorLanguage()];
