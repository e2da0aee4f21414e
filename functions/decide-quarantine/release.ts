import { compactEvent, type Origin } from "../core/compact-events/compact-event.ts";
import { episodeFor } from "../core/compact-events/episode-for.ts";
import type { LedgerEntry } from "../core/ports/writes.ts";
import { isProvedToBeOf } from "../core/waiting-mail/proof.ts";
import { waitingDrafts } from "../core/waiting-mail/waiting-drafts.ts";
import { toInstant, toIso } from "../domain/calendar/instant.ts";
import { type Who, whoOf } from "../domain/console/actor.ts";
import type { CompactEvent } from "../domain/episode/events.ts";
import type { Profile } from "../domain/profile/profile.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import { doubtsOf } from "../reading/doubts.ts";
import { type Corrected, correct } from "./corrections.ts";
import { type DecideDeps, type Effect, eventIdOf, type Fault } from "./effect.ts";
import { dataFaults } from "./fault-sentences.ts";
import { otherChildren } from "./identity.ts";
import { type Corrections, correctionsSchema } from "./per-report.ts";
import type { Deciding } from "./request.ts";

/** Named by the person, else known from the sender, else the only one there is. */
const forceOf = (
  named: string | undefined,
  sender: string | undefined,
  { forces }: Profile,
): Result<string, Fault> => {
  const ids = forces.map(({ id }) => id);
  const force = named ?? sender ?? (ids.length === 1 ? ids[0] : undefined);
  return force !== undefined && ids.includes(force)
    ? ok(force)
    : fail([`force: say whose report this is, one of ${ids.join(", ")}.`]);
};

/**
 * A mail not proved to be the force's never closes an episode or lowers its risk. So that nobody believes it did,
 * one that might is released only by somebody who says whether the force stands by it.
 */
const unconfirmed = (
  proved: boolean,
  { confirmed }: Corrections,
  compacts: readonly Corrected[],
): string[] =>
  !proved &&
  confirmed === undefined &&
  compacts.some(({ compact }) => !["missing", "absent"].includes(compact.kind))
    ? [
        "confirmed: the mail is not proved to be the force's. Ask them; say true if they confirm it, and false to let it add to the episode without closing it or lowering its risk.",
      ]
    : [];

/** By their number in the mail, from 1. */
const leftOutOf = ({ compacts = [] }: Corrections): number[] =>
  compacts.flatMap((one, index) => (one === null ? [index + 1] : []));

const unexplained = ({ reason }: Deciding): string[] =>
  reason?.trim() ? [] : ["Say why a report is left out: a reason is kept with the mail."];

type Why = {
  who: Who;
  reason: string | undefined;
  at: string;
  waitedAs: readonly string[];
  confirmed: boolean | undefined;
  takenOff: LedgerEntry["takenOff"];
};

const releasedEvent = (
  { index, compact, fields, sameChild }: Corrected,
  origin: Origin,
  { who, reason, at, waitedAs, confirmed, takenOff }: Why,
): CompactEvent => ({
  ...compactEvent(compact, index, origin),
  // Not the id ingest would give it: other compacts of this mail may be there under those.
  id: eventIdOf("released", takenOff, `${origin.mailId}:${index}`),
  released: {
    ...who,
    at,
    reason: reason?.trim() || `it waited as ${waitedAs.join(", ")}`,
    corrected: fields,
    ...(confirmed === undefined ? {} : { confirmed }),
    ...(sameChild ? { sameChild: true as const } : {}),
  },
});

const byEpisode = async (
  events: readonly CompactEvent[],
  { episodes }: Pick<DecideDeps, "episodes">,
): Promise<Map<string, CompactEvent[]>> => {
  const placed = await Promise.all(
    events.map(async (event) => ({ event, id: await episodeFor(event, episodes) })),
  );
  const some = Map.groupBy(placed, ({ id }) => id);
  return new Map([...some].map(([id, list]) => [id, list.map(({ event }) => event)]));
};

/** The mail read again with the code of now, a person's corrections laid over it; then it goes the usual way. */
export const released = async (
  entry: LedgerEntry,
  request: Deciding,
  deps: DecideDeps,
): Promise<Result<Effect, Fault>> => {
  const corrections = correctionsSchema.safeParse(request.data ?? {});
  if (!corrections.success) return fail(dataFaults(corrections.error, request.data));
  const reading = await deps.read(entry);
  const force = forceOf(corrections.data.force, reading.mail.force, deps.profiles.current.profile);
  if (!force.ok) return force;
  const drafts = await waitingDrafts(reading, force.value, entry, deps.episodes);
  const doubts = doubtsOf(reading, drafts, entry.receivedAt);
  const compacts = correct(drafts, doubts, corrections.data, { by: request.by, now: deps.now() });
  if (!compacts.ok) return compacts;
  const proved = isProvedToBeOf(force.value, reading);
  const leftOut = leftOutOf(corrections.data);
  const faults = [
    ...(leftOut.length > 0 ? unexplained(request) : []),
    ...unconfirmed(proved, corrections.data, compacts.value),
    ...(await otherChildren(compacts.value, force.value, deps.episodes)),
  ];
  if (faults.length > 0) return fail(faults);
  const { digest, date } = reading.mail;
  const origin: Origin = {
    mailId: entry.mailId,
    digest,
    force: force.value,
    trusted: corrections.data.confirmed ?? proved,
    date: date === undefined ? undefined : Date.parse(date),
    receivedAt: toInstant(entry.receivedAt),
  };
  const why = {
    who: whoOf(request),
    reason: request.reason,
    at: toIso(deps.now()),
    waitedAs: entry.reasons,
    confirmed: corrections.data.confirmed,
    takenOff: entry.takenOff,
  };
  const events = compacts.value.map((one) => releasedEvent(one, origin, why));
  return ok({
    kind: "released",
    events: await byEpisode(events, deps),
    outcome: "applied",
    digest,
    unproved: !origin.trusted,
    ...(leftOut.length > 0 && request.reason ? { leftOut, reason: request.reason } : {}),
  });
};
