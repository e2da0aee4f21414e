import * as z from "zod";
import { isRealDay, isRealMoment } from "../calendar/real.ts";
import type { Compact, ParseResult, Provenance } from "./compact.ts";
import {
  careStatuses,
  type Form,
  type fields,
  flags,
  formsOf,
  type Group,
  kinds,
  risks,
  sexes,
} from "./fields.ts";

const wholeSeconds = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/;

const forms = {
  text: z.string(),
  day: z.string().refine(isRealDay, "has to be a date such as 2011-03-09"),
  moment: z
    .string()
    .refine(
      (text) => wholeSeconds.test(text) && isRealMoment(text),
      "has to be a time such as 2026-11-14T21:30:00+00:00",
    ),
  phone: z.string().regex(/^\+[1-9]\d{6,14}$/, "has to be a number such as +447700900123"),
  yesOrNo: z.boolean(),
  texts: z.array(z.string()),
  kind: z.enum(kinds),
  risk: z.enum(risks),
  careStatus: z.enum(careStatuses),
  sex: z.enum(sexes),
  flags: z.array(z.enum(flags)),
} satisfies Record<Form, z.ZodType>;

type FormOf<F> = F extends { form: infer N extends Form } ? (typeof forms)[N] : never;
type Shape<G extends Group> = {
  [K in keyof (typeof fields)[G]]: z.ZodExactOptional<FormOf<(typeof fields)[G][K]>>;
};

const held = <G extends Group>(group: G): Shape<G> =>
  Object.fromEntries(formsOf(group).map(([name, form]) => [name, forms[form].exactOptional()])) as Shape<G>;

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isProvenance = (value: unknown): boolean =>
  isPlainObject(value) &&
  typeof value.source === "string" &&
  typeof value.label === "string" &&
  typeof value.raw === "string" &&
  Object.keys(value).length === 3;

/** A compact has an entry for every field it holds. By hand, for a schema of each cost as much as all other checks. */
const isProvenanceOfFields = (value: unknown): boolean =>
  isPlainObject(value) && Object.values(value).every(isProvenance);

const child = z.strictObject(held("child"));

const draft = z.strictObject({
  ...held("report"),
  child,
  preventionInterview: z.strictObject(held("preventionInterview")).exactOptional(),
  officer: z.strictObject(held("officer")).exactOptional(),
  provenance: z.custom<Record<string, Provenance>>(isProvenanceOfFields),
});

const complete = draft.extend({
  kind: forms.kind,
  reference: z.string().min(1),
  child: child.extend({ surname: z.string().min(1), dateOfBirth: forms.day }),
});

/** One compact that may be acted on, as events keep it. */
export const compactSchema: z.ZodType<Compact> = complete;

const reading = {
  reasons: z.array(z.string()),
  unrecognised: z.array(z.strictObject({ label: z.string(), value: z.string() })).exactOptional(),
};

/** The contract as a check: what leaves the reader, and what a stored reading must still be. */
export const parseResultSchema: z.ZodType<ParseResult> = z.discriminatedUnion("status", [
  z.strictObject({
    status: z.literal("accepted"),
    ...reading,
    compacts: z.array(complete).min(1),
    waiting: z.array(draft).min(1).exactOptional(),
  }),
  z.strictObject({
    status: z.literal("quarantined"),
    ...reading,
    reasons: z.array(z.string()).min(1),
    compacts: z.array(draft),
  }),
]);
