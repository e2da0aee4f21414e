import type { ProfileFault } from "./fault.ts";
import type { Profile } from "./profile.ts";
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
  checkEnd(rule, say);
  checkLadder(rule, say);
  return faults;
};
