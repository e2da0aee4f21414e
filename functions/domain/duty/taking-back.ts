import type { Context } from "../condition/context.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";
import { takesBack } from "../episode/standing-events.ts";
import { isManager, samePerson } from "./who-acted.ts";

type Acts = Pick<Episode, "actions">;

/** A person may name an action by its name: the last that stands. The event keeps the id of the one they meant. */
export const namingTakenBack = (action: ActionEvent, { actions }: Acts): ActionEvent => {
  const named = takesBack(action);
  const id = actions.findLast(({ type, id }) => type === named && id !== action.id)?.id;
  if (id === undefined) return action;
  return action.type === "withdraw"
    ? { ...action, data: { ...action.data, recorded: id } }
    : { ...action, instead: { ...(action.instead ?? { reason: "" }), recorded: id } };
};

const isAuthor = (one: ActionEvent, other: ActionEvent): boolean =>
  samePerson(one, other) || (!one.actor && !other.actor && one.by === other.by);

/** Only what stands is taken back, and only by whoever recorded it or a manager (ALL-21). */
export const takingBackRefusals = (action: ActionEvent, { episode, profile }: Context): string[] => {
  const named = takesBack(action);
  if (named === undefined) return [];
  const meant = episode.actions.find(({ id }) => id === named);
  if (episode.compacts.some(({ id }) => id === named)) return ["A report is not withdrawn."];
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
