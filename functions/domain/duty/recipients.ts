import { toInstant } from "../calendar/instant.ts";
import { isInOffice } from "../calendar/office-hours.ts";
import type { Context } from "../condition/context.ts";
import { holds } from "../condition/since.ts";
import { allocationAt } from "../episode/allocation.ts";
import type { Profile } from "../profile/profile.ts";
import type { Rule, Rung } from "../profile/rule.ts";

/** A role as the episode fills it: who it is, and the addresses that reach them. */
export type Recipient = { role: string; name: string; addresses: readonly string[] };

const allocation = ({ episode, now }: Context) => allocationAt(episode.actions, now);

const fixedRole = (role: string, profile: Profile): Recipient => {
  const known = profile.recipients[role];
  if (!known) throw new RangeError(`role "${role}" has no recipient`);
  return { role, ...known };
};

const named = (role: keyof Profile["standIns"], address: unknown, profile: Profile): Recipient =>
  typeof address === "string"
    ? { role, name: role.replace("-", " "), addresses: [address] }
    : fixedRole(profile.standIns[role] ?? role, profile);

/** Whoever somebody last said reviews the child's case. */
const reviewingOfficer = ({ episode: { actions } }: Context): unknown =>
  actions.findLast(({ type, data }) => type === "fact-recorded" && data.reviewingOfficer !== undefined)?.data
    .reviewingOfficer;

export const ownerRole = (rule: Rule, context: Context): string => {
  const owner = rule.owner.find((o) => o.when === undefined || holds(o.when, context));
  if (!owner) throw new RangeError(`nobody owns ${rule.id}`);
  return owner.role;
};

/** Whom a rule gives the duty to while the worker is away: they have the worker's reminders of it too (Rutland step 6). */
const whileAway = ({ owner }: Rule, context: Context): string | undefined =>
  owner.find(
    ({ role, when }) =>
      role !== "allocated-worker" &&
      when !== undefined &&
      "lastRecorded" in when &&
      when.lastRecorded === "allocate" &&
      when.with?.absent === true &&
      holds(when, context),
  )?.role;

/** Routing: the role a rule names, as this episode fills it. There is no default recipient. */
export const recipientOf = (role: string, rule: Rule, context: Context): Recipient => {
  const { profile, episode } = context;
  switch (role) {
    case "owner":
      return recipientOf(ownerRole(rule, context), rule, context);
    case "allocated-worker": {
      const instead = whileAway(rule, context);
      return instead === undefined
        ? named(role, allocation(context)?.worker, profile)
        : recipientOf(instead, rule, context);
    }
    case "interviewer": {
      const { interviewer } = allocation(context) ?? {};
      return typeof interviewer === "string"
        ? { role, name: "interviewer", addresses: [interviewer] }
        : recipientOf("allocated-worker", rule, context);
    }
    case "line-manager":
      return named(role, allocation(context)?.lineManager, profile);
    case "reviewing-officer":
      return named(role, reviewingOfficer(context), profile);
    case "office":
      return fixedRole(profile.quarantine.role, profile);
    case "office-next":
      return fixedRole(profile.quarantine.next, profile);
    case "force": {
      const force = profile.forces.find((f) => f.id === episode.force);
      if (!force) throw new RangeError(`force "${episode.force}" is not in the profile`);
      return { role, name: force.name, addresses: [force.mailbox] };
    }
    default:
      return fixedRole(role, profile);
  }
};

/** "limit-2~3" is the rung "limit" again. */
const baseOf = (id: string): string => id.replace(/~\d+$/, "").replace(/-\d+$/, "");

const ruleOf = (duty: string, { rules }: Profile): Rule | undefined =>
  rules.find((rule) => duty === rule.duty) ?? rules.find((rule) => duty.replace(/-\d+$/, "") === rule.duty);

/** Whoever is there for a role whose office is closed; a role without hours is always at its desk (ALL-15). */
const outOfHours = (role: string, { profile: { officeHours }, now }: Context): Recipient[] => {
  const { hours, outOfHours: instead } = officeHours[role] ?? {};
  return hours && instead && !isInOffice(hours, now) ? [{ role: `${role}-out-of-hours`, ...instead }] : [];
};

/** A role by the name a rule gives it, and by that of whoever stands in for it. */
const outOfHoursFor = (role: string, rule: Rule, context: Context): Recipient[] => {
  const named = role === "owner" ? ownerRole(rule, context) : role;
  const roles = new Set([named, recipientOf(named, rule, context).role]);
  return [...roles].flatMap((one) => outOfHours(one, context));
};

/** Whoever was mailed since something was recorded that is taken back now (ALL-21). */
const toldSince = (context: Context): Recipient[] => {
  const { taken, rungs, partlyTold } = context.episode;
  const since = Math.min(...taken.map(({ event }) => toInstant(event.recordedAt)));
  return [...rungs, ...partlyTold]
    .filter(({ at }) => toInstant(at) >= since)
    .flatMap((fired) => {
      const rule = ruleOf(fired.duty, context.profile);
      const rung = rule?.rungs.find(({ id }) => id === fired.rung || id === baseOf(fired.rung));
      if (!rule || !rung) return [];
      const to = rung.to.filter((role) => role !== "told-since");
      return everybody([{ ...rung, to }], rule, { ...context, now: toInstant(fired.at) });
    });
};

const everybody = (rungs: readonly Rung[], rule: Rule, context: Context): Recipient[] =>
  rungs.flatMap(({ to, urgent }) =>
    to.flatMap((role) => {
      if (role === "told-since") return toldSince(context);
      const ordinary = recipientOf(role, rule, context);
      return urgent ? [ordinary, ...outOfHoursFor(role, rule, context)] : [ordinary];
    }),
  );

const once = (all: readonly Recipient[]): Recipient[] =>
  all.filter(
    (r, i) => all.findIndex((o) => o.name === r.name && o.addresses.join() === r.addresses.join()) === i,
  );

/** Whom mails reach now, each recipient once, in the order the rungs name them. */
export const reachedBy = (rungs: readonly Rung[], rule: Rule, context: Context): Recipient[] =>
  once(everybody(rungs, rule, context));

/** Each role's recipient once, at its desk. */
export const recipientsOf = (roles: readonly string[], rule: Rule, context: Context): Recipient[] =>
  once(
    roles.flatMap((role) =>
      role === "told-since" ? toldSince(context) : [recipientOf(role, rule, context)],
    ),
  );
