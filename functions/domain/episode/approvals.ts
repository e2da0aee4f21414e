import { toInstant } from "../calendar/instant.ts";
import type { ActionEvent } from "./events.ts";

type Acts = { actions: readonly ActionEvent[] };

/** Whoever recorded it may not decide it alone: it counts once a manager stands by it (ALL-12). */
export const isApproved = (action: ActionEvent, { actions }: Acts): boolean =>
  action.awaits === undefined || actions.some((a) => a.type === "approve" && a.data.recorded === action.id);

/** What waits for a manager, the longest wait first. */
export const waitingForApproval = (acts: Acts): ActionEvent[] =>
  acts.actions
    .filter((action) => !isApproved(action, acts))
    .toSorted((a, b) => toInstant(a.recordedAt) - toInstant(b.recordedAt));
