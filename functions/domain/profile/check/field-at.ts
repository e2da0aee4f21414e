import * as z from "zod";
import { didYouMean, meantOrOneOf } from "./did-you-mean.ts";

type Wrapped = { def: { innerType: z.ZodType } };

/** The type behind "may be left out". */
const bare = (type: z.ZodType): z.ZodType =>
  type.def.type === "optional" || type.def.type === "default"
    ? bare((type as unknown as Wrapped).def.innerType)
    : type;

const fieldsOf = (type: z.ZodType): Record<string, z.ZodType> | undefined =>
  type instanceof z.ZodObject ? (type.shape as Record<string, z.ZodType>) : undefined;

/** Where a dotted path leads in a schema: the type found there, or in words why it leads nowhere. */
export const fieldAt = (whole: z.ZodType, path: string, called: string): z.ZodType | string => {
  let type = bare(whole);
  let name = called;
  for (const key of path.split(".")) {
    const fields = fieldsOf(type);
    if (fields) {
      const field = fields[key];
      if (!field) return `${name} has no "${key}"${meantOrOneOf(key, Object.keys(fields))}`;
      type = bare(field);
    } else if (type instanceof z.ZodRecord) type = bare(type.valueType as z.ZodType);
    else return `${name} is ${kindOf(type)} and has nothing inside it: leave out ".${key}"`;
    name = `"${key}"`;
  }
  return type;
};

const kinds: Record<string, string> = {
  string: "a text",
  number: "a number",
  boolean: "yes or no",
  array: "a list",
  object: "a group of fields",
  record: "a group of texts",
};

export const choicesOf = (type: z.ZodType): string[] | undefined =>
  type instanceof z.ZodEnum ? type.options.map(String) : undefined;

export const kindOf = (type: z.ZodType): string =>
  choicesOf(type) ? "one of a few words" : (kinds[type.def.type] ?? "for the program only");

/** Has no value of its own to be compared. */
export const isGroup = (type: z.ZodType): boolean => ["object", "record", "custom"].includes(type.def.type);

/** Why a field of this type can never have this value, and which it can; undefined where it can. */
export const neverIs = (type: z.ZodType, value: unknown): string | undefined => {
  const read = z.safeParse(type, value);
  if (read.success) return undefined;
  const said = JSON.stringify(value);
  const choices = choicesOf(type);
  if (choices)
    return `is never ${said}${didYouMean(String(value), choices) || `: it is one of ${choices.join(", ")}`}`;
  if (type.def.type === "boolean") return `is never ${said}: it is true or false, without quotes`;
  if (type.def.type === "string" && typeof value !== "string")
    return `is never ${said}: it is a text, so write it in quotes`;
  if (type.def.type === "array")
    return `is never ${said}: it is a list, and no list is the same as one value`;
  if (isGroup(type)) return `is never ${said}: it is ${kindOf(type)}, so name one of them`;
  const [issue] = read.error.issues;
  return `is never ${said}${issue && issue.code === "custom" ? `: it ${issue.message}` : ""}`;
};
