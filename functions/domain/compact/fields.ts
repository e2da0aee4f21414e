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

/** What each form of value is in TypeScript; the schema and the reader's own check have one entry for each. */
export type Values = {
  text: string;
  day: string;
  moment: string;
  phone: string;
  yesOrNo: boolean;
  texts: string[];
  kind: (typeof kinds)[number];
  risk: (typeof risks)[number];
  careStatus: (typeof careStatuses)[number];
  sex: (typeof sexes)[number];
  flags: (typeof flags)[number][];
};
export type Form = keyof Values;

/**
 * `identifies`: an episode is found by it, or it says who is looked for. `times`: clocks and rungs go by it.
 * `decides`: two accounts of one child may never differ on it, for it says who it is or a rule of some profile turns
 * on it. `more`: of these one account may well say less than another. `anybody`: beside "Please see attached" it is
 * more often the writer's own than the child's.
 */
export type Role = "identifies" | "times" | "decides" | "more" | "anybody";

const is = <const F extends Form>(form: F, ...roles: Role[]): { form: F; roles: readonly Role[] } => ({
  form,
  roles,
});

/** The one table of what a compact may hold, in the contract's order. What is said of nobody in particular is the report's. */
export const fields = {
  report: {
    kind: is("kind", "times", "decides"),
    reference: is("text", "identifies", "decides"),
    incidentNumber: is("text", "identifies"),
    policePersonId: is("text", "identifies"),
    careStatus: is("careStatus", "decides"),
    placingAuthority: is("text", "decides", "more"),
    placementType: is("text", "decides", "more"),
    socialWorker: is("text"),
    childProtectionPlan: is("yesOrNo", "decides"),
    risk: is("risk", "times", "decides"),
    missingSince: is("moment", "times", "decides"),
    reportedAt: is("moment", "times", "decides"),
    foundAt: is("moment", "times", "decides"),
    returnedAt: is("moment", "times", "decides"),
    foundLocation: is("text"),
    foundBy: is("text"),
    returnMethod: is("text"),
    harm: is("text"),
    circumstances: is("text"),
    warnings: is("texts"),
    /** Words of the mail that became nothing else, in its order. */
    unread: is("texts"),
    flags: is("flags"),
  },
  child: {
    forenames: is("text", "identifies", "decides", "more"),
    surname: is("text", "identifies", "decides"),
    knownAs: is("text", "identifies"),
    dateOfBirth: is("day", "identifies", "decides"),
    sex: is("sex"),
    ethnicity: is("text"),
    homeAddress: is("text", "anybody"),
    missingFromAddress: is("text"),
    school: is("text", "anybody"),
    phone: is("phone", "anybody"),
  },
  preventionInterview: {
    completed: is("yesOrNo", "decides"),
    at: is("moment"),
    officer: is("text"),
    summary: is("text"),
  },
  officer: {
    name: is("text", "anybody"),
    collarNumber: is("text", "anybody"),
    station: is("text", "anybody"),
  },
};

export type Group = keyof typeof fields;

/** What holds each field of a group it states. */
export type Held<G extends Group> = {
  -readonly [K in keyof (typeof fields)[G]]?: (typeof fields)[G][K] extends { form: infer F extends Form }
    ? Values[F]
    : never;
};

/** How each field of a group is written. */
export const formsOf = (group: Group): [name: string, form: Form][] =>
  Object.entries<{ form: Form }>(fields[group]).map(([name, { form }]) => [name, form]);

/** A field by itself, wherever it stands: `surname`, `officer.name`. */
const keyOf = (group: string, name: string): string =>
  group === "report" || group === "child" ? name : `${group}.${name}`;

/** The fields that are any of it, by themselves. */
export const fieldsThat = (...roles: Role[]): string[] =>
  Object.entries(fields).flatMap(([group, held]) =>
    Object.entries(held)
      .filter(([, field]) => roles.some((role) => field.roles.includes(role)))
      .map(([name]) => keyOf(group, name)),
  );
