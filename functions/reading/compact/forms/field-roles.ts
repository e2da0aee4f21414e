import { type Field, fieldShapes } from "../words/vocabulary.ts";

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

/** An address below a label for one may as well be the next question: only what follows tells. */
export const isOpenQuestion = (asked: Field | undefined): boolean =>
  asked !== undefined && fieldShapes[asked] === "address";

/** Whoever or whatever is named there has a telephone and an address of their own. */
const owners: readonly Field[] = [
  "officer",
  "collarNumber",
  "station",
  "socialWorker",
  "placingAuthority",
  "school",
];

export const isOwner = (field: Field | undefined): boolean => field !== undefined && owners.includes(field);

const contacts: readonly Field[] = ["phone", "homeAddress"];

export const isContact = (field: Field): boolean => contacts.includes(field);

const personal: readonly Field[] = [
  "name",
  "forenames",
  "surname",
  "knownAs",
  "dateOfBirth",
  "age",
  "sex",
  "ethnicity",
  "homeAddress",
  "phone",
  "school",
  "policePersonId",
];

/** What is said of any person, so that under a heading for somebody else it is theirs. */
export const isPersonal = (field: Field): boolean => personal.includes(field);

/** What tells one child from another. */
export const identity: readonly Field[] = [
  "reference",
  "name",
  "surname",
  "forenames",
  "dateOfBirth",
  "policePersonId",
];

const particulars: readonly Field[] = [
  ...identity,
  "knownAs",
  "age",
  "sex",
  "ethnicity",
  "homeAddress",
  "phone",
  "missingFromAddress",
];

/** What a form says of the child alone. */
export const isOfChild = (field: Field): boolean => particulars.includes(field);
