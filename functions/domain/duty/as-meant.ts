import type { Context } from "../condition/context.ts";
import type { ActionEvent } from "../episode/events.ts";
import { namingItsRecord } from "./record-standing.ts";
import { namingApproved } from "./signing.ts";
import { namingTakenBack } from "./taking-back.ts";
import { isManager } from "./who-acted.ts";

/** What a manager has to approve waits, unless a manager records it. */
const awaitingApproval = (action: ActionEvent, { profile }: Context): ActionEvent =>
  profile.approved.includes(action.type) && !isManager(action, profile)
    ? { ...action, awaits: "approval" }
    : action;

/** What a person does, on the episode as it stands: which record it is about, and whether it counts by itself. */
export const asMeant = (action: ActionEvent, context: Context): ActionEvent =>
  [namingItsRecord, namingApproved, namingTakenBack].reduce(
    (meant, naming) => naming(meant, context.episode),
    awaitingApproval(action, context),
  );
