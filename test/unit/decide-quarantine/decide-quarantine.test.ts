import { describe, expect, it } from "vitest";
import type { CompactDraft } from "../../../functions/domain/compact/compact.ts";
import type { Reading } from "../../../functions/reading/reading.ts";
import { aFound, aMissing, anUnreadable, aReading } from "../../builders/reading.ts";
import { entryOf } from "../../fakes/ledger.ts";
import { decide, receive, watch } from "../../fakes/steps.ts";
import { aWorld, eventsOf, rows, theRow, type World } from "../../fakes/world.ts";

/** A missing report whose date of birth could not be read. */
const { dateOfBirth: _, ...childWithoutBirthday } = aMissing().child;
const draft: CompactDraft = { ...aMissing(), child: childWithoutBirthday };
const unreadable = (...compacts: CompactDraft[]): Reading => {
  const reading = anUnreadable(["no-date-of-birth"], { force: "leicestershire-police" });
  return { ...reading, result: { ...reading.result, status: "quarantined", compacts } };
};

const waiting = async (reading: Reading = unreadable(draft)): Promise<World> => {
  const world = aWorld();
  await receive(world, "mail-1", reading);
  return world;
};

const theEvents = async (world: World) => eventsOf(world, theRow(world).episodeId);
const saysOf = (decided: Awaited<ReturnType<typeof decide>>): string[] =>
  decided.outcome === "refused" ? decided.faults.map(({ says }) => says) : [];

const birthday = { dateOfBirth: "2011-03-09" };

describe("a mail released with what it lacked", () => {
  it("goes the usual way: the episode opens, its workflow starts, and who and why is in the event", async () => {
    const world = await waiting();
    world.clock.advance(60);
    const decided = await decide(world, "release", unreadable(draft), {
      data: birthday,
      reason: "the force gave it by telephone",
    });
    const { episodeId } = theRow(world);
    expect(decided).toEqual({
      outcome: "decided",
      mailId: "mail-1",
      decision: "released",
      episodes: [episodeId],
    });
    expect(world.workflow.executions.size).toBe(1);
    expect(await theEvents(world)).toMatchObject([
      {
        type: "missing",
        mailId: "mail-1",
        recordedAt: "2026-11-14T23:00:00Z",
        compact: { child: { surname: "Marlowe", dateOfBirth: "2011-03-09" } },
        released: {
          by: "duty-manager",
          at: "2026-11-15T00:00:00Z",
          reason: "the force gave it by telephone",
          corrected: ["dateOfBirth"],
        },
      },
    ]);
  });

  it("says of each corrected field that a person stated it, and leaves the others as read", async () => {
    const world = await waiting();
    await decide(world, "release", unreadable(draft), { data: { child: birthday, risk: "high" } });
    const [event] = await theEvents(world);
    const provenance = event?.kind === "compact" ? event.compact.provenance : {};
    expect(provenance).toEqual({
      dateOfBirth: { source: "person", label: "duty-manager", raw: "2011-03-09" },
      risk: { source: "person", label: "duty-manager", raw: "high" },
    });
  });

  it("takes any time with a zone, and takes back what was read where null is given", async () => {
    const world = await waiting();
    const data = { ...birthday, missingSince: "2026-06-14T20:30:00Z", risk: null };
    await decide(world, "release", unreadable(draft), { data });
    const [event] = await theEvents(world);
    expect(event).toMatchObject({ compact: { missingSince: "2026-06-14T21:30:00+01:00" } });
    expect(event).not.toHaveProperty("compact.risk");
  });

  it("is accounted for as applied, and a resend is its duplicate", async () => {
    const world = await waiting();
    await decide(world, "release", unreadable(draft), { data: birthday });
    expect(entryOf(world.db, "mail-1")).toMatchObject({
      outcome: "applied",
      decision: { kind: "released", by: "duty-manager" },
    });
    expect(await receive(world, "mail-2", unreadable(draft))).toMatchObject({
      outcome: "duplicate",
      duplicateOf: "mail-1",
    });
  });

  it("leaves nothing of what it says in the ledger", async () => {
    const world = await waiting();
    await decide(world, "release", unreadable(draft), { data: birthday, reason: "Ellie's mother rang" });
    expect(JSON.stringify([...world.db.ledger])).not.toMatch(/Marlowe|Ellie|2011-03-09/);
  });

  it("that could not be read at all is what the person says it is", async () => {
    const world = await waiting(anUnreadable(["empty"]));
    const { provenance: _provenance, ...data } = aMissing();
    expect(await decide(world, "release", anUnreadable(["empty"]), { data })).toMatchObject({
      outcome: "decided",
    });
    expect(theRow(world)).toMatchObject({ status: "missing", force: "leicestershire-police" });
  });

  it("with several children is released report by report", async () => {
    const sam: CompactDraft = { ...draft, reference: "MP/26/004418" };
    const both = unreadable(draft, sam);
    const world = await waiting(both);
    expect(saysOf(await decide(world, "release", both, { data: birthday }))).toEqual([
      "2 reports wait in the mail (MP/26/004417, MP/26/004418): say which, with compacts, a list of as many in the mail's order: {} for one that is right as read, null for one nothing is to be done about.",
    ]);
    const data = { compacts: [birthday, { dateOfBirth: "2012-01-20", surname: "Reeve" }] };
    expect(await decide(world, "release", both, { data })).toMatchObject({ outcome: "decided" });
    expect(
      rows(world)
        .map(({ reference }) => reference)
        .toSorted(),
    ).toEqual(["MP/26/004417", "MP/26/004418"]);
    expect(world.workflow.executions.size).toBe(2);
  });

  it("does not act again on the child that was read already", async () => {
    const reading = aReading({ reasons: ["no-date-of-birth"] });
    const world = await waiting(reading);
    const sam = { ...draft, reference: "MP/26/004418", ...birthday };
    const { provenance: _provenance, ...data } = sam;
    expect(await decide(world, "release", reading, { data })).toMatchObject({ outcome: "decided" });
    expect(await theEvents(world)).toHaveLength(1);
    expect(rows(world)).toHaveLength(2);
  });
});

describe("a release that would not be right", () => {
  it("is refused with all that is still missing, and the mail goes on waiting", async () => {
    const world = await waiting();
    const data = { kind: "found", missingSince: "yesterday", shoeSize: 5 };
    const says = saysOf(await decide(world, "release", unreadable(draft), { data }));
    expect(says.map((sentence) => sentence.split(":")[0])).toEqual(
      expect.arrayContaining(["missingSince", "child.dateOfBirth"]),
    );
    expect(says).toContain("child.dateOfBirth: the mail does not state it, so say it");
    expect(says).toContain("missingSince: has to be a time such as 2026-11-14T21:30:00+00:00");
    expect(says.join()).toContain("shoeSize");
    expect(entryOf(world.db, "mail-1")).not.toHaveProperty("decision");
    expect(rows(world)).toEqual([]);
  });

  it("needs a time the child was found at", async () => {
    const world = await waiting();
    const data = { ...birthday, kind: "found" };
    expect(saysOf(await decide(world, "release", unreadable(draft), { data }))).toEqual([
      "foundAt: say when the child was found, or returnedAt",
    ]);
  });

  it("of data that is no object", async () => {
    expect(saysOf(await decide(await waiting(), "release", unreadable(draft), { data: [1] }))).toHaveLength(
      1,
    );
  });
});

describe("a found mail that failed authentication", () => {
  const { mail, result } = aReading({ compacts: [aFound()], trusted: false });
  const spoofed: Reading = {
    mail,
    result: { ...result, status: "quarantined", reasons: ["authentication-failed"] },
  };
  const withEpisode = async () => {
    const world = aWorld();
    await receive(world, "mail-0");
    world.clock.to("2026-11-15T09:00:00Z");
    await receive(world, "mail-1", spoofed);
    return world;
  };

  it("is not released until the person says whether the force stands by it", async () => {
    const world = await withEpisode();
    expect(saysOf(await decide(world, "release", spoofed, {}))[0]).toMatch(/^confirmed: /);
    expect(theRow(world).status).toBe("missing");
  });

  it.each([
    [true, "returned"],
    [false, "missing"],
  ])("confirmed: %s leaves the child %s", async (confirmed, status) => {
    const world = await withEpisode();
    await decide(world, "release", spoofed, { data: { confirmed } });
    expect(theRow(world).status).toBe(status);
  });
});

describe("a mail attached to an episode", () => {
  it("is a note on it, with who and why, and its wait is over", async () => {
    const world = await waiting();
    await receive(world, "mail-0");
    const { episodeId } = theRow(world);
    expect(
      await decide(world, "attach", unreadable(draft), { reference: "MP/26/004417", reason: "a photograph" }),
    ).toEqual({ outcome: "decided", mailId: "mail-1", decision: "attached", episodes: [episodeId] });
    expect((await theEvents(world)).at(-1)).toMatchObject({
      type: "note",
      by: "duty-manager",
      data: { text: "The mail mail-1 was attached to this episode: a photograph.", mailId: "mail-1" },
    });
  });

  it("needs an episode that is known", async () => {
    const world = await waiting();
    expect(await decide(world, "attach", unreadable(draft), { reference: "MP/26/9" })).toEqual({
      outcome: "unknown-episode",
    });
    expect(saysOf(await decide(world, "attach", unreadable(draft), {}))).toHaveLength(1);
  });
});

describe("a mail discarded", () => {
  it("keeps who and why", async () => {
    const world = await waiting();
    await decide(world, "discard", unreadable(draft), { reason: "advertising" });
    expect(entryOf(world.db, "mail-1")).toMatchObject({
      outcome: "quarantined",
      decision: { kind: "discarded", by: "duty-manager", reason: "advertising", at: "2026-11-14T23:00:00Z" },
    });
    expect(rows(world)).toEqual([]);
  });

  it.each([undefined, " "])("needs a reason (%j)", async (reason) => {
    const world = await waiting();
    expect(saysOf(await decide(world, "discard", unreadable(draft), { reason }))).toHaveLength(1);
  });
});

describe("a decision", () => {
  it("ends the alerts: the next role is not told", async () => {
    const world = await waiting();
    await decide(world, "discard", unreadable(draft), { reason: "advertising" });
    world.clock.advance(24 * 60);
    await watch(world);
    expect(world.post.sent).toHaveLength(1);
  });

  it("not taken leaves the alerts as they were: after the profile's hours the next role", async () => {
    const world = await waiting();
    await decide(world, "discard", unreadable(draft), {});
    world.clock.advance(4 * 60);
    await watch(world);
    expect(world.post.sent).toHaveLength(2);
  });

  it("sent twice is taken once, and both are told it was", async () => {
    const world = await waiting();
    const twice = () => decide(world, "release", unreadable(draft), { data: birthday, id: "one" });
    expect(await twice()).toEqual(await twice());
    expect(await theEvents(world)).toHaveLength(1);
  });

  it("by two people at once is one person's; the other hears whose", async () => {
    const world = await waiting();
    const both = await Promise.all([
      decide(world, "release", unreadable(draft), { data: birthday, by: "first" }),
      decide(world, "discard", unreadable(draft), { reason: "spam", by: "second" }),
    ]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["decided", "refused"]);
  });

  it("about a mail decided already is refused, and says by whom and when", async () => {
    const world = await waiting();
    await decide(world, "discard", unreadable(draft), { reason: "spam" });
    expect(saysOf(await decide(world, "release", unreadable(draft), { data: birthday }))).toEqual([
      "The mail mail-1 was discarded by duty-manager on Sat 14 Nov 2026, 23:00; it waits no longer.",
    ]);
  });

  it("about a mail that never waited is refused", async () => {
    const world = await waiting(aReading());
    expect(saysOf(await decide(world, "discard", aReading(), { reason: "spam" }))).toEqual([
      "The mail mail-1 was applied; it never waited, or waits no longer.",
    ]);
  });

  it("about a mail nobody knows says so", async () => {
    expect(await decide(aWorld(), "discard", aReading(), { reason: "x" })).toEqual({
      outcome: "unknown-mail",
    });
  });

  it("stands when the receipt of a mail found without one comes after it", async () => {
    const world = aWorld();
    const entry = {
      mailId: "mail-1",
      outcome: "quarantined",
      reasons: ["no-receipt"],
      episodes: [],
      receivedAt: world.clock.iso(),
    } as const;
    await world.deps.episodes.transact([{ kind: "ledger", entry }]);
    await decide(world, "discard", aReading(), { reason: "a test of ours" });
    expect(await receive(world, "mail-1")).toMatchObject({ decision: { kind: "discarded" } });
    expect(rows(world)).toEqual([]);
  });

  it("that nobody put a name to, or of another kind, is refused", async () => {
    const world = await waiting();
    expect(saysOf(await decide(world, "burn", unreadable(draft), { by: " " }))).toEqual([
      'No decision is called "burn": release, attach, discard, pass-on, ask.',
      "Say who decides.",
    ]);
  });
});
