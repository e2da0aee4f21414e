import { toInstant } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import { holds } from "../condition/since.ts";
import type { ActionEvent } from "../episode/events.ts";
import type { Condition } from "../profile/condition.ts";
import type { Guard } from "../profile/rule.ts";
import { isOurs } from "../profile/staff.ts";
import { valueAt } from "../value-at.ts";
import { unknownNames } from "./as-known.ts";
import { countersignRefusals } from "./countersign.ts";
import { dutiesOf } from "./duties.ts";
import { approvalRefusals, isOwnWork } from "./signing.ts";
import { takingBackRefusals } from "./taking-back.ts";
import { isAllocatedWorker, isManager } from "./who-acted.ts";

/** Why an action was not recorded: the rule and clause that refuse it where there is one, in words. */
export type Refusal = { rule?: string; clause?: string; local?: true; says: string };

/** What a guard answers; what is only our practice says so (ALL-19). */
export const refusalBy = ({ id, clause, local, says }: Guard): Refusal => ({
  rule: id,
  clause,
  ...(local ? { local } : {}),
  says,
});

const emptySections = (wanted: readonly string[] | "any", action: ActionEvent, context: Context): boolean => {
  const record =
    action.type === "written-record"
      ? action
      : context.episode.actions.findLast((a) => a.type === "written-record");
  const sections = (record?.data.sections ?? {}) as Record<string, string>;
  const ids = wanted === "any" ? context.profile.form.map((s) => s.id) : wanted;
  return ids.some((id) => !sections[id]?.trim());
};

const isAfter = (duty: string, action: ActionEvent, context: Context): boolean => {
  const limit = dutiesOf(context).find((d) => d.key === duty)?.dueAt;
  return limit !== undefined && toInstant(action.at) > limit;
};

const anyOutsideStaff = (fields: readonly string[], action: ActionEvent, context: Context): boolean =>
  fields
    .map((field) => valueAt(action.data, field))
    .some((value) => typeof value === "string" && !isOurs(value, context.profile));

const isSignedBy = (
  who: Extract<Condition, { signedBy: string }>["signedBy"],
  action: ActionEvent,
  { episode, profile }: Context,
): boolean => {
  if (who === "no-manager") return !isManager(action, profile);
  return who === "whoever-did-it" ? isOwnWork(action, episode) : !isAllocatedWorker(action, episode);
};

/** A condition that may also look at the action at hand; the action itself is not yet part of the episode. */
const holdsFor = (condition: Condition, action: ActionEvent, context: Context): boolean => {
  if ("data" in condition) {
    const value = valueAt(action.data, condition.data);
    return condition.is === undefined ? value !== undefined && value !== "" : value === condition.is;
  }
  if ("after" in condition) return isAfter(condition.after, action, context);
  if ("outsideStaff" in condition) return anyOutsideStaff(condition.outsideStaff, action, context);
  if ("signedBy" in condition) return isSignedBy(condition.signedBy, action, context);
  if ("sectionsEmpty" in condition) return emptySections(condition.sectionsEmpty, action, context);
  if ("not" in condition) return !holdsFor(condition.not, action, context);
  if ("all" in condition) return condition.all.every((c) => holdsFor(c, action, context));
  if ("any" in condition) return condition.any.some((c) => holdsFor(c, action, context));
  return holds(condition, context);
};

const refuses = (guard: Guard, action: ActionEvent, context: Context): boolean =>
  guard.actions.includes(action.type) && holdsFor(guard.refuseWhen, action, context);

/** Every guard of the protocol that refuses the action, and what no protocol allows. Refused means: nothing is changed. */
export const refusalsOf = (action: ActionEvent, context: Context): Refusal[] => [
  ...context.profile.guards.filter((guard) => refuses(guard, action, context)).map(refusalBy),
  ...unknownNames(action, context).map((says) => ({ says })),
  ...countersignRefusals(action, context),
  ...approvalRefusals(action, context.episode).map((says) => ({
    rule: "ALL-12",
    clause: "every protocol",
    says,
  })),
  ...(action.type === "worker-carried"
    ? [
        {
          rule: "ALL-17",
          clause: "every protocol",
          says: "This is kept by itself when the child is missing again: record the allocation.",
        },
      ]
    : []),
  ...takingBackRefusals(action, context).map((says) => ({ rule: "ALL-21", clause: "every protocol", says })),
];
