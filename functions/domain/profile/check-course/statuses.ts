import type { Condition } from "../condition.ts";

export type Status = "missing" | "returned" | "cancelled";
export const statuses: readonly Status[] = ["missing", "returned", "cancelled"];

const common = (lists: readonly (readonly Status[])[]): Status[] =>
  statuses.filter((one) => lists.every((list) => list.includes(one)));
const together = (lists: readonly (readonly Status[])[]): Status[] =>
  statuses.filter((one) => lists.some((list) => list.includes(one)));

const statusesAgainst = (condition: Condition): readonly Status[] => {
  if ("status" in condition) return statuses.filter((one) => !condition.status.includes(one));
  if ("not" in condition) return statusesOf(condition.not);
  if ("all" in condition) return together(condition.all.map(statusesAgainst));
  if ("any" in condition) return common(condition.any.map(statusesAgainst));
  return statuses;
};

/** In which statuses of the episode a condition can hold: it stops holding when the status moves out of them. */
export const statusesOf = (condition: Condition): readonly Status[] => {
  if ("status" in condition) return condition.status;
  if ("missingLongerThan" in condition) return ["missing", "returned"];
  if ("not" in condition) return statusesAgainst(condition.not);
  if ("all" in condition) return common(condition.all.map(statusesOf));
  if ("any" in condition) return together(condition.any.map(statusesOf));
  return statuses;
};
