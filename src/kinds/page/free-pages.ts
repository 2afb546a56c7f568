import type { Lang } from '../../i18n/languages.ts';
import { findPage } from '../../model/lookup.ts';
import type { PageOf } from '../../model/pages.ts';
import type { Site } from '../../model/whole-site.ts';

export const freePage = ({ pages }: Site, id: string, lang: Lang): PageOf<'page'> | undefined =>
  findPage(pages, `${lang} page ${id}`) as PageOf<'page'> | undefined;
