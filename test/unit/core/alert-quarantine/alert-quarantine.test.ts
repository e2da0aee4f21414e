import { describe, expect, it } from "vitest";
import { anUnreadable, aReading } from "../../../builders/reading.ts";
import { receive, record, watch } from "../../../fakes/steps.ts";
import { aWorld } from "../../../fakes/world.ts";

const waiting = async (...reasons: string[]) => {
  const world = aWorld();
  await receive(world, "mail-1", anUnreadable(reasons));
  return world;
};
const recipients = ({ post }: Awaited<ReturnType<typeof waiting>>) =>
  post.sent.map(({ at, letter }) => `${at} ${letter.to.join()}`);

describe("a mail that waits for a person", () => {
  it("is told at once to the first role, and after the profile's hours to the next, and to nobody further", async () => {
    const world = await waiting("no-reference");
    for (const at of ["2026-11-15T02:59:00Z", "2026-11-15T03:00:00Z", "2026-11-16T03:00:00Z"]) {
      world.clock.to(at);
      await watch(world);
    }
    expect(recipients(world)).toEqual([
      "2026-11-14T23:00:00Z ce-team@leicestershire.example",
      "2026-11-15T03:00:00Z ce-service-manager@leicestershire.example",
    ]);
  });

  it("is told once by two processes at the same moment", async () => {
    const world = aWorld();
    world.post.state.down = true;
    await receive(world, "mail-1", anUnreadable(["no-reference"])).catch(() => undefined);
    world.post.state.down = false;
    world.clock.advance(3);
    await Promise.all([watch(world), watch(world)]);
    expect(world.post.sent).toHaveLength(1);
  });

  it("is told later where SES was away", async () => {
    const world = aWorld();
    world.post.state.down = true;
    await receive(world, "mail-1", anUnreadable(["no-reference"])).catch(() => undefined);
    world.post.state.down = false;
    world.clock.advance(2);
    await watch(world);
    expect(recipients(world)).toEqual(["2026-11-14T23:02:00Z ce-team@leicestershire.example"]);
  });

  it("does not wait for another that SES refuses", async () => {
    const world = aWorld();
    world.post.state.refuses = ({ subject }) => subject.includes("mail-1");
    await receive(world, "mail-1", anUnreadable(["no-reference"])).catch(() => undefined);
    await receive(world, "mail-2", anUnreadable(["no-surname"])).catch(() => undefined);
    expect(world.post.subjects()).toEqual(["A mail waits for a person: mail-2 (no-surname)"]);
    world.clock.advance(2);
    await receive(world, "mail-3", anUnreadable(["empty"])).catch(() => undefined);
    expect(world.post.subjects()).toContain("A mail waits for a person: mail-3 (empty)");
  });

  it("is named by its id and the kind of reason; the name of a file, which may be a child's, is not in it", async () => {
    const world = await waiting("no-reference", "unreadable-attachment:Ellie Marlowe.pdf");
    const [mail] = world.post.sent;
    expect(mail?.letter.subject).toContain("(no-reference, unreadable-attachment)");
    expect(JSON.stringify(mail)).not.toContain("Marlowe");
  });
});

describe("a mail that comes again while the first waits", () => {
  it("is told by the ids of both, once, and does not put off the next role's turn", async () => {
    const world = await waiting("no-reference");
    world.clock.to("2026-11-15T01:00:00Z");
    expect(await receive(world, "mail-2", anUnreadable(["no-reference"]))).toMatchObject({
      outcome: "duplicate",
      duplicateOf: "mail-1",
    });
    expect(world.post.subjects().at(-1)).toBe(
      "A mail that waits for a person came again: mail-1, now as mail-2",
    );
    for (const at of ["2026-11-15T03:00:00Z", "2026-11-16T03:00:00Z"]) {
      world.clock.to(at);
      await watch(world);
    }
    expect(recipients(world)).toEqual([
      "2026-11-14T23:00:00Z ce-team@leicestershire.example",
      "2026-11-15T01:00:00Z ce-team@leicestershire.example",
      "2026-11-15T03:00:00Z ce-service-manager@leicestershire.example",
    ]);
  });

  it("is told of no more than the first was", async () => {
    const world = await waiting("automatic-reply");
    await receive(world, "mail-2", anUnreadable(["automatic-reply"]));
    expect(world.post.sent).toEqual([]);
  });
});

describe("nobody is told", () => {
  it("of a mail that was applied, whatever flags it has", async () => {
    const world = aWorld();
    await receive(world, "mail-1", aReading({ reasons: ["spam", "ambiguous-date:missingSince"] }));
    expect(world.post.sent).toEqual([]);
    await record(world, "note", { text: "seen" });
  });

  it.each(["automatic-reply", "delivery-report"])("of an %s", async (reason) => {
    const world = await waiting(reason);
    world.clock.advance(24 * 60);
    await watch(world);
    expect(world.post.sent).toEqual([]);
  });
});
