import { isEditorLanguage } from '../checks/editor-language.ts';
import { formatDate } from '../i18n/format.ts';
import { type Lang, languages } from '../i18n/languages.ts';
import { allKinds } from '../kinds/kinds.ts';
import type { Content } from '../model/content.ts';
import { type Ahead, aheadOf } from '../model/visible.ts';
import { fieldName } from '../schema/field-names.ts';
import type { EditorLang } from '../schema/sentences.ts';
import { dictionaries } from './dictionaries.ts';

/**
 * What the preview says of a page that is not public yet, or holds something that is not, in the language of
 * the page. `link` stands beside each link to a page that is not public at all.
 */
export type PreviewMark = { page: string[]; link?: string };

const messages = dictionaries({
  draft: ['luonnos, ei näy sivustolla', 'utkast, syns inte på webbplatsen', 'draft, not shown on the site'],
  from: [
    (date: string) => `näkyy ${date} alkaen`,
    (date: string) => `syns från och med ${date}`,
    (date: string) => `visible from ${date}`,
  ],
  clock: ['klo', 'kl.', 'at'],
});

export function previewMarks(content: Content, now: Date): Record<string, PreviewMark> {
  const marks: Record<string, PreviewMark> = {};
  for (const kind of allKinds) {
    if (!kind.text || !kind.pathOf) continue;
    for (const entry of content[kind.folder] as { texts: Record<Lang, { address: string }> }[]) {
      const ahead = aheadOf(kind, entry, now);
      if (ahead.length === 0) continue;
      for (const lang of languages) {
        const whole = ahead.find(({ field }) => field === undefined);
        marks[kind.pathOf(lang, entry.texts[lang].address)] = {
          page: ahead.map((part) => sentence(part, lang)),
          ...(whole && { link: sentence(whole, lang) }),
        };
      }
    }
  }
  return marks;
}

/** What is said of something that is not public yet; dates are written as in the language of the page. */
export function sentence(
  { field, from }: Ahead,
  lang: Lang,
  editorLang: EditorLang = isEditorLanguage(lang) ? lang : 'en',
): string {
  const t = messages[editorLang];
  const when = from === undefined ? t.draft : t.from(moment(from, lang, editorLang));
  return field === undefined ? when : `${fieldName(field, editorLang)}: ${when}`;
}

/** "1.12.2026 klo 9.00" */
function moment(written: string, lang: Lang, editorLang: EditorLang): string {
  const [date = '', time] = written.split('T');
  const clockTime = time && ` ${messages[editorLang].clock} ${time.replace(/^0/, '').replace(':', '.')}`;
  return formatDate(lang, date) + (clockTime ?? '');
}
