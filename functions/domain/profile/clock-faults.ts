import type { Anchor } from "./anchor-name.ts";
import type { Condition } from "./condition.ts";
import { ofNoDuty } from "./elapsed-faults.ts";
import { follows } from "./ending-faults.ts";
import { lengthOf } from "./length.ts";
import { conjunctsOf, partsAt } from "./parts.ts";
import { actionOf } from "./reach.ts";
import type { Rule } from "./rule.ts";
import { statusesOf } from "./statuses.ts";

type Found = { path: string; problem: string };

const ofReturn: readonly Anchor[] = ["found", "returned", "found-notified"];
const afterReturn: readonly Anchor[] = [...ofReturn, "interviewed", "record-received"];

const isMissingOnly = (condition: Condition): boolean => {
  const statuses = statusesOf(condition);
  return statuses.length > 0 && !statuses.includes("returned");
};
const isReturnedOnly = (condition: Condition): boolean => statusesOf(condition).join() === "returned";

/** Whatever calls for the rule has happened after this: it is known, and lies before, when the duty begins. */
export const isKnownAtFirst = (anchor: Anchor, rule: Rule): boolean => {
  if (["missing", "reported", "notified", "created"].includes(anchor)) return true;
  if (anchor === "previous-review") return rule.series;
  if (ofReturn.includes(anchor) || anchor === "referred") return isReturnedOnly(rule.when);
  const action = actionOf[anchor];
  return conjunctsOf(rule.when).some(
    (c) => ("recorded" in c ? c.recorded : "lastRecorded" in c ? c.lastRecorded : undefined) === action,
  );
};

const insteadOf = (rule: Rule): string =>
  rule.ladder === "while-missing" || isMissingOnly(rule.when)
    ? '"missing", "reported" or "notified"'
    : '"created"';

/** Why this clock can never start while the duty is open. */
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
  if (ofReturn.includes(anchor) && rule.doneWhen && follows(rule.doneWhen, back))
    return `"${anchor}" is known once the child is back, and that ends this duty: write ${insteadOf(rule)}`;
  return undefined;
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
    const never = neverStarts(clock.anchor, rule);
    const over = overAtFirst(clock, rule);
    return [
      ...(never ? [{ path: `due.${i}.anchor`, problem: `can't have happened yet: ${never}` }] : []),
      ...(over ? [{ path: `due.${i}`, problem: over }] : []),
    ];
  }),
  ...ofConditions(rule),
];
