/* What a script adds to every page. Without it everything can still be read and reached. */
import '../search/start.ts';

// The other language opens the same page with the query and the filters of the moment.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
  link.addEventListener('click', () => {
    link.search = location.search;
    // The ids of contacts are the same in every language; an anchor that is not there harms nobody.
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
      // Without permission, or over http, the text is selected and copied as by hand; where even that fails, it waits for Ctrl+C.
      getSelection()?.selectAllChildren(source);
      if (!document.execCommand('copy')) return;
    }
    status.textContent = button.dataset['copied']!;
    setTimeout(() => (status.textContent = ''), 3000);
  });
}
