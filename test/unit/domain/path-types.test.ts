import { describe, expect, it } from "vitest";
import { aRawProfile } from "../../builders/profile.ts";
import { anotherRule, faultsBeside, faultsOf } from "../../builders/profile-faults.ts";

const when = (condition: unknown) => faultsBeside(anotherRule({ when: condition }));
const never = (path: string, problem: string) => [
  `rules.1.${path} (ANY-02, clause 1): can never be: ${problem}`,
];

describe("a fact of the compacts", () => {
  it.each<[string, unknown, string]>([
    [
      "that is no field of the child",
      { fact: "child.age", is: "12" },
      '"child" has no "age"; there is forenames, surname, knownAs, dateOfBirth, sex, ethnicity, homeAddress, missingFromAddress, school, phone',
    ],
    [
      "that is misspelt",
      { fact: "placementtype" },
      'a compact has no "placementtype"; did you mean "placementType"?',
    ],
    [
      "that is a group",
      { fact: "preventionInterview" },
      '"preventionInterview" is a group of fields: name one of them, such as "preventionInterview.completed"',
    ],
    [
      "inside a text",
      { fact: "child.school.name" },
      '"school" is a text and has nothing inside it: leave out ".name"',
    ],
    ["for the program", { fact: "provenance" }, '"provenance" is for the program only'],
    [
      "yes or no, asked as a text",
      { fact: "childProtectionPlan", is: "yes" },
      '"childProtectionPlan" is never "yes": it is true or false, without quotes',
    ],
    [
      "a text, asked as yes or no",
      { fact: "harm", is: true },
      '"harm" is never true: it is a text, so write it in quotes',
    ],
    [
      "one of a few words, misspelt",
      { fact: "careStatus", is: "looked after" },
      '"careStatus" is never "looked after"; did you mean "looked-after"?',
    ],
    [
      "a date, asked as a year",
      { fact: "child.dateOfBirth", is: "2011" },
      '"child.dateOfBirth" is never "2011": it has to be a date such as 2011-03-09',
    ],
    [
      "a list, asked as one word",
      { fact: "flags", is: "medical" },
      '"flags" is never "medical": it is a list, and no list is the same as one value; write { flag: ["medical"] }',
    ],
    [
      "a list, searched",
      { fact: "flags", contains: "medical" },
      '"flags" is a list and is not searched for a word; write { flag: ["medical"] }',
    ],
    [
      "yes or no, searched",
      { fact: "childProtectionPlan", contains: "y" },
      '"childProtectionPlan" is yes or no and is not searched for a word; "contains" asks a text: leave it out, or write "is"',
    ],
    [
      "a few words, none with this in it",
      { fact: "risk", contains: "severe" },
      'no value of "risk" has "severe" in it: it is one of no-apparent-risk, low, medium, high',
    ],
    [
      "a few words, but for none of them",
      { fact: "child.sex", except: ["males"] },
      '"child.sex" is never "males"; did you mean "male"?',
    ],
    [
      "yes or no, but for a word",
      { fact: "childProtectionPlan", except: ["no"] },
      '"childProtectionPlan" is yes or no: write "is: true" or "is: false", not "except"',
    ],
    [
      "asked twice at once",
      { fact: "harm", contains: "injury", except: ["none"] },
      'asks by "contains" and "except": keep one, or make two conditions under "all"',
    ],
  ])("%s", (_what, condition, problem) => {
    expect(when(condition)).toEqual(never("when", problem));
  });

  it.each<[unknown]>([
    [{ fact: "harm", except: ["none"], ever: true }],
    [{ fact: "placementType", contains: "foster" }],
    [{ fact: "preventionInterview.completed", is: false }],
    [{ fact: "child.school" }],
    [{ fact: "warnings" }],
  ])("%j is in order", (condition) => expect(when(condition)).toEqual([]));

  it("is found wherever conditions stand, with the place", () => {
    const plan = { fact: "childProtectionPlan", is: "no" };
    const inside = { any: [{ care: ["looked-after"] }, { not: plan }] };
    const paths = faultsBeside(
      anotherRule({
        when: inside,
        doneWhen: { all: [inside, { risk: ["high"] }] },
        notRequired: [{ when: { all: [inside, { risk: ["low"] }] }, reason: "none" }],
        owner: [{ role: "coordinator", when: inside }, { role: "coordinator" }],
      }),
    ).map((fault) => fault.split(" ")[0]);
    expect(paths).toEqual(
      ["when", "doneWhen.all.0", "notRequired.0.when.all.0", "owner.0.when"].map(
        (at) => `rules.1.${at}.any.1.not`,
      ),
    );
  });

  it("in whom to contact too", () => {
    const permittedContacts = [{ id: "x", clause: "4", when: { fact: "harm", is: true }, says: "Ask." }];
    expect(faultsOf(aRawProfile({ permittedContacts }))).toEqual([
      'permittedContacts.0.when: can never be: "harm" is never true: it is a text, so write it in quotes',
    ]);
  });
});

describe("a list of which one entry is enough", () => {
  it.each(["status", "care", "risk", "compact", "concern", "flag"])("%s is not empty", (key) => {
    expect(when({ [key]: [] })[0]).toContain(`"${key}" names nothing: write which`);
  });

  it("has flags that reports have", () => {
    expect(when({ flag: ["medical", "exploitaton"] })).toEqual(
      never("when", 'no report has the flag "exploitaton"; did you mean "exploitation"?'),
    );
  });
});

describe("the data of a record", () => {
  it.each<[string, unknown, string]>([
    [
      "a field it has not",
      { recorded: "meeting-held", with: { metting: "strategy" } },
      '"meeting-held" has no "metting"; did you mean "meeting"?',
    ],
    [
      "a value it never has",
      { lastRecorded: "meeting-held", with: { meeting: "tea" } },
      '"meeting" of "meeting-held" is never "tea": it is one of emergency-professionals, preventative, multi-agency, strategy, parents, core-group',
    ],
    [
      "a slip in a field inside another",
      { recorded: "interview-held", with: { "concerns.imediate": true } },
      '"concerns" has no "imediate"; did you mean "immediate"?',
    ],
    [
      "a group",
      { recorded: "interview-held", with: { concerns: true } },
      '"concerns" of "interview-held" is never true: it is a group of fields, so name one of them',
    ],
    [
      "any duty's end",
      { recorded: "duty-done" },
      '"duty-done" is recorded of each duty by name: say which, as in "with": { "duty": … }',
    ],
    [
      "the end of a duty there is not",
      { recorded: "duty-done", with: { duty: "interview" } },
      'no duty is called "interview"; did you mean "return-interview"?',
    ],
  ])("asked for %s", (_what, condition, problem) => {
    expect(when(condition)).toEqual(never("when", problem));
  });

  it("is checked in what ends a duty", () => {
    expect(faultsBeside(anotherRule({ endedBy: [{ action: "duty-done" }] }))).toEqual(
      never(
        "endedBy.0.with",
        '"duty-done" is recorded of each duty by name: say which, as in "with": { "duty": … }',
      ),
    );
    expect(faultsBeside(anotherRule({ endedBy: [{ action: "oversight", by: "coordinatr" }] }))).toEqual([
      'rules.1.endedBy.0.by (ANY-02, clause 1): role "coordinatr" has no recipient; did you mean "coordinator"?',
    ]);
  });
});

describe("the data of an action at hand", () => {
  const guard = (refuseWhen: unknown, actions = ["interview-held"]) =>
    faultsOf(
      aRawProfile({
        guards: [{ id: "ANY-09", clause: "9", source: "001", actions, refuseWhen, says: "No." }],
      }),
    );

  it.each<[string, unknown, string, string]>([
    [
      "no such field",
      { data: "metod" },
      "refuseWhen",
      '"interview-held" has no "metod"; did you mean "method"?',
    ],
    [
      "no such value",
      { not: { data: "method", is: "phone" } },
      "refuseWhen.not",
      '"method" of "interview-held" is never "phone"; did you mean "telephone"?',
    ],
    [
      "a group's field",
      { data: "concerns.imediate" },
      "refuseWhen",
      '"concerns" has no "imediate"; did you mean "immediate"?',
    ],
    [
      "no address",
      { outsideStaff: ["independent"] },
      "refuseWhen",
      '"independent" of "interview-held" holds no address',
    ],
    [
      "a limit that is not set",
      { after: "return-intervew" },
      "refuseWhen",
      'no duty is called "return-intervew"; did you mean "return-interview"?',
    ],
    [
      "a section there is not",
      { sectionsEmpty: ["acount"] },
      "refuseWhen",
      'the form has no section "acount"; did you mean "account"?',
    ],
  ])("%s", (_what, refuseWhen, path, problem) => {
    expect(guard(refuseWhen)).toEqual([`guards.0.${path} (ANY-09, clause 9): ${problem}`]);
  });

  it("an open group takes any name, and of several actions one that has the field is enough", () => {
    expect(guard({ not: { data: "outcomes.next-actions" } }, ["meeting-held"])).toEqual([]);
    expect(guard({ data: "method", is: "telephone" }, ["sign-off", "interview-held"])).toEqual([]);
    expect(guard({ data: "method" }, ["sign-off", "note"])).toHaveLength(2);
  });

  it("after a duty without a limit nothing comes", () => {
    const guards = [
      {
        id: "ANY-09",
        clause: "9",
        source: "001",
        actions: ["note"],
        refuseWhen: { after: "return-interview" },
        says: "No.",
      },
    ];
    const rung = { id: "told", from: "created", to: ["owner"], says: "Do it." };
    const { rules } = aRawProfile();
    const silent = { ...(rules as Record<string, unknown>[])[0], due: [], rungs: [rung] };
    expect(faultsOf(aRawProfile({ guards, rules: [silent] }))).toEqual([
      'guards.0.refuseWhen (ANY-09, clause 9): "return-interview" (ANY-01) has no limit, so nothing comes after it',
    ]);
    expect(faultsOf(aRawProfile({ guards }))).toEqual([]);
  });
});

describe("a mail that is waited for", () => {
  it.each<[string, unknown[], string]>([
    [
      "of a duty there is not",
      [anotherRule({ when: { told: "return-intervew" } })],
      'no duty is called "return-intervew"; did you mean "return-interview"?',
    ],
    [
      "of a duty that sends none",
      [
        anotherRule({ when: { told: "third" } }),
        anotherRule({ id: "ANY-03", duty: "third", rungs: [], endedBy: [{ action: "toolkit" }] }),
      ],
      '"third" (ANY-03) sends no mail: give it a rung',
    ],
    [
      "of a series",
      [
        anotherRule({ when: { told: "third" } }),
        anotherRule({ id: "ANY-03", duty: "third", series: true, endedBy: [{ action: "interview-held" }] }),
      ],
      '"third" (ANY-03) is a series, whose mails go by the number of each',
    ],
  ])("%s", (_what, rules, problem) => {
    expect(faultsBeside(...rules)).toEqual(never("when", problem));
  });
});

describe("the time between two instants", () => {
  const day = { amount: 1, unit: "d" };
  it.each<[object, string]>([
    [
      { from: "returned", to: "missing", under: day },
      '"returned" comes after "missing": write from: missing, to: returned',
    ],
    [{ from: "found", to: "found" }, 'from "found" to "found" no time passes'],
    [
      { from: "missing", to: "returned", over: { amount: 2, unit: "d" }, under: day },
      "nothing is both over the one amount and under the other",
    ],
    [
      { from: "created", to: "returned" },
      '"created" is when a duty begins, and a condition is asked before that: write "notified" for the first report\'s receipt',
    ],
    [
      { from: "previous-review", to: "returned" },
      '"previous-review" is known in the "due" of a series only: write what is counted from',
    ],
  ])("%j", (elapsed, problem) => expect(when({ elapsed })).toEqual(never("when", problem)));
});
