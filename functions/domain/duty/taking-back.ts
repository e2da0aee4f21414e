import type { Context } from "../condition/context.ts";
import { may } from "../console/may.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent, CompactEvent } from "../episode/events.ts";
import { mailOf } from "../episode/of-mail.ts";
import { takesBack } from "../episode/standing-events.ts";
import type { Profile } from "../profile/profile.ts";
import { isManager, rolesOf, samePerson } from "./who-acted.ts";

type Acts = Pick<Episode, "actions" | "compacts">;

/** A person may name an action or a report by its name: the last that stands. The event keeps the id of the one they meant. */
export const namingTakenBack = (action: ActionEvent, { actions, compacts }: Acts): ActionEvent => {
  const named = takesBack(action);
  const id =
    actions.findLast(({ type, id }) => type === named && id !== action.id)?.id ??
    compacts.findLast(({ type }) => type === named)?.id;
  if (id === undefined) return action;
  return action.type === "withdraw"
    ? { ...action, data: { ...action.data, recorded: id } }
    : { ...action, instead: { ...(action.instead ?? { reason: "" }), recorded: id } };
};

const isAuthor = (one: ActionEvent, other: ActionEvent): boolean =>
  samePerson(one, other) || (!one.actor && !other.actor && one.by === other.by);

/** Whoever decides about mails that wait decides that one waits again; in the lab also the roles that are told of them. */
const decidesOnMails = (action: ActionEvent, profile: Profile): boolean =>
  may(rolesOf(action), "decide-quarantine") ||
  isManager(action, profile) ||
  rolesOf(action).some((role) => [profile.quarantine.role, profile.quarantine.next].includes(role));

const takingOff = (report: CompactEvent | ActionEvent, action: ActionEvent, profile: Profile): string[] => {
  if (mailOf(report) === undefined)
    return ["What was opened by hand is not taken off: cancel it as created in error, or as a duplicate."];
  if (action.instead)
    return [
      "A report is not recorded again: take it off with withdraw, and release its mail as it should be.",
    ];
  return decidesOnMails(action, profile)
    ? []
    : ["A coordinator or a manager takes a report off its episode: they decide about mails that wait."];
};

/** Only what stands is taken back, and only by whoever recorded it or a manager (ALL-21). */
export const takingBackRefusals = (action: ActionEvent, { episode, profile }: Context): string[] => {
  const named = takesBack(action);
  if (named === undefined) return [];
  const meant = episode.actions.find(({ id }) => id === named);
  const report = episode.compacts.find(({ id }) => id === named) ?? (meant && mailOf(meant) && meant);
  if (report) return takingOff(report, action, profile);
  if (meant && episode.taken.some(({ event, by }) => by.id === meant.id && mailOf(event) !== undefined))
    return ["The mail waits again: release it, or attach it, and it counts again."];
  if (!meant)
    return [
      episode.taken.some(({ event }) => event.id === named)
        ? "This was taken back already."
        : `Nothing that stands on this episode is known as "${named}".`,
    ];
  if (action.instead && meant.type !== action.type)
    return [`What is corrected is ${meant.type.replaceAll("-", " ")}, and is recorded again as that.`];
  return isAuthor(meant, action) || isManager(action, profile)
    ? []
    : ["Only whoever recorded it, or a manager, takes it back."];
};
