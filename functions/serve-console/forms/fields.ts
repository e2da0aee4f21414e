import * as z from "zod";
import type { ActionName } from "../../domain/episode/action-names.ts";
import { actionSchemas } from "../../domain/episode/actions.ts";
import { reasonsFor } from "../../domain/episode/codes-of-return.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import { choiceWords, type FieldWords, wordsOf } from "./action-words.ts";
import { namedOutcomes } from "./named-outcomes.ts";

type Kind =
  | { kind: "line" | "lines" | "long" | "address" | "yes-no" | "time" | "day" }
  | { kind: "choice" | "several"; choices: readonly { value: string; text: string }[] };

/** One question of a form. `path` is where its answer stands in the action's data, and the field's name in the form. */
export type Field = Kind & { path: string; label: string; hint?: string; required: boolean; rows?: number };

export type FieldContext = {
  profile: Profile;
  choices?: Readonly<Record<string, readonly [string, string][]>>;
};

type Schema = z.core.$ZodType;

/** Without what makes it optional. */
const bare = (schema: Schema): { schema: Schema; required: boolean } => {
  if (schema instanceof z.ZodOptional) return { ...bare(schema.def.innerType), required: false };
  if (schema instanceof z.ZodDefault) return { ...bare(schema.def.innerType), required: true };
  return { schema, required: true };
};

const choicesOf = (values: readonly string[]) => values.map((value) => ({ value, text: choiceWords(value) }));

const kindOf = (schema: Schema, words: FieldWords): Kind => {
  if (schema instanceof z.ZodEnum) return { kind: "choice", choices: choicesOf(schema.options.map(String)) };
  if (schema instanceof z.ZodBoolean) return { kind: "yes-no" };
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodEnum)
    return { kind: "several", choices: choicesOf(schema.element.options.map(String)) };
  if (schema instanceof z.ZodArray) return { kind: "lines" };
  if (schema instanceof z.ZodEmail) return { kind: "address" };
  if (schema instanceof z.ZodISODateTime) return { kind: "time" };
  if (schema instanceof z.ZodISODate) return { kind: "day" };
  return { kind: words.long ? "long" : "line" };
};

type Place = { action: ActionName; path: string; schema: Schema; required: boolean };

/** A record of texts is one question for each entry that the profile knows by name. */
const entriesOf = ({ action, path }: Place, { profile }: FieldContext): Field[] => {
  const sections = profile.form.map(({ id, title }) => ({ key: id, label: title }));
  const entries = path === "sections" ? sections : namedOutcomes(action, profile);
  return entries.map(({ key, label }) => ({ kind: "long", path: `${path}.${key}`, label, required: false }));
};

const fieldsAt = (place: Place, context: FieldContext): Field[] => {
  const { action, path } = place;
  const { schema, required } = bare(place.schema);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, inner]) =>
      fieldsAt(
        {
          action,
          path: path ? `${path}.${name}` : name,
          schema: inner,
          required: place.required && required,
        },
        context,
      ),
    );
  if (schema instanceof z.ZodRecord) return entriesOf(place, context);
  const words = wordsOf(action, path) ?? { label: choiceWords(path) };
  const given = context.choices?.[path];
  const kind: Kind = given
    ? { kind: "choice", choices: given.map(([value, text]) => ({ value, text })) }
    : path === "wentBecause"
      ? { kind: "several", choices: choicesOf(reasonsFor(context.profile.wentBecause)) }
      : kindOf(schema, words);
  const { label, hint } = words;
  return [{ ...kind, path, label, ...(hint ? { hint } : {}), required: place.required && required }];
};

/** What nobody types: the console knows it. */
const ours: Readonly<Partial<Record<ActionName, readonly string[]>>> = { "send-back": ["record"] };

/** The questions that an action's form asks, from the shape of its data. */
export const fieldsOf = (action: ActionName, context: FieldContext): Field[] =>
  fieldsAt({ action, path: "", schema: actionSchemas[action], required: true }, context).filter(
    ({ path }) => !ours[action]?.includes(path),
  );
