import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { languages } from './i18n/languages.ts';
import { bilingualFolders, contentFolder, singleFiles, yamlFolders } from './model/folders.ts';

// The path is the id, whatever the front matter says: a `slug` field would otherwise replace it.
const pathAsId = ({ entry }: { entry: string }) => entry.replace(/\/[a-z]+\.yaml$/, '').replace(/\.[a-z]+$/, '');
const files = (folder: string, pattern: string) => glob({ base: `${contentFolder()}/${folder}`, pattern, generateId: pathAsId });
const oneFile = (file: string) => glob({ base: contentFolder(), pattern: file, generateId: pathAsId });

const { services, announcements, pages } = bilingualFolders;
const textFiles = (extension: string) => `*/{${languages.join(',')}}.${extension}`;

export const collections = {
  services: defineCollection({ loader: files('services', `*/${services.facts}`), schema: services.schema }),
  serviceTexts: defineCollection({ loader: files('services', textFiles(services.extension)), schema: services.textSchema }),
  announcements: defineCollection({ loader: files('announcements', `*/${announcements.facts}`), schema: announcements.schema }),
  announcementTexts: defineCollection({
    loader: files('announcements', textFiles(announcements.extension)),
    schema: announcements.textSchema,
  }),
  pages: defineCollection({ loader: files('pages', `*/${pages.facts}`), schema: pages.schema }),
  pageTexts: defineCollection({ loader: files('pages', textFiles(pages.extension)), schema: pages.textSchema }),
  contacts: defineCollection({ loader: files('contacts', '*.yaml'), schema: yamlFolders.contacts.schema }),
  site: defineCollection({ loader: oneFile(singleFiles.site.file), schema: singleFiles.site.schema }),
  vocabulary: defineCollection({ loader: oneFile(singleFiles.vocabulary.file), schema: singleFiles.vocabulary.schema }),
  searchWords: defineCollection({ loader: oneFile(singleFiles.searchWords.file), schema: singleFiles.searchWords.schema }),
  redirects: defineCollection({ loader: oneFile(singleFiles.redirects.file), schema: singleFiles.redirects.schema }),
};
