import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Compact } from "../compact/compact.ts";
import type { Episode } from "./episode.ts";
import type { CompactEvent, EpisodeEvent } from "./events.ts";
import { inActedOrder, inSentOrder, inStatedOrder } from "./order.ts";
import { lastProfileChange } from "./profile-change.ts";
import { highestRisk } from "./risk.ts";
import { standingEvents } from "./standing-events.ts";
import { overPolice, saidByUs } from "./stated-by-us.ts";
import { notAfterReceipt } from "./stated-times.ts";
import { standingOf } from "./status.ts";

const withFactsOf = (facts: Partial<Compact>, event: CompactEvent): Partial<Compact> => {
  const compact = notAfterReceipt(event);
  // Words nobody read are superseded by none that came later.
  const unread = [...new Set([...(facts.unread ?? []), ...(compact.unread ?? [])])];
  return {
    ...facts,
    ...compact,
    ...(unread.length > 0 ? { unread } : {}),
    child: { ...facts.child, ...compact.child },
    provenance: { ...facts.provenance, ...compact.provenance },
  };
};

/** Of two mails the later one knows better, but a mail nobody could authenticate only fills what no other states. */
const latestFacts = (compacts: readonly CompactEvent[]): Partial<Compact> => {
  const sent = inSentOrder(compacts);
  return [...sent.filter((c) => !c.trusted), ...sent.filter((c) => c.trusted)].reduce<Partial<Compact>>(
    withFactsOf,
    {},
  );
};

const instant = (iso: string | undefined): Instant | undefined => (iso ? toInstant(iso) : undefined);

const earliest = (compacts: readonly CompactEvent[]): Instant =>
  Math.min(...compacts.map((c) => toInstant(c.recordedAt)));

const withoutAbsent = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as never;

/**
 * The episode its events describe. Pure, and the same for every order in which mails arrive: status follows the stated
 * times, each fact the latest mail that states it. A mail that failed authentication may add and raise, never
 * close, cancel or lower.
 */
export const fold = (id: string, events: readonly EpisodeEvent[]): Episode => {
  const { standing: counted, taken } = standingEvents(events);
  const compacts = counted.filter((e) => e.kind === "compact");
  const actions = inActedOrder(counted.filter((e) => e.kind === "action"));
  const rungs = inActedOrder(events.filter((e) => e.kind === "rung"));
  const ever = events.filter((e) => e.kind === "compact");
  const first = inSentOrder(compacts)[0] ?? inSentOrder(ever)[0];
  if (!first) throw new RangeError("an episode has at least one compact");
  const standing = standingOf(compacts, actions);
  const facts = overPolice(latestFacts(compacts), actions);
  const { found, assumed } = standing;
  // A cancellation that says nothing of the child counts as a return at its own time, whatever an earlier return stated.
  const back = assumed && toInstant(assumed.at);
  return {
    id,
    reference: first.compact.reference,
    force: first.force,
    status: standing.status,
    notifiedAt: earliest(compacts.length > 0 ? compacts : ever),
    facts,
    flags: new Set([...compacts, ...saidByUs(actions)].flatMap((c) => c.compact.flags ?? [])),
    compacts: inStatedOrder(compacts),
    actions,
    rungs: rungs.filter(({ only }) => only === undefined),
    partlyTold: rungs.filter(({ only }) => only !== undefined),
    taken,
    ...withoutAbsent({
      cancelledBecause: standing.cancelledBecause,
      cancelledAt: instant(standing.cancelledAt),
      missingAt: instant(facts.missingSince),
      reportedAt: instant(facts.reportedAt),
      foundAt: back ?? (found && instant(facts.foundAt)),
      returnedAt: back ?? (found && instant(facts.returnedAt ?? facts.foundAt)),
      assumedBackSince: assumed && toInstant(assumed.recordedAt),
      foundNotifiedAt: found && toInstant(found.recordedAt),
      highestRisk: highestRisk(compacts, actions),
      profileChange: lastProfileChange(events),
    }),
  };
};
