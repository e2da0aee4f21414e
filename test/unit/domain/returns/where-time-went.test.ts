import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toInstant, toIso } from "../../../../functions/domain/calendar/instant.ts";
import type { Mark } from "../../../../functions/domain/returns/facts-row.ts";
import { markKinds } from "../../../../functions/domain/returns/mark-kinds.ts";
import {
  hoursLeftWhenTold,
  type TimeOptions,
  timeStates,
  whereTimeWent,
} from "../../../../functions/domain/returns/where-time-went.ts";
import { aFactsRow, hours, mark } from "../../../builders/facts-row.ts";

const HOUR = 3_600_000;
const CUT_OFF = hours(200);
const went = (marks: Mark[], options: Partial<TimeOptions> = {}) =>
  whereTimeWent(aFactsRow({ marks }), { cutOff: CUT_OFF, ...options }).map(
    ({ state, from, to }) => `${state} ${(from - hours(0)) / HOUR}–${(to - hours(0)) / HOUR}`,
  );

describe("where the time from return to interview went", () => {
  it("an interview that came about step by step, each hour once", () => {
    const marks = [
      mark("allocated", 20),
      mark("tried", 30, { method: "call" }),
      mark("reached", 34),
      mark("booked", 40, { for: toIso(hours(60)) }),
      mark("held", 60, { method: "face-to-face" }),
    ];
    expect(went(marks)).toEqual([
      "police 0–2",
      "mail 2–3",
      "allocation 3–20",
      "first-attempt 20–30",
      "reaching 30–34",
      "arranging 34–40",
      "appointment 40–60",
    ]);
  });

  it("a refusal that is thought over is the child's choice; a missed appointment is said", () => {
    const marks = [
      mark("allocated", 3),
      mark("declined", 5, { by: "child" }),
      mark("booked", 15, { for: toIso(hours(20)) }),
      mark("booked", 30, { for: toIso(hours(40)), chosenBy: "child" }),
      mark("held", 41),
    ];
    expect(went(marks)).toEqual([
      "police 0–2",
      "mail 2–3",
      "first-attempt 3–5",
      "child-choice 5–15",
      "appointment 15–20",
      "missed-appointment 20–30",
      "child-choice 30–40",
      "missed-appointment 40–41",
    ]);
  });

  it("suspended while exempt, away while missing again, both before anything else", () => {
    const marks = [mark("allocated", 3), mark("exempt", 4), mark("exemption-lifted", 10), mark("held", 30)];
    expect(went(marks, { away: [{ from: hours(12), to: hours(20) }] })).toEqual([
      "police 0–2",
      "mail 2–3",
      "first-attempt 3–4",
      "suspended 4–10",
      "first-attempt 10–12",
      "child-away 12–20",
      "first-attempt 20–30",
    ]);
  });

  it("what ends the wait without an interview ends the window; nothing does, and it runs to the cut-off", () => {
    expect(went([mark("declined", 30)]).at(-1)).toBe("allocation 3–30");
    expect(went([mark("declined", 30), mark("booked", 40, { for: toIso(hours(50)) })]).at(-1)).toBe(
      "missed-appointment 50–200",
    );
    expect(went([]).at(-1)).toBe("allocation 3–200");
  });

  it("where nobody allocates the provider's own attempts come first; our own act ends the wait for a mail", () => {
    expect(went([], { allocates: false }).at(-1)).toBe("first-attempt 3–200");
    expect(went([mark("tried", 1), mark("held", 2)])).toEqual(["police 0–1", "reaching 1–2"]);
  });

  it("a child who is not back, or an interview at the very return, has no wait", () => {
    const { returnedAt: _, foundAt: __, ...gone } = aFactsRow();
    expect(whereTimeWent(gone, { cutOff: CUT_OFF })).toEqual([]);
    expect(went([mark("held", 0)])).toEqual([]);
  });

  it("the time left when we were told counts from the return, and may be none", () => {
    expect(hoursLeftWhenTold(aFactsRow())).toBe(69);
    expect(hoursLeftWhenTold(aFactsRow({ foundNotifiedAt: toIso(hours(80)) }))).toBe(-8);
  });
});

const anyMark = fc
  .record({
    kind: fc.constantFrom(...markKinds),
    after: fc.integer({ min: -20, max: 150 }),
    accepted: fc.boolean(),
    until: fc.integer({ min: 0, max: 60 }),
    chosenBy: fc.constantFrom("child", "service"),
  })
  .map(({ kind, after, accepted, until, chosenBy }) =>
    mark(
      kind,
      after,
      kind === "booked"
        ? { for: toIso(hours(after + until)), chosenBy }
        : kind === "offered"
          ? { accepted }
          : undefined,
    ),
  );
const anyRow = fc.record({
  marks: fc.array(anyMark, { maxLength: 12 }),
  sent: fc.integer({ min: 0, max: 90 }),
  lag: fc.integer({ min: 0, max: 90 }),
  away: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
});

describe("whatever happened", () => {
  const spansOf = ({ marks, sent, lag, away }: typeof anyRow extends fc.Arbitrary<infer R> ? R : never) =>
    whereTimeWent(
      aFactsRow({ marks, foundSentAt: toIso(hours(sent)), foundNotifiedAt: toIso(hours(sent + lag)) }),
      { cutOff: CUT_OFF, away: away === undefined ? [] : [{ from: hours(away), to: hours(away + 10) }] },
    );

  it("the pieces sum to the whole: no gap, no instant twice, no state beside itself", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const spans = spansOf(row);
        for (const [i, { state, from, to }] of spans.entries()) {
          expect(to).toBeGreaterThan(from);
          expect(from).toBe(spans[i - 1]?.to ?? hours(0));
          expect(state).not.toBe(spans[i - 1]?.state);
        }
        const held = row.marks
          .map((m) => ({ kind: m.kind, at: toInstant(m.at) }))
          .filter((m) => m.at >= hours(0));
        const first = Math.min(...held.filter(({ kind }) => kind === "held").map(({ at }) => at));
        if (Number.isFinite(first)) expect(spans.at(-1)?.to ?? hours(0)).toBe(first);
      }),
      { numRuns: 500 },
    );
  });

  it("the order in which it was recorded is of no matter", () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const apart = new Set(row.marks.map(({ at }) => at)).size === row.marks.length;
        fc.pre(apart);
        expect(spansOf({ ...row, marks: row.marks.toReversed() })).toEqual(spansOf(row));
      }),
      { numRuns: 300 },
    );
  });

  it("every state comes about", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyRow, (row) => {
        for (const { state } of spansOf(row)) seen.add(state);
      }),
      { numRuns: 2_000, seed: 1 },
    );
    expect([...seen].toSorted()).toEqual([...timeStates].toSorted());
  });
});
