import type { Loader } from 'astro/loaders';
import { afterEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { checkContent, soundContent } from './checks/check-content.ts';
import { collections } from './content.config.ts';
import { languages } from './i18n/languages.ts';
import { allKinds } from './kinds/kinds.ts';
import { buildTime } from './model/clock.ts';
import type { Content } from './model/content.ts';
import { contentFolder } from './model/folders.ts';

const content = soundContent(await checkContent('content', buildTime()));

afterEach(() => delete (globalThis as { checkedContent?: unknown }).checkedContent);

type Stored = { id: string; filePath?: string };
/** Loads a collection as Astro does: the schema parses every entry, and what it has is kept in the store. */
async function load(
  name: keyof typeof collections,
  checked: Content,
  store = new Map<string, Stored>(),
): Promise<{ validated: string[]; stored: Stored[]; fewest: number }> {
  globalThis.checkedContent = Promise.resolve(checked);
  const validated: string[] = [];
  let fewest = store.size;
  const { loader, schema } = collections[name] as unknown as { loader: Loader; schema: z.ZodType };
  await loader.load({
    store: {
      keys: () => [...store.keys()],
      set: (entry: Stored) => store.set(entry.id, entry),
      delete: (id: string) => store.delete(id),
      clear: () => store.clear(),
    },
    parseData: async ({ id, data }: { id: string; data: unknown }) => {
      validated.push(id);
      fewest = Math.min(fewest, store.size);
      return schema.parse(data);
    },
  } as unknown as Parameters<Loader['load']>[0]);
  return { validated, stored: [...store.values()], fewest };
}

test('Astro validates every entry of the content, in every language', async () => {
  const inEveryLanguage = (entries: { id: string }[]) =>
    entries.flatMap(({ id }) => languages.map((lang) => `${id}/${lang}`));
  const ids = (entries: { id: string }[]) => entries.map(({ id }) => id);
  const expectedIds = {
    ...Object.fromEntries(
      allKinds.flatMap(({ folder, name, text }) => [
        [folder, ids(content[folder])],
        ...(text ? [[`${name}-texts`, inEveryLanguage(content[folder])]] : []),
      ]),
    ),
    site: ['site'],
    vocabulary: ['vocabulary'],
    redirects: ['redirects'],
  };
  expect(Object.keys(expectedIds).sort()).toEqual(Object.keys(collections).sort());
  for (const [name, entries] of Object.entries(expectedIds))
    expect([name, (await load(name as keyof typeof collections, content)).validated]).toEqual([
      name,
      entries,
    ]);
});

test('only the texts that Astro compiles are stored, with their files', async () => {
  expect((await load('page-texts', content)).stored).toContainEqual(
    expect.objectContaining({
      id: `${content.pages[0]!.id}/fi`,
      filePath: `${contentFolder()}/pages/${content.pages[0]!.id}/fi.mdx`,
    }),
  );
  expect((await load('service-texts', content)).stored).toEqual([]);
});

test('an invalid entry that the check missed is rejected', async () => {
  const [first, ...others] = content.services;
  const withoutPrice = {
    ...content,
    services: [{ ...first!, facts: { ...first!.facts, price: undefined } }, ...others],
  } as unknown as Content;
  await expect(load('services', withoutPrice)).rejects.toThrow('price');
});

test('while the store is filled again it lacks no page, and then holds none that is gone', async () => {
  const store = new Map<string, Stored>();
  const { length } = (await load('page-texts', content, store)).stored;
  const [, ...others] = content.pages;
  const { stored, fewest } = await load('page-texts', { ...content, pages: others }, store);
  expect(fewest).toBe(length);
  expect(stored).toHaveLength(length - languages.length);
});
