import { editorLanguages } from '../../../schema/sentences.ts';
import { editingWords } from '../words.ts';
import { address, ask, lang, t } from './api.ts';
import { h } from './dom.ts';
import { entryView } from './entry-view.ts';
import { listView, newView, sendView } from './other-views.ts';

/* The editing page: its address tells what it shows. */

const parameters = new URLSearchParams(location.search);
const main = h('main', { id: 'content', tabindex: -1 });

document.documentElement.lang = lang;
const others = Object.fromEntries([...parameters].filter(([name]) => name !== 'lang'));
document.body.append(
  h('a', { class: 'skip-link', href: '#content' }, t.editing),
  h(
    'header',
    {},
    h('a', { href: address() }, t.all),
    h('a', { href: address({ send: '' }) }, t.sendTitle),
    parameters.get('page') ? h('a', { href: parameters.get('page')! }, t.back) : undefined,
    h(
      'nav',
      { 'aria-label': t.languageChoice },
      ...editorLanguages.map((other) =>
        h(
          'a',
          {
            href: address({ ...others, lang: other }),
            lang: other,
            'aria-current': other === lang && 'true',
          },
          editingWords[other].language,
        ),
      ),
    ),
  ),
  main,
);

async function show(): Promise<void> {
  const page = parameters.get('page');
  const { key, folder } = page
    ? await ask<{ key?: string; folder?: string }>('page', { path: page })
    : { key: parameters.get('key') ?? undefined, folder: undefined };
  const kind = parameters.get('new');
  const send = parameters.get('send');
  if (key) await entryView(main, key);
  else if (kind) await newView(main, kind);
  else if (send !== null) await sendView(main, send);
  else await listView(main, folder);
}

show().catch((error: unknown) => {
  main.replaceChildren(
    h('h1', {}, t.editing),
    h('p', { class: 'notice', role: 'alert' }, (error as Error).message),
  );
});
