import { fields, type Held, type Values } from "./fields.ts";

export { careStatuses, flags, kinds, risks, sexes } from "./fields.ts";

export type CompactKind = Values["kind"];
export type Risk = Values["risk"];
export type CareStatus = Values["careStatus"];
export type Sex = Values["sex"];
export type Flag = Values["flags"][number];

export type Child = Held<"child">;
export type PreventionInterview = Held<"preventionInterview">;
export type Officer = Held<"officer">;

/** The child's fields, in the contract's order. */
export const childFields = Object.keys(fields.child) as (keyof Child)[];

/** Where a field was read: the view of the mail, the label as written and the value as written. */
export type Provenance = { source: string; label: string; raw: string };

/** What a police force's mail says of one child, in the words of the contract. Absent always means "not stated". */
export type CompactDraft = Held<"report"> & {
  child: Child;
  preventionInterview?: PreventionInterview;
  officer?: Officer;
  /** One entry per field read, under the field's own name (`surname`, `risk`, …). */
  provenance: Record<string, Provenance>;
};

/** A draft that says enough to act on. A missing one has a missing-since or reported time, a found one a found or returned time. */
export type Compact = CompactDraft & {
  kind: CompactKind;
  reference: string;
  child: Child & { surname: string; dateOfBirth: string };
};

/** A label the vocabulary does not know, kept for a person to read. */
export type UnrecognisedLabel = { label: string; value: string };

type Reading = { reasons: string[]; unrecognised?: UnrecognisedLabel[] };
export type AcceptedResult = Reading & {
  status: "accepted";
  compacts: Compact[];
  /** What could be read of the children nobody can act on yet, for whoever decides about them. No part of the contract. */
  waiting?: CompactDraft[];
};
export type QuarantinedResult = Reading & { status: "quarantined"; compacts: CompactDraft[] };

/**
 * Of a mail with several children the readable ones are accepted and `reasons` still names what is wrong with the
 * others, so an accepted result with a quarantining reason needs a person as well.
 */
export type ParseResult = AcceptedResult | QuarantinedResult;
