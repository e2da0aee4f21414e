import { beforeEach, describe, expect, it } from "vitest";
import { noteArrival } from "../../../functions/note-arrival/note-arrival.ts";
import { reconcileMail } from "../../../functions/reconcile-mail/reconcile-mail.ts";
import { anUnreadable } from "../../builders/reading.ts";
import { aReconciler, someArrivals } from "../../fakes/bucket.ts";
import { entryOf } from "../../fakes/ledger.ts";
import { receive, watch } from "../../fakes/steps.ts";
import { aWorld, theRow, type World } from "../../fakes/world.ts";

let world: World;
let stored: string[];

const reconcile = (pageOf?: number) => reconcileMail(aReconciler(world, stored, pageOf));
/** S3's word of a mail. */
const arrive = (mailId: string) =>
  noteArrival(`raw/${mailId}`, { arrivals: someArrivals(world.db, world.io), now: world.deps.now });

beforeEach(() => {
  world = aWorld();
  stored = ["mail-1"];
});

describe("a raw mail that was never announced", () => {
  beforeEach(() => arrive("mail-1").then(() => undefined));

  it("is left to SES and the queue for ten minutes", async () => {
    world.clock.to("2026-11-14T23:09:59Z");
    expect(await reconcile()).toMatchObject({ found: 0 });
    expect(world.db.ledger.size).toBe(0);
  });

  it("is quarantined after ten minutes, and a person is told at the next minute", async () => {
    world.clock.to("2026-11-14T23:10:00Z");
    expect(await reconcile()).toMatchObject({ found: 1 });
    expect(entryOf(world.db, "mail-1")).toMatchObject({ outcome: "quarantined", reasons: ["no-receipt"] });
    await watch(world);
    expect(world.post.subjects()).toEqual(["A mail waits for a person: mail-1 (no-receipt)"]);
  });

  it("is found once, whatever S3 and the listing say of it again", async () => {
    world.clock.advance(15);
    await reconcile();
    for (const minutes of [15, 24 * 60, 15]) {
      world.clock.advance(minutes);
      expect(await arrive("mail-1")).toBe("known");
      expect(await reconcile()).toMatchObject({ found: 0, noted: 0 });
    }
  });

  it("and is announced after all is followed then", async () => {
    world.clock.advance(15);
    await reconcile();
    expect(await receive(world, "mail-1")).toMatchObject({ outcome: "applied" });
    expect(entryOf(world.db, "mail-1")).toMatchObject({ outcome: "applied" });
    expect(theRow(world).status).toBe("missing");
    world.clock.advance(15);
    expect(await reconcile()).toMatchObject({ found: 0 });
  });
});

describe("a mail that was accounted for", () => {
  it("in whatever way, is left alone, and no run looks at it again until the next day's listing", async () => {
    stored = ["mail-1", "mail-2", "mail-3"];
    await receive(world, "mail-1");
    await receive(world, "mail-2");
    await receive(world, "mail-3", anUnreadable(["no-reference"]));
    expect(await reconcile()).toEqual({ found: 0, seen: 3, noted: 0 });
    world.io.calls.length = 0;
    world.clock.advance(60);
    expect(await reconcile()).toEqual({ found: 0, seen: 0, noted: 0 });
    expect(world.io.calls).toEqual(["list mails without an account", "read the round"]);
    expect(world.db.arrivals.size).toBe(0);
  });

  it("before S3 said that it was there has no note", async () => {
    await receive(world, "mail-1");
    expect(await arrive("mail-1")).toBe("known");
    expect(world.db.arrivals.size).toBe(0);
  });
});

describe("a mail of which S3 said nothing", () => {
  it("is noted by the listing, and a person has it ten minutes later", async () => {
    expect(await reconcile()).toMatchObject({ seen: 1, noted: 1, found: 0 });
    world.clock.advance(15);
    expect(await reconcile()).toMatchObject({ found: 1 });
  });

  it("and that came behind the listing is seen a day later", async () => {
    stored = [];
    await reconcile();
    stored = ["mail-1"];
    world.clock.advance(24 * 60 - 1);
    expect(await reconcile()).toMatchObject({ seen: 0, noted: 0 });
    world.clock.advance(1);
    expect(await reconcile()).toMatchObject({ seen: 1, noted: 1 });
  });

  it("is seen among many, ten pages a run, from where the run before ended", async () => {
    stored = Array.from({ length: 250 }, (_, n) => `mail-${String(n).padStart(3, "0")}`);
    expect(await reconcile(10)).toMatchObject({ seen: 100, noted: 100 });
    world.clock.advance(15);
    expect(await reconcile(10)).toMatchObject({ seen: 100, noted: 100, found: 100 });
    world.clock.advance(15);
    expect(await reconcile(10)).toMatchObject({ seen: 50, noted: 50, found: 100 });
    world.clock.advance(15);
    expect(await reconcile(10)).toMatchObject({ seen: 0, found: 50 });
  });
});

it("takes what SES puts when the rule is made for no mail", async () => {
  stored = ["AMAZON_SES_SETUP_NOTIFICATION"];
  expect(await arrive("AMAZON_SES_SETUP_NOTIFICATION")).toBe("no-mail");
  await reconcile();
  world.clock.advance(60);
  expect(await reconcile()).toMatchObject({ noted: 0, found: 0 });
});
