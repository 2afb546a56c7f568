import { relative } from 'node:path';
// Not from `astro:content`, which imports all of Astro's runtime: compiling that adds half a second to every
// build.
import { defineCollection } from 'astro/content/config';
import type { Loader } from 'astro/loaders';
import type { z } from 'astro/zod';
import { languages } from './i18n/languages.ts';
import type { Content, Folder } from './model/content.ts';
import { announcement, announcementText } from './kinds/announcement/schema.ts';
import { contact } from './kinds/contact/schema.ts';
import { organisation } from './kinds/organisation/schema.ts';
import { type FolderWithTexts, kindOf } from './kinds/kinds.ts';
import { freePageText, page } from './kinds/page/schema.ts';
import { service, serviceText } from './kinds/service/schema.ts';
import { contentFolder, singleFiles } from './model/folders.ts';

/**
 * An entry as the check read it. `compiled` is the path of a file whose body Astro compiles because it may
 * name components.
 */
type Entry = { id: string; data: object; compiled?: string };

/**
 * A loader that lets Astro validate each checked entry again with the schema of its collection, so that a bug
 * in the check cannot put invalid data on the site. Astro's store keeps only the texts that Astro compiles;
 * pages take everything else from the checked content, see `site.ts`. The preview decided it: Astro writes its
 * store half a second after the last change, and with everything in it a saved change was seen after 1.1 s
 * instead of 0.6 (`npm run bench -- --preview 40`). In a build of 1,000 services storing everything took as much
 * processor time and 3 % more memory (29.0 against 29.9 s, 1.10 against 1.07 GB), without what reading it back
 * costs; and no collection holds what the check adds to an entry, such as whether a translation lags.
 */
const checkedLoader = (entries: (content: Content) => Entry[]): Loader => ({
  name: 'checked-content',
  async load({ store, parseData }) {
    const content = await globalThis.checkedContent;
    const kept = new Set<string>();
    for (const { id, data, compiled } of content ? entries(content) : []) {
      const parsed = await parseData({ id, data: data as Record<string, unknown> });
      if (!compiled) continue;
      kept.add(id);
      store.set({
        id,
        data: parsed,
        filePath: relative('.', compiled).replaceAll('\\', '/'),
        deferredRender: true,
      });
    }
    // Not cleared before: on a busy machine Astro would write the empty store, and pages would find nothing.
    for (const id of store.keys()) if (!kept.has(id)) store.delete(id);
  },
});

/** The entries of a kind; of one with texts, what has no language. */
const facts = <Schema extends z.ZodType>(folder: Folder, schema: Schema) =>
  defineCollection({
    loader: checkedLoader((content) =>
      content[folder].map(({ id, ...entry }) => ({ id, data: 'facts' in entry ? entry.facts : entry })),
    ),
    schema,
  });
/** The texts of the entries of a kind. */
const texts = <Schema extends z.ZodType>(folder: FolderWithTexts, schema: Schema) =>
  defineCollection({
    loader: checkedLoader((content) =>
      content[folder].flatMap(({ id, texts }) =>
        languages.map((lang) => {
          const { body: _body, bodyLine: _line, lags: _lags, ...data } = texts[lang];
          const { extension } = kindOf(folder).text!;
          return {
            id: `${id}/${lang}`,
            data,
            ...(extension === 'mdx' && { compiled: `${contentFolder()}/${folder}/${id}/${lang}.mdx` }),
          };
        }),
      ),
    ),
    schema,
  });
const singleFile = <Name extends 'site' | 'vocabulary' | 'redirects'>(name: Name) =>
  defineCollection({
    loader: checkedLoader((content) => [{ id: name, data: content[name] }]),
    schema: singleFiles[name].schema,
  });

/** The collections of every kind; one that is missing does not compile. */
const ofKinds = {
  services: facts('services', service),
  'service-texts': texts('services', serviceText),
  announcements: facts('announcements', announcement),
  'announcement-texts': texts('announcements', announcementText),
  contacts: facts('contacts', contact),
  organisations: facts('organisations', organisation),
  pages: facts('pages', page),
  'page-texts': texts('pages', freePageText),
};
ofKinds satisfies Record<Folder, unknown>;

// Astro's extension for VS Code finds the fields of a text by `filePath`, and by a collection name in lower
// case.
export const collections = {
  ...ofKinds,
  site: singleFile('site'),
  vocabulary: singleFile('vocabulary'),
  redirects: singleFile('redirects'),
};
