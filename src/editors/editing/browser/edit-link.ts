import { pageLanguage } from '../../../i18n/languages.ts';
import { h } from './dom.ts';
import { editingWords } from '../words.ts';

/** Adds "edit this" to a page of the preview; not to one that the editing page shows beside its form. */
if (window.top === window) {
  const lang = pageLanguage() ?? 'fi';
  const href = `/edit/?lang=${lang}&page=${encodeURIComponent(location.pathname)}`;
  const link = h('a', { 'data-edit-link': true, href, lang }, editingWords[lang].editThis);
  Object.assign(link.style, {
    position: 'fixed',
    insetBlockEnd: '0.75rem',
    insetInlineEnd: '0.75rem',
    // Above the panel of problems, which scrolls.
    zIndex: '10000',
    padding: '0.5rem 1rem',
    borderRadius: '0.25rem',
    background: '#0000a3',
    color: '#fff',
    font: '600 1rem/1.4 system-ui, sans-serif',
    textDecoration: 'none',
  } satisfies Partial<CSSStyleDeclaration>);
  document.body.append(link);
}
