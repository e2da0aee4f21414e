import type { ChildReading } from "./compact/read-compacts.ts";

/** What an episode is found by, and who is looked for. */
const decisive = [
  "reference",
  "incidentNumber",
  "policePersonId",
  "surname",
  "forenames",
  "knownAs",
  "dateOfBirth",
  "kind",
  "risk",
  "missingSince",
  "reportedAt",
  "foundAt",
  "returnedAt",
];

/** Letters that no charset explains are gaps: a name with one is nobody's, and may be taken for another child's. */
export const withUnreadLetters = (child: ChildReading): ChildReading => {
  const { provenance } = child.draft;
  const hasGap = decisive.some((field) => provenance[field]?.raw.includes("\ufffd"));
  return hasGap ? { ...child, reasons: [...child.reasons, "malformed"] } : child;
};
