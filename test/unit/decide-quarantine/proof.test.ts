import { describe, expect, it } from "vitest";
import type { MailFacts, Reading } from "../../../functions/reading/reading.ts";
import { aFound, aReading } from "../../builders/reading.ts";
import { decide, receive } from "../../fakes/steps.ts";
import { aWorld, eventsOf, theRow } from "../../fakes/world.ts";

const withEpisode = async () => {
  const world = aWorld();
  await receive(world, "mail-0");
  world.clock.to("2026-11-15T09:00:00Z");
  return world;
};

/** A found mail in which all verdicts passed, from nobody the profile knows, or nobody in particular. */
const found = (reason: string, { force, ...facts }: Partial<MailFacts> = {}): Reading => {
  const { mail, result } = aReading({ compacts: [aFound()], ...facts });
  const { force: _, ...stranger } = mail;
  return {
    mail: force ? { ...stranger, force } : stranger,
    result: { ...result, status: "quarantined", reasons: [reason] },
  };
};

const cases: [string, Reading][] = [
  ["an outsider's", found("sender-not-allowed")],
  ["one of several senders'", found("sender-ambiguous", { force: "leicestershire-police" })],
  [
    "one on whose sender two readers disagree",
    found("views-disagree:sender", { force: "leicestershire-police" }),
  ],
];

describe.each(cases)("%s found mail whose verdicts all passed", (_, reading) => {
  it("does not close the episode on a bare release: the person is asked what the force says", async () => {
    const world = await withEpisode();
    await receive(world, "mail-1", reading);
    const decided = await decide(world, "release", reading);
    expect(decided).toMatchObject({ faults: [{ says: expect.stringMatching(/^confirmed: /) }] });
    expect(theRow(world).status).toBe("missing");
  });

  it.each([
    [true, "returned"],
    [false, "missing"],
  ])("confirmed: %s leaves the child %s", async (confirmed, status) => {
    const world = await withEpisode();
    await receive(world, "mail-1", reading);
    await decide(world, "release", reading, { data: { confirmed } });
    expect(theRow(world).status).toBe(status);
    const events = await eventsOf(world, theRow(world).episodeId);
    expect(events.at(-1)).toMatchObject({ trusted: confirmed, released: { confirmed } });
  });
});

describe("a mail of the force's own", () => {
  it("needs no confirmation, and closes the episode once what it lacked is said", async () => {
    const world = await withEpisode();
    const reading = found("no-date-of-birth", { force: "leicestershire-police" });
    await receive(world, "mail-1", reading);
    await decide(world, "release", reading);
    const events = await eventsOf(world, theRow(world).episodeId);
    expect(events.at(-1)).toMatchObject({ type: "found", trusted: true });
    expect(theRow(world).status).toBe("returned");
  });
});
