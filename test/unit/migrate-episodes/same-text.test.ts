import { describe, expect, it } from "vitest";
import type { Profile } from "../../../functions/domain/profile/profile.ts";
import { migrateEpisodes } from "../../../functions/migrate-episodes/migrate-episodes.ts";
import { derbyCity, derbyshire, leicestershire, rutland, torbay } from "../../builders/profiles.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { receive, record, watch } from "../../fakes/steps.ts";
import { aWorld } from "../../fakes/world.ts";

const HOURS = 200;

/** Missing on Saturday night, found the next morning, interviewed late; the watchdog looks every hour. */
const mailsOf = async (profile: Profile, migrateAt?: number) => {
  const world = aWorld({ profile, at: "2026-11-14T23:00:00Z" });
  const force = profile.forces[0]?.id ?? "";
  const moves: unknown[] = [];
  for (let hour = 0; hour < HOURS; hour += 1) {
    if (hour === 0) await receive(world, "mail-1", aReading({ force, compacts: [aMissing()] }));
    if (hour === 10) await receive(world, "mail-2", aReading({ force, compacts: [aFound()] }));
    if (hour === 120)
      await record(world, "interview-held", { method: "face-to-face", reasonLate: "In court" });
    await watch(world);
    if (hour === migrateAt) {
      world.deploy(profile);
      const answer = await migrateEpisodes({ by: "manager", dryRun: false }, world.deps);
      if ("episodes" in answer) moves.push(...answer.episodes.map((e) => e.moves));
    }
    world.clock.advance(60);
  }
  return { moves, mails: world.post.sent.map(({ at, letter }) => `${at} ${letter.subject}`) };
};

describe.each([derbyCity, derbyshire, leicestershire, rutland, torbay])(
  "$authority, moved to a version that says the same",
  (profile) => {
    it("moves no duty and sends the mails it would have sent", async () => {
      const { mails } = await mailsOf(profile);
      expect(mails.length).toBeGreaterThan(3);
      for (const hour of [5, 30, 90, 130])
        expect(await mailsOf(profile, hour)).toEqual({ moves: [[]], mails });
    });
  },
);
