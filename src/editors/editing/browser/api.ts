import type { EditorLang } from '../../../schema/sentences.ts';
import { editingWords, type EditingWords } from '../words.ts';
import { h } from './dom.ts';

const wanted = new URLSearchParams(location.search).get('lang');

/** The language of the editor, as the address tells it. */
export const lang: EditorLang = wanted === 'sv' || wanted === 'en' ? wanted : 'fi';
export const t: EditingWords = editingWords[lang];

const token = document.querySelector('meta[name="edit-token"]')!.getAttribute('content')!;

/**
 * Asks this machine for something.
 * @throws an error whose message tells the editor what to do
 */
export async function ask<Answer>(act: string, asked: object = {}): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(`/edit/api/${act}?lang=${lang}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Edit-Token': token },
      body: JSON.stringify(asked),
    });
  } catch {
    throw new Error(t.failed);
  }
  if (response.ok) return (await response.json()) as Answer;
  const { error, reason } = (await response.json().catch(() => ({}))) as { error?: string; reason?: string };
  throw new Error(error ?? (response.status === 403 ? t.expired : t.failed), { cause: reason });
}

/** What went wrong, and below it what the machine says of it. */
export const failureView = (message: string, reason: unknown): Node[] => [
  h('p', {}, message),
  ...(reason ? [h('pre', { lang: 'en' }, String(reason))] : []),
];
export const errorView = (error: unknown): Node[] =>
  failureView((error as Error).message, (error as Error).cause);

/** What is written and not saved, and how it is saved before the page goes elsewhere. */
export const unsaved = { save: (): Promise<boolean> => Promise.resolve(true) };

/** The address of the editing page with other parameters. */
export const address = (parameters: Record<string, string> = {}): string =>
  `/edit/?${new URLSearchParams({ lang, ...parameters })}`;
