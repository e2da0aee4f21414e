import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type * as z from "zod";

export type Item = Record<string, AttributeValue>;

export const S = (value: string): AttributeValue => ({ S: value });
export const N = (value: number): AttributeValue => ({ N: String(value) });

/** A row's content is one JSON attribute; what is searched or compared has attributes of its own beside it. */
export const body = (value: unknown): AttributeValue => S(JSON.stringify(value));

export const readBody = <T>(schema: z.ZodType<T>, item: Item): T =>
  schema.parse(JSON.parse(item.body?.S ?? "null"));
