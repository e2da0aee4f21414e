import { describe, expect, it } from "vitest";
import { assess, dueRungs } from "../../../functions/domain/duty/assess.ts";
import { untold } from "../../../functions/domain/duty/untold.ts";
import type { Ask } from "../../../functions/domain/letters/ask.ts";
import { letterTo } from "../../../functions/domain/letters/letter-to.ts";
import { text } from "../../../functions/html/mail.ts";
import { aContext } from "../../builders/context.ts";
import { aRung, foundCompact, missingCompact } from "../../builders/events.ts";
import { aProfile, aRawRule } from "../../builders/profile.ts";

const rungs = [
  { id: "told", from: "created", to: ["owner"], says: "The child is back." },
  { id: "reminder", from: "due", amount: -24, unit: "h", to: ["owner"], local: true, says: "Due in a day." },
  { id: "limit", from: "due", to: ["owner"], says: "The 72 hours have ended." },
  { id: "late", from: "due", amount: 1, unit: "d", to: ["owner"], local: true, says: "A day late." },
];
const copies = aRawRule({
  id: "ANY-02",
  clause: "2",
  duty: "copy",
  title: "Told for information",
  notice: true,
  due: [],
  endedBy: [],
  rungs: [rungs[0]],
});
const profile = aProfile({ rules: [copies, aRawRule({ rungs })] });
const child = { forenames: "Ellie", surname: "Marlowe", phone: "07700 900123" };
const events = [
  missingCompact({ force: "anyforce", child, warnings: ["Asthma"], officer: { name: "PC Rowan" } }),
  foundCompact({ force: "anyforce" }),
];
const COORDINATOR = "missing.coordinator@anyshire.example";

/** What is due now, where the mails named have gone. */
const asksAt = (now: string, ...fired: string[]): Ask[] => {
  const gone = fired.map((id) =>
    aRung(id === "copy" ? "copy" : "return-interview", id === "copy" ? "told" : id, now),
  );
  const context = aContext({ profile, now, events: [...events, ...gone] });
  const due = dueRungs(assess(context), context.now).map(({ duty, ...rung }) => ({
    duty,
    rungs: [rung],
    context,
  }));
  return [...Map.groupBy(due, ({ duty }) => duty.key).values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, rungs: [first, ...more].flatMap((one) => one.rungs) }] : [],
  );
};
const subjectAt = (now: string, ...fired: string[]) => letterTo(COORDINATOR, asksAt(now, ...fired)).subject;

describe("ALL-13: the subject tells first mail, reminder and limit apart", () => {
  const all = ["copy", "told"];
  it.each([
    ["the first mail", "2026-11-15T08:30:00Z", ["copy"], "MP/26/004417: Return interview (ANY-01, clause 1)"],
    [
      "the reminder",
      "2026-11-17T08:00:00Z",
      all,
      "MP/26/004417: 24 hours left: Return interview (ANY-01, local practice)",
    ],
    [
      "the limit",
      "2026-11-18T08:00:00Z",
      [...all, "reminder"],
      "MP/26/004417: DUE NOW: Return interview (ANY-01, clause 1)",
    ],
    [
      "a second before a day late",
      "2026-11-19T07:59:59Z",
      [...all, "reminder"],
      "MP/26/004417: LATE 23 hours: Return interview (ANY-01, clause 1)",
    ],
    [
      "a day late",
      "2026-11-19T08:00:00Z",
      [...all, "reminder", "limit"],
      "MP/26/004417: LATE 1 day: Return interview (ANY-01, local practice)",
    ],
    [
      "information with it",
      "2026-11-15T08:30:00Z",
      [],
      "MP/26/004417: Return interview (ANY-01, clause 1) and 1 more",
    ],
  ])("%s", (_what, now, fired, subject) => {
    expect(subjectAt(now, ...fired)).toBe(subject);
  });
});

describe("ALL-13: a mail about several duties", () => {
  it("goes to the mailbox as its profile writes it, however it is told from others", () => {
    const written = "Missing.Coordinator@anyshire.example";
    const recipients = Object.fromEntries(
      Object.entries(profile.recipients).map(([role, one]) => [role, { ...one, addresses: [written] }]),
    );
    const asks = asksAt("2026-11-15T08:30:00Z").map((ask) => ({
      ...ask,
      context: { ...ask.context, profile: { ...profile, recipients } },
    }));
    expect(letterTo(COORDINATOR, asks).to).toEqual([written]);
  });

  it("has information last, though it arose first", () => {
    const { rules, paragraphs } = letterTo(COORDINATOR, asksAt("2026-11-15T08:30:00Z"));
    expect(rules).toEqual(["ANY-01", "ANY-02"]);
    expect(paragraphs.filter(({ as }) => as === "duty").map(({ heading }) => heading)).toEqual([
      "Return interview",
      "Told for information",
    ]);
  });
});

describe("ALL-16: a mail says which child", () => {
  const body = (address: string) => text(letterTo(address, asksAt("2026-11-15T08:30:00Z")).paragraphs);
  it("to staff: who, how old, what risk, whom to ring, and how to reach them where contact is asked", () => {
    for (const line of [
      "Child: Ellie Marlowe",
      "Born: 9 March 2011 (15)",
      "Risk: medium, Asthma",
      "Telephone: 07700 900123",
      "Officer: PC Rowan",
      "Care status: not stated",
    ])
      expect(body(COORDINATOR)).toContain(line);
  });

  it("and to nobody else, not even of a subdomain or with a link", () => {
    for (const stranger of ["a@elsewhere.example", "a@x.anyshire.example", "a@notanyshire.example"])
      expect(body(stranger)).not.toMatch(/Ellie|Marlowe|2011|07700|https:/);
  });

  it("says what, for whom, by when, what to do, where, and then the rest", () => {
    const order = [
      "Return interview",
      "Child: Ellie",
      "Due: Wed 18 Nov 2026, 08:00",
      "What to do",
      "Record it: https://",
      "Rule: ANY-01",
      "Told before",
    ];
    const places = order.map((part) => body(COORDINATOR).indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});

describe("ALL-19: what the source does not ask for", () => {
  const lines = (now: string, ...fired: string[]) =>
    text(letterTo(COORDINATOR, asksAt(now, ...fired)).paragraphs);
  it("is said in the mail to be local practice; what it asks for is not", () => {
    expect(lines("2026-11-17T08:00:00Z", "copy", "told")).toContain("This mail is local practice");
    expect(lines("2026-11-18T08:00:00Z", "copy", "told", "reminder")).not.toContain("local practice");
  });
});

describe("the mailboxes of a rung", () => {
  it("are each once, however they are written, and without those it has told", () => {
    const told = {
      ...aRung("return-interview", "told", "2026-11-15T08:30:00Z"),
      id: "part",
      only: COORDINATOR.toUpperCase(),
    };
    const context = aContext({ profile, now: "2026-11-15T08:30:00Z", events: [...events, told] });
    const due = dueRungs(assess(context), context.now);
    expect(due.map((rung) => [rung.duty.key, untold(rung.duty, rung, context)])).toEqual([
      ["copy", [COORDINATOR]],
      ["return-interview", []],
    ]);
  });
});
