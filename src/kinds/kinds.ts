import type { Entries, Folder } from '../model/content.ts';
import { announcementKind } from './announcement/kind.ts';
import { contactKind } from './contact/kind.ts';
import type { Kind } from './kind.ts';
import { organisationKind } from './organisation/kind.ts';
import { pageKind } from './page/kind.ts';
import { serviceKind } from './service/kind.ts';

/** The kinds of content by folder, in the order in which their pages stand in lists of all pages. */
export const kinds = {
  services: serviceKind,
  announcements: announcementKind,
  pages: pageKind,
  contacts: contactKind,
  organisations: organisationKind,
} satisfies { [F in Folder]: Kind<F> };

/** The same for loops, which cannot know the kind. */
export const allKinds = Object.values(kinds) as unknown as Kind[];

export const isFolder = (name: string): name is Folder => Object.hasOwn(kinds, name);
/** The kind of a folder of the content folder. */
export const kindOf = (folder: Folder): Kind => kinds[folder] as unknown as Kind;

/** The folders whose entries have a text in each language. */
export type FolderWithTexts = { [F in Folder]: Entries[F] extends { texts: unknown } ? F : never }[Folder];
