import { beforeEach, describe, expect, it } from "vitest";
import type { LedgerEntry } from "../../../functions/core/ports/writes.ts";
import { toIso } from "../../../functions/domain/calendar/instant.ts";
import { aProfile } from "../../builders/profile.ts";
import { leicestershire } from "../../builders/profiles.ts";
import { anUnreadable, aReading } from "../../builders/reading.ts";
import { apply } from "../../fakes/database.ts";
import { entryOf } from "../../fakes/ledger.ts";
import { decide, receive, watchTheForces } from "../../fakes/steps.ts";
import { aWorld, type World } from "../../fakes/world.ts";

const FORCE = "leicestershire-police";
const HOUR = 3_600_000;

const told = ({ post }: World) => post.sent.filter(({ letter }) => letter.rules.includes("force-watch"));

let count = 0;
/** A mail of the force was accounted for, so many hours before now. */
const accounted = (world: World, hoursAgo: number, rest: Partial<LedgerEntry> = {}): void =>
  apply(
    {
      kind: "ledger",
      entry: {
        mailId: `stored-${++count}`,
        outcome: "applied",
        reasons: [],
        episodes: [],
        receivedAt: toIso(world.clock.now() - hoursAgo * HOUR),
        receipt: { dmarcVerdict: { status: "PASS" } },
        force: FORCE,
        labels: { all: 10, unrecognised: 0 },
        ...rest,
      },
    },
    world.db,
  );

/** An hour later than what came before. */
const many = (world: World, mails: number, rest: Partial<LedgerEntry> = {}): void => {
  world.clock.advance(60);
  for (let i = 0; i < mails; i += 1) accounted(world, 1 + (mails - i) / 100, rest);
};
const bad = { outcome: "quarantined", reasons: ["no-surname"] } as const;
const strange = { labels: { all: 10, unrecognised: 9 } };

let world: World;
beforeEach(() => {
  world = aWorld();
});

describe("what ingest keeps for the watch", () => {
  const kept = (mailId: string) => {
    const { force, labels } = entryOf(world.db, mailId) ?? {};
    return { force, labels };
  };

  it("is the force and how many labels there were, of a mail that was applied, one that waits and a resend", async () => {
    await receive(world, "mail-1", aReading());
    await receive(world, "mail-2", anUnreadable(["no-surname"], { force: FORCE }));
    await receive(world, "mail-3", aReading());
    for (const mailId of ["mail-1", "mail-2", "mail-3"])
      expect(kept(mailId)).toEqual({ force: FORCE, labels: { all: 0, unrecognised: 0 } });
  });

  it("is the count of labels and never their text", async () => {
    const reading = anUnreadable(["no-surname"], { force: FORCE });
    const unrecognised = [{ label: "Ellie Marlowe", value: "born 2011-03-09" }];
    await receive(world, "mail-1", { ...reading, result: { ...reading.result, unrecognised } });
    expect(kept("mail-1").labels).toEqual({ all: 1, unrecognised: 1 });
    expect(JSON.stringify([...world.db.ledger])).not.toMatch(/Marlowe|2011-03-09/);
  });

  it("is nothing of a stranger, nor of a machine that answers from a force's mailbox", async () => {
    await receive(world, "mail-1", anUnreadable(["sender-not-allowed"]));
    await receive(world, "mail-2", anUnreadable(["automatic-reply"], { force: FORCE, automatic: true }));
    for (const mailId of ["mail-1", "mail-2"])
      expect(kept(mailId)).toEqual({ force: undefined, labels: undefined });
  });

  it("stays with a mail that a person has decided about", async () => {
    const reading = anUnreadable(["no-surname"], { force: FORCE });
    await receive(world, "mail-1", reading);
    await decide(world, "discard", reading, { reason: "a test" });
    expect(kept("mail-1").force).toBe(FORCE);
  });
});

describe("a force whose mails are read worse than they were", () => {
  it("is told once to the quarantine's role, with force, figures, what to do and nothing of a mail", async () => {
    many(world, 40);
    many(world, 12, bad);
    expect(await watchTheForces(world)).toEqual({ told: 1 });
    const [mail] = told(world);
    expect(mail?.letter.to).toEqual(["ce-team@leicestershire.example"]);
    expect(mail?.letter.subject).toBe("Mails from Leicestershire Police: 12 of the last 50 quarantined");
    const text = JSON.stringify(mail?.letter.paragraphs);
    expect(text).toContain("Quarantined: 12 of the last 50 mails, 24 %. The limit is 20 %.");
    expect(text).toContain("npm run reparse");
    expect(text).toContain("Reading compacts");
    expect(text).not.toMatch(/stored-|no-surname/);
  });

  it("is told in one mail where both figures cross", async () => {
    many(world, 20, { ...bad, ...strange });
    await watchTheForces(world);
    expect(told(world).map(({ letter }) => letter.subject)).toEqual([
      "Mails from Leicestershire Police: 20 of the last 20 quarantined, 90 % of their labels unknown",
    ]);
  });

  it("is told of the second figure when that crosses later", async () => {
    many(world, 30, strange);
    await watchTheForces(world);
    many(world, 20, { ...bad, ...strange });
    await watchTheForces(world);
    expect(told(world).map(({ letter }) => letter.subject)).toEqual([
      "Mails from Leicestershire Police: 90 % of their labels unknown",
      "Mails from Leicestershire Police: 20 of the last 50 quarantined",
    ]);
  });

  it("is not told again while it stays over, and is once it came back and crossed again", async () => {
    const look = async () => {
      world.clock.advance(60);
      await watchTheForces(world);
      return told(world).length;
    };
    many(world, 20, bad);
    expect([await look(), await look()]).toEqual([1, 1]);
    many(world, 50);
    expect(await look()).toBe(1);
    many(world, 11, bad);
    expect([await look(), await look()]).toEqual([2, 2]);
  });

  it("counts mails that a person released, attached or discarded since", async () => {
    const decision = { id: "1", kind: "released", by: "manager", at: world.clock.iso() } as const;
    many(world, 20, { outcome: "applied", decision });
    expect(await watchTheForces(world)).toEqual({ told: 1 });
  });

  it("is told to a role of its own where the profile names one, at the profile's limits", async () => {
    const forceWatch = { role: "service-manager", quarantinedAbove: 0.5 };
    const forces = [...leicestershire.forces];
    world = aWorld({ profile: aProfile({ forceWatch, forces }) });
    many(world, 25);
    many(world, 25, bad);
    expect(await watchTheForces(world)).toEqual({ told: 0 });
    accounted(world, 1, bad);
    expect(await watchTheForces(world)).toEqual({ told: 1 });
    expect(told(world)[0]?.letter.to).toEqual(["service.manager@anyshire.example"]);
  });
});

describe("a force that falls silent", () => {
  beforeEach(() => many(world, 12));

  it("is told once, with whom to ask; and again when it wrote and fell silent again", async () => {
    const looks: number[] = [];
    const look = async (at: string) => {
      world.clock.to(at);
      await watchTheForces(world);
      looks.push(told(world).length);
    };
    await look("2026-11-16T21:00:00Z");
    await look("2026-11-17T03:00:00Z");
    await look("2026-11-17T09:00:00Z");
    accounted(world, 0);
    await look("2026-11-17T15:00:00Z");
    await look("2026-11-25T15:00:00Z");
    expect(looks).toEqual([0, 1, 1, 1, 2]);
    expect(told(world)[0]?.letter.subject).toBe(
      "Mails from Leicestershire Police: none for longer than usual",
    );
    expect(JSON.stringify(told(world)[0])).toContain("missing-team@leicestershire-police.example");
  });

  it("is not covered by a forged mail, a resend of one included", async () => {
    world.clock.to("2026-11-17T03:00:00Z");
    accounted(world, 1, { outcome: "duplicate", receipt: { dmarcVerdict: { status: "FAIL" } } });
    expect(await watchTheForces(world)).toEqual({ told: 1 });
  });
});

describe("each force", () => {
  const own = { id: "otherforce", name: "Otherforce", senderDomains: ["otherforce.example"] };
  const other = { ...leicestershire.forces[0], ...own };

  it("is looked at by its own mails, and one that fails keeps no other waiting", async () => {
    const forces = [...leicestershire.forces, other];
    world = aWorld({ profile: aProfile({ forces }) });
    many(world, 20, bad);
    many(world, 20, { ...bad, force: "otherforce" });
    world.post.state.refuses = ({ subject }) => subject.includes("Leicestershire");
    await expect(watchTheForces(world)).rejects.toThrow();
    expect(told(world).map(({ letter }) => letter.subject)).toEqual([
      "Mails from Otherforce: 20 of the last 20 quarantined",
    ]);
    world.post.state.refuses = () => false;
    world.clock.advance(1);
    expect(await watchTheForces(world)).toEqual({ told: 1 });
  });
});

describe("the watch over the forces", () => {
  it("at the same moment in two processes tells once", async () => {
    many(world, 20, { ...bad, ...strange });
    await Promise.all([watchTheForces(world), watchTheForces(world)]);
    const kinds = told(world).flatMap(({ letter }) => letter.subject.split(/: |, /).slice(1));
    expect(kinds).toHaveLength(2);
  });

  it.each(["done", "not-done"] as const)(
    "killed at any of its calls, a call %s, and run again tells no less and says it a second time only after SES took it unrecorded",
    async (having) => {
      const begin = () => {
        const started = aWorld();
        many(started, 20, { ...bad, ...strange });
        return started;
      };
      const whole = begin();
      await watchTheForces(whole);
      const calls = [...whole.io.calls];
      expect(calls).toEqual(expect.arrayContaining(["claim", "SES", "commit"]));
      for (const [index, call] of calls.entries()) {
        const killed = begin();
        killed.io.dieAt(index + 1, having);
        await watchTheForces(killed).catch(() => undefined);
        expect(killed.io.hasDied()).toBe(true);
        killed.io.restart();
        killed.clock.advance(1);
        await watchTheForces(killed);
        await watchTheForces(killed);
        const again = (call === "SES" && having === "done") || (call === "commit" && having === "not-done");
        expect(told(killed).length, `killed at ${call}`).toBe(again ? 2 : 1);
      }
    },
  );

  it("says nothing of a force that nothing is known of", async () => {
    expect(await watchTheForces(aWorld())).toEqual({ told: 0 });
  });
});
