import type { Condition } from "../condition.ts";
import type { TitleOf } from "./say-action.ts";
import { recordsAskedFor, sayCondition } from "./say-condition.ts";

const A_LINE = 110;

const unmetLines = (condition: Condition, said: string, titleOf: TitleOf): string[] | undefined => {
  const records = "unmet" in condition && recordsAskedFor(condition.unmet.condition, titleOf);
  return records ? [said.slice(0, said.indexOf(":") + 1), ...records.map((one) => `  - ${one}`)] : undefined;
};

/** One line where it fits; else the parts of the condition one below the other, as a list. */
const linesOf = (condition: Condition, titleOf: TitleOf): string[] => {
  const said = sayCondition(condition, titleOf);
  if (said.length <= A_LINE) return [said];
  const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : undefined;
  if (!parts) return unmetLines(condition, said, titleOf) ?? [said];
  return [
    "all" in condition ? "all of this is so:" : "any of this is so:",
    ...parts.flatMap((part) => {
      const [first = "", ...more] = linesOf(part, titleOf);
      return [`  - ${first}`, ...more.map((line) => `  ${line}`)];
    }),
  ];
};

/** "When the child has returned." or, where it is longer than a line, "When all of this is so:" and a list. */
export const laidOut = (before: string, condition: Condition, titleOf: TitleOf): string[] => {
  const [first = "", ...more] = linesOf(condition, titleOf);
  return [`${before} ${first}${more.length > 0 ? "" : "."}`, ...more];
};
