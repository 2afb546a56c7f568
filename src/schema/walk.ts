import type { z } from 'zod';

type Definition = {
  innerType?: z.ZodType;
  out?: z.ZodType;
  options?: z.ZodType[];
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  valueType?: z.ZodType;
  values?: unknown[];
  entries?: Record<string, unknown>;
};
const definitionOf = (schema: z.ZodType): Definition => (schema as unknown as { def: Definition }).def;

/** The innermost schema, without wrappers such as optional, nullable or preprocess. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  const { innerType, out } = definitionOf(schema);
  const inner = innerType ?? out;
  return inner ? unwrapped(inner) : schema;
}

/** The fields of an object schema, or of all options of a union; undefined for schemas without fields. */
export function fieldsOf(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  const { shape, options } = definitionOf(unwrapped(schema));
  if (!options) return shape;
  const shapes = options.map(fieldsOf).filter((fields) => fields !== undefined);
  return shapes.length > 0 ? Object.assign({}, ...shapes.reverse()) : undefined;
}

/** The schema of an array's items or a record's values; undefined for other schemas. */
export const itemOf = (schema: z.ZodType): z.ZodType | undefined => {
  const { element, valueType } = definitionOf(unwrapped(schema));
  return element ?? valueType;
};

/** The values that an enum or a literal permits, as text; empty for other schemas. */
export function valuesOf(schema: z.ZodType): string[] {
  const { values, entries } = definitionOf(unwrapped(schema));
  return [...(values ?? []), ...Object.values(entries ?? {})].map(String);
}

/** The options of a union; for other schemas, the schema itself. */
export const shapesOf = (schema: z.ZodType): z.ZodType[] =>
  definitionOf(unwrapped(schema)).options ?? [schema];
