import { toIso } from "../../../functions/domain/calendar/instant.ts";
import { arisen, type EpisodeStatus } from "../../../functions/domain/duty/assess.ts";
import type { Duty, DutyState } from "../../../functions/domain/duty/duty.ts";
import type {
  ActionEvent,
  CompactEvent,
  EpisodeEvent,
  RungEvent,
} from "../../../functions/domain/episode/events.ts";
import { inStatedOrder } from "../../../functions/domain/episode/order.ts";
import type { Clients } from "../stack/clients.ts";
import type { Deployed } from "../stack/stacks.ts";
import { assessed } from "./assessed.ts";
import { findEpisode } from "./read-episode.ts";

export type DutyView = {
  rule: string;
  duty: string;
  clause: string;
  dueAt: string | null;
  state: DutyState;
  reason: string | null;
  rungsFired: string[];
};

/**
 * What happened; of a person's act who did it, of a mail out which one it was and whom it went to. Of a mail in that a
 * person let out of quarantine: who did, when, why, and what of it is theirs.
 */
export type EventView = { type: string; at: string } & Partial<
  {
    by: string;
    reason: string;
    mailId: string;
    releasedAt: string;
    corrected: string[];
    confirmed: boolean;
    sameChild: true;
  } & Pick<RungEvent, "rule" | "duty" | "rung" | "to">
>;

export type EpisodeView = {
  id: string;
  reference: string;
  status: EpisodeStatus;
  profile: string;
  events: EventView[];
  duties: DutyView[];
};

type FiredRung = { duty: string; rung: string };

const dutyView = (duty: Duty, fired: readonly FiredRung[]): DutyView => ({
  rule: duty.rule.id,
  duty: duty.key,
  clause: duty.rule.clause,
  dueAt: duty.dueAt === undefined ? null : toIso(duty.dueAt),
  state: duty.state,
  reason: duty.reason ?? null,
  rungsFired: fired.filter((r) => r.duty === duty.key).map((r) => r.rung),
});

const releaseView = ({ mailId, released }: CompactEvent): Partial<EventView> => {
  if (!released) return {};
  const { at: releasedAt, channel: _, actor: __, ...rest } = released;
  return { mailId, releasedAt, ...rest };
};

/** A note that a decision about a mail left, and not a person's own. */
const attachedView = ({ data: { mailId, reason } }: ActionEvent): Partial<EventView> => ({
  ...(typeof mailId === "string" ? { mailId } : {}),
  ...(typeof mailId === "string" && typeof reason === "string" ? { reason } : {}),
});

export const eventView = (event: EpisodeEvent): EventView => {
  const { type, at } = event;
  if (event.kind === "compact") return { type, at, ...(event.released ? releaseView(event) : {}) };
  if (event.kind === "action") return { type, at, by: event.by, ...attachedView(event) };
  if (event.kind !== "rung") return { type, at };
  const { rule, duty, rung, to } = event;
  return { type, at, rule, duty, rung, to };
};

/** The episode as it stands at this time on the lab's clock. */
export const episodeView = async (
  reference: string,
  now: number,
  clients: Clients,
  deployed: Deployed,
): Promise<EpisodeView> => {
  const stored = await findEpisode(reference, clients, deployed);
  const { row, events } = stored;
  const assessment = await assessed(stored, now, clients, deployed);
  // A mail to one of several is said once all of them have theirs.
  const whole = events.filter((e) => e.kind !== "rung" || e.only === undefined);
  const fired = whole.flatMap((e) => (e.kind === "rung" ? [{ duty: e.duty, rung: e.rung }] : []));
  return {
    id: row.episodeId,
    reference: row.reference,
    status: assessment.status,
    profile: row.profileHash,
    events: inStatedOrder(whole).map(eventView),
    duties: arisen(assessment, now).map((duty) => dutyView(duty, fired)),
  };
};
