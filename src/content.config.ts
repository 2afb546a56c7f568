import { relative } from 'node:path';
// Not from `astro:content`, which imports all of Astro's runtime: compiling that adds half a second to every
// build.
import { defineCollection } from 'astro/content/config';
import type { Loader } from 'astro/loaders';
import { languages } from './i18n/languages.ts';
import type { Content } from './model/content.ts';
import {
  type BilingualFolder,
  bilingualFolders,
  contentFolder,
  singleFiles,
  yamlFolders,
} from './model/folders.ts';

/**
 * An entry as the check read it. `compiled` is the path of a file whose body Astro compiles because it may
 * name components.
 */
type Entry = { id: string; data: object; compiled?: string };

/**
 * A loader that lets Astro validate each checked entry again with the schema of its collection, so that a bug
 * in the check cannot put invalid data on the site. Astro's store keeps only the texts that Astro compiles;
 * pages take everything else from the checked content, see `site.ts`. With everything in the store, which
 * Astro bundles as code, a build of 1,000 services took 11 % more processor time and 40 % more memory
 * (15.3 against 13.8 s, 1.28 against 0.88 GB).
 */
const checkedLoader = (entries: (content: Content) => Entry[]): Loader => ({
  name: 'checked-content',
  async load({ store, parseData }) {
    store.clear();
    const content = await globalThis.checkedContent;
    for (const { id, data, compiled } of content ? entries(content) : []) {
      const parsed = await parseData({ id, data: data as Record<string, unknown> });
      if (compiled)
        store.set({
          id,
          data: parsed,
          filePath: relative('.', compiled).replaceAll('\\', '/'),
          deferredRender: true,
        });
    }
  },
});

const factsLoader = (folder: BilingualFolder) =>
  checkedLoader((content) => content[folder].map(({ id, facts }) => ({ id, data: facts })));
const textsLoader = (folder: BilingualFolder) =>
  checkedLoader((content) =>
    content[folder].flatMap(({ id, texts }) =>
      languages.map((lang) => {
        const { body: _body, bodyLine: _line, lags: _lags, ...data } = texts[lang];
        const { extension } = bilingualFolders[folder];
        return {
          id: `${id}/${lang}`,
          data,
          ...(extension === 'mdx' && { compiled: `${contentFolder()}/${folder}/${id}/${lang}.${extension}` }),
        };
      }),
    ),
  );
const singleFileLoader = (name: 'site' | 'vocabulary' | 'redirects') =>
  checkedLoader((content) => [{ id: name, data: content[name] }]);

const { services, announcements, pages } = bilingualFolders;

// Astro's extension for VS Code finds the fields of a text by `filePath`, and by a collection name in lower
// case.
export const collections = {
  services: defineCollection({ loader: factsLoader('services'), schema: services.schema }),
  'service-texts': defineCollection({ loader: textsLoader('services'), schema: services.textSchema }),
  announcements: defineCollection({ loader: factsLoader('announcements'), schema: announcements.schema }),
  'announcement-texts': defineCollection({
    loader: textsLoader('announcements'),
    schema: announcements.textSchema,
  }),
  contacts: defineCollection({
    loader: checkedLoader(({ contacts }) => contacts.map(({ id, ...data }) => ({ id, data }))),
    schema: yamlFolders.contacts.schema,
  }),
  pages: defineCollection({ loader: factsLoader('pages'), schema: pages.schema }),
  'page-texts': defineCollection({ loader: textsLoader('pages'), schema: pages.textSchema }),
  site: defineCollection({ loader: singleFileLoader('site'), schema: singleFiles.site.schema }),
  vocabulary: defineCollection({
    loader: singleFileLoader('vocabulary'),
    schema: singleFiles.vocabulary.schema,
  }),
  redirects: defineCollection({
    loader: singleFileLoader('redirects'),
    schema: singleFiles.redirects.schema,
  }),
};
