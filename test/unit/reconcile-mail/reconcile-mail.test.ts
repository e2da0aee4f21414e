import { beforeEach, describe, expect, it } from "vitest";
import { reconcileMail } from "../../../functions/reconcile-mail/reconcile-mail.ts";
import { anUnreadable } from "../../builders/reading.ts";
import { entryOf } from "../../fakes/ledger.ts";
import { receive, watch } from "../../fakes/steps.ts";
import { aWorld, theRow, type World } from "../../fakes/world.ts";

let world: World;
let stored: string[];

const reconcile = () => {
  const { db, deps } = world;
  return reconcileMail({
    raw: {
      list: async function* () {
        for (const mailId of stored) yield { mailId };
      },
    },
    ledger: { accounted: async (mailIds) => new Set(mailIds.filter((id) => db.ledger.has(id))) },
    sightings: {
      firstSeen: async (mailId, now) => {
        const first = db.sightings.get(mailId) ?? now;
        db.sightings.set(mailId, first);
        return first;
      },
    },
    transact: deps.episodes.transact,
    now: deps.now,
  });
};

beforeEach(() => {
  world = aWorld();
  stored = ["mail-1"];
});

describe("a raw mail that was never announced", () => {
  it("is left to SES and the queue for ten minutes", async () => {
    await reconcile();
    world.clock.to("2026-11-14T23:09:59Z");
    expect(await reconcile()).toEqual({ seen: 1, found: 0 });
    expect(world.db.ledger.size).toBe(0);
  });

  it("is quarantined after ten minutes, and a person is told at the next minute", async () => {
    await reconcile();
    world.clock.to("2026-11-14T23:10:00Z");
    expect(await reconcile()).toEqual({ seen: 1, found: 1 });
    expect(entryOf(world.db, "mail-1")).toMatchObject({ outcome: "quarantined", reasons: ["no-receipt"] });
    await watch(world);
    expect(world.post.subjects()).toEqual(["A mail waits for a person: mail-1 (no-receipt)"]);
  });

  it("is found once", async () => {
    await reconcile();
    world.clock.advance(15);
    await reconcile();
    world.clock.advance(15);
    expect(await reconcile()).toEqual({ seen: 1, found: 0 });
  });

  it("and is announced after all is followed then", async () => {
    await reconcile();
    world.clock.advance(15);
    await reconcile();
    expect(await receive(world, "mail-1")).toMatchObject({ outcome: "applied" });
    expect(entryOf(world.db, "mail-1")).toMatchObject({ outcome: "applied" });
    expect(theRow(world).status).toBe("missing");
    expect(await reconcile()).toEqual({ seen: 1, found: 0 });
  });
});

describe("every other object", () => {
  it("that was accounted for, in whatever way, is left alone", async () => {
    stored = ["mail-1", "mail-2", "mail-3"];
    await receive(world, "mail-1");
    await receive(world, "mail-2");
    await receive(world, "mail-3", anUnreadable(["no-reference"]));
    world.clock.advance(60);
    expect(await reconcile()).toEqual({ seen: 3, found: 0 });
    expect(world.db.sightings.size).toBe(0);
  });

  it("is looked for a hundred at a time, and the last of many is found too", async () => {
    stored = Array.from({ length: 250 }, (_, n) => `mail-${n}`);
    await reconcile();
    world.clock.advance(15);
    expect(await reconcile()).toEqual({ seen: 250, found: 250 });
  });

  it("SES put when the rule was made is no mail", async () => {
    stored = ["AMAZON_SES_SETUP_NOTIFICATION"];
    await reconcile();
    world.clock.advance(60);
    expect(await reconcile()).toEqual({ seen: 0, found: 0 });
  });
});
