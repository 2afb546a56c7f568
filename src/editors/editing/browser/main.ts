import { editorLanguages } from '../../../schema/sentences.ts';
import { editingWords } from '../words.ts';
import { address, ask, entryLinks, errorView, lang, link, t, unsaved } from './api.ts';
import { keepPublished } from './conflicts.ts';
import { button, type Child, h, notice } from './dom.ts';
import { entryView } from './entry-view.ts';
import { listView, newView, sendView } from './other-views.ts';

/* The editing page: its address tells what it shows. */

const parameters = new URLSearchParams(location.search);
const page = parameters.get('page');
const main = document.querySelector('main')!;
const newest = h('div', { class: 'newest', role: 'status' });

const others = Object.fromEntries([...parameters].filter(([name]) => name !== 'lang'));
main.before(
  h('a', { class: 'skip-link', href: '#content' }, t.editing),
  h(
    'header',
    link(t.all),
    link(t.sendTitle, { send: '' }),
    page !== null && h('a', { href: page }, t.back),
    h(
      'nav',
      { 'aria-label': t.languageChoice },
      editorLanguages.map((other) =>
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
  newest,
);

async function show(): Promise<void> {
  const { key, folder } = page
    ? await ask('page', { path: page })
    : { key: parameters.get('key') ?? undefined, folder: undefined };
  const kind = parameters.get('new');
  const send = parameters.get('send');
  if (key) await entryView(main, key);
  else if (kind) await newView(main, kind);
  else if (send !== null) await sendView(main, send);
  else await listView(main, folder);
}

show().catch((error: unknown) => {
  main.replaceChildren(h('h1', t.editing), notice({ role: 'alert' }, errorView(error)));
});

const say = (...children: Child[]) => newest.replaceChildren(notice(children));

/** Who starts with an old folder is told, and gets the newest with a button. */
async function offerNewest(): Promise<void> {
  const wasBrought = sessionStorage.getItem(brought);
  sessionStorage.removeItem(brought);
  if (wasBrought) say(wasBrought);
  const { isBehind } = await ask('newest', {});
  if (isBehind)
    say(
      `${t.behind} `,
      button(t.bring, () => void bring().catch((error) => say(...errorView(error)))),
    );
}
const brought = 'brought';

async function bring(): Promise<void> {
  if (!(await unsaved.save())) return;
  const result = await ask('bring', {});
  if (result.status === 'diverged') return say(t.diverged(result.branch));
  if (result.status === 'conflicts') {
    keepPublished(result.conflicts);
    const [only, ...more] = result.entries;
    // Where one entry alone is to be decided on, its form shows both versions at once.
    if (more.length === 0 && result.conflicts.some(({ key }) => key === only?.key))
      return location.assign(address({ key: only!.key }));
    return say(t.bringConflicts, entryLinks(result.entries));
  }
  sessionStorage.setItem(brought, result.isProgramNew ? `${t.brought} ${t.programNew}` : t.brought);
  location.reload();
}
// Without a connection, there is nothing to offer; sending tells of that.
offerNewest().catch(console.error);
