import { faultsOfClocks } from "../check-course/clock-faults.ts";
import { faultsOfClosing } from "../check-course/closing-faults.ts";
import { neverHolds } from "../check-course/dead-faults.ts";
import { faultsOfEnding } from "../check-course/ending-faults.ts";
import { faultsOfTelling, isAfterLimit } from "../check-course/nobody-told-faults.ts";
import { statusesOf } from "../check-course/statuses.ts";
import { conditionsOf } from "../condition-places.ts";
import { lengthOf } from "../length.ts";
import { same } from "../parts.ts";
import type { Profile } from "../profile.ts";
import type { Anchor, Rule, Rung } from "../rule.ts";
import { meantOrOneOf } from "./did-you-mean.ts";
import type { ProfileFault } from "./fault.ts";
import { neverRecorded } from "./recorded-faults.ts";
import { faultsOfRoles } from "./role-faults.ts";

type Say = (path: string, problem: string) => void;

const whileMissing = new Set<Anchor>(["missing", "reported", "notified", "created", "previous-review"]);

const checkRung = (rung: Rung, at: string, rule: Rule, say: Say): void => {
  if (rung.from === "due" && rule.due.length === 0)
    say(`${at}.from`, "counted from a limit, but the rule sets none");
  if (rung.every && rung.every.amount <= 0) say(`${at}.every`, "a repetition needs an amount above zero");
};

const isReminder = ({ id }: Rung): boolean => id.startsWith("reminder");

/** A reminder is for a limit that is still to come, and for a clock that already runs. */
const checkReminder = (rung: Rung, at: string, rule: Rule, say: Say): void => {
  if (!isReminder(rung)) return;
  const late = rung.from === "due" ? rung.amount >= 0 : isAfterLimit(rung, rule);
  if (late) say(at, 'a reminder after the limit: count it from "due" with a negative amount');
  const early = rung.from === "due" && rule.due.every((d) => lengthOf(d) + lengthOf(rung) < 0);
  if (rule.due.length > 0 && early) say(at, "a reminder before the clock has started");
};

/** The first that fits counts, so one that takes everything leaves nothing for those after it. */
const checkTurns = (rule: Rule, say: Say): void => {
  if (rule.owner.at(-1)?.when) say("owner", "the last owner may not have a condition: somebody must own it");
  for (const [i, owner] of rule.owner.slice(0, -1).entries())
    if (!owner.when) say(`owner.${i}`, "has no condition, so the owners after it never have their turn");
  for (const [i, later] of rule.endedBy.entries()) {
    const taken = rule.endedBy
      .slice(0, i)
      .some(
        (e) =>
          e.action === later.action && (!e.with || same(e.with, later.with)) && (!e.by || e.by === later.by),
      );
    if (taken) say(`endedBy.${i}`, `is never reached: an earlier "${later.action}" takes it`);
  }
};

const checkDead = (rule: Rule, profile: Profile, say: Say): void => {
  const duties = profile.rules.map((r) => r.duty);
  for (const { condition, path } of conditionsOf(rule))
    for (const never of neverHolds(condition, { at: path, profile })) say(never.path, never.problem);
  for (const [i, evidence] of rule.endedBy.entries())
    for (const problem of neverRecorded(evidence, duties))
      say(`endedBy.${i}.with`, `can never be: ${problem}`);
  const statuses = statusesOf(rule.when).join();
  if (statuses === "" && neverHolds(rule.when, { at: "", profile }).length === 0)
    say("when", "can never be: no status fits all of its conditions");
  if (rule.ladder === "while-missing" && statuses === "returned")
    say("when", "can never be: this ladder ends when the child has returned");
  if (statuses === "cancelled")
    say("when", "can never be: a cancelled report ends every duty, so nobody would be told");
};

const checkEnd = (rule: Rule, say: Say): void => {
  const ends = rule.notice || rule.doneWhen || rule.endedBy.length + rule.notRequired.length > 0;
  if (!ends) say("endedBy", "nothing ends this duty");
  if (rule.notice && rule.rungs.length === 0) say("rungs", "a notice without a mail says nothing");
};

const checkLadder = (rule: Rule, say: Say): void => {
  if (rule.ladder !== "while-missing") return;
  for (const [i, { anchor }] of rule.due.entries())
    if (!whileMissing.has(anchor)) say(`due.${i}.anchor`, `"${anchor}" is not known while missing`);
};

export const faultsOfRule = (rule: Rule, at: string, profile: Profile): ProfileFault[] => {
  const faults: ProfileFault[] = [];
  const say: Say = (path, problem) =>
    faults.push({ path: `${at}.${path}`, rule: rule.id, clause: rule.clause, problem });
  const sources = Object.keys(profile.sources);
  if (!sources.includes(rule.source))
    say("source", `no source "${rule.source}" in sources${meantOrOneOf(rule.source, sources)}`);
  for (const { path, problem } of faultsOfRoles(rule, profile)) say(path, problem);
  for (const [i, rung] of rule.rungs.entries()) checkRung(rung, `rungs.${i}`, rule, say);
  if (new Set(rule.rungs.map((r) => r.id)).size < rule.rungs.length)
    say("rungs", "two rungs have the same id");
  for (const [i, rung] of rule.rungs.entries()) checkReminder(rung, `rungs.${i}`, rule, say);
  checkTurns(rule, say);
  checkDead(rule, profile, say);
  checkEnd(rule, say);
  checkLadder(rule, say);
  const more = [
    ...faultsOfClocks(rule),
    ...faultsOfEnding(rule),
    ...faultsOfClosing(rule),
    ...faultsOfTelling(rule),
  ];
  for (const { path, problem } of more) say(path, problem);
  return faults;
};
