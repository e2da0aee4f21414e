import * as z from "zod";
import { inLondon, toInstant } from "../domain/calendar/instant.ts";
import { compactSchema } from "../domain/compact/schema.ts";
import { type Compact, type CompactDraft, childFields } from "../domain/compact/types.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import { type ShapeFault, shapeFaults } from "../domain/shape/shape-faults.ts";

/** A compact a person stands for, and which of its fields are the person's. */
export type Corrected = { compact: Compact; fields: string[] };

type Fields = Record<string, unknown>;

const fieldsSchema = z.record(z.string(), z.unknown());

/** What a person says about a mail they release. Fields of one child stand by themselves, of several in `compacts`. */
export const correctionsSchema = z
  .looseObject({
    /** Whose mail it is, where the sender does not say. */
    force: z.string().optional(),
    /** For a mail that failed authentication: has the force confirmed what it says? */
    confirmed: z.boolean().optional(),
    compacts: z.array(fieldsSchema).optional(),
  })
  .transform(({ force, confirmed, compacts, ...fields }) => ({ force, confirmed, compacts, fields }));

export type Corrections = z.output<typeof correctionsSchema>;

const ofTheChild = new Set<string>(childFields);
const moments = new Set(["missingSince", "reportedAt", "foundAt", "returnedAt"]);

/** Any time with a zone is taken and kept as the reader would have: with London's offset of that moment. */
const asMoment = (value: unknown): unknown => {
  if (typeof value !== "string") return value;
  try {
    return inLondon(toInstant(value)).toString({ timeZoneName: "never", smallestUnit: "second" });
  } catch {
    return value;
  }
};

/** Every field by the name its provenance has: a child's may stand under `child` or by themselves. */
const flat = ({ child, ...rest }: Fields): Fields => {
  const all = { ...rest, ...(typeof child === "object" ? child : {}) };
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => [key, moments.has(key) ? asMoment(value) : value]),
  );
};

/** null takes back what the reader read; the rest stays as it was. */
const laidOver = (read: object, said: Fields): Fields =>
  Object.fromEntries(Object.entries({ ...read, ...said }).filter(([, value]) => value !== null));

const merged = (draft: CompactDraft, said: Fields, by: string): Fields => {
  const { child, provenance, ...rest } = draft;
  const entries = Object.entries(said);
  const isChild = ([key]: [string, unknown]): boolean => ofTheChild.has(key);
  const from = entries.map(([key, value]) => [
    key,
    value === null ? null : { source: "person", label: by, raw: String(value) },
  ]);
  return {
    ...laidOver(rest, Object.fromEntries(entries.filter((e) => !isChild(e)))),
    child: laidOver(child, Object.fromEntries(entries.filter(isChild))),
    provenance: laidOver(provenance, Object.fromEntries(from)),
  };
};

/** An event that does not say when would never start a clock. */
const lacksItsTime = ({ kind, missingSince, reportedAt, foundAt, returnedAt }: Compact): string[] => {
  if (kind === "missing" && !missingSince && !reportedAt)
    return ["missingSince: say when the child went missing, or reportedAt"];
  if (kind === "found" && !foundAt && !returnedAt)
    return ["foundAt: say when the child was found, or returnedAt"];
  return [];
};

const sentence = ({ path, problem }: ShapeFault): string => {
  const field = path.join(".") || "data";
  return `${field}: ${problem.startsWith("is missing") ? "the mail does not state it, so say it" : problem}`;
};

const corrected = (draft: CompactDraft, said: Fields, by: string): Result<Corrected, string[]> => {
  const fields = flat(said);
  const laid = merged(draft, fields, by);
  const read = compactSchema.safeParse(laid);
  if (!read.success) return fail(shapeFaults(read.error, laid).map(sentence));
  const faults = lacksItsTime(read.data);
  return faults.length > 0 ? fail(faults) : ok({ compact: read.data, fields: Object.keys(fields) });
};

const perChild = (drafts: number, { compacts, fields }: Corrections): Result<Fields[], string[]> => {
  const said = Object.keys(fields).length > 0;
  if (compacts && said) return fail(["Give the fields in compacts or by themselves, not both."]);
  if (compacts && (drafts === 0 || compacts.length === drafts)) return ok(compacts);
  if (compacts || (said && drafts > 1))
    return fail([
      `${drafts} reports wait in the mail: give compacts, a list of as many, in the mail's order.`,
    ]);
  return ok(Array.from({ length: Math.max(drafts, 1) }, () => fields));
};

const nothingRead: CompactDraft = { child: {}, provenance: {} };

/** What the reader read, with what a person corrected laid over it; or all that still stands against acting on it. */
export const correct = (
  drafts: readonly CompactDraft[],
  corrections: Corrections,
  by: string,
): Result<Corrected[], string[]> => {
  const said = perChild(drafts.length, corrections);
  if (!said.ok) return said;
  const results = said.value.map((fields, index) => corrected(drafts[index] ?? nothingRead, fields, by));
  const faults = results.flatMap((r) => (r.ok ? [] : r.error));
  return faults.length > 0 ? fail(faults) : ok(results.flatMap((r) => (r.ok ? [r.value] : [])));
};
