import { describe, expect, it } from "vitest";
import { anotherRule, faultsBeside } from "../../builders/profile-faults.ts";

const faults = (overrides: Record<string, unknown>) => faultsBeside(anotherRule(overrides));
const rung = (overrides: Record<string, unknown>) => ({
  id: "told",
  from: "created",
  to: ["owner"],
  says: "S.",
  ...overrides,
});
const due = { due: [{ anchor: "returned", amount: 24, unit: "h" }] };
const limit = rung({ id: "limit", from: "due" });

describe("a rule tells somebody", () => {
  it("by a mail, or by the daily list of what has no limit", () => {
    expect(faults({ ...due, rungs: [] })).toEqual([
      'rules.1.rungs (ANY-02, clause 1): nobody is ever told: the daily list holds only what has no limit, and this rule has one. Give it a rung "limit" to its owner',
    ]);
    expect(faults({ rungs: [] })).toEqual([]);
  });

  it("but where it only measures what is done when it begins", () => {
    const measured = { ...due, rungs: [], doneWhen: { status: ["returned"] } };
    expect(faults(measured)).toEqual([]);
    expect(faults({ ...measured, rungs: [limit] })).toHaveLength(1);
  });

  it("not for ever of a notice", () => {
    const every = { amount: 1, unit: "d" };
    expect(faults({ notice: true, endedBy: [], rungs: [rung({ every })] })).toEqual([
      'rules.1.rungs.0.every (ANY-02, clause 1): would go on for ever: leave out "every", or "notice"',
    ]);
  });
});

describe("a mail says what is so when it goes", () => {
  const late =
    'rules.1.rungs.0 (ANY-02, clause 1): tells of the duty when its limit is over: count it from "created", with no amount for at once';
  const returned = { when: { status: ["returned"] } };

  it.each<[string, Record<string, unknown>, string[]]>([
    ["told at the limit", { ...due, rungs: [rung({ from: "due" }), limit] }, [late]],
    ["told a day after it", { ...due, rungs: [rung({ from: "due", amount: 1, unit: "d" }), limit] }, [late]],
    ["told before it", { ...due, rungs: [rung({ from: "due", amount: -1 }), limit] }, []],
    [
      "told two days on, with a limit of one",
      { ...due, ...returned, rungs: [rung({ amount: 2, unit: "d" }), limit] },
      [late],
    ],
    ["told an hour on", { ...due, ...returned, rungs: [rung({ amount: 1 }), limit] }, []],
    [
      "told two days on, with a clock that may start later",
      { ...due, when: { always: true }, rungs: [rung({ amount: 2, unit: "d" }), limit] },
      [],
    ],
    [
      "told two days on, of a concern",
      {
        when: { concern: ["immediate"] },
        due: [{ anchor: "noticed", amount: 1, unit: "d" }],
        rungs: [rung({ amount: 2, unit: "d" }), limit],
      },
      [late],
    ],
    [
      "told two days on, of two clocks",
      {
        due: [
          { anchor: "interviewed", amount: 1, unit: "h" },
          { anchor: "missing", amount: 1, unit: "d" },
        ],
        rungs: [rung({ amount: 2, unit: "d" }), limit],
      },
      [late],
    ],
    [
      "told at once, of a limit that is now",
      { due: [{ anchor: "created", amount: 0, unit: "h" }], rungs: [rung({}), limit] },
      [],
    ],
  ])("%s", (_what, overrides, expected) => expect(faults(overrides)).toEqual(expected));

  it.each(["limit", "overdue", "escalate", "escalate-again"])("%s not before the limit", (id) => {
    expect(faults({ ...due, rungs: [rung({ id, from: "due", amount: -4 })] })).toEqual([
      'rules.1.rungs.0 (ANY-02, clause 1): says that the limit is over before it is: call it "reminder", or leave out the "-"',
    ]);
  });

  it("cites a rule with its clause, or neither", () => {
    expect(faults({ rungs: [rung({ rule: "ANY-16" })] })).toEqual([
      'rules.1.rungs.0.clause (ANY-02, clause 1): is missing: a rung with a rule of its own names both "rule" and "clause"',
    ]);
    expect(faults({ rungs: [rung({ clause: "16" })] })).toHaveLength(1);
    expect(faults({ rungs: [rung({ rule: "ANY-16", clause: "16" })] })).toEqual([]);
  });
});
