import type { BrowserContext, Page } from 'playwright-core';
import { siteUrl } from './browser.ts';

/* What tests ask of an open page, whatever page it is. */

/**
 * Lists what must not happen on any page of a context: violations of the policy, complaints of the browser, requests to
 * other hosts.
 */
export async function watchIncidents(context: BrowserContext): Promise<string[]> {
  const incidents: string[] = [];
  await context.exposeFunction('report', (text: string) => incidents.push(text));
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
      (globalThis as unknown as { report: (text: string) => void }).report(
        `${location.pathname} breaks ${effectiveDirective}: ${blockedURI} in ${sourceFile}`,
      ),
    ),
  );
  context.on('page', (page) => {
    page.on(
      'console',
      (message) =>
        ['error', 'warning'].includes(message.type()) && incidents.push(`${page.url()} ${message.text()}`),
    );
    page.on('pageerror', (error) => incidents.push(`${page.url()} ${error.message}`));
    page.on(
      'request',
      (request) =>
        !request.url().startsWith(siteUrl()) && incidents.push(`${page.url()} asks ${request.url()}`),
    );
  });
  return incidents;
}

/** Pixels by which a page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/**
 * Sets the spacing of text that WCAG 1.4.12 lets readers set. The policy forbids style elements, not sheets made by a script.
 * @returns takes it away again
 */
export async function spaceTextOut(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  return () => page.evaluate(() => void (document.adoptedStyleSheets = []));
}

/** Texts that a box cuts off and to which it does not scroll by keyboard; runs in the page. */
export const clippedTexts = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const takesKeyboard = element.matches('[tabindex="0"], :has(a[href])');
        const cuts = (overflow: string) => overflow !== 'visible' && !(overflow === 'auto' && takesKeyboard);
        return (
          !element.matches('.visually-hidden, input, select, option') &&
          ((cuts(overflowY) && element.scrollHeight > element.clientHeight + 1) ||
            (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1))
        );
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );

/** The controls that the keyboard must reach, in the order of the page, and a name of each; runs in the page. */
export const nameControls = () =>
  new Map(
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .map((control): [Element, string] => [
        control,
        control.getAttribute('href') || control.id || control.textContent,
      ]),
  );

/** The name of the control that has the focus, or what is wrong with it; runs in the page. */
export const tellFocus = (names: ReturnType<typeof nameControls>) => {
  const control = document.activeElement!;
  const name = names.get(control) ?? `${control.outerHTML.slice(0, 120)} is not for the keyboard`;
  const { outlineStyle, outlineWidth } = getComputedStyle(control);
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return `${name} shows no focus`;
  const [box] = control.getClientRects();
  const seen = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return seen && (control.contains(seen) || seen.contains(control)) ? name : `${name} is covered`;
};

/** Targets that are smaller than 24 px (WCAG 2.2: 2.5.8). */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    // A link within a sentence is as high as its line.
    [
      ...document.querySelectorAll(
        'button, select, input, summary, header a, footer a, nav a, dd a, .needs a, .more',
      ),
    ]
      .filter(
        (target) =>
          target.checkVisibility({ visibilityProperty: true }) &&
          !target.closest('p:not(:has(> .more:only-child))'),
      )
      .filter(
        (target) =>
          ['width', 'height'].some(
            (side) => target.getBoundingClientRect()[side as 'width' | 'height'] < 24,
          ) && !target.matches('.skip-link, .visually-hidden'),
      )
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  );

/** Cookies, and keys of whatever else a page can keep in a browser. */
export async function traces(context: BrowserContext, page: Page): Promise<string[]> {
  const cookies = (await context.cookies()).map(({ name }) => name);
  const stored = await page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
    ...(isSecureContext ? await caches.keys() : []),
  ]);
  return [...cookies, ...stored];
}

/** Addresses in the text that a line may break with a hyphen, or that no line may break after `@`. */
export const brokenAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    while (texts.nextNode()) {
      const { data, parentElement, nextSibling } = texts.currentNode as Text;
      if (!/[\w-]@|https?:\/\/|\w\.(?:fi|org)\b/.test(data) || parentElement!.closest('script, option'))
        continue;
      const isWhole = getComputedStyle(parentElement!).hyphens === 'none';
      const breaksAfterAt = !data.endsWith('@') || nextSibling instanceof HTMLElement;
      if (!isWhole || !breaksAfterAt || /@./.test(data)) broken.push(data);
    }
    return broken;
  });

/** The landmarks by which a screen reader moves through the page, with their names. */
export const landmarks = async (page: Page): Promise<string[]> =>
  (await page.locator('body').ariaSnapshot()).match(
    /(?<=^ *- )(?:banner|complementary|contentinfo|form|main|navigation|region|search)\b.*$/gm,
  ) ?? [];

/** Right edges of texts, lists and sources that stand neither in a box, beside the text, nor in a grid; runs in the page. */
export const rightEdges = (within: string) => {
  const elsewhere =
    '.hero, .glance, .service-facts, .beside, .contact, .filters, .fold, .figure, .timeline, .facets, .announcement-contacts, [data-not-ours], nav, li, ' +
    '.lettered > h2, .needs, .entrances, .themes, .names, .more-links, ul.contacts, .side-by-side, .notice';
  const texts = document.querySelectorAll<HTMLElement>(`${within} :is(h1, h2, p, ul, ol, dl, pre)`);
  return [
    ...new Set(
      [...texts]
        .filter((text) => text.checkVisibility() && !text.closest(elsewhere))
        .map((text) => Math.round(text.getBoundingClientRect().right)),
    ),
  ];
};
