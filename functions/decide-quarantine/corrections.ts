import type { Instant } from "../domain/calendar/instant.ts";
import { type Compact, type CompactDraft, childFields } from "../domain/compact/compact.ts";
import { compactSchema } from "../domain/compact/compact-schema.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import type { Doubt } from "../reading/doubts.ts";
import { faultSentences } from "./fault-sentences.ts";
import { type Corrections, perReport } from "./per-report.ts";
import { datesOf, implausible } from "./plausible.ts";
import { type Fields, flat } from "./report-fields.ts";
import { unsettled } from "./unsettled.ts";

/** A compact a person stands for, which of the waiting reports it is, and which of its fields are the person's. */
export type Corrected = {
  index: number;
  compact: Compact;
  fields: string[];
  /** The person says that it is the episode's child though the two do not agree. */
  sameChild: boolean;
};

const ofTheChild = new Set<string>(childFields);

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

type Person = { by: string; now: Instant };

const corrected = (draft: CompactDraft, said: Fields, { by, now }: Person): Result<Corrected, string[]> => {
  const { sameChild = false, ...fields } = said;
  const laid = merged(draft, fields, by);
  const read = compactSchema.safeParse(laid);
  const faults = [
    ...(typeof sameChild === "boolean" ? [] : ["sameChild: has to be true or false"]),
    // A slip of the mail is one as much as a person's.
    ...implausible({ ...datesOf(draft), ...fields }, now),
    ...(read.success ? lacksItsTime(read.data) : faultSentences(read.error, laid)),
  ];
  return faults.length === 0 && read.success
    ? ok({ index: 0, compact: read.data, fields: Object.keys(fields), sameChild: sameChild === true })
    : fail(faults);
};

const nothingRead: CompactDraft = { child: {}, provenance: {} };

/** What the reader read, with what a person corrected laid over it; or all that still stands against acting on it. */
export const correct = (
  drafts: readonly CompactDraft[],
  doubts: readonly Doubt[],
  corrections: Corrections,
  person: Person,
): Result<Corrected[], string[]> => {
  const given = perReport(drafts, corrections);
  if (!given.ok) return given;
  const said = given.value.map((fields) => fields && flat(fields));
  const faults = unsettled(doubts, drafts, said);
  const done: Corrected[] = [];
  for (const [index, fields] of said.entries()) {
    if (fields === null) continue;
    const one = corrected(drafts[index] ?? nothingRead, fields, person);
    if (one.ok) done.push({ ...one.value, index });
    else
      faults.push(...one.error.map((fault) => (said.length > 1 ? `report ${index + 1}, ${fault}` : fault)));
  }
  return faults.length > 0 ? fail(faults) : ok(done);
};
