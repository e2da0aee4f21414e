import { describe, expect, it } from "vitest";
import type { CompactDraft } from "../../../functions/domain/compact/compact.ts";
import type { Reading } from "../../../functions/reading/reading.ts";
import { aFound, anUnreadable } from "../../builders/reading.ts";
import { decide, receive } from "../../fakes/steps.ts";
import { aWorld, eventsOf, theRow } from "../../fakes/world.ts";

/** Barnaby is found; his date of birth could not be read. */
const { child, ...rest } = aFound({ reference: "MP/26/100005" });
const draft: CompactDraft = { ...rest, child: { forenames: "Barnaby", surname: "Thistlewood" } };
const unread = anUnreadable(["no-date-of-birth"], { force: "leicestershire-police" });
const reading: Reading = {
  ...unread,
  result: { ...unread.result, status: "quarantined", compacts: [draft] },
};

/** Ellie is missing under another reference. */
const withEllieMissing = async () => {
  const world = aWorld();
  await receive(world, "mail-0");
  world.clock.to("2026-11-15T09:00:00Z");
  await receive(world, "mail-1", reading);
  return world;
};

const ofEllie = { reference: "MP/26/004417", dateOfBirth: "2010-01-01" };

describe("a report released under the reference of another child's episode", () => {
  it("is refused, in a sentence without a name, and that child stays missing", async () => {
    const world = await withEllieMissing();
    expect(await decide(world, "release", reading, { data: ofEllie })).toEqual({
      outcome: "refused",
      faults: [
        {
          says: "reference: MP/26/004417 is the episode of a child with another date of birth, surname and first name: correct the reference or the child; if it is the same child, say so: sameChild: true",
        },
      ],
    });
    expect(theRow(world).status).toBe("missing");
  });

  it("counts where the person says that it is the same child, and the event keeps that they did", async () => {
    const world = await withEllieMissing();
    await decide(world, "release", reading, { data: { ...ofEllie, sameChild: true } });
    const events = await eventsOf(world, theRow(world).episodeId);
    expect(events.at(-1)).toMatchObject({ released: { by: "duty-manager", sameChild: true } });
    expect(theRow(world).status).toBe("returned");
  });

  it("is not let through by anything but a plain yes", async () => {
    const world = await withEllieMissing();
    const decided = await decide(world, "release", reading, { data: { ...ofEllie, sameChild: "yes" } });
    expect(decided).toMatchObject({ faults: [{ says: "sameChild: has to be true or false" }] });
  });
});
