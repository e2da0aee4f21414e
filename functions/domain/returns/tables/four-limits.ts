import { toInstant } from "../../calendar/instant.ts";
import type { Mark } from "../facts-row.ts";
import type { Cohort } from "../input.ts";
import { inThreeDays, type Judged } from "../judged.ts";
import type { Table } from "../table.ts";
import { withinLimit } from "./steps.ts";

/** A referral for safeguarding asks for no interview; one of no kind is of before kinds were asked. */
const asksForInterview = ({ kind, codes }: Mark): boolean =>
  kind === "referred" && codes?.kind !== "safeguarding" && codes?.kind !== "other";

/** The first referral after the return; without one, when the authority was told of it. */
const referredAt = ({ since, row, back }: Judged): number => {
  const referral = since.find(asksForInterview);
  const told = row.foundNotifiedAt === undefined ? back : toInstant(row.foundNotifiedAt);
  return referral ? toInstant(referral.at) : Math.max(back, told);
};

const limits: { name: string; from: string; national: string; is: (one: Judged) => boolean }[] = [
  {
    name: "Interview within 72 hours of the return",
    from: "statutory guidance 2014",
    national: "yes",
    is: ({ inTime }) => inTime,
  },
  {
    name: "Offer within 72 hours of the return",
    // Torbay 4.3.
    from: "practice standards that count offers",
    national: "no",
    is: ({ back, offeredAt }) => withinLimit(back, offeredAt),
  },
  {
    name: "Interview within 72 hours of the referral to social care",
    // Rutland, step 7.
    from: "a procedure that counts from the referral",
    national: "no",
    is: (one) => withinLimit(referredAt(one), one.heldAt),
  },
  {
    name: "Interview within three calendar days of the return",
    // Derby protocol 6.7.
    from: "a protocol that counts days",
    national: "no",
    is: inThreeDays,
  },
];

/** The four that are in use under one name, side by side, so that nobody compares one with another. */
export const fourLimits = ({ due }: Cohort): Table => {
  const toInterview = due.filter((one) => one.toInterview);
  return {
    id: "limits",
    title: "72 hours, as four documents mean it",
    definition: {
      counted: "returns to interview for which that was so; hours are hours that pass, weekends among them",
      of: "returns to interview",
      without: "exempt returns, other authorities' children, absences, returns not yet due",
    },
    columns: ["Limit", "In time", "Share", "Asked by", "Compared nationally"],
    rows: limits.map(({ name, from, national, is }) => {
      const count = toInterview.filter(is).length;
      return [name, count, { count, of: toInterview.length }, from, national];
    }),
  };
};
