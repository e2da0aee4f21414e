import type { Anchor } from "../clock.ts";
import type { Condition } from "../condition.ts";
import { lengthOf } from "../length.ts";
import { conjunctsOf, partsAt } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { beginsWhileMissing, beginsWithReport, isKnownAtFirst, ofReturn } from "./begins.ts";
import { ofNoDuty } from "./elapsed-faults.ts";
import { follows } from "./ending-faults.ts";
import { actionOf } from "./reach.ts";
import { statusesOf } from "./statuses.ts";

type Found = { path: string; problem: string };

const afterReturn: readonly Anchor[] = [...ofReturn, "interviewed", "record-received"];

const isMissingOnly = (condition: Condition): boolean => {
  const statuses = statusesOf(condition);
  return statuses.length > 0 && !statuses.includes("returned");
};

const insteadOf = (rule: Rule): string =>
  rule.ladder === "while-missing" || isMissingOnly(rule.when)
    ? '"missing", "reported" or "notified"'
    : '"created"';

/** What a rule begins with where a person's record starts its clock. */
const causeOf = (anchor: Anchor): string | undefined => {
  if (anchor === "noticed") return "{ concern: [ … ] }";
  const action = actionOf[anchor];
  return action && `{ recorded: "${action}" }`;
};

/** Why this clock never starts while the duty is open. */
const neverStarts = (anchor: Anchor, rule: Rule): string | undefined => {
  if (anchor === "previous-review" && !rule.series)
    return `"previous-review" is known in a series only: write ${insteadOf(rule)}, or "series": true where each one held starts the next`;
  if (afterReturn.includes(anchor) && isMissingOnly(rule.when))
    return `"${anchor}" is after the child is back, and this rule ends then: write ${insteadOf(rule)}, or let it begin with { status: ["returned"] }`;
  if (isKnownAtFirst(anchor, rule)) return undefined;
  const action = actionOf[anchor];
  if (action && rule.endedBy.some((e) => e.action === action && !e.with && !e.by))
    return `"${anchor}" is known once "${action}" is recorded, and that ends this duty: write what comes before it, such as "returned" or "created"`;
  const back: Condition[] = [{ status: ["returned"] }, { compact: ["found"] }];
  return ofReturn.includes(anchor) && rule.doneWhen && follows(rule.doneWhen, back)
    ? `"${anchor}" is known once the child is back, and that ends this duty: write ${insteadOf(rule)}`
    : undefined;
};

/** Why the duty would begin without a limit. Of several clocks one that runs is enough. */
const notYet = (anchor: Anchor, rule: Rule): string | undefined => {
  if (rule.due.some((clock) => isKnownAtFirst(clock.anchor, rule))) return undefined;
  if ((ofReturn.includes(anchor) || anchor === "referred") && beginsWhileMissing(rule.when))
    return `"${anchor}" is after the child is back, and this rule begins before: write "missing", "reported" or "notified", or let it begin with { status: ["returned"] }`;
  const cause = causeOf(anchor);
  return cause && beginsWithReport(rule.when)
    ? `"${anchor}" is known once somebody records it, and this rule begins with a report: let it begin with ${cause}, or write another anchor`
    : undefined;
};

/** Over before the duty begins, so that it could only ever be late. */
const overAtFirst = ({ anchor, ...amount }: Rule["due"][number], rule: Rule): string | undefined => {
  const late = conjunctsOf(rule.when).some((c) => {
    if ("missingLongerThan" in c)
      return anchor === "missing" && lengthOf(amount) < lengthOf(c.missingLongerThan);
    return "unmet" in c && c.unmet.by.anchor === anchor && lengthOf(amount) < lengthOf(c.unmet.by);
  });
  return late
    ? `has passed when the duty begins: count it from "created", or write more than the time that calls for it`
    : undefined;
};

const ofConditions = (rule: Rule): Found[] =>
  partsAt(rule.when, "when").flatMap(({ condition, path }) => {
    const named =
      "unmet" in condition
        ? [{ anchor: condition.unmet.by.anchor, at: `${path}.unmet.by.anchor` }]
        : "elapsed" in condition
          ? (["from", "to"] as const).map((end) => ({
              anchor: condition.elapsed[end],
              at: `${path}.elapsed.${end}`,
            }))
          : [];
    return named.flatMap(({ anchor, at }) => {
      const noDuty = "unmet" in condition ? ofNoDuty(anchor) : undefined;
      const never =
        afterReturn.includes(anchor) && isMissingOnly(rule.when)
          ? `can never be: "${anchor}" is after the child is back, and this rule is for while the child is missing`
          : undefined;
      const problem = noDuty ?? never;
      return problem ? [{ path: at, problem }] : [];
    });
  });

/** Clocks that can't have started when they are needed. */
export const faultsOfClocks = (rule: Rule): Found[] => [
  ...rule.due.flatMap((clock, i) => {
    const never = neverStarts(clock.anchor, rule) ?? notYet(clock.anchor, rule);
    const over = overAtFirst(clock, rule);
    return [
      ...(never ? [{ path: `due.${i}.anchor`, problem: `can't have happened yet: ${never}` }] : []),
      ...(over ? [{ path: `due.${i}`, problem: over }] : []),
    ];
  }),
  ...ofConditions(rule),
];
