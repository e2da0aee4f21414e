import * as z from "zod";
import { type Instant, inLondon, toInstant } from "../domain/calendar/instant.ts";
import { isRealMoment } from "../domain/calendar/real.ts";
import { compactSchema } from "../domain/compact/schema.ts";
import { type Compact, type CompactDraft, childFields } from "../domain/compact/types.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import { type ShapeFault, shapeFaults } from "../domain/shape/shape-faults.ts";
import { perReport } from "./per-report.ts";
import { implausible } from "./plausible.ts";

/** A compact a person stands for, which of the waiting reports it is, and which of its fields are the person's. */
export type Corrected = {
  index: number;
  compact: Compact;
  fields: string[];
  /** The person says that it is the episode's child though the two do not agree. */
  sameChild: boolean;
};

export type Fields = Record<string, unknown>;

const fieldsSchema = z.record(z.string(), z.unknown());

/** What a person says about a mail they release. Fields of one child stand by themselves, of several in `compacts`. */
export const correctionsSchema = z
  .looseObject({
    /** Whose mail it is, where the sender does not say. */
    force: z.string().optional(),
    /** For a mail that failed authentication: has the force confirmed what it says? */
    confirmed: z.boolean().optional(),
    compacts: z.array(fieldsSchema.nullable()).optional(),
  })
  .transform(({ force, confirmed, compacts, ...fields }) => ({ force, confirmed, compacts, fields }));

export type Corrections = z.output<typeof correctionsSchema>;

const ofTheChild = new Set<string>(childFields);
const moments = new Set(["missingSince", "reportedAt", "foundAt", "returnedAt"]);

/** Any time with a zone is taken and kept as the reader would have: with London's offset of that moment. */
const asMoment = (text: string): string =>
  isRealMoment(text)
    ? inLondon(toInstant(text)).toString({ timeZoneName: "never", smallestUnit: "second" })
    : text;

const tidy = (key: string, value: unknown): unknown => {
  if (typeof value !== "string") return value;
  const text = value.trim().replace(/ {2,}/g, " ");
  return moments.has(key) ? asMoment(text) : text;
};

/** Every field by the name its provenance has: a child's may stand under `child` or by themselves. */
const flat = ({ child, ...rest }: Fields): Fields => {
  const all = { ...rest, ...(typeof child === "object" ? child : {}) };
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, tidy(key, value)]));
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

type Person = { by: string; now: Instant };

const corrected = (draft: CompactDraft, said: Fields, { by, now }: Person): Result<Corrected, string[]> => {
  const { sameChild = false, ...rest } = said;
  const fields = flat(rest);
  const laid = merged(draft, fields, by);
  const read = compactSchema.safeParse(laid);
  const faults = [
    ...(typeof sameChild === "boolean" ? [] : ["sameChild: has to be true or false"]),
    ...implausible(fields, now),
    ...(read.success ? lacksItsTime(read.data) : shapeFaults(read.error, laid).map(sentence)),
  ];
  return faults.length === 0 && read.success
    ? ok({ index: 0, compact: read.data, fields: Object.keys(fields), sameChild: sameChild === true })
    : fail(faults);
};

const nothingRead: CompactDraft = { child: {}, provenance: {} };

/** What the reader read, with what a person corrected laid over it; or all that still stands against acting on it. */
export const correct = (
  drafts: readonly CompactDraft[],
  corrections: Corrections,
  person: Person,
): Result<Corrected[], string[]> => {
  const said = perReport(drafts, corrections);
  if (!said.ok) return said;
  const faults: string[] = [];
  const done: Corrected[] = [];
  for (const [index, fields] of said.value.entries()) {
    if (fields === null) continue;
    const one = corrected(drafts[index] ?? nothingRead, fields, person);
    if (one.ok) done.push({ ...one.value, index });
    else
      faults.push(
        ...one.error.map((fault) => (said.value.length > 1 ? `report ${index + 1}, ${fault}` : fault)),
      );
  }
  return faults.length > 0 ? fail(faults) : ok(done);
};
