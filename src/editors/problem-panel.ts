/** Data of the panel that shows the content problems in the preview. */
export type ShownProblems = { heading: string; problems: string[] };

/** Name of Vite's HMR event, both for the request and for the response with `ShownProblems`. */
export const problemsMessage = 'content-problems';

const style = {
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
  borderBlockStart: '4px solid #b01038',
  font: '1rem/1.4 system-ui, sans-serif',
} satisfies Partial<CSSStyleDeclaration>;

/** Shows the panel at the bottom of the viewport, so that the page stays usable. */
function show({ heading, problems }: ShownProblems): void {
  document.querySelector('[data-content-problems]')?.remove();
  if (problems.length === 0) return;
  const panel = document.createElement('section');
  panel.setAttribute('data-content-problems', '');
  panel.setAttribute('role', 'status');
  Object.assign(panel.style, style);
  const title = document.createElement('strong');
  title.textContent = heading;
  const list = document.createElement('ul');
  list.append(
    ...problems.map((problem) => Object.assign(document.createElement('li'), { textContent: problem })),
  );
  panel.append(title, list);
  document.body.append(panel);
}

import.meta.hot?.on(problemsMessage, show);
import.meta.hot?.send(problemsMessage);
