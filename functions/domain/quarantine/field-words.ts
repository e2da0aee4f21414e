/** Every field of a report, and the few things of a mail that reasons name besides, as staff call them. */
const words: Record<string, string> = {
  kind: "kind of report",
  reference: "police reference",
  incidentNumber: "incident number",
  policePersonId: "police person number",
  forenames: "first names",
  surname: "surname",
  knownAs: "other name",
  dateOfBirth: "date of birth",
  sex: "sex",
  ethnicity: "ethnicity",
  homeAddress: "home address",
  missingFromAddress: "address missing from",
  school: "school",
  phone: "telephone",
  careStatus: "care status",
  placingAuthority: "placing authority",
  placementType: "placement",
  socialWorker: "social worker",
  childProtectionPlan: "child protection plan",
  risk: "risk",
  missingSince: "time they went missing",
  reportedAt: "time it was reported",
  foundAt: "time they were found",
  returnedAt: "time they returned",
  foundLocation: "where found",
  foundBy: "found by",
  returnMethod: "how they returned",
  harm: "harm",
  preventionInterview: "prevention interview",
  circumstances: "circumstances",
  warnings: "warnings",
  unread: "words that were not read",
  flags: "flags",
  officer: "officer",
  subject: "subject line",
  body: "text",
  sender: "sender",
};

/** A field nobody has words for is said as it is. */
export const fieldInWords = (field: string): string =>
  Object.hasOwn(words, field) ? (words[field] ?? field) : field;

/** As a sentence names them: "the risk is said in two ways". */
const said: Record<string, string> = {
  kind: "what happened",
  reference: "the reference",
  surname: "the surname",
  forenames: "the forenames",
  dateOfBirth: "the date of birth",
  risk: "the risk",
  missingSince: "since when the child is missing",
  reportedAt: "when it was reported",
  foundAt: "when the child was found",
  returnedAt: "when the child returned",
  careStatus: "whether the child is in care",
  placingAuthority: "the placing authority",
  placementType: "the placement",
  childProtectionPlan: "the child protection plan",
  preventionInterview: "the prevention interview",
  warnings: "the warnings",
  phone: "the telephone number",
  subject: "the subject",
  body: "its text",
  sender: "who sent it",
};

export const fieldInASentence = (field: string): string =>
  Object.hasOwn(said, field) ? (said[field] ?? field) : field;
