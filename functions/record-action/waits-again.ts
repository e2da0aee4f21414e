import type { Ledger } from "../core/ports/ledger.ts";
import type { LedgerEntry, Write } from "../core/ports/writes.ts";
import { type Instant, toIso } from "../domain/calendar/instant.ts";
import type { Episode } from "../domain/episode/episode.ts";
import type { ActionEvent, CompactEvent } from "../domain/episode/events.ts";
import { mailOf, takesBack } from "../domain/episode/standing-events.ts";

export type TakeOffDeps = { ledger: Pick<Ledger, "entry">; now: () => Instant };

const asItWas = ({ decision, outcome }: LedgerEntry): "waiting" | "decided" | "applied" => {
  if (decision) return "decided";
  return outcome === "quarantined" ? "waiting" : "applied";
};

const about = (event: ActionEvent | CompactEvent) =>
  event.kind === "compact" ? [{ kind: event.type, reference: event.compact.reference }] : [];

/** Who decided about it, and what was odd of it then, holds no longer; the episode keeps who took it off, when and why. */
const waitingAgain = (entry: LedgerEntry, event: ActionEvent | CompactEvent, now: Instant): LedgerEntry => {
  const { decision: _, cameAgain: __, inList: ___, disputes: ____, ...kept } = entry;
  const before = asItWas(entry) === "waiting" ? entry : undefined;
  return {
    ...kept,
    outcome: "quarantined",
    reasons: [...new Set([...(before?.reasons ?? []), "taken-off"])],
    takenOff: (entry.takenOff ?? 0) + 1,
    waiting: (before?.waiting ?? 0) + 1,
    about: [...(before?.about ?? []), ...about(event)],
    alertAt: toIso(now),
  };
};

/** In one transaction with what takes a mail off its episode, the mail waits for a person again, who is told (ALL-21). */
export const waitsAgain = async (
  action: ActionEvent,
  { actions, compacts }: Pick<Episode, "actions" | "compacts">,
  { ledger, now }: TakeOffDeps,
): Promise<Write[]> => {
  const named = takesBack(action);
  const event = [...compacts, ...actions].find(({ id }) => id === named);
  const mailId = event && mailOf(event);
  const entry = mailId === undefined ? undefined : await ledger.entry(mailId);
  return event && entry
    ? [{ kind: "waits-again", entry: waitingAgain(entry, event, now()), was: asItWas(entry) }]
    : [];
};
