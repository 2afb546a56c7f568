import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkWith, soundFiles } from '../testing/sound-content.ts';
import { languages } from '../i18n/languages.ts';
import { sentenceOf } from '../schema/fields.ts';
import { dataCatalog } from './linked-data.ts';
import { csvFileOf, datasets, jsonOf, jsonSchemaOf } from './open-data.ts';
import { allKinds } from '../kinds/kinds.ts';
import type { Content } from '../model/content.ts';
import { pagesOf } from '../model/pages.ts';
import { serviceCatalog } from '../kinds/service/public-services.ts';

const origin = 'https://example.org';
const add = (file: string, lines: string) => ({ [file]: `${soundFiles().get(file)}${lines}` });
/** The sample content with the optional fields that it usually lacks. */
const { content: checked } = checkWith({
  ...add(
    'services/alpha/service.yaml',
    'changes:\n  - date: 2026-11-20\n    what: { fi: "Hinta, alennettu", sv: Priset sänktes. }\nwithdrawn:\n  date: 2026-11-02\n  reason: { fi: Loppui., sv: Slut. }\n  successor: beta\n',
  ),
  ...add(
    'announcements/news/announcement.yaml',
    'corrections:\n  - date: 2026-11-20\n    what: { fi: Korjattu., sv: Rättat. }\n',
  ),
  ...add(
    'contacts/minna-karhunen.yaml',
    'historical: { fi: Vanha., sv: Gammal. }\nnote: { fi: Huom., sv: Obs. }\naddress: { fi: "Toinen linja 14, 00530 Helsinki", sv: "Andra linjen 14, 00530 Helsingfors" }\nurl: { sv: https://www.kommunforbundet.fi/a }\n',
  ),
});
const content = checked!;
const site = { content, pages: pagesOf(content, allKinds) };
/** A value after the JSON round trip, as a consumer of the file receives it. */
const fetched = (value: unknown) => JSON.parse(JSON.stringify(value));
const csvOf = (name: string, content: Content) =>
  csvFileOf(
    datasets.find((dataset) => dataset.name === name)!,
    content,
  );
const csv = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, relax_column_count: false });

describe.each(datasets)('$name.json', (dataset) => {
  const { name: file, item } = dataset;
  const data = fetched({ [file]: dataset.rows(content) });
  const schema = fetched(jsonSchemaOf(dataset, origin));

  test('is valid against its JSON Schema, and has no field that the schema does not name', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    const validate = ajv.compile(schema);
    validate(data);
    expect(validate.errors).toBeNull();
    expect(data[file].length).toBeGreaterThan(0);
    expect(z.array(item).safeParse(data[file]).error?.issues ?? []).toEqual([]);
  });

  test('has a schema with an id and a description of every field, which permits additional fields', () => {
    expect(schema).toMatchObject({
      $id: `${origin}/api/${file}.schema.json`,
      $schema: 'https://json-schema.org/draft/2020-12/schema',
    });
    const { properties, ...rest } = schema.properties[file].items;
    for (const [name, field] of Object.entries<{ description?: string }>(properties))
      expect([name, field.description?.endsWith('.')]).toEqual([name, true]);
    expect(rest).not.toHaveProperty('additionalProperties');
    expect(JSON.stringify(schema)).not.toMatch(/"(sentence|refersTo)"/);
  });

  test('has a sentence for every field in every language', () => {
    for (const [name, field] of Object.entries<z.ZodType>(item.shape as Record<string, z.ZodType>))
      for (const lang of languages)
        expect([name, sentenceOf(field)?.[lang]]).toEqual([name, expect.stringMatching(/\.$/)]);
  });

  test('has a CSV file with one row per item', () => {
    const rows = csv(csvFileOf(dataset, content));
    expect(rows.map((row) => row['id'])).toEqual(data[file].map(({ id }: { id: string }) => id));
  });
});

describe('a CSV file', () => {
  test('has a column for each language and joins lists', () => {
    const [alpha] = csv(csvOf('services', content));
    expect(alpha).toMatchObject({
      'titles.fi': 'Palvelu alpha',
      'titles.sv': 'Tjänst alpha',
      'keywords.sv': 'ett; två; tre; fyra; fem',
      related: 'beta; gamma',
      'urls.fi': `${origin}/fi/palvelut/palvelu-alpha/`,
      sources: 'https://www.kuntaliitto.fi/palvelut',
      'withdrawn.successor': 'beta',
    });
    expect(Object.keys(alpha!)).not.toContain('channels');
  });

  test('has the same columns whichever optional fields are filled in', () => {
    const [first, second] = [csvOf('contacts', content), csvOf('contacts', checkWith({}).content!)].map(
      (text) => text.split('\r\n')[0],
    );
    expect(second).toBe(first);
  });

  test('repeats an e-mail address shared by all languages in the column of each', () => {
    expect(csv(csvOf('contacts', content))[0]).toMatchObject({
      'email.fi': 'neuvonta@kuntaliitto.fi',
      'email.sv': 'neuvonta@kuntaliitto.fi',
      phone: '+358 9 771 2000',
    });
  });
});

describe('the catalogue of data (DCAT-AP)', () => {
  const catalog = fetched(dataCatalog(site));

  test('lists every file in every format', () => {
    const files = catalog['dcat:dataset'].flatMap((dataset: Record<string, object[]>) =>
      dataset['dcat:distribution']!.map(
        (distribution) => (distribution as Record<string, { '@id': string }>)['dcat:downloadURL']!['@id'],
      ),
    );
    expect(files).toEqual(
      datasets.flatMap(({ name: file }) => [
        `${origin}/api/${file}.json`,
        `${origin}/api/${file}.csv`,
        ...(file === 'services' ? [`${origin}/api/services.jsonld`] : []),
      ]),
    );
  });

  test('has the title and description that the profile requires, in both languages', () => {
    for (const resource of [catalog, ...catalog['dcat:dataset']])
      expect(resource).toMatchObject({
        title: { fi: expect.any(String), sv: expect.any(String) },
        description: { fi: expect.any(String), sv: expect.any(String) },
      });
  });

  test('claims no publisher and no licence while there is none', () => {
    expect(JSON.stringify(catalog)).not.toMatch(/publisher|licen[cs]e|contactPoint/);
    const withPublisher = {
      ...content,
      site: { ...content.site, publisher: { fi: 'Kuntaliitto', sv: 'Kommunförbundet' } },
    };
    expect(fetched(dataCatalog({ content: withPublisher, pages: site.pages }))['dct:publisher']).toEqual({
      '@type': 'foaf:Agent',
      'foaf:name': { fi: 'Kuntaliitto', sv: 'Kommunförbundet' },
    });
  });

  test('names the licence of the catalogue and of each file once there is one', () => {
    const licence = { name: { fi: 'Lisenssi', sv: 'Licens' }, url: 'https://example.org/licence' };
    const licensed = { ...content, site: { ...content.site, licence } };
    const { 'dct:license': whole, 'dcat:dataset': sets } = fetched(
      dataCatalog({ content: licensed, pages: site.pages }),
    );
    const parts = sets.flatMap((set: Record<string, object[]>) => set['dcat:distribution']);
    expect(parts.length).toBeGreaterThan(5);
    for (const part of [{ 'dct:license': whole }, ...parts])
      expect(part['dct:license']).toEqual({ '@id': licence.url });
    for (const dataset of datasets) {
      expect(fetched(jsonOf(dataset, licensed)).licence).toEqual(licence);
      expect(fetched(jsonOf(dataset, content))).not.toHaveProperty('licence');
    }
  });
});

describe('the catalogue of services (CPSV-AP)', () => {
  const graph: Record<string, unknown>[] = fetched(serviceCatalog(site))['@graph'];
  const ids = new Set(graph.map((node) => node['@id']));
  const services = graph.filter((node) => node['@type'] === 'cpsv:PublicService');

  test('has the properties that the profile requires of a service: identifier, title, description and competent authority', () => {
    expect(services.map((node) => node['dct:identifier'])).toEqual([
      'beta',
      'gamma',
      'personal-expert-advice',
    ]);
    for (const node of services)
      expect(node).toMatchObject({
        title: { fi: expect.any(String), sv: expect.any(String) },
        description: { fi: expect.any(String), sv: expect.any(String) },
        'cv:hasCompetentAuthority': { '@id': `${origin}/api/services.jsonld#provider` },
      });
  });

  test('refers only to nodes that it contains', () => {
    const references = services.flatMap((node) =>
      [
        'cv:hasCompetentAuthority',
        'cv:thematicArea',
        'dct:audience',
        'cv:isClassifiedBy',
        'cv:relatedService',
      ].flatMap((name) => [node[name]].flat()),
    ) as { '@id': string }[];
    expect(references.filter((reference) => !ids.has(reference['@id']))).toEqual([]);
    expect(references.length).toBeGreaterThan(8);
  });

  test('links to the page of the advice service where a service has no other channel', () => {
    expect(services[0]!['cv:hasChannel']).toEqual([
      expect.objectContaining({
        'dct:identifier': 'beta-channel-1',
        'foaf:page': [
          { '@id': expect.stringMatching(`^${origin}/fi/palvelut/.`) },
          { '@id': expect.stringMatching(`^${origin}/sv/tjanster/.`) },
        ],
      }),
    ]);
  });

  test('leaves out contacts that are marked as out of date', () => {
    expect(JSON.stringify(graph)).not.toContain('771 2000');
  });
});
