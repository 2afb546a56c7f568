import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { singleFiles } from '../model/folders.ts';
import { type EditorLang, editorLanguages, type Sentence } from '../schema/sentences.ts';

export const isEditorLanguage = (text: string): text is EditorLang =>
  (editorLanguages as readonly string[]).includes(text);

/** The editor's language, from the environment, else from the system (Windows sets no variables), else English. */
export function editorLanguage(
  environment: Record<string, string | undefined> = process.env,
  system = Intl.DateTimeFormat().resolvedOptions().locale,
): EditorLang {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || system;
  const lang = locale.slice(0, 2).toLowerCase();
  return isEditorLanguage(lang) ? lang : 'en';
}

/** The language of what editors read on the host's web pages: `editors` in `site.yaml`, also while that has errors. */
export function editorsLanguage(folder: string): EditorLang {
  try {
    const { editors } = parse(readFileSync(join(folder, singleFiles.site.file), 'utf8')) as {
      editors?: unknown;
    };
    return isEditorLanguage(String(editors)) ? (editors as EditorLang) : editorLanguage();
  } catch {
    return editorLanguage();
  }
}

export const said = (sentence: Sentence): string => sentence[editorLanguage()];
