import { describe, expect, it } from "vitest";
import { aRawProfile, aRawRule } from "../../builders/profile.ts";
import { anotherRule, aThirdRule, faultsBeside, faultsOf } from "../../builders/profile-faults.ts";

const done = (duty: string) => ({ action: "duty-done", with: { duty } });
const doneOf = (duty: string) => ({ recorded: "duty-done", with: { duty } });
const itself =
  'waits for itself: it begins only with what "second" alone asks for or sends. Let it begin with a report or a status, or with what another rule asks for';

describe("a rule that waits for itself", () => {
  it.each<[string, Record<string, unknown>]>([
    ["its own mail", { when: { told: "second" } }],
    ["its own end", { when: doneOf("second"), endedBy: [done("second")] }],
    [
      "a record that it alone asks for",
      {
        when: { recorded: "toolkit" },
        endedBy: [{ action: "oversight" }, { action: "toolkit", with: { outcome: "updated" } }],
      },
    ],
    [
      "a clock that it alone starts",
      {
        when: { elapsed: { from: "returned", to: "record-received" } },
        endedBy: [{ action: "distributed" }],
      },
    ],
    ["any of them", { when: { any: [{ told: "second" }, doneOf("second")] }, endedBy: [done("second")] }],
  ])("%s", (_what, overrides) => {
    expect(faultsBeside(anotherRule(overrides))).toEqual([`rules.1.when (ANY-02, clause 1): ${itself}`]);
  });

  it.each<[string, unknown]>([
    ["another way in", { any: [{ told: "second" }, { status: ["returned"] }] }],
    ["what is nobody's duty", { recorded: "publicity" }],
    ["news", { recorded: "decline" }],
    ["what another asks for", { recorded: "interview-held" }],
  ])("%s is in order", (_what, when) => {
    expect(faultsBeside(anotherRule({ when }))).toEqual([]);
  });
});

describe("rules that wait in a circle", () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      "by records",
      { when: { recorded: "toolkit" }, endedBy: [{ action: "sign-off" }] },
      { when: { recorded: "sign-off" }, endedBy: [{ action: "toolkit" }] },
    ],
    ["by mails", { when: { told: "third" } }, { when: { told: "second" }, endedBy: [{ action: "toolkit" }] }],
    [
      "by ends",
      { when: doneOf("third"), endedBy: [done("second")] },
      { when: doneOf("second"), endedBy: [done("third")] },
    ],
    [
      "among other conditions",
      { when: { all: [{ status: ["returned"] }, { told: "third" }] } },
      { when: { not: { not: { told: "second" } } }, endedBy: [{ action: "toolkit" }] },
    ],
  ])("%s", (_what, second, third) => {
    expect(faultsBeside(anotherRule(second), aThirdRule(third))).toEqual([
      'rules.1.when (ANY-02, clause 1): waits in a circle: "second" (ANY-02) waits for "third" (ANY-03) waits for "second" (ANY-02), so none of them can ever begin. Let one begin with a report or a status',
    ]);
  });

  it("with a way in is in order", () => {
    expect(
      faultsBeside(
        anotherRule({ when: { any: [{ told: "third" }, { flag: ["medical"] }] } }),
        aThirdRule({ when: { told: "second" }, endedBy: [{ action: "toolkit" }] }),
      ),
    ).toEqual([]);
  });

  it("is said once, and not again of what waits for it", () => {
    const fourth = anotherRule({
      id: "ANY-04",
      duty: "fourth",
      when: { told: "second" },
      endedBy: [{ action: "note" }],
    });
    expect(
      faultsBeside(
        fourth,
        anotherRule({ when: { told: "third" } }),
        aThirdRule({ when: { told: "second" }, endedBy: [{ action: "toolkit" }] }),
      ),
    ).toHaveLength(1);
  });
});

describe("a duty ended by what nobody can bring about", () => {
  it("by another's end, which is ended by its own", () => {
    expect(
      faultsBeside(anotherRule({ endedBy: [done("third")] }), aThirdRule({ endedBy: [done("second")] })),
    ).toEqual([
      'rules.1.endedBy (ANY-02, clause 1): ends in a circle: "second" (ANY-02) ends with "third" (ANY-03) ends with "second" (ANY-02), and nobody is asked to record any of them. Name in each what a person records to end it',
    ]);
  });

  it("by another's end where that ends otherwise", () => {
    expect(faultsBeside(anotherRule({ endedBy: [done("return-interview")] }))).toEqual([
      'rules.1.endedBy.0 (ANY-02, clause 1): can never be: nobody is asked to record "return-interview" (ANY-01) as done: it ends with "interview-held", so name that',
    ]);
  });

  it("by a condition on what is never recorded", () => {
    const waits = (overrides: Record<string, unknown>) => faultsBeside(anotherRule(overrides));
    const problem =
      'can never be: nobody is asked to record "return-interview" (ANY-01) as done: it ends with "interview-held", so name that';
    expect(waits({ doneWhen: doneOf("return-interview") })).toEqual([
      `rules.1.doneWhen (ANY-02, clause 1): ${problem}`,
    ]);
    expect(waits({ notRequired: [{ when: doneOf("return-interview"), reason: "held" }] })).toEqual([
      `rules.1.notRequired.0.when (ANY-02, clause 1): ${problem}`,
    ]);
    expect(waits({ endedBy: [], doneWhen: doneOf("second") })).toEqual([]);
    expect(waits({ doneWhen: { any: [doneOf("return-interview"), { risk: ["low"] }] } })).toEqual([]);
  });

  it("by its own mail", () => {
    const problem =
      'waits for its own mail: where the mail is all there is to do write "notice": true, else name what a person records';
    expect(faultsBeside(anotherRule({ doneWhen: { told: "second" } }))).toEqual([
      `rules.1.doneWhen (ANY-02, clause 1): ${problem}`,
    ]);
    const notRequired = [{ when: { all: [{ told: "second" }, { care: ["care-leaver"] }] }, reason: "told" }];
    expect(faultsBeside(anotherRule({ notRequired }))).toEqual([
      `rules.1.notRequired.0.when (ANY-02, clause 1): ${problem}`,
    ]);
  });

  it("by a record that guards refuse until it is made", () => {
    const guard = (action: string, before: string) => ({
      ...{ id: "ANY-09", clause: "9", source: "001", actions: [action], says: "No." },
      refuseWhen: { not: { recorded: before } },
    });
    const guards = [guard("oversight", "toolkit"), guard("toolkit", "oversight")];
    const rules = [aRawRule(), anotherRule()];
    expect(faultsOf(aRawProfile({ rules, guards }))).toEqual([
      'rules.1.endedBy.0 (ANY-02, clause 1): can never be: ANY-09 (clause 9) refuses "oversight" for ever: let what it waits for be possible before it',
    ]);
    expect(faultsOf(aRawProfile({ rules, guards: guards.slice(0, 1) }))).toEqual([]);
  });

  it("by a record that is always refused, or never enough", () => {
    const guard = (refuseWhen: unknown, ...actions: string[]) => ({
      ...{ id: "ANY-09", clause: "9", source: "001", actions, refuseWhen, says: "No." },
    });
    const faults = (rule: Record<string, unknown>, ...guards: unknown[]) =>
      faultsOf(aRawProfile({ rules: [aRawRule(), anotherRule(rule)], guards }));
    expect(faults({}, guard({ always: true }, "oversight"))[0]).toContain('refuses "oversight" for ever');
    const short = guard({ attemptsShortOf: { calls: 1, texts: 0, hoursApart: 1 } }, "nil-return");
    const ended = { endedBy: [{ action: "nil-return" }] };
    expect(faults(ended, short)).toEqual([]);
    expect(faults(ended, short, guard({ always: true }, "contact-attempt"))[0]).toContain(
      'refuses "nil-return"',
    );
    const unheard = guard({ always: true }, "contact-made", "interview-held", "written-record");
    expect(faults({ when: { concern: ["immediate"] } }, unheard)).toContain(
      'rules.1.when (ANY-02, clause 1): can never be: nothing of what stands under "not", "unmet" or "concern" can come about',
    );
  });

  it.each<[unknown]>([
    [{ not: { always: true } }],
    [{ unmet: { condition: { always: true }, by: { anchor: "missing", amount: 1, unit: "d" } } }],
  ])("begun by %j, which is never so", (when) => {
    expect(faultsBeside(anotherRule({ when }))).toEqual([
      expect.stringMatching(/^rules\.1\.when \(ANY-02, clause 1\): can never be: nothing of/),
    ]);
  });

  it("by the record that calls for it", () => {
    const faults = (rule: Record<string, unknown>) => faultsBeside(anotherRule(rule));
    const when = { all: [{ status: ["returned"] }, { recorded: "decline", with: { by: "child" } }] };
    expect(faults({ when, endedBy: [{ action: "decline" }] })).toEqual([
      'rules.1.endedBy.0 (ANY-02, clause 1): the record that calls for it ends it too: name another "decline", or another action',
    ]);
    expect(faults({ when, endedBy: [{ action: "decline", with: { by: "parent" } }] })).toEqual([]);
    const draft = { when: { recorded: "letter-drafted" }, endedBy: [{ action: "letter-drafted" }] };
    expect(faults({ ...draft, endedBy: [{ action: "letter-drafted", by: "coordinator" }] })).toEqual([
      expect.stringContaining("waits for itself"),
    ]);
    const again = { again: true, endedBy: [{ action: "raise-concern" }] };
    expect(faults({ ...again, when: { lastRecorded: "raise-concern" } })[0]).toContain("calls for it anew");
    expect(faults({ ...again, when: { recorded: "raise-concern" } })).toEqual([]);
  });

  it("by what is so when it begins", () => {
    expect(
      faultsBeside(anotherRule({ doneWhen: { any: [{ status: ["returned"] }, { risk: ["low"] }] } })),
    ).toEqual([
      'rules.1.doneWhen (ANY-02, clause 1): is so already when the duty begins, so it is done at once and its mails never go: for a mail alone write "notice": true',
    ]);
    expect(faultsBeside(anotherRule({ notRequired: [{ when: { always: true }, reason: "none" }] }))).toEqual([
      "rules.1.notRequired.0.when (ANY-02, clause 1): is always so when the duty begins, so nobody would ever be asked for it",
    ]);
  });

  it("by what takes itself back", () => {
    expect(faultsBeside(anotherRule({ endedBy: [{ action: "oversight", undoneBy: "oversight" }] }))).toEqual([
      'rules.1.endedBy.0.undoneBy (ANY-02, clause 1): "oversight" can\'t take itself back: name the record that opens the duty again',
    ]);
  });
});

describe("a series", () => {
  const series = (overrides: Record<string, unknown> = {}) =>
    anotherRule({ series: true, endedBy: [{ action: "review-held" }], ...overrides });
  const first = aThirdRule({ when: { compact: ["missing"] }, endedBy: [{ action: "review-held" }] });

  it("needs a rule that asks for the first", () => {
    expect(faultsBeside(series())).toEqual([
      'rules.1.series (ANY-02, clause 1): has no first: each one held starts the next, and no other rule asks for a first "review-held". Add one without "series" that ends with it',
    ]);
    expect(faultsBeside(series(), first)).toEqual([]);
  });

  it("is not begun by another series, nor by another meeting", () => {
    expect(faultsBeside(series(), { ...first, series: true })).toHaveLength(2);
    const meeting = (kind: string) => [{ action: "meeting-held", with: { meeting: kind } }];
    expect(
      faultsBeside(series({ endedBy: meeting("strategy") }), { ...first, endedBy: meeting("parents") }),
    ).toHaveLength(1);
  });

  it("needs a record to go on from", () => {
    expect(faultsBeside(series({ endedBy: [], doneWhen: { risk: ["low"] } }))).toEqual([
      "rules.1.endedBy (ANY-02, clause 1): a series goes on from one record to the next: name the record that ends each",
    ]);
  });
});
