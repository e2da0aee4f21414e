import type { Cohort } from "../input.ts";
import { interviewsIn, type Judged, LIMIT_MS } from "../judged.ts";
import type { Table } from "../table.ts";

type Step = { name: string; counted: string; without: string; is: (one: Judged) => boolean };

/** Each is a part of the one before. */
const steps: Step[] = [
  {
    name: "Returns",
    counted: "episodes whose child came back in the period, 72 hours or more before the cut-off",
    without: "episodes cancelled as created in error or a duplicate; returns not yet due",
    is: () => true,
  },
  {
    name: "Ours to interview",
    counted: "returns of children reported missing",
    without: "another authority's children; absences that were never reported missing",
    is: ({ ours }) => ours,
  },
  {
    name: "Not exempt",
    counted: "of those, the ones with no exemption that stands",
    without: "exemptions that stand, each with its reason",
    is: ({ toInterview }) => toInterview,
  },
  {
    name: "Offered",
    counted: "an offer, a booking, a letter, an interview or a refusal is recorded since the return",
    without: "attempts that reached nobody: an attempt is no offer",
    is: ({ offeredAt }) => offeredAt !== undefined,
  },
  {
    name: "Accepted",
    counted: "an offer was accepted, or an interview booked or held",
    without: "refusals",
    is: ({ acceptedAt }) => acceptedAt !== undefined,
  },
  {
    name: "Completed",
    counted: "an interview was held, whenever",
    without: "nil returns, and voices that could not be gathered",
    is: ({ heldAt }) => heldAt !== undefined,
  },
  {
    name: "Completed in time",
    counted: "the interview was held within 72 hours of the return, by when it was held",
    without: "interviews held later",
    is: ({ inTime }) => inTime,
  },
];

/** Returns → ours → not exempt → offered → accepted → completed → in time, each with its n. */
export const stepsTable = ({ due, notYetDue }: Cohort): Table => {
  let left: readonly Judged[] = due;
  const toInterview = due.filter(({ toInterview: is }) => is).length;
  const rows = steps.map(({ name, counted, without, is }, i) => {
    const of = i === 0 ? due.length : left.length;
    left = left.filter(is);
    const share = i > 2 ? { count: left.length, of: toInterview } : "";
    return [name, left.length, { count: left.length, of }, share, counted, without];
  });
  return {
    id: "steps",
    title: "From return to interview",
    definition: {
      counted: "each step a part of the one before it, with its number",
      of: "the step before; and of all returns to interview",
      without: `${notYetDue.length} returns not yet due at the cut-off, shown below and in no step`,
    },
    columns: ["Step", "Episodes", "Of the step before", "Of those to interview", "Counted", "Not counted"],
    rows: [
      ...rows,
      ["Interviews held", interviewsIn(due), "", "", "interviews; one may cover several episodes", ""],
      ["Not yet due", notYetDue.length, "", "", "returns less than 72 hours before the cut-off", ""],
    ],
  };
};

const within = (from: number | undefined, at: number | undefined): boolean =>
  from !== undefined && at !== undefined && at - from <= LIMIT_MS;

export { within as withinLimit };
