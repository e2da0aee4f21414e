import * as z from "zod";
import { findEpisode } from "../core/append-events/find-episode.ts";
import type { LedgerEntry } from "../core/ports/writes.ts";
import { saysUnproved } from "../core/waiting-mail/proof.ts";
import { toIso } from "../domain/calendar/instant.ts";
import { whoOf } from "../domain/console/actor.ts";
import type { ActionEvent } from "../domain/episode/events.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import { type DecideDeps, type Effect, eventIdOf, type Fault } from "./effect.ts";
import type { Deciding } from "./request.ts";

const saidSchema = z.object({ waiting: z.number() });

/** Of one report the person has seen that nothing is done about it; several are easily taken for one. */
const unsaid = ({ waiting = 0 }: LedgerEntry, { data }: Deciding): string[] => {
  const said = saidSchema.safeParse(data);
  return waiting < 2 || said.data?.waiting === waiting
    ? []
    : [
        `${waiting} reports wait in the mail, and attached none of them is acted on: release it, or say waiting: ${waiting} to attach it all the same.`,
      ];
};

/** The mail stays what it is, and the episode has a note that says where it lies, who put it there and why. */
export const attached = async (
  entry: LedgerEntry,
  request: Deciding,
  deps: DecideDeps,
): Promise<Result<Effect, Fault>> => {
  const { mailId, reasons } = entry;
  if (!request.reference?.trim()) return fail(["Say which episode the mail belongs to: its reference."]);
  const faults = unsaid(entry, request);
  if (faults.length > 0) return fail(faults);
  const episodeId = await findEpisode(request.reference, deps);
  if (!episodeId) return fail("unknown-episode");
  const at = toIso(deps.now());
  const why = request.reason?.trim() || `it waited as ${reasons.join(", ")}`;
  const note: ActionEvent = {
    kind: "action",
    type: "note",
    id: eventIdOf("attached", entry.takenOff, mailId),
    at,
    recordedAt: at,
    ...whoOf(request),
    data: { text: `The mail ${mailId} was attached to this episode: ${why}.`, mailId, reason: why },
  };
  return ok({
    kind: "attached",
    events: new Map([[episodeId, [note]]]),
    outcome: "quarantined",
    unproved: saysUnproved(reasons),
  });
};
