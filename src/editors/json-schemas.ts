import { z } from 'zod';
import { languages } from '../i18n/languages.ts';
import { allKinds } from '../kinds/kinds.ts';
import { singleFiles } from '../model/folders.ts';
import { editorsAlone, referenceOf } from '../schema/fields.ts';
import type { Vocabulary } from '../schema/site-files.ts';

/** Folder of the generated JSON Schemas, beside the settings that assign them to files. */
export const schemaFolder = '.vscode/schemas';

/** The schema for each glob of the content folder. */
const schemasByGlob: Record<string, z.ZodType> = {
  ...Object.fromEntries(
    allKinds.flatMap(({ folder, name, schema, text, asked }) => [
      [text ? `${folder}/*/${name}.yaml` : `${folder}/*.yaml`, schema],
      ...(asked ? [[`${folder}/*/asked.yaml`, asked]] : []),
    ]),
  ),
  ...Object.fromEntries(Object.values(singleFiles).map(({ file, schema }) => [file, schema])),
};

// services/*/service.yaml → service.json, services/*/asked.yaml → asked.json, contacts/*.yaml → contacts.json
const schemaFileName = (glob: string): string =>
  `${glob
    .replace(/\/\*\.yaml$/, '')
    .split('/')
    .at(-1)!
    .replace('.yaml', '')}.json`;

/** The setting `yaml.schemas` of the YAML extension of VS Code: schema file → glob. */
export const schemaSettings = Object.fromEntries(
  Object.keys(schemasByGlob).map((glob) => [`./${schemaFolder}/${schemaFileName(glob)}`, `content/${glob}`]),
);

/**
 * The text of the JSON Schemas by file name. Code editors use them to complete and explain fields.
 * Vocabulary keys become enums, described by their names.
 */
export const jsonSchemas = (vocabulary: Vocabulary): Map<string, string> =>
  new Map(
    Object.entries(schemasByGlob).map(([glob, schema]) => [
      schemaFileName(glob),
      `${JSON.stringify(toJsonSchema(schema, vocabulary), null, 2)}\n`,
    ]),
  );

const toJsonSchema = (schema: z.ZodType, vocabulary: Vocabulary): object =>
  z.toJSONSchema(schema, {
    target: 'draft-07',
    override({ zodSchema, jsonSchema }) {
      for (const own of editorsAlone) delete jsonSchema[own];
      const kind = referenceOf(zodSchema as unknown as z.ZodType);
      const terms = kind && kind in vocabulary ? vocabulary[kind as keyof Vocabulary] : undefined;
      if (terms) {
        jsonSchema.enum = Object.keys(terms);
        jsonSchema['enumDescriptions'] = Object.values(terms).map(({ name }) =>
          languages.map((lang) => name[lang]).join(' · '),
        );
      }
      // Our schemas turn numbers into strings here, because an unquoted year is a number in YAML.
      if (zodSchema._zod.def.type === 'pipe') jsonSchema.type = ['string', 'integer'] as unknown as 'string';
    },
  });
