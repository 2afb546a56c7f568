import { changedLanguages, confirmationState } from '../checks/translation-pairs.ts';
import { formatDate } from '../i18n/format.ts';
import { helsinkiDay } from '../i18n/helsinki-time.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import { escapeXml as text } from '../model/escape-xml.ts';
import type { EditorLang } from '../schema/sentences.ts';
import type { ReportFacts } from './report-facts.ts';
import { reportWords } from './report-words.ts';

/**
 * The report as one page that needs nothing else: no script, no file, no network.
 * @param folder the content folder as seen from the page, for links to the files
 * @param tokens the colours of the site as CSS
 */
export function reportPage(
  facts: ReportFacts,
  lang: EditorLang,
  made: Date,
  folder: string,
  tokens: string,
): string {
  const t = reportWords[lang];
  /** The language of names from the content: the editor's own, or the first one where the site does not have it. */
  const names: Lang = languages.find((of) => of === lang) ?? languages[0];
  const namesMarked = names === lang ? '' : ` lang="${names}"`;
  const link = ({ file, line }: { file: string; line: number }): string =>
    `<a href="${text(`${folder}/${file}`)}">${text(file)}</a>:${line}`;
  const date = (asOf: string): string => (asOf === 'undated' ? t.undated : formatDate(names, asOf));

  const sections: { id: keyof typeof t.sections; count: number; body: string }[] = [
    {
      id: 'translations',
      count: facts.waiting.length,
      body: table(
        [t.file, t.changed],
        facts.waiting.map((entry) => [
          languages.map((of) => link({ file: entry.files[of], line: 1 })).join('<br>'),
          `<p>${text(confirmationState(changedLanguages(entry.changes), lang))}</p>${languages.map((of) => sentences(entry.changes?.[of].changed ?? [], of, lang)).join('')}`,
        ]),
      ),
    },
    {
      id: 'age',
      count: facts.oldFacts.length,
      body:
        bars(
          [t.year, t.services],
          facts.years.map(({ year, stale, services }) => ({
            label: date(year),
            note: stale ? t.stale : '',
            value: services,
          })),
        ) +
        table(
          [t.name, t.from, t.reviewed, t.file],
          facts.oldFacts.map((it) => [
            name(it.name[names]),
            it.dates.map(date).join(', '),
            it.reviewed ? formatDate(names, it.reviewed) : t.never,
            link(it),
          ]),
        ),
    },
    {
      id: 'contacts',
      count: facts.unusedContacts.length,
      body: table(
        [t.name, t.file],
        facts.unusedContacts.map((it) => [name(it.name[names]), link(it)]),
      ),
    },
    {
      id: 'channels',
      count: facts.withoutChannel.length,
      body: table(
        [t.name, t.file],
        facts.withoutChannel.map((it) => [name(it.name[names]), link(it)]),
      ),
    },
    {
      id: 'limits',
      count: facts.nearLimits.length,
      body: table(
        [t.file, '', ''],
        facts.nearLimits.map((it) => [link(it), t.part[it.part], t.characters(it.length, it.maximum)]),
      ),
    },
    {
      id: 'search',
      count: facts.lostWords.length,
      body: table(
        [t.word, '', t.file],
        facts.lostWords.map((it) => [
          `<span lang="${it.lang}">${text(it.word)}</span>`,
          t.leads(it.rank),
          link(it),
        ]),
      ),
    },
  ];
  function name(title: string): string {
    return `<span${namesMarked}>${text(title)}</span>`;
  }

  const { themes, divisions, services } = facts.coverage;
  const most = Math.max(1, ...services.flat());
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${t.title}</title>
<style>${tokens}${styles}</style>
</head>
<body>
<header><h1>${t.title}</h1><p>${t.made(formatDate(names, helsinkiDay(made)))} ${Object.entries(facts.counts)
    .map(([kind, count]) => `${count} ${t.counts[kind as keyof typeof t.counts]}`)
    .join(', ')}.</p></header>
<nav aria-labelledby="glance"><h2 id="glance">${t.atAGlance}</h2><ul class="glance">
${sections.map(({ id, count }) => `<li><a href="#${id}">${t.sections[id].heading}</a> <strong${count > 0 ? ' class="some"' : ''}>${t.toDo(count)}</strong></li>`).join('\n')}
</ul></nav>
<main>
${sections.map(({ id, count, body }) => `<h2 id="${id}">${t.sections[id].heading}</h2>\n<p>${count > 0 ? t.sections[id].about : t.sections[id].none}</p>\n${count > 0 ? wide(id, body) : ''}`).join('\n')}
<h2 id="coverage">${t.coverage.heading}</h2>
<p>${t.coverage.about}</p>
${wide(
  'coverage',
  `<table class="coverage"><thead><tr><th scope="col">${t.coverage.theme}</th>${divisions.map((division) => `<th scope="col"${namesMarked}>${text(division.name[names])}</th>`).join('')}</tr></thead><tbody>
${themes.map((theme, row) => `<tr><th scope="row"${namesMarked}>${text(theme.name[names])}</th>${services[row]!.map((count) => `<td class="share-${Math.ceil((count / most) * 4)}">${count}</td>`).join('')}</tr>`).join('\n')}
</tbody></table>`,
)}
</main>
</body>
</html>
`;
}

/** Tables are wider than a phone: what scrolls can be reached by the keyboard, and has a name. */
const wide = (id: string, body: string): string =>
  `<div class="wide" role="region" aria-labelledby="${id}" tabindex="0">${body}</div>`;

const table = (heads: string[], rows: string[][]): string =>
  `<table><thead><tr>${heads.map((head) => (head ? `<th scope="col">${head}</th>` : '<td></td>')).join('')}</tr></thead><tbody>\n${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}\n</tbody></table>\n`;

/** A chart that is a table: the numbers stand beside the bars, so that nothing is told by the drawing alone. */
function bars(
  [label, value]: [string, string],
  rows: { label: string; note: string; value: number }[],
): string {
  const most = Math.max(1, ...rows.map((row) => row.value));
  const drawn = rows.map((row) => {
    const width = (row.value / most) * 200;
    return `<tr><th scope="row">${row.label}</th><td>${row.value}</td><td>${row.note}</td><td><svg class="${row.note ? 'old' : ''}" viewBox="0 0 200 16" width="200" height="16" aria-hidden="true"><rect width="${width}" height="16"/></svg></td></tr>`;
  });
  return `<table class="bars"><thead><tr><th scope="col">${label}</th><th scope="col">${value}</th><td></td><td></td></tr></thead><tbody>\n${drawn.join('\n')}\n</tbody></table>\n`;
}

const sentences = (changed: { text: string }[], of: Lang, lang: EditorLang): string =>
  changed.length > 0
    ? `<ul${of === lang ? '' : ` lang="${of}"`}>${changed.map((sentence) => `<li>${text(sentence.text)}</li>`).join('')}</ul>`
    : '';

const styles = `
body { max-width: 70rem; margin: 0 auto; padding: 1rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, 'Segoe UI', Roboto, Arial, sans-serif; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
h2 { margin: 2.5rem 0 0.5rem; font-size: 1.25rem; }
nav h2 { margin-top: 0; }
nav { background: var(--tint); padding: 1rem; }
.glance { margin: 0; padding: 0; list-style: none; }
.glance .some { background: var(--notice); border-left: 4px solid var(--notice-line); padding: 0 0.5rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid var(--line-quiet); text-align: left; vertical-align: top; font-weight: normal; }
thead th { font-weight: bold; }
td p, td ul { margin: 0; }
.bars td:nth-child(2), .coverage td { text-align: right; font-variant-numeric: tabular-nums; }
.bars rect { fill: var(--accent); }
.bars .old rect { fill: var(--notice-line); }
.wide { overflow-x: auto; }
.coverage { width: 100%; min-width: 44rem; table-layout: fixed; font-size: 0.9375rem; }
.coverage th, .coverage td { padding: 0.35rem 0.5rem; hyphens: auto; overflow-wrap: anywhere; }
.share-1 { background: color-mix(in srgb, var(--accent) 6%, var(--page)); }
.share-2 { background: color-mix(in srgb, var(--accent) 12%, var(--page)); }
.share-3 { background: color-mix(in srgb, var(--accent) 18%, var(--page)); }
.share-4 { background: color-mix(in srgb, var(--accent) 24%, var(--page)); }
@media print { a { color: inherit; } }
`;
