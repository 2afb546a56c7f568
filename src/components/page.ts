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
  const status = document.createElement('span');
  status.role = 'status';
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
    status.textContent = button.dataset['copied']!;
    setTimeout(() => (status.textContent = ''), 3000);
  });
}
