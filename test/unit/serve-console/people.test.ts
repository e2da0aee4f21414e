import { describe, expect, it } from "vitest";
import { officeEvents } from "../../fakes/office.ts";
import { aDeskWithEllie, hiddenIn } from "../../fakes/staff.ts";

const aDesk = async () => {
  const desk = await aDeskWithEllie();
  const manager = await desk.as("manager");
  const domain = desk.world.profile.staffDomains[0];
  const change = async (fields: Record<string, string>) => {
    const id = hiddenIn((await manager.get("/people/ce-team")).body, "id");
    return manager.post("/people/ce-team", { id, ...fields });
  };
  return { ...desk, manager, change, address: `nia.night@${domain}` };
};

describe("who holds which role", () => {
  it("is listed for those who may see it, and changed by a manager", async () => {
    const { manager, as } = await aDesk();
    const { body } = await manager.get("/people");
    expect(body).toContain("As the profile has it");
    expect(body).toContain('href="/people/ce-team"');
    const auditor = await as("auditor");
    expect((await auditor.get("/people")).body).not.toContain('href="/people/ce-team"');
    expect((await auditor.get("/people/ce-team")).status).toBe(404);
  });

  it("is changed with a reason, as an event under the manager's name, once", async () => {
    const { manager, change, world, address } = await aDesk();
    const fields = { name: "Nia <Night>", addresses: address, reason: "Cora is on leave" };
    const id = hiddenIn((await manager.get("/people/ce-team")).body, "id");
    expect((await change({ ...fields, id })).headers.location).toBe("/people");
    expect((await change({ ...fields, id })).headers.location).toBe("/people");
    expect(officeEvents(world.db)).toMatchObject([
      { type: "change-recipient", data: { role: "ce-team", addresses: [address] }, channel: "console" },
    ]);
    const { body } = await manager.get("/people");
    expect(body).toContain("Nia &lt;Night&gt;");
    expect(body).toContain("Cora is on leave");
  });

  it("is put back to what the profile says", async () => {
    const { manager, change, address } = await aDesk();
    expect((await manager.get("/people/ce-team")).body).not.toContain('name="restore"');
    await change({ name: "Nia", addresses: address, reason: "Leave" });
    await change({ restore: "yes", reason: "Cora is back" });
    expect((await manager.get("/people")).body).not.toContain("Nia");
  });

  it("is refused beside the field, with all that was typed", async () => {
    const { change, world } = await aDesk();
    const nothing = await change({ name: "", addresses: "", reason: "" });
    expect(nothing.status).toBe(422);
    for (const id of ["name", "addresses", "reason"]) expect(nothing.body).toContain(`id="${id}-error"`);
    const stranger = await change({
      name: "\u202EN \u{1F600} <b>",
      addresses: "someone@elsewhere.example, not-an-address",
      reason: "x",
    });
    expect(stranger.status).toBe(422);
    expect(stranger.body).toContain('id="addresses-error"');
    expect(stranger.body).toContain("Not-an-address has to be an e-mail address");
    expect(stranger.body).toContain("\u202EN \u{1F600} &lt;b&gt;");
    expect(stranger.body).toContain("someone@elsewhere.example, not-an-address</textarea>");
    expect(officeEvents(world.db)).toEqual([]);
  });

  it("of a role that is none, is unknown", async () => {
    const { manager } = await aDesk();
    expect((await manager.get("/people/toString")).status).toBe(404);
    expect((await manager.post("/people/nobody", { reason: "x" })).status).toBe(404);
  });

  it("shows what was typed when the session had ended", async () => {
    const { manager, address } = await aDesk();
    const token = await manager.post("/people/ce-team", { name: "N", addresses: address }, { token: "old" });
    expect(token.body).toContain('value="N"');
  });
});
