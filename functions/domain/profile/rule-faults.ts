import { neverHolds } from "./dead-faults.ts";
import type { ProfileFault } from "./fault.ts";
import { lengthOf } from "./overlap-faults.ts";
import { same } from "./parts.ts";
import type { Profile } from "./profile.ts";
import { neverRecorded } from "./recorded-faults.ts";
import type { Anchor, Rule, Rung } from "./rule.ts";

type Say = (path: string, problem: string) => void;

const namedRoles = new Set(["owner", "allocated-worker", "line-manager", "force"]);
const whileMissing = new Set<Anchor>(["missing", "reported", "notified", "created", "previous-review"]);

const isKnown = (role: string, profile: Profile): boolean =>
  namedRoles.has(role) || role in profile.recipients;

const checkOwners = (rule: Rule, profile: Profile, say: Say): void => {
  for (const [i, { role }] of rule.owner.entries())
    if (role === "owner" || !isKnown(role, profile))
      say(`owner.${i}.role`, `role "${role}" has no recipient`);
  if (rule.owner.at(-1)?.when) say("owner", "the last owner may not have a condition: somebody must own it");
};

const checkRung = (rung: Rung, at: string, rule: Rule, profile: Profile, say: Say): void => {
  for (const role of rung.to) if (!isKnown(role, profile)) say(`${at}.to`, `role "${role}" has no recipient`);
  if (rung.from === "due" && rule.due.length === 0)
    say(`${at}.from`, "counted from a limit, but the rule sets none");
  if (rung.every && rung.every.amount <= 0) say(`${at}.every`, "a repetition needs an amount above zero");
};

const isReminder = ({ id }: Rung): boolean => id.startsWith("reminder");

/** A reminder is for a limit that is still to come, and for a clock that already runs. */
const checkReminder = (rung: Rung, at: string, rule: Rule, say: Say): void => {
  if (!isReminder(rung)) return;
  const [created] = rule.due.filter((d) => d.anchor === "created");
  const late = rung.from === "due" ? rung.amount >= 0 : created && lengthOf(rung) >= lengthOf(created);
  if (late) say(at, "a reminder after the limit");
  const early = rung.from === "due" && rule.due.every((d) => lengthOf(d) + lengthOf(rung) < 0);
  if (rule.due.length > 0 && early) say(at, "a reminder before the clock has started");
};

/** The first that fits counts, so one that takes everything leaves nothing for those after it. */
const checkTurns = (rule: Rule, say: Say): void => {
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
  const never = (path: string) => (problem: string) => say(path, `can never be: ${problem}`);
  neverHolds(rule.when, profile).forEach(never("when"));
  if (rule.doneWhen) neverHolds(rule.doneWhen, profile).forEach(never("doneWhen"));
  for (const [i, { when }] of rule.notRequired.entries())
    neverHolds(when, profile).forEach(never(`notRequired.${i}.when`));
  for (const [i, { when }] of rule.owner.entries())
    if (when) neverHolds(when, profile).forEach(never(`owner.${i}.when`));
  for (const [i, evidence] of rule.endedBy.entries())
    neverRecorded(evidence, duties).forEach(never(`endedBy.${i}.with`));
  if (rule.ladder === "while-missing" && same(rule.when, { status: ["returned"] }))
    say("when", "can never be: this ladder ends when the child has returned");
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
  if (!(rule.source in profile.sources)) say("source", `no source "${rule.source}" in sources`);
  checkOwners(rule, profile, say);
  for (const [i, rung] of rule.rungs.entries()) checkRung(rung, `rungs.${i}`, rule, profile, say);
  if (new Set(rule.rungs.map((r) => r.id)).size < rule.rungs.length)
    say("rungs", "two rungs have the same id");
  for (const [i, rung] of rule.rungs.entries()) checkReminder(rung, `rungs.${i}`, rule, say);
  checkTurns(rule, say);
  checkDead(rule, profile, say);
  checkEnd(rule, say);
  checkLadder(rule, say);
  return faults;
};
