import type { EditorLang } from '../schema/sentences.ts';
import { h, list } from './editing/browser/dom.ts';
import type { PreviewMark } from './preview-marks.ts';

/** The problems in one language; `errors` and `warnings` are lines. */
type Panel = { heading: string; errors: string[]; warnings: string[] };
/** What the preview tells beside the pages: content problems in each language of editors, and marks by path. */
export type Told = { panels: Record<EditorLang, Panel>; marks: Record<string, PreviewMark> };
/** The number of the state of the content that the preview shows, and what it tells of it as soon as that is known. */
type Shown = Partial<Told> & { state: number };

/** Name of Vite's HMR event, both for the request and for the response with `Told`. */
export const shownMessage = 'content-problems';
/** Name of the server timing that tells a page the state of the content it was made of. */
export const stateMetric = 'content';

const panelStyle = {
  position: 'fixed',
  insetInline: '0',
  insetBlockEnd: '0',
  zIndex: '9999',
  maxBlockSize: '40vh',
  overflow: 'auto',
  boxSizing: 'border-box',
  padding: '0.75rem 1rem',
  background: '#fff',
  color: '#1a1a1a',
  borderBlockStart: '4px solid',
  font: '1rem/1.4 system-ui, sans-serif',
} satisfies Partial<CSSStyleDeclaration>;
const markStyle = {
  display: 'inline-block',
  margin: '0.25rem 0',
  padding: '0 0.5rem',
  background: '#fff4d4',
  color: '#1a1a1a',
  borderInlineStart: '4px solid #cc9200',
  font: 'bold 1rem/1.5 system-ui, sans-serif',
} satisfies Partial<CSSStyleDeclaration>;

const panelFor = (panels: Told['panels']): Panel =>
  panels[document.documentElement.lang as EditorLang] ?? panels.en;

/** Shows the panel at the bottom of the viewport, so that the page stays usable; warnings alone are folded. */
function showPanel({ heading, errors, warnings }: Panel): void {
  document.querySelector('[data-content-problems]')?.remove();
  // The editing page, which shows pages in a frame, tells the problems at the fields.
  if (errors.length + warnings.length === 0 || window.parent !== window) return;
  const details = h(
    'details',
    { open: errors.length > 0 || sessionStorage.getItem(opened) === 'true' },
    h(
      'summary',
      { onclick: () => sessionStorage.setItem(opened, String(!details.open)) },
      h('strong', heading),
    ),
    list(...errors, ...warnings),
  );
  const panel = h('section', { role: 'status', 'data-content-problems': true }, details);
  Object.assign(panel.style, panelStyle, { borderColor: errors.length > 0 ? '#b01038' : '#cc9200' });
  document.body.append(panel);
  document.body.style.paddingBlockEnd = `${panel.offsetHeight}px`;
}
/** Every save reloads the page: what the editor unfolded stays so. */
const opened = 'content-problems-open';

/** Marks what is not public yet: on its page, and beside each link to it. */
function showMarks(marks: Told['marks']): void {
  for (const old of document.querySelectorAll('[data-preview-mark]')) old.remove();
  const markOf = (text: string) => {
    const mark = h('span', { 'data-preview-mark': true }, text);
    Object.assign(mark.style, markStyle);
    return mark;
  };
  const heading = document.querySelector('main h1');
  for (const text of marks[location.pathname]?.page.toReversed() ?? []) heading?.after(markOf(text));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href]')) {
    const text =
      link.origin === location.origin && link.pathname !== location.pathname && marks[link.pathname]?.link;
    if (text) link.after(' ', markOf(text));
  }
}

/** The state of the content that this page shows; undefined in Safari, which tells no server timing without TLS. */
const stateOfPage = (): string | undefined =>
  (performance.getEntriesByType('navigation') as PerformanceNavigationTiming[])[0]?.serverTiming?.find(
    ({ name }) => name === stateMetric,
  )?.description;

import.meta.hot?.on(shownMessage, ({ state, panels, marks }: Shown) => {
  // What was saved after the page had been made, and before it could hear of it.
  if ((stateOfPage() ?? String(state)) !== String(state)) return location.reload();
  if (!panels || !marks) return;
  showPanel(panelFor(panels));
  showMarks(marks);
});
import.meta.hot?.send(shownMessage);
