import { relative } from 'node:path';
// Not from `astro:content`, which brings all of Astro's runtime: compiling it takes half a second of every build.
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

/** An entry as the check read it. A body that names components is compiled by Astro from its file. */
type Entry = { id: string; data: object; compiled?: string };

/**
 * Astro validates each entry that the check found sound against the schema of its collection: a hole in the check is no
 * hole in the site. Its store keeps what is compiled alone, and pages take the rest as it was checked, see `site.ts`:
 * the store is written to a file and bundled as code, which takes 11 % more processor time and 40 % more memory in a
 * build of 1,000 services (15.3 against 13.8 s, 1.28 against 0.88 GB).
 */
const checked = (entries: (content: Content) => Entry[]): Loader => ({
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

const facts = (folder: BilingualFolder) =>
  checked((content) => content[folder].map(({ id, facts }) => ({ id, data: facts })));
const texts = (folder: BilingualFolder) =>
  checked((content) =>
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
const single = (name: 'site' | 'vocabulary' | 'searchWords' | 'redirects') =>
  checked((content) => [{ id: name, data: content[name] }]);

const { services, announcements, pages } = bilingualFolders;

// By its file Astro's extension for VS Code finds the fields of a text, and by a name in lower case.
export const collections = {
  services: defineCollection({ loader: facts('services'), schema: services.schema }),
  'service-texts': defineCollection({ loader: texts('services'), schema: services.textSchema }),
  announcements: defineCollection({ loader: facts('announcements'), schema: announcements.schema }),
  'announcement-texts': defineCollection({
    loader: texts('announcements'),
    schema: announcements.textSchema,
  }),
  contacts: defineCollection({
    loader: checked(({ contacts }) => contacts.map(({ id, ...data }) => ({ id, data }))),
    schema: yamlFolders.contacts.schema,
  }),
  pages: defineCollection({ loader: facts('pages'), schema: pages.schema }),
  'page-texts': defineCollection({ loader: texts('pages'), schema: pages.textSchema }),
  site: defineCollection({ loader: single('site'), schema: singleFiles.site.schema }),
  vocabulary: defineCollection({ loader: single('vocabulary'), schema: singleFiles.vocabulary.schema }),
  searchWords: defineCollection({ loader: single('searchWords'), schema: singleFiles.searchWords.schema }),
  redirects: defineCollection({ loader: single('redirects'), schema: singleFiles.redirects.schema }),
};
