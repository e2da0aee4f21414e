import { fieldsThat } from "../domain/compact/fields.ts";
import type { ChildReading } from "./compact/read-compacts.ts";

/** What an episode is found by, who is looked for, and what its clocks go by. */
const telling = fieldsThat("identifies", "times");

/** Letters that no charset explains are gaps: a name with one is nobody's, and may be taken for another child's. */
export const withUnreadLetters = (child: ChildReading): ChildReading => {
  const { provenance } = child.draft;
  const hasGap = telling.some((field) => provenance[field]?.raw.includes("\ufffd"));
  return hasGap ? { ...child, reasons: [...child.reasons, "malformed"] } : child;
};
