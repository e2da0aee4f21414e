import { actionNames } from "../../episode/action-names.ts";
import type { Anchor } from "../clock.ts";
import type { Condition } from "../condition.ts";
import type { Profile } from "../profile.ts";
import { askersOf, type Wanted } from "./asked-for.ts";

/** What can come about: which duties can arise, and which actions no guard refuses for ever. */
export type Reach = { profile: Profile; duties: ReadonlySet<string>; actions: ReadonlySet<string> };

const carriesConcern = ["contact-made", "interview-held", "written-record"];

/** An action that starts a clock, where nothing else does. */
export const actionOf: Partial<Record<Anchor, string>> = {
  interviewed: "interview-held",
  "record-received": "distributed",
  placed: "placed-elsewhere",
};

const isDuty = ({ profile }: Reach, duty: unknown): boolean => profile.rules.some((r) => r.duty === duty);

/** Somebody can be asked for such a record, or makes it unasked, and no guard is for ever in the way. */
export const canBeRecorded = (wanted: Wanted, reach: Reach): boolean => {
  const { duty } = wanted.with ?? {};
  // A name that nobody knows, or none, is a fault of its own.
  if (wanted.action === "duty-done" && !isDuty(reach, duty)) return true;
  const askers = askersOf(wanted, reach.profile);
  const asked = askers === undefined || askers.some((rule) => reach.duties.has(rule.duty));
  return asked && reach.actions.has(wanted.action);
};

const canBeKnown = (anchor: Anchor, reach: Reach): boolean => {
  const action = actionOf[anchor];
  return action === undefined || canBeRecorded({ action }, reach);
};

const canBeTold = (duty: string, reach: Reach): boolean => reach.duties.has(duty) || !isDuty(reach, duty);

export const canHold = (c: Condition, reach: Reach): boolean => {
  if ("told" in c) return canBeTold(c.told, reach);
  if ("recorded" in c) return canBeRecorded({ action: c.recorded, with: c.with }, reach);
  if ("lastRecorded" in c) return canBeRecorded({ action: c.lastRecorded, with: c.with }, reach);
  if ("concern" in c) return carriesConcern.some((action) => canBeRecorded({ action }, reach));
  if ("elapsed" in c) return canBeKnown(c.elapsed.from, reach) && canBeKnown(c.elapsed.to, reach);
  if ("unmet" in c) return canFail(c.unmet.condition, reach) && canBeKnown(c.unmet.by.anchor, reach);
  if ("not" in c) return canFail(c.not, reach);
  if ("all" in c) return c.all.every((one) => canHold(one, reach));
  if ("any" in c) return c.any.some((one) => canHold(one, reach));
  return true;
};

export const canFail = (c: Condition, reach: Reach): boolean => {
  if ("always" in c) return false;
  if ("attemptsShortOf" in c) return reach.actions.has("contact-attempt");
  if ("not" in c) return canHold(c.not, reach);
  if ("all" in c) return c.all.some((one) => canFail(one, reach));
  if ("any" in c) return c.any.every((one) => canFail(one, reach));
  return true;
};

const further = ({ profile, ...reach }: Reach): Reach => ({
  profile,
  duties: new Set(profile.rules.filter((r) => canHold(r.when, { profile, ...reach })).map((r) => r.duty)),
  actions: new Set(
    actionNames.filter((action) =>
      profile.guards
        .filter((guard) => guard.actions.includes(action))
        .every((guard) => canFail(guard.refuseWhen, { profile, ...reach })),
    ),
  ),
});

/** From what reports bring alone, step by step to all that can follow from it. */
export const reachOf = (profile: Profile): Reach => {
  let reach: Reach = { profile, duties: new Set(), actions: new Set() };
  for (;;) {
    const next = further(reach);
    if (next.duties.size === reach.duties.size && next.actions.size === reach.actions.size) return next;
    reach = next;
  }
};
