import { z } from 'zod';
import { languages } from '../i18n/languages.ts';
import { bilingualFolders, singleFiles, yamlFolders } from '../model/folders.ts';
import { referenceOf } from '../schema/fields.ts';
import type { Vocabulary } from '../schema/site-files.ts';

/** Where the editors' tools find them: `.vscode/settings.json` says which is for which files. */
export const schemaFolder = '.vscode/schemas';

/** Which files of the content folder each schema is for. */
const schemaOfFiles: Record<string, z.ZodType> = {
  ...Object.fromEntries(
    Object.entries(bilingualFolders).map(([folder, { facts, schema }]) => [`${folder}/*/${facts}`, schema]),
  ),
  ...Object.fromEntries(
    Object.entries(yamlFolders).map(([folder, { schema }]) => [`${folder}/*.yaml`, schema]),
  ),
  ...Object.fromEntries(Object.values(singleFiles).map(({ file, schema }) => [file, schema])),
};

// services/*/service.yaml → service.json, contacts/*.yaml → contacts.json
const nameOf = (files: string): string =>
  `${files
    .replace(/\/\*\.yaml$/, '')
    .split('/')
    .at(-1)!
    .replace('.yaml', '')}.json`;

/** The setting of the YAML extension of VS Code: which schema is for which files. */
export const schemaSettings = Object.fromEntries(
  Object.keys(schemaOfFiles).map((files) => [`./${schemaFolder}/${nameOf(files)}`, `content/${files}`]),
);

/**
 * JSON Schemas by which the tools of editors complete and explain the fields, by the name of the file.
 * The words of the vocabulary are listed with their names.
 */
export const jsonSchemas = (vocabulary: Vocabulary): Map<string, string> =>
  new Map(
    Object.entries(schemaOfFiles).map(([files, schema]) => [
      nameOf(files),
      `${JSON.stringify(toJsonSchema(schema, vocabulary), null, 2)}\n`,
    ]),
  );

const toJsonSchema = (schema: z.ZodType, vocabulary: Vocabulary): object =>
  z.toJSONSchema(schema, {
    target: 'draft-07',
    override({ zodSchema, jsonSchema }) {
      delete jsonSchema['sentence'];
      delete jsonSchema['refersTo'];
      const kind = referenceOf(zodSchema as unknown as z.ZodType);
      const terms = kind && kind in vocabulary ? vocabulary[kind as keyof Vocabulary] : undefined;
      if (terms) {
        jsonSchema.enum = Object.keys(terms);
        jsonSchema['enumDescriptions'] = Object.values(terms).map(({ name }) =>
          languages.map((lang) => name[lang]).join(' · '),
        );
      }
      // A year without quotes is a number in YAML, and is read as the text that it stands for.
      if (zodSchema._zod.def.type === 'pipe') jsonSchema.type = ['string', 'integer'] as unknown as 'string';
    },
  });
