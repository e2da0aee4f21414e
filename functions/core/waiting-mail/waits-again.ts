import type { ActionEvent, CompactEvent } from "../../domain/episode/events.ts";
import type { LedgerEntry, Write } from "../ports/writes.ts";

type TakenOff = { event: ActionEvent | CompactEvent; episodeId: string; by: ActionEvent };

const waitingBefore = ({ outcome, decision, waiting = 0 }: LedgerEntry): number =>
  outcome === "quarantined" && decision === undefined ? waiting : 0;

/**
 * A mail put on an episode wrongly waits again for a person, who is told at once (ALL-21). What ended its wait before is
 * gone from its account; the episode keeps who released it, and the account who took it off, and why.
 */
export const waitsAgain = (entry: LedgerEntry, { event, episodeId, by }: TakenOff): Write => {
  const { decision, alertAt: _, about = [], ...kept } = entry;
  const before = waitingBefore(entry);
  const report =
    event.kind === "compact" ? [{ kind: event.type, reference: event.compact.reference }] : about;
  const why = by.instead?.reason ?? by.data.reason;
  return {
    kind: "waits-again",
    was: entry,
    entry: {
      ...kept,
      outcome: "quarantined",
      reasons: [...new Set([...entry.reasons, "taken-off"])],
      ...(event.kind === "compact" ? { waiting: before + 1 } : {}),
      about: before > 0 && event.kind === "compact" ? [...about, ...report] : report,
      alertAt: by.recordedAt,
      takenOff: [
        ...(entry.takenOff ?? []),
        {
          episodeId,
          by: by.by,
          ...(by.channel ? { channel: by.channel } : {}),
          ...(by.actor ? { actor: by.actor } : {}),
          at: by.recordedAt,
          reason: String(why ?? ""),
          ...(decision ? { decided: decision.id } : {}),
        },
      ],
    },
  };
};
