import { toInstant } from "../../calendar/instant.ts";
import type { FactsRow } from "../facts-row.ts";
import type { Cohort } from "../input.ts";
import { backOf, HOUR, type Judged } from "../judged.ts";
import type { Cell, Table } from "../table.ts";
import { hoursLeftWhenTold, type TimeState, timeStates, whereTimeWent } from "../where-time-went.ts";

export const stateWords: Record<TimeState, string> = {
  suspended: "exempt for the time",
  "child-away": "child missing again",
  police: "until the force wrote",
  mail: "mail on its way",
  "child-choice": "as child or carer chose",
  appointment: "until the appointment",
  "missed-appointment": "appointment passed",
  allocation: "until allocated",
  "first-attempt": "until first tried",
  reaching: "trying to reach",
  arranging: "arranging",
};

/** Whole numbers that sum to the whole: what is left over goes to the largest remainders. */
export const largestRemainder = (parts: readonly number[], whole: number): number[] => {
  const sum = parts.reduce((a, b) => a + b, 0);
  if (sum === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / sum) * whole);
  const floors = exact.map(Math.floor);
  let left = whole - floors.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((part, i) => ({ i, rest: part - Math.floor(part) }))
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder) {
    if (left <= 0) break;
    floors[i] = (floors[i] ?? 0) + 1;
    left -= 1;
  }
  return floors;
};

const awayOf = (rows: readonly FactsRow[], cutOff: number) => {
  const spans = Map.groupBy(rows, ({ child }) => child);
  return ({ row }: Judged) =>
    (spans.get(row.child) ?? [])
      .filter(({ episodeId, status }) => episodeId !== row.episodeId && status !== "cancelled")
      .map((other) => ({ from: toInstant(other.startAt), to: backOf(other) ?? cutOff }));
};

export type Bar = { month: string; episodes: number; hours: number[] };

/** By month of return: the hours of all waits that went past 72 hours, by where they went. Whole hours that sum. */
export const barsOf = ({ due, rows, cutOff }: Cohort): Bar[] => {
  const away = awayOf(rows, cutOff);
  const late = due.filter((one) => one.toInterview && !one.inTime);
  return [...Map.groupBy(late, ({ row }) => row.month)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, some]) => {
      const ms: Record<string, number> = {};
      for (const one of some)
        for (const { state, from, to } of whereTimeWent(one.row, { cutOff, away: away(one) }))
          ms[state] = (ms[state] ?? 0) + to - from;
      const parts = timeStates.map((state) => ms[state] ?? 0);
      const whole = Math.round(parts.reduce((a, b) => a + b, 0) / HOUR);
      return { month, episodes: some.length, hours: largestRemainder(parts, whole) };
    });
};

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

export const timeWentTable = (cohort: Cohort): Table => ({
  id: "time-went",
  title: "Where the time went",
  definition: {
    counted:
      "hours from the return to the interview, the refusal or whatever ended the wait, of returns not interviewed in 72 hours; every hour in one column",
    of: "the hours in the last column, which the others sum to exactly",
    without:
      "returns interviewed in time, exempt, not ours or not yet due. It says where time went, and blames nobody",
  },
  columns: ["Month", "Episodes", ...timeStates.map((state) => stateWords[state]), "Hours in all"],
  rows: barsOf(cohort).map(({ month, episodes, hours }): Cell[] => [month, episodes, ...hours, sum(hours)]),
});

const median = (values: readonly number[]): number | undefined => {
  const inOrder = values.toSorted((a, b) => a - b);
  const middle = Math.floor(inOrder.length / 2);
  const [low, high] = [inOrder[inOrder.length % 2 === 0 ? middle - 1 : middle], inOrder[middle]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
};

const tenth = (hours: number | undefined): Cell =>
  hours === undefined ? "none" : Math.round(hours * 10) / 10;

/** The headline: of 72 hours, what was left when the authority was told. */
export const timeLeft = ({ returned, forces }: Cohort): Table => {
  const told = returned.flatMap((one) => {
    const left = one.ours ? hoursLeftWhenTold(one.row) : undefined;
    return left === undefined ? [] : [{ force: one.row.force, left }];
  });
  const rowOf = (name: string, some: readonly { left: number }[]): Cell[] => [
    name,
    some.length,
    tenth(median(some.map(({ left }) => left))),
    { count: some.filter(({ left }) => left < 24).length, of: some.length },
  ];
  const byForce = [...Map.groupBy(told, ({ force }) => force)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    id: "time-left",
    title: "Time left when we were told",
    definition: {
      counted: "72 hours less the time from the return to the receipt of the mail that told of it",
      of: "returns of our children the authority was told of by a mail",
      without: "other authorities' children, absences",
    },
    columns: ["Force", "Returns", "Median hours left", "With under 24 hours left"],
    rows: [...byForce.map(([force, some]) => rowOf(forces[force] ?? force, some)), rowOf("all", told)],
  };
};

const AFTER = [
  { kind: "written", title: "Held to written" },
  { kind: "signed-off", title: "Written to signed off" },
  { kind: "sent", title: "Signed off to sent" },
  { kind: "loaded", title: "Sent to loaded" },
] as const;

/** The second bar: what follows the interview, each step from the one before it that is recorded. */
export const afterInterview = ({ due }: Cohort): Table => {
  const hours = AFTER.map((): number[] => []);
  for (const { heldAt, since } of due) {
    let from = heldAt;
    for (const [i, { kind }] of AFTER.entries()) {
      const mark =
        from === undefined
          ? undefined
          : since.find((one) => one.kind === kind && toInstant(one.at) >= (from ?? 0));
      if (from === undefined || !mark) continue;
      hours[i]?.push((toInstant(mark.at) - from) / HOUR);
      from = toInstant(mark.at);
    }
  }
  return {
    id: "after-interview",
    title: "After the interview",
    definition: {
      counted: "hours from each step to the next that is recorded",
      of: "interviewed returns with both steps recorded",
      without: "steps nobody recorded",
    },
    columns: ["Step", "Episodes", "Median hours"],
    rows: AFTER.map(({ title }, i) => [title, hours[i]?.length ?? 0, tenth(median(hours[i] ?? []))]),
  };
};
