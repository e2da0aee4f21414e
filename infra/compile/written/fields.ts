import * as z from "zod";

/** An object that says, of a field it does not know, which ones it does: `shapeFaults` looks there for a near name. */
export const fields = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys" ? `known: ${Object.keys(shape).join(", ")}` : undefined,
  });

/** A text of a form that `says` puts in words, to whoever checks it and, as "patternErrorMessage", to an editor. */
export const written = (form: RegExp, says: string) =>
  z.string().regex(form, { error: says }).meta({ patternErrorMessage: says });

/** A name that rules are called by. */
export const slug = (example: string) =>
  written(/^[a-z][a-z-]*$/, `has to be small letters with hyphens, such as "${example}"`);

/** A name that files are called by too: it may have a year in it. */
export const fileName = written(
  /^[a-z][a-z0-9-]*$/,
  'has to be small letters with hyphens, such as "anyshire" or "procedure-2024"',
);

export const text = z.string().trim().min(1);

/** One, or a list of them: `to: owner`, `to: [owner, line-manager]`. */
export const oneOrMore = <One extends z.ZodType>(one: One) =>
  z.union([one, z.array(one).min(1)]).transform((some) => (Array.isArray(some) ? some : [some]));

/** The same with what was left out left out, so that a default of the profile's schema takes its place. */
export const said = (entries: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
