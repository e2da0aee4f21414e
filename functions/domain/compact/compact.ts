/** What a police force's mail says, in the words of the contract. Absent always means "not stated". */
export const kinds = ["missing", "found", "update", "cancelled", "absent", "deceased"] as const;
export const risks = ["no-apparent-risk", "low", "medium", "high"] as const;
export const careStatuses = ["looked-after", "care-leaver", "not-looked-after"] as const;
export const sexes = ["female", "male", "other"] as const;
export const flags = [
  "exploitation",
  "trafficking",
  "self-harm",
  "medical",
  "domestic-abuse",
  "with-family",
  "unwilling-to-return",
  "on-remand",
  "in-hospital",
  "police-investigation",
  "missing-from-education",
] as const;

export type CompactKind = (typeof kinds)[number];
export type Risk = (typeof risks)[number];
export type CareStatus = (typeof careStatuses)[number];
export type Sex = (typeof sexes)[number];
export type Flag = (typeof flags)[number];

export type Child = {
  forenames?: string;
  surname?: string;
  knownAs?: string;
  dateOfBirth?: string;
  sex?: Sex;
  ethnicity?: string;
  homeAddress?: string;
  missingFromAddress?: string;
  school?: string;
  phone?: string;
};

/** The child's fields, in the contract's order. */
export const childFields = [
  "forenames",
  "surname",
  "knownAs",
  "dateOfBirth",
  "sex",
  "ethnicity",
  "homeAddress",
  "missingFromAddress",
  "school",
  "phone",
] as const satisfies readonly (keyof Child)[];

export type PreventionInterview = { completed?: boolean; at?: string; officer?: string; summary?: string };
export type Officer = { name?: string; collarNumber?: string; station?: string };

/** Where a field was read: the view of the mail, the label as written and the value as written. */
export type Provenance = { source: string; label: string; raw: string };

/** All that could be read about one child; nothing is required of it. */
export type CompactDraft = {
  kind?: CompactKind;
  reference?: string;
  incidentNumber?: string;
  policePersonId?: string;
  child: Child;
  careStatus?: CareStatus;
  placingAuthority?: string;
  placementType?: string;
  socialWorker?: string;
  childProtectionPlan?: boolean;
  risk?: Risk;
  missingSince?: string;
  reportedAt?: string;
  foundAt?: string;
  returnedAt?: string;
  foundLocation?: string;
  foundBy?: string;
  returnMethod?: string;
  harm?: string;
  preventionInterview?: PreventionInterview;
  circumstances?: string;
  warnings?: string[];
  flags?: Flag[];
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
