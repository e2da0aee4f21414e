import { describe, expect, it } from "vitest";
import { anotherRule, faultsBeside } from "../../builders/profile-faults.ts";

const limit = { id: "limit", from: "due", to: ["owner"], says: "It is due." };
const due = (anchor: string, amount = 24, unit = "h") => ({
  due: [{ anchor, amount, unit }],
  rungs: [limit],
});
const faults = (overrides: Record<string, unknown>) => faultsBeside(anotherRule(overrides));
const notYet = (problem: string) => [
  `rules.1.due.0.anchor (ANY-02, clause 1): can't have happened yet: ${problem}`,
];
const missingOnly = { when: { status: ["missing"] } };

describe("a limit counts from what can have happened", () => {
  it.each(["returned", "found", "found-notified", "interviewed", "record-received"])(
    "%s is never known while the child is missing",
    (anchor) => {
      expect(faults({ ...missingOnly, ...due(anchor) })).toEqual(
        notYet(
          `"${anchor}" is after the child is back, and this rule ends then: write "missing", "reported" or "notified", or let it begin with { status: ["returned"] }`,
        ),
      );
    },
  );

  it("however it is said that the child is missing", () => {
    const notBack = { not: { status: ["returned", "cancelled"] } };
    for (const when of [
      notBack,
      { all: [{ always: true }, notBack] },
      { any: [notBack, { status: ["missing"] }] },
    ])
      expect(faults({ when, ...due("returned") })).toHaveLength(1);
    for (const when of [{ any: [notBack, { flag: ["medical"] }] }, { always: true }])
      expect(faults({ when, ...due("returned") })).toEqual([]);
  });

  it.each(["missing", "reported", "notified", "created"])(
    "%s is known while the child is missing",
    (anchor) => expect(faults({ ...missingOnly, ...due(anchor) })).toEqual([]),
  );

  it.each<[string, Record<string, unknown>]>([
    ["a missing report", { compact: ["missing", "absent"] }],
    ["time away", { missingLongerThan: { amount: 1, unit: "d" } }],
    ["either with what reports state", { all: [{ care: ["looked-after"] }, { compact: ["missing"] }] }],
  ])("not from the return in a rule that begins with %s", (_what, when) => {
    for (const anchor of ["found", "returned", "found-notified", "referred"])
      expect(faults({ when, ...due(anchor) })).toEqual(
        notYet(
          `"${anchor}" is after the child is back, and this rule begins before: write "missing", "reported" or "notified", or let it begin with { status: ["returned"] }`,
        ),
      );
    for (const back of [{ status: ["returned"] }, { compact: ["found"] }, { fact: "returnedAt" }])
      expect(faults({ when: { all: [when, back] }, ...due("returned") })).toEqual([]);
    expect(faults({ when: { all: [when, { recorded: "publicity" }] }, ...due("returned") })).toEqual([]);
  });

  it.each([
    ["interviewed", { recorded: "interview-held" }, '{ recorded: "interview-held" }'],
    ["record-received", { recorded: "distributed" }, '{ recorded: "distributed" }'],
    ["placed", { lastRecorded: "placed-elsewhere" }, '{ recorded: "placed-elsewhere" }'],
    ["noticed", { concern: ["immediate"] }, "{ concern: [ … ] }"],
  ])("not from %s in a rule that begins with a report", (anchor, cause, said) => {
    for (const when of [{ status: ["returned"] }, { any: [{ compact: ["found"] }, { risk: ["high"] }] }])
      expect(faults({ when, ...due(anchor) })).toEqual(
        notYet(
          `"${anchor}" is known once somebody records it, and this rule begins with a report: let it begin with ${said}, or write another anchor`,
        ),
      );
    expect(faults({ when: { all: [{ status: ["returned"] }, cause] }, ...due(anchor) })).toEqual([]);
  });

  it("but of several clocks one that runs is enough", () => {
    const clocks = [
      { anchor: "returned", amount: 3, unit: "d" },
      { anchor: "interviewed", amount: 1, unit: "d" },
    ];
    expect(faults({ due: clocks, rungs: [limit] })).toEqual([]);
    expect(faults({ due: clocks.slice(1), rungs: [limit] })).toHaveLength(1);
  });

  it("not from the review before, where there is none", () => {
    expect(faults(due("previous-review"))).toEqual(
      notYet(
        '"previous-review" is known in a series only: write "created", or "series": true where each one held starts the next',
      ),
    );
  });

  it.each([
    ["interviewed", "interview-held"],
    ["record-received", "distributed"],
    ["placed", "placed-elsewhere"],
  ])("not %s where %s ends the duty", (anchor, action) => {
    const ended = { ...due(anchor), endedBy: [{ action }] };
    expect(faults(ended)).toEqual(
      notYet(
        `"${anchor}" is known once "${action}" is recorded, and that ends this duty: write what comes before it, such as "returned" or "created"`,
      ),
    );
    const when = { recorded: "publicity" };
    expect(faults({ ...ended, when })).toHaveLength(1);
    expect(faults({ ...ended, when, endedBy: [{ action, by: "coordinator" }] })).toEqual([]);
    expect(faults({ ...due(anchor), when, endedBy: [{ action: "oversight" }] })).toEqual([]);
  });

  it("not from the return where the return ends the duty", () => {
    const rule = { when: { compact: ["missing"] }, ...due("returned"), doneWhen: { status: ["returned"] } };
    expect(faults(rule)).toEqual(
      notYet('"returned" is known once the child is back, and that ends this duty: write "created"'),
    );
    expect(faults({ ...rule, when: { always: true } })).toHaveLength(1);
    expect(faults({ ...rule, when: { always: true }, doneWhen: { risk: ["low"] } })).toEqual([]);
  });
});

describe("a limit is not over when its duty begins", () => {
  const over =
    'rules.1.due.0 (ANY-02, clause 1): has passed when the duty begins: count it from "created", or write more than the time that calls for it';
  const missing = (amount: number) => ({
    when: { missingLongerThan: { amount, unit: "d" } },
    ...due("missing", 3, "d"),
  });
  const unmet = (amount: number) => ({
    when: {
      unmet: { condition: { recorded: "contact-made" }, by: { anchor: "found-notified", amount, unit: "h" } },
    },
    ...due("found-notified", 24),
  });

  it.each([
    ["longer missing than that", missing(5), [over]],
    ["missing not so long yet", missing(1), []],
    ["later than that", unmet(48), [over]],
    ["at that very time", unmet(24), []],
  ])("%s", (_what, rule, expected) => expect(faults(rule)).toEqual(expected));
});

describe("the clocks of conditions", () => {
  const by = (anchor: string) => ({
    unmet: { condition: { recorded: "contact-made" }, by: { anchor, amount: 1, unit: "d" } },
  });

  it("count from the episode, not from a duty", () => {
    expect(faults({ when: by("created") })[0]).toContain(
      'rules.1.when.unmet.by.anchor (ANY-02, clause 1): "created" is when a duty begins',
    );
    expect(faults({ when: by("previous-review") })).toHaveLength(1);
    expect(faults({ when: by("notified") })).toEqual([]);
  });

  it("do not wait for the return in a rule for while the child is missing", () => {
    const when = (other: unknown) => ({ when: { all: [{ status: ["missing"] }, other] } });
    expect(faults(when(by("returned")))).toEqual([
      'rules.1.when.all.1.unmet.by.anchor (ANY-02, clause 1): can never be: "returned" is after the child is back, and this rule is for while the child is missing',
    ]);
    expect(faults(when({ elapsed: { from: "missing", to: "found" } }))[0]).toContain("when.all.1.elapsed.to");
    expect(faults(when(by("missing")))).toEqual([]);
  });
});

describe("a status no episode can be in", () => {
  it("whatever is nested", () => {
    const when = { all: [{ all: [{ status: ["missing"] }] }, { not: { status: ["missing", "cancelled"] } }] };
    expect(faults({ when })).toEqual([
      "rules.1.when (ANY-02, clause 1): can never be: no status fits all of its conditions",
    ]);
  });

  it("cancelled, where every duty has ended", () => {
    expect(faults({ when: { all: [{ status: ["cancelled"] }, { risk: ["high"] }] } })).toEqual([
      "rules.1.when (ANY-02, clause 1): can never be: a cancelled report ends every duty, so nobody would be told",
    ]);
  });

  it("returned, on the ladder that ends with it", () => {
    const when = { all: [{ status: ["returned"] }, { flag: ["medical"] }] };
    expect(faults({ when, ladder: "while-missing" })[0]).toContain(
      "this ladder ends when the child has returned",
    );
  });
});

describe("an amount of time", () => {
  it.each<[string, Record<string, unknown>, string]>([
    [
      "half days",
      due("returned", 1.5, "d"),
      'due.0 (ANY-02, clause 1): 1.5 days have to be whole: write 36 with the unit "h"',
    ],
    [
      "half working days",
      due("returned", 0.5, "wd"),
      "due.0 (ANY-02, clause 1): 0.5 working days have to be whole",
    ],
    [
      "a lifetime",
      due("returned", 1e9, "wd"),
      "due.0 (ANY-02, clause 1): 1000000000 working days are more than twenty years: a slip of the unit?",
    ],
    [
      "before its beginning",
      due("returned", -24),
      'due.0.amount (ANY-02, clause 1): a limit before what it counts from: leave out the "-"',
    ],
    [
      "a mail before the duty",
      { rungs: [{ ...limit, id: "told", from: "created", amount: -1 }] },
      'rungs.0.amount (ANY-02, clause 1): a mail before the duty begins: count it from "due"',
    ],
    [
      "no time at all",
      { when: { missingLongerThan: { amount: 0, unit: "h" } } },
      "when.missingLongerThan (ANY-02, clause 1): has to be an amount above zero",
    ],
    [
      "no window",
      { when: { episodes: { atLeast: 2, within: { amount: -1, unit: "d" } } } },
      "when.episodes.within (ANY-02, clause 1): has to be an amount above zero",
    ],
  ])("%s", (_what, overrides, fault) => expect(faults(overrides)).toEqual([`rules.1.${fault}`]));

  it("of hours may be parted", () => expect(faults(due("returned", 1.5))).toEqual([]));
});
