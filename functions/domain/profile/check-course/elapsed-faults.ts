import type { Anchor } from "../clock.ts";
import type { Condition } from "../condition.ts";
import { lengthOf } from "../length.ts";

type Elapsed = Extract<Condition, { elapsed: unknown }>["elapsed"];

/** What is earlier in the list is over before what is later can begin. */
const stages: readonly (readonly Anchor[])[] = [
  ["missing", "reported", "notified"],
  ["found", "returned", "found-notified"],
  ["interviewed", "record-received"],
];
const stageOf = (anchor: Anchor): number => stages.findIndex((stage) => stage.includes(anchor));

/** A condition is asked of the episode: there is no duty yet whose beginning or review it could count from. */
export const ofNoDuty = (anchor: Anchor): string | undefined => {
  if (anchor === "previous-review")
    return '"previous-review" is known in the "due" of a series only: write what is counted from';
  if (anchor === "created")
    return '"created" is when a duty begins, and a condition is asked before that: write "notified" for the first report\'s receipt';
  return undefined;
};

/** Why this time between two instants can never be, or tells nothing. */
export const elapsedNever = ({ from, to, over, under }: Elapsed): string[] => {
  const unknown = [from, to].flatMap((anchor) => ofNoDuty(anchor) ?? []);
  if (unknown.length > 0) return unknown;
  if (from === to) return [`from "${from}" to "${to}" no time passes`];
  const [first, last] = [stageOf(from), stageOf(to)];
  if (first >= 0 && last >= 0 && first > last)
    return [`"${from}" comes after "${to}": write from: ${to}, to: ${from}`];
  if (over && under && lengthOf(over) >= lengthOf(under))
    return ["nothing is both over the one amount and under the other"];
  return [];
};
