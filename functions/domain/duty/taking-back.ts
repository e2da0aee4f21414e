import type { Context } from "../condition/context.ts";
import { may } from "../console/may.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent, CompactEvent } from "../episode/events.ts";
import { mailOf, takesBack } from "../episode/standing-events.ts";
import type { Profile } from "../profile/profile.ts";
import { isManager, rolesOf, samePerson } from "./who-acted.ts";

type Acts = Pick<Episode, "actions" | "compacts">;

/** A person may name what they take back by its name: the last that stands. The event keeps the id of the one they meant. */
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

/** Whoever decides about mails that wait decides that one waits again. */
const decidesAboutMails = (who: ActionEvent, profile: Profile): boolean =>
  may(rolesOf(who), "decide-quarantine") || isManager(who, profile);

const reportRefusals = (report: CompactEvent, action: ActionEvent, profile: Profile): string[] => {
  if (report.opened) return ["A person opened the episode with it: cancel the episode."];
  if (action.type !== "withdraw")
    return ["A report is taken off its episode, and let in again as it is right."];
  return decidesAboutMails(action, profile)
    ? []
    : ["Only a coordinator or a manager takes a report off an episode."];
};

/**
 * Only what stands is taken back: what a person recorded by them or a manager, a police report by whoever decides about
 * mails. What is taken off waits for a person again, and is let in from there (ALL-21).
 */
export const takingBackRefusals = (action: ActionEvent, { episode, profile }: Context): string[] => {
  const named = takesBack(action);
  if (named === undefined) return [];
  const report = episode.compacts.find(({ id }) => id === named);
  if (report) return reportRefusals(report, action, profile);
  const meant = episode.actions.find(({ id }) => id === named);
  if (!meant)
    return [
      episode.taken.some(({ event }) => event.id === named)
        ? "This was taken back already."
        : `Nothing that stands on this episode is known as "${named}".`,
    ];
  if (episode.taken.some(({ event, by }) => by.id === named && mailOf(event) !== undefined))
    return ["Its mail waits for a person again, and is let in from there."];
  if (action.instead && meant.type !== action.type)
    return [`What is corrected is ${meant.type.replaceAll("-", " ")}, and is recorded again as that.`];
  return isAuthor(meant, action) || isManager(action, profile)
    ? []
    : ["Only whoever recorded it, or a manager, takes it back."];
};
