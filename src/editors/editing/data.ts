/** What a YAML file says. A field that is undefined is not written. */
export type Data = null | string | number | boolean | Data[] | Fields;
export type Fields = { [name: string]: Data | undefined };

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a file says. One that cannot be read so, because of an error in it, is edited as it is: `raw`. */
export type PartContent = { data: Fields; body?: string } | { raw: string };

/** The fields of a file, its body among them. */
export const fieldsOf = (content: PartContent | undefined): Fields =>
  !content
    ? {}
    : 'raw' in content
      ? { raw: content.raw }
      : { ...content.data, ...(content.body !== undefined && { body: content.body }) };
