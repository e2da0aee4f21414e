/** Fields as staff call them. */
const fields: Record<string, string> = {
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

export const fieldInWords = (field: string): string => fields[field] ?? field;

const plain: Record<string, string> = {
  "no-receipt": "the mail is here and its receipt never came",
  "no-reference": "it names no reference",
  "no-date-of-birth": "it names no date of birth",
  "no-surname": "it names no surname",
  "unknown-kind": "it does not say what happened",
  "unknown-risk": "its risk is no grade we know, or two",
  "reported-deceased": "it says that the child has died, or that a body was found",
  "not-a-report": "it is about a report and is none: a reminder, a booking, a query, minutes or an exercise",
  "passed-on": "an office of ours passed it on, and it ends or calms: only a person may believe that",
  encrypted: "it, or a file in it, is locked",
  "sender-not-allowed": "its sender is none of the forces we know",
  "sender-ambiguous": "it does not name one plain sender",
  "authentication-failed": "nothing proves who sent it",
  virus: "it carries a virus",
  spam: "it looks like spam",
  "automatic-reply": "a machine answered",
  "delivery-report": "a mail server reports on a delivery",
  "too-large": "it is too large to open",
  "too-slow": "it took too long to open",
  empty: "there is nothing in it",
  malformed: "it is damaged, or built so that two readers see different things",
  "unreadable-attachment": "a file attached to it could not be read",
};

const ofField: Record<string, (field: string) => string> = {
  "conflicting-values": (field) => `${field} is said in two ways, or can't be`,
  "views-disagree": (field) => `${field} reads differently in its two forms`,
  "unreadable-date": (field) => `${field} could not be read`,
  "ambiguous-date": (field) => `${field} may mean two times; the earlier counts`,
  "odd-time": (field) => `${field} can't be`,
  "unreadable-attachment": () => "a file attached to it could not be read",
};

/** A machine's code for whoever has to act on it. What it does not know it gives as it is. */
export const reasonInWords = (reason: string): string => {
  const [code = "", field] = reason.split(":");
  return (field === undefined ? plain[code] : ofField[code]?.(fieldInWords(field))) ?? reason;
};
