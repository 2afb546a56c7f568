import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { said } from '../checks/editor-language.ts';
import { userError } from '../model/user-error.ts';
import type { Sentence } from '../schema/sentences.ts';

/** What a build compares with: its addresses, and its files. */
const files = ['sitemap.xml', 'release.json'];

/** Waits between attempts, in milliseconds. */
const pauses = [1_000, 5_000];
const timeout = 20_000;

/**
 * Fetches from a published site what a build compares with, where every build begins from nothing.
 * @param url address of the site, without a trailing slash
 * @param folder where the build looks for the published site
 * @throws a user-facing error when the site does not answer with a sitemap: nothing may be lost unseen
 */
export async function fetchPublished(url: string, folder: string, waits = pauses): Promise<void> {
  const [sitemap, release] = await Promise.all(files.map((name) => answerOf(`${url}/${name}`, waits)));
  if (!sitemap?.ok || !sitemap.text.includes('<loc>'))
    throw userError(said(notThere(`${url}/sitemap.xml (${sitemap?.ok ? 'no <loc>' : sitemap?.status})`)));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, files[0]!), sitemap.text);
  if (release?.ok) await writeFile(join(folder, files[1]!), release.text);
}

const notThere = (what: string): Sentence => ({
  fi: `Julkaistun sivuston karttaa ei saatu: ${what}. Ilman sitä ei nähdä, katoaako sivuja. Yritä myöhemmin uudelleen, tai jos mitään ei ole vielä julkaistu: npm run published -- --first`,
  sv: `Kartan över den publicerade webbplatsen gick inte att hämta: ${what}. Utan den syns det inte om sidor försvinner. Försök igen senare, eller om inget är publicerat än: npm run published -- --first`,
  en: `The sitemap of the published site could not be fetched: ${what}. Without it nobody sees whether pages vanish. Try again later, or before the first publication: npm run published -- --first`,
});

/** The answer to a request; a site that does not answer at all is asked again. */
async function answerOf(
  url: string,
  waits: number[],
): Promise<{ ok: boolean; status: string; text: string }> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeout) });
    const text = await answer.text();
    if (answer.status < 500 || waits.length === 0)
      return { ok: answer.ok, status: String(answer.status), text };
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    if (waits.length === 0) return { ok: false, status: cause?.code ?? message, text: '' };
  }
  await setTimeout(waits[0]);
  return answerOf(url, waits.slice(1));
}
