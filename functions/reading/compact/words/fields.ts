/** How a value is written under its label: decides whether, and how, further lines belong to it. */
export type Shape = "word" | "text" | "list" | "address";

/**
 * `identity`: tells one child from another. `report`: words with two such labels are a report. `child`: a form says it
 * of the child alone. `person`: said of any person, so that under a heading for somebody else it is theirs. `owner`:
 * whoever or whatever is named there has a telephone and an address of their own, which are `contact`. `signature`: a
 * signature has it too. `aside`: above a quoted report it is no news. `qualified`: a word before the label says whose.
 */
type Role =
  | "identity"
  | "report"
  | "child"
  | "person"
  | "owner"
  | "contact"
  | "signature"
  | "aside"
  | "qualified";

const is = (shape: Shape, ...roles: Role[]) => ({ shape, roles });

/**
 * The one table of every label meaning the reader knows. `marker` labels are warnings by themselves: "CSE: Yes". A
 * `status` says where the child stands, beside the `kind` of report; a `previousRisk` is kept and never the risk.
 */
const table = {
  kind: is("word"),
  status: is("word", "aside"),
  reference: is("word", "identity", "report", "child"),
  incidentNumber: is("word"),
  policePersonId: is("word", "identity", "child", "person"),
  name: is("word", "identity", "report", "child", "person", "signature", "aside", "qualified"),
  forenames: is("word", "identity", "report", "child", "person", "qualified"),
  surname: is("word", "identity", "report", "child", "person", "qualified"),
  knownAs: is("word", "child", "person"),
  dateOfBirth: is("word", "identity", "report", "child", "person"),
  age: is("word", "child", "person"),
  sex: is("word", "child", "person"),
  ethnicity: is("word", "child", "person"),
  homeAddress: is("address", "child", "person", "contact", "signature", "aside", "qualified"),
  missingFromAddress: is("address", "child"),
  school: is("address", "person", "owner", "signature"),
  phone: is("word", "child", "person", "contact", "signature", "aside", "qualified"),
  careStatus: is("word"),
  careLeaver: is("word"),
  placingAuthority: is("word", "owner"),
  placementType: is("word"),
  socialWorker: is("word", "owner"),
  childProtectionPlan: is("word"),
  risk: is("word"),
  previousRisk: is("word"),
  missingSince: is("word"),
  reportedAt: is("word"),
  foundAt: is("word"),
  returnedAt: is("word"),
  foundLocation: is("address"),
  foundBy: is("word"),
  returnMethod: is("text"),
  harm: is("text"),
  preventionInterview: is("text"),
  preventionInterviewAt: is("word"),
  preventionInterviewOfficer: is("word"),
  preventionInterviewSummary: is("text"),
  circumstances: is("text"),
  warnings: is("list"),
  marker: is("word"),
  officer: is("word", "owner", "signature", "aside"),
  collarNumber: is("word", "owner", "signature", "aside"),
  station: is("word", "owner", "signature", "aside"),
  formNote: is("text", "aside"),
} as const satisfies Record<string, ReturnType<typeof is>>;

export type Field = keyof typeof table;

export const labelFields = Object.keys(table) as [Field, ...Field[]];

/** A label by its meaning; of two labels of one field the one of the higher rank wins. */
export type KnownLabel = { field: Field; rank: number };

/** Words under a label nobody knows are free text. */
export const shapeOf = (known: KnownLabel | undefined): Shape => (known ? table[known.field].shape : "text");

const having = (role: Role): ((field: Field | undefined) => boolean) => {
  const fields = new Set<Field | undefined>(labelFields.filter((field) => table[field].roles.includes(role)));
  return (field) => fields.has(field);
};

export const isIdentity = having("identity");
export const isOfReport = having("report");
export const isOfChild = having("child");
export const isPersonal = having("person");
export const isOwner = having("owner");
export const isContact = having("contact");
export const isOfSignature = having("signature");
export const isAside = having("aside");
export const isQualified = having("qualified");

const places: readonly Field[] = ["homeAddress", "school", "placementType"];

/** Labels that are answers too: "Status: Located", "Care Status: Looked After", "Missing From: Home Address". */
const answers: Partial<Record<Field, readonly Field[]>> = {
  kind: ["foundAt", "returnedAt", "name"],
  careStatus: ["careStatus", "careLeaver"],
  warnings: ["marker"],
  missingFromAddress: places,
  foundLocation: places,
};

/** Whether what is a label by itself can be meant as the answer under another label. */
export const mayAnswer = (asked: Field | undefined, answer: Field): boolean =>
  asked !== undefined && (answers[asked]?.includes(answer) ?? false);
