import type { EditorLang } from '../../../schema/sentences.ts';
import type { Message } from '../live-check.ts';
import type { Acts } from '../server.ts';
import { editingWords, type EditingWords } from '../words.ts';
import { h, list } from './dom.ts';

const wanted = new URLSearchParams(location.search).get('lang');

/** The language of the editor, as the address tells it. */
export const lang: EditorLang = wanted === 'sv' || wanted === 'en' ? wanted : 'fi';
export const t: EditingWords = editingWords[lang];

const token = document.querySelector('meta[name="edit-token"]')!.getAttribute('content')!;

/**
 * Asks this machine for something.
 * @throws an error whose message tells the editor what to do
 */
export async function ask<Name extends keyof Acts>(
  act: Name,
  asked: Parameters<Acts[Name]>[1],
): Promise<Awaited<ReturnType<Acts[Name]>>> {
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
  if (response.ok) return (await response.json()) as Awaited<ReturnType<Acts[Name]>>;
  const { error, reason } = (await response.json().catch(() => ({}))) as { error?: string; reason?: string };
  throw new Error(error ?? (response.status === 403 ? t.expired : t.failed), { cause: reason });
}

/** What went wrong, and below it what the machine says of it. */
export const failureView = (message: string, reason: unknown): Node[] => [
  h('p', message),
  ...(reason ? [h('pre', { lang: 'en' }, String(reason))] : []),
];
export const errorView = (error: unknown): Node[] =>
  failureView((error as Error).message, (error as Error).cause);

/** What is written and not saved, and how it is saved before the page goes elsewhere. */
export const unsaved = { save: (): Promise<boolean> => Promise.resolve(true) };

/** The address of the editing page with other parameters. */
export const address = (parameters: Record<string, string> = {}): string =>
  `/edit/?${new URLSearchParams({ lang, ...parameters })}`;
export const link = (text: string, parameters?: Record<string, string>): HTMLAnchorElement =>
  h('a', { href: address(parameters) }, text);
export const entryLinks = (entries: { key: string; title: string }[]): HTMLElement =>
  list(...entries.map(({ key, title }) => link(title, { key })));
export const messageLinks = (messages: Message[]): HTMLElement =>
  list(...messages.map(({ key, title, text, hint }) => [link(title, { key }), `: ${text}. ${hint}`]));
