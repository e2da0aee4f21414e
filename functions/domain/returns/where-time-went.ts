import { type Instant, toInstant } from "../calendar/instant.ts";
import type { FactsRow, Mark } from "./facts-row.ts";
import type { MarkKind } from "./mark-kinds.ts";

/** The first that is true of an instant is its state. "Where the time went": none of them names who was to blame. */
export const timeStates = [
  "suspended",
  "child-away",
  "police",
  "mail",
  "child-choice",
  "appointment",
  "missed-appointment",
  "allocation",
  "first-attempt",
  "reaching",
  "arranging",
] as const;

export type TimeState = (typeof timeStates)[number];
export type TimeSpan = { state: TimeState; from: Instant; to: Instant };

export type Away = { from: Instant; to: Instant };

export type TimeOptions = {
  /** Where the window ends while nothing has ended it. */
  cutOff: Instant;
  /** The child's other episodes. */
  away?: readonly Away[];
  /** Torbay allocates nobody: its provider has every child. */
  allocates?: boolean;
};

const returnOf = ({ returnedAt, foundAt }: FactsRow): Instant | undefined => {
  const back = returnedAt ?? foundAt;
  return back === undefined ? undefined : toInstant(back);
};

/** Read once: each is looked at for every piece of the wait. */
type Timed = Mark & { when: Instant };
const timed = (mark: Mark): Timed => ({ ...mark, when: toInstant(mark.at) });
const at = ({ when }: Timed): Instant => when;
const lastBy = (marks: readonly Timed[], kinds: readonly MarkKind[], now: Instant) =>
  marks.findLast((mark) => kinds.includes(mark.kind) && at(mark) <= now);

const touches: readonly MarkKind[] = [
  "tried",
  "reached",
  "offered",
  "booked",
  "declined",
  "letter-sent",
  "held",
];
const contacts: readonly MarkKind[] = ["reached", "offered", "booked", "declined", "held"];
const ends: readonly MarkKind[] = ["declined", "no-contact", "voice-not-gathered", "exempt"];

/** Before the first interview since the return; else the last thing that ended the wait and still stands. */
const stopOf = (since: readonly Timed[], cutOff: Instant): Instant => {
  const held = since.find(({ kind }) => kind === "held");
  if (held) return at(held);
  const last = since.findLast(
    ({ kind }) => ends.includes(kind) || kind === "booked" || kind === "exemption-lifted",
  );
  return last && ends.includes(last.kind) ? Math.min(at(last), cutOff) : cutOff;
};

const appointmentOf = (booked: Mark | undefined): Instant | undefined =>
  typeof booked?.codes?.for === "string" ? toInstant(booked.codes.for) : undefined;

type Told = { sent: Instant | undefined; received: Instant | undefined; firstAct: Instant | undefined };

/** Until the force's mail was written, or we acted without it. */
const before = (known: Instant | undefined, { firstAct }: Told, now: Instant): boolean =>
  now < Math.min(known ?? Number.POSITIVE_INFINITY, firstAct ?? Number.POSITIVE_INFINITY) &&
  (known !== undefined || firstAct !== undefined);

type Looked = { since: readonly Timed[]; allocated: boolean; told: Told; away: readonly Away[] };

const choiceOrAppointment = (since: readonly Timed[], now: Instant): TimeState | undefined => {
  const answer = since.findLast(
    (m) =>
      at(m) <= now &&
      (m.kind === "declined" || m.kind === "booked" || (m.kind === "offered" && m.codes?.accepted === true)),
  );
  if (answer?.kind === "declined") return "child-choice";
  const booked = lastBy(since, ["booked"], now);
  const appointment = appointmentOf(booked);
  if (appointment === undefined) return undefined;
  if (appointment <= now) return "missed-appointment";
  return booked?.codes?.chosenBy === "child" || booked?.codes?.chosenBy === "carer"
    ? "child-choice"
    : "appointment";
};

const stateAt = (now: Instant, { since, allocated, told, away }: Looked): TimeState => {
  if (lastBy(since, ["exempt", "exemption-lifted"], now)?.kind === "exempt") return "suspended";
  if (away.some(({ from, to }) => from <= now && now < to)) return "child-away";
  if (before(told.sent, told, now)) return "police";
  if (before(told.received, told, now)) return "mail";
  const chosen = choiceOrAppointment(since, now);
  if (chosen) return chosen;
  if (lastBy(since, contacts, now)) return "arranging";
  if (lastBy(since, touches, now)) return "reaching";
  return allocated ? "first-attempt" : "allocation";
};

/**
 * The wait from the return to its end, cut at everything that happened; each piece belongs to one state, so that the
 * pieces sum to the whole without a gap. Empty where the child is not back, or the wait is over at once.
 */
export const whereTimeWent = (
  row: FactsRow,
  { cutOff, away = [], allocates = true }: TimeOptions,
): TimeSpan[] => {
  const from = returnOf(row);
  if (from === undefined) return [];
  const marks = row.marks.map(timed).toSorted((a, b) => at(a) - at(b));
  const since = marks.filter((mark) => at(mark) >= from);
  const to = stopOf(since, cutOff);
  const told: Told = {
    sent: row.foundSentAt === undefined ? undefined : toInstant(row.foundSentAt),
    received: row.foundNotifiedAt === undefined ? undefined : toInstant(row.foundNotifiedAt),
    firstAct: since.map(at)[0],
  };
  const cuts = [
    from,
    ...marks.map(at),
    ...since.flatMap((mark) => appointmentOf(mark) ?? []),
    ...away.flatMap((one) => [one.from, one.to]),
    ...[told.sent, told.received].filter((one) => one !== undefined),
  ];
  const edges = [...new Set(cuts.filter((cut) => cut >= from && cut < to))].toSorted((a, b) => a - b);
  const spans: TimeSpan[] = [];
  for (const [i, edge] of edges.entries()) {
    const allocated = !allocates || lastBy(marks, ["allocated"], edge) !== undefined;
    const state = stateAt(edge, { since, allocated, told, away });
    const last = spans.at(-1);
    const end = edges[i + 1] ?? to;
    if (last?.state === state) last.to = end;
    else spans.push({ state, from: edge, to: end });
  }
  return spans;
};

const HOUR = 3_600_000;

/** Of the 72 hours from the return: what was left when the authority was told; negative where none was. */
export const hoursLeftWhenTold = (row: FactsRow): number | undefined => {
  const [from, told] = [returnOf(row), row.foundNotifiedAt];
  return from === undefined || told === undefined ? undefined : 72 - (toInstant(told) - from) / HOUR;
};
