import { pageLanguage } from '../../../i18n/languages.ts';
import { editingWords } from '../words.ts';

/** Adds "edit this" to a page of the preview; not to one that the editing page shows beside its form. */
if (window.top === window) {
  const lang = pageLanguage() ?? 'fi';
  const link = document.createElement('a');
  link.setAttribute('data-edit-link', '');
  link.href = `/edit/?lang=${lang}&page=${encodeURIComponent(location.pathname)}`;
  link.lang = lang;
  link.textContent = editingWords[lang].editThis;
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
