/* Progressive enhancement of every page: without this script all content is still readable and reachable. */
import '../search/start.ts';

// The language links keep the current query and filters.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
  link.addEventListener('click', () => {
    link.search = location.search;
    // Contact anchors are the same in every language; browsers ignore an anchor that does not exist.
    link.hash = location.hash;
  });
}

for (const button of document.querySelectorAll<HTMLButtonElement>('button.copy')) {
  const source = button.previousElementSibling!;
  const [text] = button.childNodes as NodeListOf<Text>;
  const { data } = text!;
  // Screen readers hear of the copy here: they do not tell that a button has another text.
  const status = document.createElement('span');
  status.role = 'status';
  status.className = 'visually-hidden';
  button.after(status);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(source.textContent!);
    } catch {
      // Without permission or HTTPS: select the text and copy the selection. If that fails too, it stays
      // selected for Ctrl+C.
      getSelection()?.selectAllChildren(source);
      if (!document.execCommand('copy')) return;
    }
    status.textContent = text!.data = button.dataset['copied']!;
    setTimeout(() => {
      status.textContent = '';
      text!.data = data;
    }, 3000);
  });
}

// A page that is printed tells its address with the query and the filters that it answers.
const query = new Text();
document.querySelector('.printed')?.append(query);
addEventListener('beforeprint', () => (query.data = location.search));

// Browsers open the fold that an address within the page leads into; older ones need help.
function unfold(): void {
  const target = document.getElementById(location.hash.slice(1));
  const fold = target?.closest<HTMLDetailsElement>('details:not([open])');
  if (!fold) return;
  fold.open = true;
  target!.scrollIntoView();
}
unfold();
addEventListener('hashchange', unfold);
