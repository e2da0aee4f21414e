import type { Anchor } from "../clock.ts";
import type { Condition } from "../condition.ts";
import { conjunctsOf } from "../parts.ts";
import type { Rule } from "../rule.ts";
import { actionOf } from "./reach.ts";
import { statusesOf } from "./statuses.ts";

/** What a report states of a child who is back. */
export const ofReturn: readonly Anchor[] = ["found", "returned", "found-notified"];
const returnFacts = [
  "foundAt",
  "returnedAt",
  "foundLocation",
  "foundBy",
  "returnMethod",
  "preventionInterview",
];

const tellsOfReturn = (c: Condition): boolean => {
  if ("compact" in c) return c.compact.length > 0 && c.compact.every((kind) => kind === "found");
  if ("fact" in c) return returnFacts.includes(c.fact.split(".")[0] ?? "");
  return "elapsed" in c && [c.elapsed.from, c.elapsed.to].some((anchor) => ofReturn.includes(anchor));
};

/** It can hold only once the child is back. */
export const beginsWithReturn = (when: Condition): boolean =>
  statusesOf(when).join() === "returned" || conjunctsOf(when).some(tellsOfReturn);

const tellsOfMissing = (c: Condition): boolean =>
  "missingLongerThan" in c ||
  ("compact" in c &&
    c.compact.length > 0 &&
    c.compact.every((kind) => kind === "missing" || kind === "absent"));

/** A mail of the force is all it waits for, and no record of a person or clock of ours. */
export const beginsWithReport = (when: Condition): boolean => {
  if ("all" in when) return when.all.every(beginsWithReport);
  if ("any" in when) return when.any.every(beginsWithReport);
  if ("elapsed" in when) return [when.elapsed.from, when.elapsed.to].every((anchor) => !(anchor in actionOf));
  return !["recorded", "lastRecorded", "told", "unmet", "concern"].some((key) => key in when);
};

/** It holds while the child is missing, as soon as the force has said so. */
export const beginsWhileMissing = (when: Condition): boolean =>
  beginsWithReport(when) && conjunctsOf(when).some(tellsOfMissing);

/** Whatever calls for the rule has happened after this: it is known, and lies before, when the duty begins. */
export const isKnownAtFirst = (anchor: Anchor, rule: Rule): boolean => {
  if (["missing", "reported", "notified", "created"].includes(anchor)) return true;
  if (anchor === "previous-review") return rule.series;
  if (ofReturn.includes(anchor) || anchor === "referred") return beginsWithReturn(rule.when);
  return conjunctsOf(rule.when).some((c) => {
    if ("concern" in c) return anchor === "noticed";
    const recorded = "recorded" in c ? c.recorded : "lastRecorded" in c ? c.lastRecorded : undefined;
    return recorded !== undefined && recorded === actionOf[anchor];
  });
};
