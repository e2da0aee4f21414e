import { describe, expect, it } from "vitest";
import { dutiesOf } from "../../../../functions/domain/duty/duties.ts";
import { factsRowSchema } from "../../../../functions/domain/returns/facts-row.ts";
import { judge } from "../../../../functions/domain/returns/judged.ts";
import { makeFacts } from "../../../../functions/domain/returns/make-facts.ts";
import { interviewTable } from "../../../../functions/domain/returns/tables/interviews.ts";
import { notInTime } from "../../../../functions/domain/returns/tables/outcomes.ts";
import { aContext } from "../../../builders/context.ts";
import { anAction, foundCompact, missingCompact } from "../../../builders/events.ts";
import { torbay } from "../../../builders/profiles.ts";

const LATE = "2026-11-20T10:00:00Z";
const held = anAction("interview-held", LATE, {
  method: "other",
  place: "The library in Mill Street",
  placeKind: "police-station",
  interviewerFrom: "Harbour Youth",
  wentBecause: ["friends", "not-known", "bullying-or-school"],
  reasonLate: "Ellie asked for Friday",
  lateBecause: "child-asked-for-later",
});
const rowOf = (...actions: ReturnType<typeof anAction>[]) => {
  const events = [missingCompact(), foundCompact(), ...actions];
  const context = aContext({ profile: torbay, events, now: "2026-11-25T10:00:00Z" });
  return factsRowSchema.parse(makeFacts(context, dutiesOf(context), ["child#1"]));
};
const cohort = (...actions: ReturnType<typeof anAction>[]) => {
  const one = judge(rowOf(...actions), Date.parse("2026-11-25T10:00:00Z"));
  if (!one) throw new Error("the child is back");
  return { due: [one], returned: [one], forces: {} } as never;
};
const counted = (table: { rows: readonly (readonly unknown[])[] }) =>
  table.rows.filter(([name, count]) => name !== "all" && count !== 0).map(([name]) => name);

describe("what is captured where the work happens reaches the returns", () => {
  it("every code, and no text", () => {
    const row = rowOf(
      anAction("book-interview", "2026-11-16T09:00:00Z", { for: "2026-11-17T09:00:00Z", chosenBy: "child" }),
      anAction("appointment-missed", "2026-11-17T09:00:00Z", { by: "child", reason: "Ellie overslept" }),
      anAction("referral-made", "2026-11-17T10:00:00Z", { kind: "interview", reason: "Ellie agreed" }),
      anAction("decline", "2026-11-18T10:00:00Z", {
        reason: "her mother says no",
        by: "parent",
        consentRefused: true,
      }),
      held,
    );
    expect(row.marks.map(({ kind, codes }) => ({ kind, codes }))).toEqual([
      { kind: "booked", codes: { for: "2026-11-17T09:00:00Z", chosenBy: "child" } },
      { kind: "missed", codes: { by: "child" } },
      { kind: "referred", codes: { kind: "interview" } },
      { kind: "declined", codes: { by: "parent", consentRefused: true } },
      {
        kind: "held",
        codes: {
          method: "other",
          placeKind: "police-station",
          wentBecause: "bullying-or-school friends not-known",
          lateBecause: "child-asked-for-later",
          reasonLate: true,
        },
      },
    ]);
    expect(JSON.stringify(row)).not.toMatch(/Ellie|library|Harbour|mother/);
  });

  it("the tables count them; what is not known is the row of that name", () => {
    expect(counted(interviewTable("location")(cohort(held)))).toEqual(["police station"]);
    expect(counted(interviewTable("method")(cohort(held)))).toEqual(["other means"]);
    expect(counted(interviewTable("reasons")(cohort(held)))).toEqual(["bullying-or-school", "friends"]);
    expect(counted(notInTime(cohort(held)))).toEqual(["held late: child asked for later"]);
    const unknown = anAction("interview-held", LATE, {
      method: "telephone",
      placeKind: "not-known",
      wentBecause: ["not-known"],
    });
    expect(counted(interviewTable("location")(cohort(unknown)))).toEqual(["not known"]);
    expect(counted(interviewTable("reasons")(cohort(unknown)))).toEqual(["not known"]);
  });

  it("a consent refused is not the child's decline, and a safeguarding referral counts without a decision", () => {
    const refused = anAction("decline", "2026-11-16T10:00:00Z", { reason: "no", consentRefused: true });
    expect(counted(notInTime(cohort(refused)))).toEqual(["parental consent not given"]);
    const referred = anAction("referral-made", LATE, { kind: "safeguarding" });
    expect(counted(interviewTable("referrals")(cohort(held, referred)))).toEqual(["referral"]);
  });
});
