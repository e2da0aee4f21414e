import { describe, expect, it } from "vitest";
import { printSheet } from "../../../functions/print-sheet/print-sheet.ts";
import { aFound, aMissing, anUnreadable, aReading } from "../../builders/reading.ts";
import { aBrowser, aConsole } from "../../fakes/console.ts";
import { claimsAt } from "../../fakes/staff.ts";
import { receive } from "../../fakes/steps.ts";
import { aWorld } from "../../fakes/world.ts";

const printed = async () => {
  const world = aWorld({ at: "2026-11-14T23:00:00Z" });
  const child = { forenames: "Ellie <b>", surname: "Marlowe", dateOfBirth: "2011-03-09" };
  await receive(world, "mail-1", aReading({ compacts: [aMissing({ child })] }));
  world.clock.to("2026-11-15T09:00:00Z");
  await receive(world, "mail-3", aReading({ compacts: [aFound({ child })] }));
  await receive(world, "mail-2", anUnreadable(["no-surname"]));
  world.clock.to("2026-11-20T08:00:00Z");
  const pages: string[] = [];
  const deps = {
    ...world.deps,
    quarantined: async () => [{ mailId: "mail-2", receivedAt: "2026-11-14T23:00:00Z" } as never],
    keep: async (page: string) => void pages.push(page),
  };
  const done = await printSheet(deps);
  return { world, done, page: pages[0] ?? "" };
};

describe("the sheet of everything open", () => {
  it("has each open duty with its episode, its limit and whose it is, and the mails that wait", async () => {
    const { done, page } = await printed();
    expect(done.printed).toBeGreaterThan(0);
    expect(page).toContain("As it stood Fri 20 Nov 2026, 08:00");
    expect(page).toMatch(/MP\/26\/004417: Ellie &lt;b&gt; Marlowe, born 9 March 2011/);
    expect(page).toContain("OVERDUE since");
    expect(page).toContain("@leicestershire.example");
    expect(page).toContain("NOBODY");
    expect(page).toContain("Sat 14 Nov 2026, 23:00: mail-2");
  });

  it("needs nothing but itself, and runs nothing", async () => {
    const { page } = await printed();
    expect(page).toMatch(/^<!doctype html>/);
    expect(page).not.toMatch(/<script|<link|src=|https?:/);
    expect(page).toContain("default-src 'none'");
  });

  it("begins with what is overdue the longest", async () => {
    const { page } = await printed();
    const limits = [...page.matchAll(/<td[^>]*>(OVERDUE since |No limit|\w{3} \d)/g)].map(
      ([, limit]) => limit,
    );
    const first = limits.indexOf("No limit");
    expect(limits[0]).toBe("OVERDUE since ");
    expect(first < 0 || limits.slice(first).every((limit) => limit === "No limit")).toBe(true);
  });

  it("is shown of this moment in the console to those who may print it", async () => {
    const { world } = await printed();
    const console = aConsole({ world });
    const coordinator = aBrowser(console);
    await coordinator.signIn(claimsAt("coordinator"));
    expect((await coordinator.get("/sheet")).body).toContain("Ellie &lt;b&gt; Marlowe");
    const worker = aBrowser(console);
    await worker.signIn(claimsAt("worker"));
    expect((await worker.get("/sheet")).status).toBe(404);
  });
});
