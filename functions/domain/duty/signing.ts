import { waitingForApproval } from "../episode/approvals.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";
import { samePerson } from "./who-acted.ts";

/** The work that a signature is about: nobody signs their own (ALL-12). */
const workSigned = (action: ActionEvent, { actions }: Pick<Episode, "actions">): ActionEvent[] => {
  const of = (...types: ActionEvent["type"][]) => actions.filter(({ type }) => types.includes(type));
  if (action.type === "sign-off")
    // Whoever wrote the record is told so in words of its own (countersign.ts).
    return of("interview-held", "unable-to-gather-voice");
  if (action.type === "approve-telephone") return of("contact-attempt");
  if (action.type === "approve") return actions.filter(({ id }) => id === action.data.recorded);
  return [];
};

export const isOwnWork = (action: ActionEvent, episode: Pick<Episode, "actions">): boolean =>
  workSigned(action, episode).some((work) => samePerson(work, action));

/** Only what waits is approved. */
export const approvalRefusals = (action: ActionEvent, episode: Pick<Episode, "actions">): string[] =>
  action.type === "approve" && !waitingForApproval(episode).some(({ id }) => id === action.data.recorded)
    ? ["Nothing that was recorded on this episode waits for this approval."]
    : [];

/** Approved without a name is what has waited longest. */
export const namingApproved = (action: ActionEvent, episode: Pick<Episode, "actions">): ActionEvent => {
  const [first] = waitingForApproval(episode);
  return action.type === "approve" && action.data.recorded === undefined && first
    ? { ...action, data: { ...action.data, recorded: first.id } }
    : action;
};
