import { type Instant, toInstant, toIso } from "../calendar/instant.ts";
import { datesBetween } from "../calendar/london.ts";
import type { FactsRow, Mark } from "./facts-row.ts";
import type { MarkKind } from "./mark-kinds.ts";

export const HOUR = 3_600_000;
/** DfE statutory guidance 2014, and every protocol here: hours that pass, weekends and nights among them. */
export const LIMIT_MS = 72 * HOUR;

/** How a wait for an interview ended; what nobody recorded is "waiting". */
export const outcomes = [
  "held",
  "declined",
  "no-contact",
  "voice-not-gathered",
  "exempt",
  "waiting",
] as const;
export type Outcome = (typeof outcomes)[number];

/** Each is true of fewer episodes than the one before: so that no numerator ever lies outside its denominator. */
export type Judged = {
  row: FactsRow;
  back: Instant;
  /** Of a child of ours, reported missing, and no mistake: an interview is ours to offer. */
  ours: boolean;
  toInterview: boolean;
  offeredAt?: Instant;
  acceptedAt?: Instant;
  held?: Mark;
  heldAt?: Instant;
  inTime: boolean;
  outcome: Outcome;
  /** 72 hours have passed since the return. */
  due: boolean;
  since: readonly Mark[];
};

export const backOf = ({ returnedAt, foundAt }: FactsRow): Instant | undefined => {
  const back = returnedAt ?? foundAt;
  return back === undefined ? undefined : toInstant(back);
};

export const atOf = ({ at }: Mark): Instant => toInstant(at);

const offers: readonly MarkKind[] = ["offered", "booked", "letter-sent", "held", "declined"];
const endings: Partial<Record<MarkKind, Outcome>> = {
  declined: "declined",
  "no-contact": "no-contact",
  "voice-not-gathered": "voice-not-gathered",
  exempt: "exempt",
};
const reopenings: readonly MarkKind[] = ["booked", "exemption-lifted"];

const outcomeOf = (since: readonly Mark[]): Outcome => {
  if (since.some(({ kind }) => kind === "held")) return "held";
  const last = since.findLast(({ kind }) => kind in endings || reopenings.includes(kind));
  return (last && endings[last.kind]) ?? "waiting";
};

const isAcceptance = ({ kind, codes }: Mark): boolean =>
  kind === "booked" || kind === "held" || (kind === "offered" && codes?.accepted === true);

const first = (marks: readonly Mark[], is: (mark: Mark) => boolean) => {
  const found = marks.find(is);
  return found && atOf(found);
};

/** What a return asks of an episode whose child is back; undefined of any other. */
export const judge = (row: FactsRow, cutOff: Instant): Judged | undefined => {
  const back = backOf(row);
  if (back === undefined || row.status === "cancelled") return undefined;
  // As text: a report reads a hundred thousand of them.
  const [from, to] = [toIso(back), toIso(cutOff)];
  const since = row.marks
    .filter(({ at }) => at >= from && at <= to)
    .toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  const outcome = outcomeOf(since);
  const ours = !row.placedByAnother && !row.absence;
  const held = since.find(({ kind }) => kind === "held");
  const heldAt = held && atOf(held);
  const offeredAt = first(since, ({ kind }) => offers.includes(kind));
  const acceptedAt = first(since, isAcceptance);
  return {
    row,
    back,
    ours,
    toInterview: ours && outcome !== "exempt",
    ...(offeredAt === undefined ? {} : { offeredAt }),
    ...(acceptedAt === undefined ? {} : { acceptedAt }),
    ...(held === undefined ? {} : { held }),
    ...(heldAt === undefined ? {} : { heldAt }),
    inTime: heldAt !== undefined && heldAt - back <= LIMIT_MS,
    outcome,
    due: back + LIMIT_MS <= cutOff,
    since,
  };
};

/** The one interview that several episodes may share: the child's, at that time. */
export const interviewKey = ({ row, heldAt }: Judged): string | undefined =>
  heldAt === undefined ? undefined : `${row.child}@${heldAt}`;

export const interviewsIn = (judged: readonly Judged[]): number =>
  new Set(judged.flatMap((one) => interviewKey(one) ?? [])).size;

/** Derby 6.7: three calendar days. The day of the return is none of them. */
export const inThreeDays = ({ back, heldAt }: Judged): boolean => {
  if (heldAt === undefined) return false;
  // Three days are 71 hours at least, of which one may go in spring, and less than 97: only between does the calendar say.
  const hours = (heldAt - back) / HOUR;
  return hours <= 71 || (hours < 97 && datesBetween(back, heldAt) <= 3);
};
