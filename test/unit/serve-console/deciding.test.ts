import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { LedgerEntry } from "../../../functions/core/ports/writes.ts";
import type { Answer } from "../../../functions/core/web/answer.ts";
import { answerConsole } from "../../../functions/decide-quarantine/answer-console.ts";
import { decideQuarantine } from "../../../functions/decide-quarantine/decide-quarantine.ts";
import { decisionRequestSchema } from "../../../functions/decide-quarantine/request.ts";
import type { CompactDraft } from "../../../functions/domain/compact/compact.ts";
import type { Reading } from "../../../functions/reading/reading.ts";
import { aProfile } from "../../builders/profile.ts";
import { anUnreadable, aReading } from "../../builders/reading.ts";
import { aBrowser, aConsole, claimsOf } from "../../fakes/console.ts";
import { entryOf } from "../../fakes/ledger.ts";
import { aWorld, eventsOf, rows } from "../../fakes/world.ts";

const draft: CompactDraft = {
  kind: "missing",
  reference: "MP/26/000001",
  missingSince: "2026-11-14T21:30:00+00:00",
  child: { forenames: "Ellie", dateOfBirth: "2011-03-09" },
  provenance: {},
};
const lacksSurname = (changed: Partial<CompactDraft> = {}, reasons = ["no-surname"]): Reading => ({
  ...anUnreadable(reasons, { force: "anyforce", trusted: true }),
  result: { status: "quarantined", reasons, compacts: [{ ...draft, ...changed }] },
});

/** The console's forms and what carries them out, one behind the other, over the same ledger. */
const aDesk = async (reading: Reading, changed: Partial<LedgerEntry> = {}) => {
  const world = aWorld({ profile: aProfile(), at: "2026-11-14T23:30:00Z" });
  const entry: LedgerEntry = {
    mailId: "m1",
    outcome: "quarantined",
    reasons: reading.result.reasons,
    episodes: [],
    receivedAt: "2026-11-14T23:00:00Z",
    force: "anyforce",
    ...changed,
  };
  await world.deps.episodes.transact([{ kind: "ledger", entry }]);
  const console = aConsole({ mails: [{ entry, reading }], at: world.clock.now() });
  const browser = aBrowser(console);
  await browser.signIn(claimsOf("coordinator"));
  const { waiting } = console;
  /** What Lambda does with what it was told, however often. */
  const carryOut = async () => {
    for (const sent of waiting.sent) {
      const request = decisionRequestSchema.parse(JSON.parse(JSON.stringify(sent)));
      const decided = await decideQuarantine(request, { ...world.deps, read: async () => reading });
      const keep = async (id: string, answer: Parameters<typeof waiting.answers.set>[1]) =>
        void waiting.answers.set(id, answer);
      await answerConsole(request, decided, { answers: { keep }, now: world.clock.now });
    }
    const after = entryOf(world.db, "m1");
    if (after) waiting.entries.set("m1", after);
  };
  const idIn = ({ body }: Answer): string => /name="id" value="([^"]+)"/.exec(body)?.[1] ?? "";
  /** Opens the form, fills it in, sends it, and looks at what became of it. */
  const send = async (way: string, fields: Record<string, string>) => {
    const id = idIn(await browser.get(`/quarantine/m1/${way}`));
    const sent = await browser.post(`/quarantine/m1/${way}`, { id, ...fields });
    if (sent.status !== 303) return { sent, looked: sent, id };
    const waits = await browser.get(sent.headers.location ?? "");
    await carryOut();
    return { sent, waits, looked: await browser.get(sent.headers.location ?? ""), id };
  };
  return { world, console, browser, send, waiting, carryOut };
};

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeEach(async () => {
  desk = await aDesk(lacksSurname());
});

describe("releasing a mail", () => {
  it("asks for what is lacking, and for nothing that was read", async () => {
    const { body } = await desk.browser.get("/quarantine/m1/release");
    expect(body).toContain('name="r0.surname"');
    expect(body).not.toContain('name="r0.forenames"');
  });

  it("opens every field to be corrected without losing what was typed, and decides nothing by that", async () => {
    const typed = { "r0.surname": "Vale", reason: "Rang them", more: "yes" };
    const all = await desk.browser.post("/quarantine/m1/release", { id: randomUUID(), ...typed });
    expect(all.status).toBe(200);
    expect(all.body).toContain('name="r0.forenames"');
    expect(all.body).toMatch(/name="r0\.surname"[^>]*value="Vale"/);
    expect(all.body).toContain("Rang them</textarea>");
    expect(all.body).not.toContain('name="more"');
    expect(desk.waiting.sent).toEqual([]);
  });

  it("goes on its way at once, and leads to the mail once it is carried out", async () => {
    const { sent, waits, looked } = await desk.send("release", { "r0.surname": "Vale" });
    expect(sent.headers.location).toMatch(/^\/quarantine\/m1\/deciding\/[0-9a-f-]{36}$/);
    expect(waits?.status).toBe(200);
    expect(waits?.headers.refresh).toMatch(/^1; url=\/quarantine\/m1\/deciding\//);
    expect(looked).toMatchObject({ status: 303, headers: { location: "/quarantine/m1" } });
    const [row] = rows(desk.world);
    const [event] = await eventsOf(desk.world, row?.episodeId ?? "");
    expect(event).toMatchObject({ compact: { child: { surname: "Vale" } } });
    expect((await desk.browser.get("/quarantine/m1")).body).toContain("released");
  });

  it("is signed by whoever is signed in, and by nobody a form names", async () => {
    await desk.send("release", { "r0.surname": "Vale", by: "somebody@else.example", channel: "lab" });
    expect(desk.waiting.sent[0]).toMatchObject({
      channel: "console",
      actor: { address: "coordinator@anyshire.example", subject: "subject-coordinator" },
    });
    expect(desk.waiting.sent[0]).not.toHaveProperty("by");
  });

  it("is decided once, however often the form is sent", async () => {
    const { id } = await desk.send("release", { "r0.surname": "Vale" });
    const again = await desk.browser.post("/quarantine/m1/release", { id, "r0.surname": "Vale" });
    expect(again.headers.location).toBe("/quarantine/m1");
    expect(desk.waiting.sent).toHaveLength(1);
  });

  it("shows a refusal beside its field, with all that was typed, and lets it be mended", async () => {
    const typed = { "r0.surname": "<b>7</b>\u202E \u{1F600}" };
    desk = await aDesk(lacksSurname({ reference: undefined } as never));
    const { looked } = await desk.send("release", { ...typed, "r0.reference": "none", reason: "A & B" });
    expect(looked.status).toBe(200);
    expect(looked.body).toContain("<title>Error: ");
    expect(looked.body).toContain('href="#r0.reference"');
    expect(looked.body).toMatch(/id="r0.reference-error"[^<]*<[^>]*>Error:<\/span> Has to be the force/);
    expect(looked.body).toContain('value="&lt;b&gt;7&lt;/b&gt;\u202E \u{1F600}"');
    expect(looked.body).toContain("A &amp; B</textarea>");
    const mended = await desk.send("release", { "r0.surname": "Vale", "r0.reference": "MP/26/000002" });
    expect(mended.looked.headers.location).toBe("/quarantine/m1");
  });

  it("adds to the form what it did not ask for and is refused", async () => {
    desk = await aDesk(lacksSurname({ missingSince: "2011-11-14T21:30:00+00:00" }));
    const { looked } = await desk.send("release", { "r0.surname": "Vale" });
    expect(looked.body).toContain('id="r0.missingSince-error"');
    expect(looked.body).toContain("Is more than a year ago");
  });

  it.each([
    [{ "r0.dateOfBirth-day": "31", "r0.dateOfBirth-month": "2", "r0.dateOfBirth-year": "2011" }, "real day"],
    [{ "r0.dateOfBirth-day": "3" }, "real day"],
    [{ "r0.foundAt-time": "21:30" }, "has a time but no day"],
    [{ "r0.foundAt-day": "14", "r0.foundAt-month": "11", "r0.foundAt-year": "2026" }, "needs a time"],
  ])("refuses at once what is no day or time: %j", async (fields, says) => {
    const { sent } = await desk.send("release", { "r0.surname": "Vale", ...fields });
    expect(sent.status).toBe(422);
    expect(sent.body).toContain(says);
    expect(sent.body).toContain('value="Vale"');
    expect(desk.waiting.sent).toEqual([]);
  });

  it("takes a time by London's clock, in summer too", async () => {
    await desk.send("release", {
      "r0.surname": "Vale",
      "r0.foundAt-day": "1",
      "r0.foundAt-month": "7",
      "r0.foundAt-year": "2026",
      "r0.foundAt-time": "9:05",
    });
    expect(desk.waiting.sent[0]?.data).toMatchObject({
      compacts: [{ surname: "Vale", foundAt: "2026-07-01T09:05:00+01:00" }],
    });
  });
});

describe("a field in doubt", () => {
  const doubtful = () =>
    lacksSurname({ child: { ...draft.child, surname: "Vale" }, risk: "high" }, [
      "conflicting-values:surname",
      "conflicting-values:risk",
    ]);

  it("of which nothing could be read leaves nothing to choose: it is asked for as what is lacking is", async () => {
    const child = { ...draft.child, surname: "Vale", dateOfBirth: undefined };
    desk = await aDesk(
      lacksSurname({ child } as unknown as Partial<CompactDraft>, ["unreadable-date:dateOfBirth"]),
    );
    const { body } = await desk.browser.get("/quarantine/m1/release");
    expect(body).toContain("could not be understood. Such as 9 3 2011");
    expect(body).toContain('name="r0.dateOfBirth-day"');
    expect(body).not.toContain("r0.dateOfBirth.how");
    expect(body).not.toContain("two minds");
    const day = { "r0.dateOfBirth-day": "30", "r0.dateOfBirth-month": "2", "r0.dateOfBirth-year": "2011" };
    const { sent } = await desk.send("release", day);
    expect(sent.body).toContain(">Report 1, Date of birth has to be a real day");
  });

  it("has to be said by a person, be it as read", async () => {
    desk = await aDesk(doubtful());
    const silent = await desk.send("release", {});
    expect(silent.looked.body).toContain('id="r0.surname-error"');
    expect(silent.looked.body).toContain('id="r0.risk-error"');
    expect(silent.looked.body).toContain("As read: Vale");
    const said = await desk.send("release", { "r0.surname.how": "read", "r0.risk.how": "unknown" });
    expect(desk.waiting.sent.at(-1)?.data).toEqual({ compacts: [{ surname: "Vale", risk: null }] });
    expect(said.looked.headers.location).toBe("/quarantine/m1");
  });

  it("offers everything that is said of it", async () => {
    const disputes = [{ field: "risk", values: ["high", "no-apparent-risk"] }];
    desk = await aDesk({ ...doubtful(), shown: { text: "", isCut: false, files: [], disputes } });
    const form = (await desk.browser.get("/quarantine/m1/release")).body;
    expect(form).toContain("As read: high");
    expect(form).toContain("As also said: no apparent risk");
    const said = { "r0.surname.how": "read", "r0.risk.how": "said:no-apparent-risk" };
    const { looked } = await desk.send("release", said);
    expect(looked.headers.location).toBe("/quarantine/m1");
    expect(desk.waiting.sent.at(-1)?.data).toEqual({
      compacts: [{ surname: "Vale", risk: "no-apparent-risk" }],
    });
  });

  it("is refused where an answer is chosen and another typed, or none is given", async () => {
    desk = await aDesk(doubtful());
    const both = await desk.send("release", { "r0.surname.how": "read", "r0.surname": "Dale" });
    expect(both.sent.body).toContain("You chose one answer and typed another");
    const none = await desk.send("release", { "r0.surname.how": "other" });
    expect(none.sent.body).toContain("Say what holds");
  });
});

describe("several reports in one mail", () => {
  const two: Reading = {
    ...lacksSurname(),
    result: {
      status: "quarantined",
      reasons: ["no-surname"],
      compacts: [draft, { ...draft, reference: "MP/26/000002", child: { dateOfBirth: "2012-01-01" } }],
    },
  };

  it("are asked about one by one, and one may be left out with a reason", async () => {
    desk = await aDesk(two, { waiting: 2 });
    const form = (await desk.browser.get("/quarantine/m1/release")).body;
    expect(form).toContain("Report 1: missing, reference MP/26/000001");
    expect(form).toContain("Report 2: missing, reference MP/26/000002");
    const unsaid = await desk.send("release", { "r0.surname": "Vale", "r0.act": "release" });
    expect(unsaid.sent.body).toContain('id="r1.act-error"');
    const fields = { "r0.surname": "Vale", "r0.act": "release", "r1.act": "leave-out" };
    const without = await desk.send("release", fields);
    expect(without.looked.body).toContain('id="reason-error"');
    const why = await desk.send("release", { ...fields, reason: "A duplicate" });
    expect(why.looked.headers.location).toBe("/quarantine/m1");
    expect(rows(desk.world).map(({ reference }) => reference)).toEqual(["MP/26/000001"]);
  });

  it("are attached only by somebody who says that none is acted on", async () => {
    desk = await aDesk(two, { waiting: 2 });
    const { looked } = await desk.send("attach", { reference: "MP/26/000009" });
    expect(looked.body).toContain('id="waiting-error"');
  });
});

describe("the other decisions", () => {
  it("attach: an episode nobody knows is said beside the reference", async () => {
    const { looked } = await desk.send("attach", { reference: "MP/99/1" });
    expect(looked.body).toMatch(/id="reference-error"[^<]*<[^>]*>Error:<\/span> No episode is known/);
    expect(looked.body).toContain('value="MP/99/1"');
  });

  it("discard: asks for a reason, and keeps it", async () => {
    expect((await desk.send("discard", {})).looked.body).toContain('id="reason-error"');
    const { looked } = await desk.send("discard", { reason: "A newsletter" });
    expect(looked.headers.location).toBe("/quarantine/m1");
    expect((await desk.browser.get("/quarantine/m1")).body).toContain("Reason: A newsletter");
  });

  it("pass on: to a role that is known, with a reason; a mail goes to its holders", async () => {
    const refused = await desk.send("pass-on", { to: "nobody" });
    expect(refused.looked.body).toContain('id="to-error"');
    expect(refused.looked.body).toContain('id="reason-error"');
    await desk.send("pass-on", { to: "service-manager", reason: "They live in Otherbury" });
    expect(desk.world.post.sent.map(({ letter }) => letter.to)).toEqual([
      ["service.manager@anyshire.example"],
    ]);
    expect((await desk.browser.get("/quarantine/m1")).body).toContain("passed on, to Service Manager");
  });

  it("ask the force: the mail waits on, and its page says whom was asked", async () => {
    const { looked } = await desk.send("ask", {});
    expect(looked.headers.location).toMatch(/^\/quarantine\/m1\?asked=/);
    const { body } = await desk.browser.get(looked.headers.location ?? "");
    expect(body).toContain("The force was asked. The mail waits until you decide.");
    expect(body).toContain("/quarantine/m1/release");
    expect(desk.world.post.sent.map(({ letter }) => letter.to)).toEqual([
      ["missing.persons@anyforce.police.example"],
    ]);
  });

  it("unknown ones, and those about mails that are decided, are no forms", async () => {
    expect((await desk.browser.get("/quarantine/m1/burn")).status).toBe(404);
    expect((await desk.browser.get("/quarantine/m1/toString")).status).toBe(404);
    await desk.send("discard", { reason: "A newsletter" });
    expect((await desk.browser.get("/quarantine/m1/release")).headers.location).toBe("/quarantine/m1");
  });
});

describe("what became of a decision", () => {
  it("is shown to nobody but whoever sent it", async () => {
    const { sent } = await desk.send("discard", {});
    const other = aBrowser(desk.console);
    await other.signIn(claimsOf("manager"));
    expect((await other.get(sent.headers.location ?? "")).status).toBe(404);
  });

  it("is told to whoever comes second, with what they typed", async () => {
    const opened = await desk.browser.get("/quarantine/m1/discard");
    const id = /name="id" value="([^"]+)"/.exec(opened.body)?.[1] ?? "";
    const other = aBrowser(desk.console);
    await other.signIn(claimsOf("manager"));
    const theirs = await other.post("/quarantine/m1/discard", { id: crypto.randomUUID(), reason: "First" });
    const mine = await desk.browser.post("/quarantine/m1/discard", { id, reason: "Second" });
    await desk.carryOut();
    expect((await other.get(theirs.headers.location ?? "")).headers.location).toBe("/quarantine/m1");
    const { body } = await desk.browser.get(mine.headers.location ?? "");
    expect(body).toContain("was discarded by manager@anyshire.example");
    expect(body).toContain("Second</textarea>");
  });

  it("that does not come is said after some minutes, with the way back to the form", async () => {
    const opened = await desk.browser.get("/quarantine/m1/discard");
    const id = /name="id" value="([^"]+)"/.exec(opened.body)?.[1] ?? "";
    const { headers } = await desk.browser.post("/quarantine/m1/discard", { id, reason: "Typed" });
    const { body } = await desk.browser.get(`${headers.location}?looked=30`);
    expect(body).toContain("This takes longer than it should");
    expect((await desk.browser.get(`/parked/${id}`)).body).toContain("Typed</textarea>");
  });

  it("is kept for the console only", async () => {
    const kept: unknown[] = [];
    const answers = { keep: async (...all: unknown[]) => void kept.push(all) };
    const deps = { answers, now: () => 1 };
    await answerConsole({ id: "a", channel: "lab" }, { outcome: "unknown-mail" }, deps);
    expect(kept).toEqual([]);
    await answerConsole({ id: "a", channel: "console" }, { outcome: "unknown-mail" }, deps);
    expect(kept).toEqual([["a", { outcome: "unknown-mail" }, 1]]);
  });

  it("reads an accepted mail's reports that wait as well", async () => {
    const reading = aReading({ compacts: [], waiting: [draft], force: "anyforce" });
    desk = await aDesk({ ...reading, result: { ...reading.result, reasons: ["no-surname"] } });
    expect((await desk.browser.get("/quarantine/m1/release")).body).toContain('name="r0.surname"');
  });
});
