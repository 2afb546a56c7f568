import { confirmationState } from '../checks/rules/stale-translation.ts';
import { changedLanguages } from '../checks/translation-pairs.ts';
import { formatDate } from '../i18n/format.ts';
import { helsinkiDay } from '../i18n/helsinki-time.ts';
import { type Lang, languages, type Localized } from '../i18n/languages.ts';
import { allKinds } from '../kinds/kinds.ts';
import { inCodeOrder } from '../model/order.ts';
import { escapeXml as text } from '../model/escape-xml.ts';
import { daysBetween } from '../schema/dates.ts';
import { undated } from '../schema/notation.ts';
import type { EditorLang } from '../schema/sentences.ts';
import type { LinkState, LinkStates } from './ask-links.ts';
import type { At } from './outside-links.ts';
import { sentence } from './preview-marks.ts';
import type { ReportFacts } from './report-facts.ts';
import { reportWords, type SectionId } from './report-words.ts';
import type { UsageFacts } from './usage-facts.ts';

/** A section: `count` is how much there is to do, where that is known. */
type ReportSection = { id: string; heading: string; count?: number; about: string; body: string };

/** A section with a row for each thing to do, and what it says besides. */
function section(
  id: SectionId,
  lang: EditorLang,
  headers: string[],
  rows: string[][],
  { before = '', chart = '' } = {},
): ReportSection {
  const { heading, about, none } = reportWords[lang].sections[id];
  const told = before + (rows.length > 0 ? about : none);
  return { id, heading, count: rows.length, about: told, body: chart + table(headers, rows) };
}

/** A place in a file of the content as a link to it. */
export const linkTo =
  (folder: string) =>
  ({ file, line }: At): string =>
    `<a href="${text(`${folder}/${file}`)}">${text(file)}</a>:${line}`;

/** Language of dates and names from the content: the editor's, or the first one. */
const siteLanguage = (lang: EditorLang): Lang => languages.find((of) => of === lang) ?? languages[0];
/** The attribute of a text that is not in the language of the page. */
const langAttribute = (textLang: Lang, lang: EditorLang): string =>
  textLang === lang ? '' : ` lang="${textLang}"`;

function contentSections(facts: ReportFacts, lang: EditorLang, folder: string): ReportSection[] {
  const t = reportWords[lang];
  const nameLang = siteLanguage(lang);
  const link = linkTo(folder);
  const date = (asOf: string): string => (asOf === undated ? t.undated : formatDate(nameLang, asOf));
  const name = (title: Localized<string>): string =>
    `<span${langAttribute(nameLang, lang)}>${text(title[nameLang])}</span>`;
  const named = (items: (At & { name: Localized<string> })[]) =>
    items.map((item) => [name(item.name), link(item)]);
  const most = Math.max(1, ...facts.years.map(({ services }) => services));
  // The numbers stand in the table, too: the bars are for the eye alone.
  const years = facts.years.map(({ year, stale, services }) => [
    date(year),
    `${services}`,
    stale ? t.stale : '',
    `<div class="bar${stale ? ' old' : ''}" style="inline-size: ${(services / most) * 200}px"></div>`,
  ]);
  return [
    section(
      'translations',
      lang,
      [t.file, t.changed],
      facts.waiting.map(({ files, changes }) => [
        languages.map((textLang) => link({ file: files[textLang], line: 1 })).join('<br>'),
        `<p>${text(confirmationState(changedLanguages(changes))[lang])}</p>${languages.map((textLang) => sentenceList(changes?.[textLang].changed ?? [], textLang, lang)).join('')}`,
      ]),
    ),
    section(
      'ahead',
      lang,
      [t.name, '', t.file],
      facts.ahead.map((item) => [
        name(item.name),
        item.parts.map((part) => text(sentence(part, nameLang, lang))).join('<br>'),
        link(item),
      ]),
    ),
    section(
      'due',
      lang,
      [t.name, t.file],
      [
        ...facts.due.map((item) => [`${name(item.name)}: ${date(item.on)}`, link(item)]),
        ...facts.siteDue.map((problem) => [
          text(`${problem.text[lang].message}. ${problem.text[lang].hint}`),
          link(problem),
        ]),
      ],
    ),
    section(
      'age',
      lang,
      [t.name, t.from, t.reviewed, t.file],
      facts.oldFacts.map((item) => [
        name(item.name),
        item.dates.map(date).join(', '),
        item.reviewed ? date(item.reviewed) : t.never,
        link(item),
      ]),
      { chart: table([t.year, t.services, '', ''], years) },
    ),
    section('contacts', lang, [t.name, t.file], named(facts.unusedContacts)),
    section('channels', lang, [t.name, t.file], named(facts.withoutChannel)),
    section(
      'limits',
      lang,
      [t.file, '', ''],
      facts.nearLimits.map((item) => [
        link(item),
        t.part[item.part],
        `${item.length} / ${item.maximum} ${t.characters}`,
      ]),
    ),
    section(
      'search',
      lang,
      [t.word, '', t.file],
      facts.lostWords.map((item) => [
        inLanguage(item.lang, item.word),
        item.rank === 0 ? t.notFound : `${t.atPlace} ${item.rank}`,
        link(item),
      ]),
    ),
  ];
}

const inLanguage = (lang: Lang, said: string): string => `<span lang="${lang}">${text(said)}</span>`;

/** A failing address on one line, with the first place where it stands. */
export const linkLine = (
  url: string,
  { fault, detail }: LinkState,
  [first]: At[],
  lang: EditorLang,
): string => `${first!.file}:${first!.line} ${url} — ${reportWords[lang].faults[fault!]} (${detail})`;

/**
 * What the last `npm run links` found, the longest failing first.
 * @param places where each address stands today; those that stand nowhere are left out
 * @param link makes a link to a file
 */
export function linkSection(
  states: LinkStates,
  places: Map<string, At[]>,
  lang: EditorLang,
  today: string,
  link: (at: At) => string,
): ReportSection {
  const t = reportWords[lang];
  const known = Object.entries(states).filter(([url]) => places.has(url));
  const failing = known.filter(([, { fault }]) => fault);
  const asked = known.map(([, state]) => state.asked).sort();
  return section(
    'links',
    lang,
    [t.address, t.what, t.howLong, t.file],
    failing
      .sort(([, a], [, b]) => inCodeOrder(a.since!, b.since!))
      .map(([url, { fault, detail = '', since }]) => [
        `<a href="${text(url)}">${text(url)}</a>`,
        `${t.faults[fault!]} (${text(detail)})`,
        since === today ? t.today : `${daysBetween(since!, today)} ${t.days}`,
        places.get(url)!.map(link).join('<br>'),
      ]),
    { before: `${t.asked} ${formatDate(siteLanguage(lang), asked.at(-1) ?? today)}. ` },
  );
}

export function usageSections(facts: UsageFacts, lang: EditorLang): ReportSection[] {
  const t = reportWords[lang];
  const hour = (at: string) => `${formatDate(siteLanguage(lang), at.slice(0, 10))} ${at.slice(11)}:00`;
  const visits = facts.visitsByLanguage.map((row) => `${row.lang} ${row.times}`).join(', ');
  const unreadable = facts.unreadable > 0 ? ` ${t.unreadable}: ${facts.unreadable}.` : '';
  return [
    {
      id: 'usage',
      heading: t.usage,
      about: `${t.log} ${hour(facts.from)} – ${hour(facts.to)}. ${t.visits}: ${visits}.${unreadable}`,
      body: table(
        [t.page, '', t.times],
        facts.visits.map((row) => [inLanguage(row.lang, row.title), text(row.path), `${row.times}`]),
      ),
    },
    section(
      'found-nothing',
      lang,
      [t.query, '', t.times],
      facts.foundNothing.map((row) => [inLanguage(row.lang, row.query), row.lang, `${row.times}`]),
    ),
    section(
      'missing',
      lang,
      [t.address, t.times],
      facts.missing.map((row) => [text(row.path), `${row.times}`]),
    ),
  ];
}

/** How many services there are by theme and division; the more, the darker. */
function coverageTable({ themes, divisions, services }: ReportFacts['coverage'], lang: EditorLang): string {
  const maximum = Math.max(1, ...services.flat());
  const nameLang = siteLanguage(lang);
  const head = (scope: 'col' | 'row') => (term: { name: Localized<string> }) =>
    `<th scope="${scope}"${langAttribute(nameLang, lang)}>${text(term.name[nameLang])}</th>`;
  const cell = (count: number) => `<td class="share-${Math.ceil((count / maximum) * 4)}">${count}</td>`;
  return `<table class="coverage"><thead><tr><th scope="col">${reportWords[lang].coverage.theme}</th>${divisions.map(head('col')).join('')}</tr></thead><tbody>
${themes.map((theme, row) => `<tr>${head('row')(theme)}${services[row]!.map(cell).join('')}</tr>`).join('\n')}
</tbody></table>`;
}

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
  const sections = [...contentSections(facts, lang, folder), ...more];
  const counts = allKinds.map((kind) => `${facts.counts[kind.folder]} ${kind.counted[lang]}`).join(', ');
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
<header><h1>${t.title}</h1><p>${t.made} ${formatDate(siteLanguage(lang), helsinkiDay(made))}. ${t.editorsOnly} ${counts}.</p></header>
<nav aria-labelledby="glance"><h2 id="glance">${t.atAGlance}</h2><ul class="glance">
${sections.map(({ id, heading, count }) => `<li><a href="#${id}">${heading}</a>${count === undefined ? '' : ` <strong${count > 0 ? ' class="some"' : ''}>${count || t.inOrder}</strong>`}</li>`).join('\n')}
</ul></nav>
<main>
${[
  ...sections,
  { id: 'coverage', ...t.coverage, count: undefined, body: coverageTable(facts.coverage, lang) },
]
  .map(
    ({ id, heading, count, about, body }) =>
      `<h2 id="${id}">${heading}</h2>\n<p>${text(about)}</p>\n${count === 0 ? '' : scrollable(id, body)}`,
  )
  .join('\n')}
</main>
</body>
</html>
`;
}

/** Tables are wider than a phone: a scrollable region must be focusable by keyboard and have a name. */
const scrollable = (id: string, body: string): string =>
  `<div class="wide" role="region" aria-labelledby="${id}" tabindex="0">${body}</div>`;

const table = (headers: string[], rows: string[][]): string =>
  `<table><thead><tr>${headers.map((header) => (header ? `<th scope="col">${header}</th>` : '<td></td>')).join('')}</tr></thead><tbody>\n${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}\n</tbody></table>\n`;

const sentenceList = (changed: { text: string }[], textLang: Lang, lang: EditorLang): string =>
  changed.length > 0
    ? `<ul${langAttribute(textLang, lang)}>${changed.map((sentence) => `<li>${text(sentence.text)}</li>`).join('')}</ul>`
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
.coverage td { text-align: right; font-variant-numeric: tabular-nums; }
.bar { block-size: 1rem; background: var(--accent); }
.bar.old { background: var(--notice-line); }
.wide { overflow-x: auto; }
.coverage { width: 100%; min-width: 44rem; table-layout: fixed; font-size: 0.9375rem; }
.coverage th, .coverage td { padding: 0.35rem 0.5rem; hyphens: auto; overflow-wrap: anywhere; }
.share-1 { background: color-mix(in srgb, var(--accent) 6%, var(--page)); }
.share-2 { background: color-mix(in srgb, var(--accent) 12%, var(--page)); }
.share-3 { background: color-mix(in srgb, var(--accent) 18%, var(--page)); }
.share-4 { background: color-mix(in srgb, var(--accent) 24%, var(--page)); }
@media print { a { color: inherit; } }
`;
