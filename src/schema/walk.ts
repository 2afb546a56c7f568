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

/** The schema of the value itself, without what makes it optional or reads it first. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  const { innerType, out } = definitionOf(schema);
  const inner = innerType ?? out;
  return inner ? unwrapped(inner) : schema;
}

/** The fields of an object, of several shapes all of them; undefined for what has no fields. */
export function fieldsOf(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  const { shape, options } = definitionOf(unwrapped(schema));
  if (!options) return shape;
  const shapes = options.map(fieldsOf).filter((fields) => fields !== undefined);
  return shapes.length > 0 ? Object.assign({}, ...shapes.reverse()) : undefined;
}

/** The schema of what a list or a record holds; undefined for others. */
export const itemOf = (schema: z.ZodType): z.ZodType | undefined => {
  const { element, valueType } = definitionOf(unwrapped(schema));
  return element ?? valueType;
};

/** The values that an enumeration or a literal permits. */
export function valuesOf(schema: z.ZodType): string[] {
  const { values, entries } = definitionOf(unwrapped(schema));
  return [...(values ?? []), ...Object.values(entries ?? {})].map(String);
}

/** The shapes that a value may have: several for a union. */
export const shapesOf = (schema: z.ZodType): z.ZodType[] =>
  definitionOf(unwrapped(schema)).options ?? [schema];
