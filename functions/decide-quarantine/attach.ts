import { findEpisode } from "../append-events/find-episode.ts";
import type { LedgerEntry } from "../append-events/writes.ts";
import { toIso } from "../domain/calendar/instant.ts";
import type { ActionEvent } from "../domain/episode/events.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import type { DecideDeps, Effect, Fault } from "./effect.ts";
import type { DecisionRequest } from "./request.ts";

/** The mail stays what it is, and the episode has a note that says where it lies, who put it there and why. */
export const attached = async (
  { mailId, reasons }: LedgerEntry,
  request: DecisionRequest,
  deps: DecideDeps,
): Promise<Result<Effect, Fault>> => {
  if (!request.reference?.trim()) return fail(["Say which episode the mail belongs to: its reference."]);
  const episodeId = await findEpisode(request.reference, deps);
  if (!episodeId) return fail("unknown-episode");
  const at = toIso(deps.now());
  const why = request.reason?.trim() || `it waited as ${reasons.join(", ")}`;
  const note: ActionEvent = {
    kind: "action",
    type: "note",
    id: `attached:${mailId}`,
    at,
    recordedAt: at,
    by: request.by,
    data: { text: `The mail ${mailId} was attached to this episode: ${why}.`, mailId },
  };
  return ok({ kind: "attached", events: new Map([[episodeId, [note]]]), outcome: "quarantined" });
};
