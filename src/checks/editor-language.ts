import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { singleFiles } from '../model/folders.ts';
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

/**
 * The language for what editors read on the host's web pages, where no locale tells who reads: `editors` in
 * `site.yaml`, also while the content has errors.
 */
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
