import { toIso } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import { holds } from "../condition/since.ts";
import { isSayable } from "../condition/unknown.ts";
import { countersignRefusals } from "../duty/countersign.ts";
import type { Duty } from "../duty/duty.ts";
import { type Refusal, refusalBy } from "../duty/guards.ts";
import { type ActionName, actionNames } from "../episode/action-names.ts";
import { waitingForApproval } from "../episode/approvals.ts";
import type { ActionEvent } from "../episode/events.ts";
import { linksIn } from "../episode/links.ts";
import { mailOf } from "../episode/of-mail.ts";
import { oncePer } from "../once-per.ts";
import type { Condition, Happening } from "../profile/condition.ts";
import { partsOf } from "../profile/parts.ts";
import type { Profile } from "../profile/profile.ts";
import type { Actor } from "./actor.ts";
import { may } from "./may.ts";

/** Of use under every protocol, whether its rules name them or not. */
const always: readonly ActionName[] = [
  "allocate",
  "contact-attempt",
  "contact-made",
  "offer-interview",
  "decline",
  "exempt",
  "book-interview",
  "appointment-missed",
  "interview-held",
  "written-record",
  "raise-concern",
  "cancel",
  "found-retracted",
  "link-child",
  "unlink-child",
  "exemption-lifted",
  "send-back",
  "note",
  "fact-recorded",
  "approve",
  "withdraw",
];

const namedIn = (condition: Condition): string[] => {
  if ("recorded" in condition) return [condition.recorded];
  return "lastRecorded" in condition ? [condition.lastRecorded] : [];
};

/** The actions that a protocol's rules and guards know of. */
const knownTo = oncePer((profile: Profile): ReadonlySet<string> => {
  const conditions = [
    ...profile.rules.flatMap(({ when, doneWhen, notRequired, owner }) => [
      when,
      ...(doneWhen ? [doneWhen] : []),
      ...notRequired.map((one) => one.when),
      ...owner.flatMap((one) => one.when ?? []),
    ]),
    ...profile.guards.map(({ refuseWhen }) => refuseWhen),
    ...profile.permittedContacts.map(({ when }) => when),
  ];
  const ending = profile.rules.flatMap(({ endedBy }) => endedBy);
  return new Set([
    ...always,
    ...ending.flatMap(({ action, once, undoneBy }) =>
      [action, once, undoneBy].filter((one) => one !== undefined),
    ),
    ...profile.guards.flatMap(({ actions }) => actions),
    ...conditions.flatMap(partsOf).flatMap(namedIn),
  ]);
});

const isOver = ({ episode }: Context): boolean => episode.status === "cancelled";

/** What takes something back is of use only while it stands. */
const hasSubject = (action: ActionName, context: Context): boolean => {
  const { actions, compacts, status } = context.episode;
  if (action === "approve") return waitingForApproval({ actions }).length > 0;
  if (action === "withdraw")
    return [...actions, ...compacts].some((one) => one.kind === "action" || mailOf(one) !== undefined);
  if (action === "unlink-child") return linksIn(actions).length > 0;
  if (action === "found-retracted") return status === "returned";
  if (action === "exemption-lifted")
    return (
      actions.findLast(({ type }) => type === "exempt" || type === "exemption-lifted")?.type === "exempt"
    );
  return !isOver(context) || action === "note";
};

const looksAtData = (part: Condition): boolean =>
  "data" in part ||
  "after" in part ||
  "outsideStaff" in part ||
  "signedBy" in part ||
  "sectionsEmpty" in part;

const asBy = (actor: Actor, action: ActionName, { now }: Context): ActionEvent => ({
  kind: "action",
  type: action,
  id: "asked",
  at: toIso(now),
  recordedAt: toIso(now),
  by: actor.address,
  channel: "console",
  actor,
  data: {},
});

/** What refuses the action now, whatever anybody types in its form. */
export const standingInTheWay = (action: ActionName, actor: Actor, context: Context): Refusal[] => [
  ...context.profile.guards
    .filter(
      ({ actions, refuseWhen }) =>
        actions.includes(action) && !partsOf(refuseWhen).some(looksAtData) && holds(refuseWhen, context),
    )
    .map(refusalBy),
  ...countersignRefusals(asBy(actor, action, context), context),
];

/** The actions this person may record on the episode as it stands, in the order a form is looked for. */
export const offered = (actor: Actor, context: Context): ActionName[] =>
  actionNames.filter(
    (action) =>
      may(actor.roles, action) && knownTo(context.profile).has(action) && hasSubject(action, context),
  );

/** What is recorded on the way to something, and beside it: each attempt counts, and none ends the duty. */
const onTheWayTo: Partial<Record<ActionName, readonly ActionName[]>> = {
  "contact-made": ["contact-attempt"],
  "interview-held": ["book-interview", "appointment-missed"],
};

const saying: Partial<Record<Happening, readonly ActionName[]>> = {
  approved: ["approve", "withdraw"],
  "cancellation-explained": ["fact-recorded", "found-retracted", "cancel"],
};

/** What makes a condition hold where a person can say so. */
const madeSoBy = (part: Condition): readonly ActionName[] => {
  if ("happened" in part) return saying[part.happened] ?? [];
  return "fact" in part && isSayable(part.fact) ? ["fact-recorded"] : [];
};

/** What is recorded for a duty: what leads to its end, then what ends it. */
export const actionsFor = ({ rule }: Pick<Duty, "rule">): ActionName[] => [
  ...new Set([
    ...rule.endedBy.flatMap(({ action }) => [...(onTheWayTo[action] ?? []), action]),
    ...(rule.doneWhen ? partsOf(rule.doneWhen).flatMap(madeSoBy) : []),
  ]),
];
