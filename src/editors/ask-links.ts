import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { daysBetween } from '../schema/dates.ts';

/** Where `npm run links` keeps what it found. */
export const linkStatesFile = 'report/links.json';
/** What it found last; undefined before it was run. */
export const lastLinkStates = (): LinkStates | undefined =>
  existsSync(linkStatesFile) ? (JSON.parse(readFileSync(linkStatesFile, 'utf8')) as LinkStates) : undefined;

/** What is wrong with an address outside the site. */
type LinkFault =
  | 'gone'
  /** A page comes, but says that there is none, or it is the home page instead of the one asked for. */
  | 'soft'
  | 'status'
  /** Not for programs (401, 403, 429): a person must look. */
  | 'refused'
  | 'slow'
  /** No such host, no connection or no valid certificate. */
  | 'silent'
  | 'moved';

/** What was found at an address. Days are local dates such as `2026-11-24`. */
export type LinkState = {
  asked: string;
  fault?: LinkFault;
  /** The status, the reason or the new address. */
  detail?: string;
  /** Since when it has been so. */
  since?: string;
};
export type LinkStates = Record<string, LinkState>;

type Politeness = {
  /** Milliseconds until an answer must be there. */
  timeout: number;
  betweenRequests: number;
};

/** An address that was found well is not asked again for so many days. */
const daysUntilAskedAgain = 6;
const hostsAtATime = 6;
const mostRedirects = 5;
/** Bytes of a page that are read to see what it says; the heading comes early. */
const mostBytes = 100_000;

/**
 * Asks addresses, one at a time on each host.
 * @param before what was found the last time
 * @param today local date
 * @param onAsked called after each address
 */
export async function askLinks(
  urls: string[],
  before: LinkStates,
  today: string,
  politeness: Politeness,
  onAsked: (url: string, state: LinkState) => void = () => {},
): Promise<LinkStates> {
  const states: LinkStates = {};
  const queues = [...Map.groupBy(urls, (url) => new URL(url).host).values()];
  const work = async () => {
    for (let queue = queues.shift(); queue; queue = queues.shift())
      for (const url of queue) {
        const last = before[url];
        if (last && !last.fault && daysBetween(last.asked, today) < daysUntilAskedAgain) {
          states[url] = last;
          continue;
        }
        const found = await askOne(url, politeness);
        const since = found.fault && last?.fault === found.fault ? last.since! : today;
        states[url] = { asked: today, ...found, ...(found.fault && { since }) };
        onAsked(url, states[url]);
        await wait(politeness.betweenRequests);
      }
  };
  await Promise.all(Array.from({ length: hostsAtATime }, work));
  return Object.fromEntries(urls.map((url) => [url, states[url]!]));
}

type Found = Pick<LinkState, 'fault' | 'detail'>;

/** Follows redirects by itself, to tell those that are for good. */
async function askOne(url: string, politeness: Politeness): Promise<Found> {
  let at = url;
  let forGood = true;
  for (let step = 0; step <= mostRedirects; step += 1) {
    const answer = await request(at, politeness.timeout);
    if ('fault' in answer) return answer;
    const { status, location, text } = answer;
    const next = status >= 300 && status < 400 && location ? URL.parse(location, at) : null;
    if (!next) return judge(url, at, forGood, status, text);
    forGood &&= status === 301 || status === 308;
    at = next.href;
    await wait(politeness.betweenRequests);
  }
  return { fault: 'status', detail: `> ${mostRedirects} redirects` };
}

function judge(url: string, at: string, forGood: boolean, status: number, text: string): Found {
  if (status === 404 || status === 410) return { fault: 'gone', detail: String(status) };
  if ([401, 403, 429].includes(status)) return { fault: 'refused', detail: String(status) };
  if (status >= 400) return { fault: 'status', detail: String(status) };
  const isHome = (address: string) => /^\/(?:[a-z]{2}\/?)?$/.test(new URL(address).pathname);
  if (saysNotFound(text) || (isHome(at) && !isHome(url))) return { fault: 'soft', detail: at };
  return at !== url && forGood ? { fault: 'moved', detail: at } : {};
}

/** Whether the title or the first heading of a page says that there is no such page. */
function saysNotFound(html: string): boolean {
  const told = [/<title[^>]*>([^<]*)/i, /<h1[^>]*>(.*?)<\/h1>/is]
    .map((pattern) => pattern.exec(html)?.[1]?.replace(/<[^>]*>/g, ' ') ?? '')
    .join('\n');
  return /\b404\b|not found|cannot be found|can['’]t be found|ei löyt|ei ole olemassa|hittades inte|hittas inte|kunde inte hittas|finns inte/i.test(
    told,
  );
}

type Answer = { status: number; location: string | null; text: string };
type NoAnswer = { fault: LinkFault; detail: string };

/** Of a page, only the beginning comes: to see what it says. */
async function request(url: string, timeout: number): Promise<Answer | NoAnswer> {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), timeout);
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: ending.signal,
      headers: { 'User-Agent': 'link check of an information site (asks once a week)', Accept: '*/*' },
    });
    const isPage = /html/.test(response.headers.get('content-type') ?? '');
    const text = isPage ? await beginningOf(response) : '';
    return { status: response.status, location: response.headers.get('location'), text };
  } catch (error) {
    if (ending.signal.aborted) return { fault: 'slow', detail: `> ${timeout / 1000} s` };
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return { fault: 'silent', detail: cause?.code ?? message };
  } finally {
    clearTimeout(timer);
    ending.abort();
  }
}

/** The beginning of a page. One that never ends, or breaks off, is judged by what came. */
async function beginningOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const bytes of response.body ?? []) {
      text += decoder.decode(bytes as Uint8Array, { stream: true });
      if (text.length > mostBytes) break;
    }
  } catch {}
  return text;
}
