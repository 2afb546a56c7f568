import { createHash } from 'node:crypto';
import type { Lang } from '../i18n/languages.ts';
import type { Site } from '../model/site.ts';
import { buildGuide } from './build-guide.ts';
import { packGuide } from './guide.ts';

const made = new WeakMap<Site, Map<Lang, { path: string; text: string }>>();

/** The guide of a language and its address, which changes with its content so that it can be kept for ever. */
export function guideFile(site: Site, lang: Lang): { path: string; text: string } {
  const files = made.get(site) ?? new Map<Lang, { path: string; text: string }>();
  made.set(site, files);
  let file = files.get(lang);
  if (!file) {
    const text = packGuide(buildGuide(lang, site.content, site.pages));
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
    files.set(lang, (file = { path: `/guide/${lang}.${hash}.txt`, text }));
  }
  return file;
}
