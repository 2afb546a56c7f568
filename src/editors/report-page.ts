import { confirmationState } from '../checks/rules/stale-translation.ts';
import { changedLanguages } from '../checks/translation-pairs.ts';
import { formatDate } from '../i18n/format.ts';
import { helsinkiDay } from '../i18n/helsinki-time.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import type { EditorLang } from '../schema/sentences.ts';
import type { ReportFacts } from './report-facts.ts';
import { sentence } from './preview-marks.ts';
import { reportWords } from './report-words.ts';
import { escapeXml as text } from '../model/escape-xml.ts';
import { allKinds } from '../kinds/kinds.ts';

/** A section: `count` is how much there is to do, where that is known. */
export type ReportSection = { id: string; heading: string; count?: number; about: string; body: string };

/** A place in a file of the content as a link to it. */
export const linkTo =
  (folder: string) =>
  ({ file, line }: { file: string; line: number }): string =>
    `<a href="${text(`${folder}/${file}`)}">${text(file)}</a>:${line}`;

/**
 * The report as a self-contained HTML page without scripts and external resources.
 * @param made when the report is made
 * @param folder URL of the content folder relative to the page, for links to the files
 * @param tokens CSS with the design tokens of the site
 * @param more sections that need more than the content
 */
export function reportPage(
  facts: ReportFacts,
  lang: EditorLang,
  made: Date,
  folder: string,
  tokens: string,
  more: ReportSection[] = [],
): string {
  const t = reportWords[lang];
  /** Language of names from the content: the editor's, or the first one when the site does not have item. */
  const nameLang: Lang = languages.find((siteLang) => siteLang === lang) ?? languages[0];
  const langAttribute = nameLang === lang ? '' : ` lang="${nameLang}"`;
  const link = linkTo(folder);
  const date = (asOf: string): string => (asOf === 'undated' ? t.undated : formatDate(nameLang, asOf));

  const section = (id: keyof typeof t.sections, count: number, body: string): ReportSection => {
    const { heading, about, none } = t.sections[id];
    return { id, heading, count, about: count > 0 ? about : none, body };
  };
  const sections = [
    section(
      'translations',
      facts.waiting.length,
      table(
        [t.file, t.changed],
        facts.waiting.map((entry) => [
          languages.map((textLang) => link({ file: entry.files[textLang], line: 1 })).join('<br>'),
          `<p>${text(confirmationState(changedLanguages(entry.changes))[lang])}</p>${languages.map((textLang) => sentenceList(entry.changes?.[textLang].changed ?? [], textLang, lang)).join('')}`,
        ]),
      ),
    ),
    section(
      'ahead',
      facts.ahead.length,
      table(
        [t.name, '', t.file],
        facts.ahead.map((item) => [
          name(item.name[nameLang]),
          item.parts.map((part) => text(sentence(part, nameLang, lang))).join('<br>'),
          link(item),
        ]),
      ),
    ),
    section(
      'due',
      facts.due.length + facts.siteDue.length,
      table(
        [t.name, t.file],
        [
          ...facts.due.map((item) => [`${name(item.name[nameLang])}: ${date(item.on)}`, link(item)]),
          ...facts.siteDue.map((problem) => [
            text(`${problem.text[lang].message}. ${problem.text[lang].hint}`),
            link(problem),
          ]),
        ],
      ),
    ),
    section(
      'age',
      facts.oldFacts.length,
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
          facts.oldFacts.map((item) => [
            name(item.name[nameLang]),
            item.dates.map(date).join(', '),
            item.reviewed ? formatDate(nameLang, item.reviewed) : t.never,
            link(item),
          ]),
        ),
    ),
    section(
      'contacts',
      facts.unusedContacts.length,
      table(
        [t.name, t.file],
        facts.unusedContacts.map((item) => [name(item.name[nameLang]), link(item)]),
      ),
    ),
    section(
      'channels',
      facts.withoutChannel.length,
      table(
        [t.name, t.file],
        facts.withoutChannel.map((item) => [name(item.name[nameLang]), link(item)]),
      ),
    ),
    section(
      'limits',
      facts.nearLimits.length,
      table(
        [t.file, '', ''],
        facts.nearLimits.map((item) => [
          link(item),
          t.part[item.part],
          t.characters(item.length, item.maximum),
        ]),
      ),
    ),
    section(
      'search',
      facts.lostWords.length,
      table(
        [t.word, '', t.file],
        facts.lostWords.map((item) => [
          `<span lang="${item.lang}">${text(item.word)}</span>`,
          t.leads(item.rank),
          link(item),
        ]),
      ),
    ),
    ...more,
  ];
  function name(title: string): string {
    return `<span${langAttribute}>${text(title)}</span>`;
  }

  const { themes, divisions, services } = facts.coverage;
  const maximum = Math.max(1, ...services.flat());
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
<header><h1>${t.title}</h1><p>${t.made(formatDate(nameLang, helsinkiDay(made)))} ${allKinds
    .map(({ folder, counted }) => `${facts.counts[folder]} ${counted[lang]}`)
    .join(', ')}.</p></header>
<nav aria-labelledby="glance"><h2 id="glance">${t.atAGlance}</h2><ul class="glance">
${sections.map(({ id, heading, count }) => `<li><a href="#${id}">${heading}</a>${count === undefined ? '' : ` <strong${count > 0 ? ' class="some"' : ''}>${t.toDo(count)}</strong>`}</li>`).join('\n')}
</ul></nav>
<main>
${sections.map(({ id, heading, count, about, body }) => `<h2 id="${id}">${heading}</h2>\n<p>${text(about)}</p>\n${count === 0 ? '' : scrollable(id, body)}`).join('\n')}
<h2 id="coverage">${t.coverage.heading}</h2>
<p>${t.coverage.about}</p>
${scrollable(
  'coverage',
  `<table class="coverage"><thead><tr><th scope="col">${t.coverage.theme}</th>${divisions.map((division) => `<th scope="col"${langAttribute}>${text(division.name[nameLang])}</th>`).join('')}</tr></thead><tbody>
${themes.map((theme, row) => `<tr><th scope="row"${langAttribute}>${text(theme.name[nameLang])}</th>${services[row]!.map((count) => `<td class="share-${Math.ceil((count / maximum) * 4)}">${count}</td>`).join('')}</tr>`).join('\n')}
</tbody></table>`,
)}
</main>
</body>
</html>
`;
}

/** Tables are wider than a phone: a scrollable region must be focusable by keyboard and have a name. */
const scrollable = (id: string, body: string): string =>
  `<div class="wide" role="region" aria-labelledby="${id}" tabindex="0">${body}</div>`;

export const table = (headers: string[], rows: string[][]): string =>
  `<table><thead><tr>${headers.map((header) => (header ? `<th scope="col">${header}</th>` : '<td></td>')).join('')}</tr></thead><tbody>\n${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}\n</tbody></table>\n`;

/**
 * A bar chart as a table with the numbers, so that it does not depend on the bars, which screen readers skip.
 */
function bars(
  [label, value]: [string, string],
  rows: { label: string; note: string; value: number }[],
): string {
  const maximum = Math.max(1, ...rows.map((row) => row.value));
  const tableRows = rows.map((row) => {
    const width = (row.value / maximum) * 200;
    return `<tr><th scope="row">${row.label}</th><td>${row.value}</td><td>${row.note}</td><td><svg class="${row.note ? 'old' : ''}" viewBox="0 0 200 16" width="200" height="16" aria-hidden="true"><rect width="${width}" height="16"/></svg></td></tr>`;
  });
  return `<table class="bars"><thead><tr><th scope="col">${label}</th><th scope="col">${value}</th><td></td><td></td></tr></thead><tbody>\n${tableRows.join('\n')}\n</tbody></table>\n`;
}

const sentenceList = (changed: { text: string }[], textLang: Lang, lang: EditorLang): string =>
  changed.length > 0
    ? `<ul${textLang === lang ? '' : ` lang="${textLang}"`}>${changed.map((sentence) => `<li>${text(sentence.text)}</li>`).join('')}</ul>`
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
