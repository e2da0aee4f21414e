import { fail, ok, type Result } from "../result.ts";
import { type Profile, profileSchema } from "./profile.ts";
import { type Anchor, type Rule, ruleSchema } from "./rule.ts";

/** One fault of a profile: where it is, under which clause, and what is wrong. */
export type ProfileFault = { path: string; rule?: string; clause?: string; problem: string };

const namedRoles = new Set(["owner", "allocated-worker", "line-manager", "force"]);
const whileMissing = new Set<Anchor>(["missing", "reported", "notified", "created", "previous-review"]);

const faultsOfRule = (rule: Rule, at: string, profile: Profile): ProfileFault[] => {
  const faults: ProfileFault[] = [];
  const say = (path: string, problem: string) =>
    faults.push({ path: `${at}.${path}`, rule: rule.id, clause: rule.clause, problem });
  const known = (role: string) => namedRoles.has(role) || role in profile.recipients;
  if (!(rule.source in profile.sources)) say("source", `no source "${rule.source}" in sources`);
  for (const [i, owner] of rule.owner.entries())
    if (owner.role === "owner" || !known(owner.role))
      say(`owner.${i}.role`, `role "${owner.role}" has no recipient`);
  if (rule.owner.at(-1)?.when) say("owner", "the last owner may not have a condition: somebody must own it");
  for (const [i, rung] of rule.rungs.entries()) {
    for (const role of rung.to) if (!known(role)) say(`rungs.${i}.to`, `role "${role}" has no recipient`);
    if (rung.from === "due" && rule.due.length === 0)
      say(`rungs.${i}.from`, "counted from a limit, but the rule sets none");
  }
  if (new Set(rule.rungs.map((r) => r.id)).size < rule.rungs.length)
    say("rungs", "two rungs have the same id");
  if (!rule.notice && !rule.doneWhen && rule.endedBy.length === 0 && rule.notRequired.length === 0)
    say("endedBy", "nothing ends this duty");
  if (rule.notice && rule.rungs.length === 0) say("rungs", "a notice without a mail says nothing");
  if (rule.ladder === "while-missing")
    for (const [i, due] of rule.due.entries())
      if (!whileMissing.has(due.anchor)) say(`due.${i}.anchor`, `"${due.anchor}" is not known while missing`);
  return faults;
};

const faultsOfWhole = (profile: Profile): ProfileFault[] => {
  const faults: ProfileFault[] = [];
  const duties = profile.rules.map((r) => r.duty);
  for (const [i, duty] of duties.entries())
    if (duties.indexOf(duty) !== i)
      faults.push({
        path: `rules.${i}.duty`,
        rule: profile.rules[i]?.id ?? "",
        problem: `"${duty}" is named twice`,
      });
  for (const [key, role] of Object.entries({
    ...profile.standIns,
    role: profile.quarantine.role,
    next: profile.quarantine.next,
  }))
    if (!(role in profile.recipients)) faults.push({ path: key, problem: `role "${role}" has no recipient` });
  if (profile.mail.replyTo === profile.mail.ingest)
    faults.push({ path: "mail.replyTo", problem: "a reply may not go to the address that reads compacts" });
  return faults;
};

const clauseAt = (raw: unknown, path: readonly PropertyKey[]): { rule?: string; clause?: string } => {
  const [list, index] = path;
  const entry = (raw as Record<string, unknown[]> | null)?.[String(list)]?.[Number(index)];
  const parsed = ruleSchema.pick({ id: true, clause: true }).loose().safeParse(entry);
  return parsed.success ? { rule: parsed.data.id, clause: parsed.data.clause } : {};
};

/** Reads a profile and collects every fault it has, each with its path and, in a rule, the clause. */
export const readProfile = (raw: unknown): Result<Profile, ProfileFault[]> => {
  const parsed = profileSchema.safeParse(raw);
  if (!parsed.success)
    return fail(
      parsed.error.issues.map((i) => ({
        path: i.path.join("."),
        ...clauseAt(raw, i.path),
        problem: i.message,
      })),
    );
  const profile = parsed.data;
  const faults = [
    ...faultsOfWhole(profile),
    ...profile.rules.flatMap((rule, i) => faultsOfRule(rule, `rules.${i}`, profile)),
  ];
  return faults.length > 0 ? fail(faults) : ok(profile);
};

export const faultInWords = ({ path, rule, clause, problem }: ProfileFault): string =>
  `${path}${rule ? ` (${rule}, clause ${clause ?? "?"})` : ""}: ${problem}`;
