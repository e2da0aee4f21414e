import * as z from "zod";
import { type ShapeFault, shapeFaults } from "../../functions/domain/shape/shape-faults.ts";
import { fields } from "./written/fields.ts";

export type PathFault = ShapeFault;
type Shape = Record<string, z.ZodType>;

/** What can be read of a value; what can't stays as it is. */
const salvaged = (schema: z.ZodType, value: unknown): unknown => {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const inner = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;
  if (inner instanceof z.ZodArray && Array.isArray(value))
    return value.map((one) => salvaged(inner.element as z.ZodType, one));
  if (inner instanceof z.ZodRecord && typeof value === "object" && value !== null && !Array.isArray(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, salvaged(inner.valueType as z.ZodType, one)]),
    );
  return value;
};

/** A file's parts as far as they can be read, and every fault of their shape. */
export const readParts = (
  shape: Shape,
  value: unknown,
): { parts: Record<string, unknown>; faults: PathFault[] } => {
  const read = fields(shape).safeParse(value);
  const faults = read.success ? [] : shapeFaults(read.error, value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { parts: {}, faults };
  const parts = Object.entries(shape).flatMap(([key, schema]) =>
    key in value ? [[key, salvaged(schema, (value as Record<string, unknown>)[key])] as const] : [],
  );
  return { parts: Object.fromEntries(parts), faults };
};
