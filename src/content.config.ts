import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { languages } from './i18n/languages.ts';
import { bilingualFolders, contentFolder } from './model/folders.ts';

const { extension, textSchema } = bilingualFolders.pages;

/** Bodies of free pages name components, so Astro compiles them. All other content comes to the pages as data, from the check. */
export const collections = {
  pageTexts: defineCollection({
    loader: glob({
      base: `${contentFolder()}/pages`,
      pattern: `*/{${languages.join(',')}}.${extension}`,
      // The path is the id, whatever the front matter says: a `slug` field would otherwise replace it.
      generateId: ({ entry }) => entry.replace(/\.[a-z]+$/, ''),
    }),
    schema: textSchema,
  }),
};
