import { describe, expect, it } from "vitest";
import { aProfile, aRawRule } from "../../builders/profile.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { aBrowser, aConsole, claimsOf } from "../../fakes/console.ts";
import { hiddenIn } from "../../fakes/staff.ts";
import { fireDue, receive } from "../../fakes/steps.ts";
import { aWorld, eventsOf, theRow } from "../../fakes/world.ts";

const profile = aProfile({
  rules: [
    aRawRule({
      carries: "interview",
      rungs: [{ id: "send", from: "created", to: ["service-manager"], says: "A copy of the interview." }],
    }),
  ],
});

/** A report went out by mail, with its link. */
const sentOut = async () => {
  const world = aWorld({ profile, at: "2026-11-15T09:00:00Z" });
  const of = { force: "anyforce" };
  await receive(world, "mail-1", aReading({ compacts: [aMissing()], ...of, digest: "1" }));
  await receive(world, "mail-2", aReading({ compacts: [aFound()], ...of, digest: "2" }));
  const { episodeId } = theRow(world);
  await fireDue(world, episodeId);
  const lines = world.post.sent.flatMap(({ letter }) => letter.paragraphs.flatMap((part) => part.lines));
  const [, path = ""] = /https:\/\/safe-return\.anyshire\.example(\/ack\/\S+)/.exec(lines.join("\n")) ?? [];
  const console = aConsole({ world, profile });
  const partner = aBrowser(console);
  const acknowledged = async () =>
    (await eventsOf(world, episodeId)).filter((event) => event.kind === "acknowledgement");
  return { world, episodeId, path, console, partner, acknowledged };
};

describe("the link in the mail of a report", () => {
  it("opens a page for whoever has it, which says the reference and no word of the child", async () => {
    const { partner, path, acknowledged } = await sentOut();
    expect(path).toMatch(/^\/ack\/[\w-]{43}$/);
    const { status, body } = await partner.get(path);
    expect(status).toBe(200);
    expect(body).toContain("MP/26/004417");
    expect(body).not.toMatch(/Ellie|Marlowe|2011/);
    // A scanner that follows it says nothing in anybody's name.
    expect(await acknowledged()).toEqual([]);
  });

  it("is kept as a digest only: who reads the table can follow none", async () => {
    const { world, path } = await sentOut();
    const token = path.replace("/ack/", "");
    expect([...world.db.links.keys()]).toHaveLength(1);
    expect(JSON.stringify([[...world.db.links], [...world.db.claims], [...world.db.events]])).not.toContain(
      token,
    );
  });

  it("takes a partner's word once a form, adds an event, and ends nothing", async () => {
    const { world, episodeId, partner, path, acknowledged, console } = await sentOut();
    const before = theRow(world).listing?.duties;
    const id = hiddenIn((await partner.get(path)).body, "id");
    const sent = await partner.post(path, { id, who: "R. Vale <YOT> \u{1F600}" });
    await partner.post(path, { id, who: "R. Vale <YOT> \u{1F600}" });
    expect(sent.headers.location).toBe(`${path}?confirmed=yes`);
    expect((await partner.get(sent.headers.location ?? "")).body).toContain("Thank you");
    expect(await acknowledged()).toMatchObject([
      { type: "report-acknowledged", rule: "ANY-01", saysWho: "R. Vale <YOT> \u{1F600}" },
    ]);
    expect(theRow(world).listing?.duties).toEqual(before);
    expect(before).toHaveLength(1);
    const staff = aBrowser(console);
    await staff.signIn(claimsOf("coordinator"));
    const { body } = await staff.get(`/episodes/${episodeId}`);
    expect(body).toContain("A partner confirmed that the report arrived");
    expect(body).toContain("R. Vale &lt;YOT&gt;");
  });

  it("asks who confirms, and loses nothing that was typed", async () => {
    const { partner, path, acknowledged } = await sentOut();
    const nobody = await partner.post(path, { who: "  " });
    expect(nobody.status).toBe(422);
    expect(nobody.body).toContain('id="who-error"');
    const long = await partner.post(path, { who: "<b>".repeat(100) });
    expect(long.status).toBe(422);
    expect(long.body).toContain("&lt;b&gt;".repeat(100));
    expect(await acknowledged()).toEqual([]);
  });

  it("that is none is a page that there is not", async () => {
    const { partner, path } = await sentOut();
    for (const address of ["/ack/short", `/ack/${"x".repeat(43)}`, path.replace(/.$/, "_")]) {
      expect((await partner.get(address)).status).toBe(404);
      expect((await partner.post(address, { who: "me" })).status).toBe(404);
    }
  });

  it("stands in no mail that carries no report", async () => {
    const world = aWorld({ profile: aProfile(), at: "2026-11-15T09:00:00Z" });
    const of = { force: "anyforce" };
    await receive(world, "mail-2", aReading({ compacts: [aFound()], ...of }));
    world.clock.to("2026-11-19T09:00:00Z");
    await fireDue(world, theRow(world).episodeId);
    expect(world.post.sent.length).toBeGreaterThan(0);
    expect(JSON.stringify(world.post.sent)).not.toContain("/ack/");
  });
});
