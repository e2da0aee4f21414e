import fc from "fast-check";
import { expect, it } from "vitest";
import { noteArrival } from "../../../functions/note-arrival/note-arrival.ts";
import { reconcileMail } from "../../../functions/reconcile-mail/reconcile-mail.ts";
import { aMissing, aReading } from "../../builders/reading.ts";
import { aReconciler, someArrivals } from "../../fakes/bucket.ts";
import { entryOf } from "../../fakes/ledger.ts";
import { receive, recover, watch } from "../../fakes/steps.ts";
import { aWorld, type World } from "../../fakes/world.ts";

/** What happens to the mails in the bucket, in any order: S3 may say nothing, once or often, and SES too. */
type Step =
  | { does: "arrive" | "announce"; mail: number; diesAt: number; having: "done" | "not-done" }
  | { does: "reconcile"; diesAt: number; having: "done" | "not-done" }
  | { does: "pass"; minutes: number };

const MAILS = 4;
const idOf = (mail: number): string => `mail-${mail}`;
const stored = Array.from({ length: MAILS }, (_, n) => idOf(n));

const dies = { diesAt: fc.nat(12), having: fc.constantFrom("done" as const, "not-done" as const) };
const steps = fc.array(
  fc.oneof(
    fc.record({
      does: fc.constantFrom("arrive" as const, "announce" as const),
      mail: fc.nat(MAILS - 1),
      ...dies,
    }),
    fc.record({ does: fc.constant("reconcile" as const), ...dies }),
    fc.record({ does: fc.constant("pass" as const), minutes: fc.integer({ min: 1, max: 2_000 }) }),
  ),
  { maxLength: 25 },
);

const readingOf = (mail: number) =>
  aReading({ compacts: [aMissing({ reference: `MP/26/00441${mail}` })], digest: idOf(mail) });

const reconcile = (world: World) => reconcileMail(aReconciler(world, stored, 3));

const doing = (world: World, step: Exclude<Step, { does: "pass" }>): Promise<unknown> => {
  if (step.does === "reconcile") return reconcile(world);
  if (step.does === "announce") return receive(world, idOf(step.mail), readingOf(step.mail));
  const arrivals = someArrivals(world.db, world.io);
  return noteArrival(`raw/${idOf(step.mail)}`, { arrivals, now: world.deps.now });
};

/** Each may die at any of its calls, before or after the call has its effect; nobody tries any of them again. */
const happen = async (world: World, step: Step): Promise<boolean> => {
  if (step.does === "pass") {
    world.clock.advance(step.minutes);
    return false;
  }
  world.io.dieAt(step.diesAt, step.having);
  const done = await doing(world, step).then(
    () => true,
    () => false,
  );
  world.io.restart();
  return done;
};

const told = (world: World, mailId: string): boolean =>
  world.post.subjects().some((subject) => subject.includes(mailId));

it("no mail is without an account a day after the last accident, whatever was lost, said twice or killed", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const world = aWorld();
      const announced = new Set<string>();
      for (const step of history) {
        const before = new Map(stored.map((id) => [id, entryOf(world.db, id)?.outcome]));
        const done = await happen(world, step);
        if (done && "mail" in step && step.does === "announce") announced.add(idOf(step.mail));
        // An account, once there is one, is never lost, and gives way only to one with a receipt.
        for (const [id, outcome] of before)
          if (outcome !== undefined) expect([outcome, "applied"]).toContain(entryOf(world.db, id)?.outcome);
      }
      await recover(world, 4);
      for (let quarter = 0; quarter < 24 * 4 + 2; quarter += 1) {
        world.clock.advance(15);
        await reconcile(world);
      }
      await watch(world);
      for (const mailId of stored) {
        const entry = entryOf(world.db, mailId);
        if (announced.has(mailId)) expect(entry?.outcome, mailId).toBe("applied");
        else expect(entry, mailId).toBeDefined();
        if (entry?.outcome === "quarantined") expect(told(world, mailId), mailId).toBe(true);
      }
      expect(world.db.arrivals.size).toBe(0);
    }),
    { numRuns: 60 },
  );
});
