import { type Fields, fieldsOf, type PartContent } from '../data.ts';
import type { ChangedField } from '../changed-fields.ts';
import type { PublishedVersion } from '../sending.ts';
import { t } from './api.ts';
import { button, h, isSame, newId } from './dom.ts';

/** A file that two editors have changed. */
type TwoVersions = {
  path: string;
  /** What both started from, where that is known. */
  base?: PartContent | undefined;
  mine: PartContent;
  theirs: PartContent;
};

/** Keeps published versions for the forms that show them beside what was changed here; sending knows that they were seen. */
export function keepPublished(conflicts: PublishedVersion[]): void {
  const seen = JSON.parse(sessionStorage.getItem('seen') ?? '{}') as Record<string, string>;
  for (const { path, blob } of conflicts) seen[path] = blob;
  sessionStorage.setItem('seen', JSON.stringify(seen));
  for (const [key, files] of Map.groupBy(conflicts, (one) => one.key))
    sessionStorage.setItem(
      `conflict ${key}`,
      JSON.stringify(files.flatMap(({ path, theirs }) => (theirs ? [{ path, content: theirs }] : []))),
    );
}

function contentFrom(fields: Fields, like: PartContent): PartContent {
  const { raw, body, ...data } = fields;
  if ('raw' in like) return { raw: String(raw ?? '') };
  return { data, ...(like.body !== undefined && { body: String(body ?? '') }) };
}

/** Joins what only one side has changed; lists the fields that both have. */
export function joined({ base, mine, theirs }: TwoVersions): { content: PartContent; both: string[] } {
  // A file that only one side can read as fields is one thing.
  if ('raw' in mine !== 'raw' in theirs) return { content: mine, both: ['raw'] };
  const [start, own, other] = [fieldsOf(base), fieldsOf(mine), fieldsOf(theirs)];
  const names = [...new Set([...Object.keys(own), ...Object.keys(other), ...Object.keys(start)])];
  const result: Fields = {};
  const both: string[] = [];
  for (const name of names) {
    const [a, b] = [own[name], other[name]];
    if (isSame(a, b) || (base && isSame(b, start[name]))) result[name] = a;
    else if (base && isSame(a, start[name])) result[name] = b;
    else {
      result[name] = a;
      both.push(name);
    }
  }
  return { content: contentFrom(result, mine), both };
}

/**
 * Shows both versions of every field that two editors have changed, side by side.
 * @param changesOf in what two versions of a file differ
 */
export function conflictView(
  files: TwoVersions[],
  changesOf: (path: string, mine: PartContent, theirs: PartContent) => ChangedField[],
  done: (contents: Map<string, PartContent>) => void,
): HTMLElement {
  const chosen = new Set<string>();
  const rows = files.flatMap((file) =>
    joined(file).both.map((field) => {
      const [mine, theirs] = [file.mine, file.theirs].map((content) =>
        'raw' in content ? content : contentFrom({ [field]: fieldsOf(content)[field] }, content),
      );
      const changes = changesOf(file.path, mine!, theirs!);
      const name = newId();
      const side = (isTheirs: boolean) => {
        const input = h('input', {
          type: 'radio',
          name,
          onchange: () => void chosen[isTheirs ? 'add' : 'delete'](`${file.path}|${field}`),
        });
        input.checked = !isTheirs;
        const lines = changes.map(({ before, after }) => (isTheirs ? after : before).join('\n') || '–');
        return h(
          'div',
          { class: 'side' },
          h('label', input, isTheirs ? t.theirs : t.mine),
          h('pre', lines.join('\n')),
        );
      };
      return h(
        'fieldset',
        { class: 'field' },
        h('legend', changes.map((change) => change.name).join(', ')),
        h('div', { class: 'languages' }, side(false), side(true)),
      );
    }),
  );
  /** A file with the fields that only one side has changed, and the chosen ones. */
  const decided = (file: TwoVersions): PartContent => {
    const { content, both } = joined(file);
    const theirs = both.filter((field) => chosen.has(`${file.path}|${field}`));
    if (both.includes('raw')) return theirs.length > 0 ? file.theirs : file.mine;
    const fields = fieldsOf(content);
    for (const field of theirs) fields[field] = fieldsOf(file.theirs)[field];
    return contentFrom(fields, content);
  };
  return h(
    'section',
    { class: 'conflict', role: 'alert' },
    h('h2', { tabindex: -1 }, t.conflict),
    h('p', t.conflictHint),
    rows,
    button(t.useChosen, () => done(new Map(files.map((file) => [file.path, decided(file)])))),
  );
}
