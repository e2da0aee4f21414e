import { describe, expect, it } from "vitest";
import { officeEvents } from "../../fakes/office.ts";
import { aDeskWithEllie, hiddenIn } from "../../fakes/staff.ts";

const noted = async () => {
  const desk = await aDeskWithEllie();
  const night = await desk.as("coordinator", { sub: "night", name: "Nia Night" });
  await night.act("/handover", { text: "MP/26/004417: ring <gran> at nine." });
  return { ...desk, day: await desk.as("manager") };
};

describe("a handover note", () => {
  it("is drafted from what came since the last working day, without a child's name", async () => {
    const { as } = await aDeskWithEllie();
    const { body } = await (await as("coordinator")).get("/handover");
    const draft = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(body)?.[1] ?? "";
    expect(draft).toContain("From Fri 13 Nov 2026, 17:00 to Mon 16 Nov 2026, 08:00");
    expect(draft).toContain("Reported missing");
    expect(draft).not.toMatch(/Ellie|Marlowe/);
  });

  it("is pinned above the work list until the next person takes it, once", async () => {
    const { day, world } = await noted();
    const { body } = await day.get("/work");
    expect(body).toContain("Handover note");
    expect(body).toContain("MP/26/004417: ring &lt;gran&gt; at nine.");
    expect(body).toContain("Written by Nia Night");
    const take = { take: hiddenIn(body, "take"), id: hiddenIn(body, "id") };
    expect((await day.post("/handover", take)).status).toBe(303);
    expect((await day.post("/handover", take)).status).toBe(303);
    expect((await day.get("/work")).body).not.toContain("Handover note");
    expect((await day.get("/handover")).body).toContain("Taken by Jo manager");
    expect(officeEvents(world.db).map(({ type }) => type)).toEqual(["write-handover", "take-handover"]);
  });

  it("is pinned once where its writer went back and sent it again by a new form", async () => {
    const { as, world } = await noted();
    const night = await as("coordinator", { sub: "night", name: "Nia Night" });
    const again = { id: "a-new-form-of-the-same-night", text: "MP/26/004417: ring <gran> at nine." };
    expect((await night.post("/handover", again)).status).toBe(303);
    expect(officeEvents(world.db).map(({ type }) => type)).toEqual(["write-handover"]);
  });

  it("that somebody else took meanwhile says by whom", async () => {
    const { day, as } = await noted();
    const take = hiddenIn((await day.get("/work")).body, "take");
    const other = await as("coordinator", { sub: "c2", name: "Una Other" });
    await other.post("/handover", { take, id: "a-form-of-the-others" });
    const { body, status } = await day.post("/handover", { take, id: "a-form-of-my-own-day" });
    expect(status).toBe(422);
    expect(body).toContain("The note was taken by Una Other already.");
  });

  it.each(["", "   ", "x".repeat(20_001)])(
    "is refused empty or too long, and keeps what was typed",
    async (text) => {
      const { as } = await aDeskWithEllie();
      const { body, status } = await (await as("coordinator")).act("/handover", { text });
      expect(status).toBe(422);
      expect(body).toContain(text);
    },
  );

  it("is read by auditors, who write and take none", async () => {
    const { as } = await noted();
    const { body } = await (await as("auditor")).get("/handover");
    expect(body).toContain("at nine");
    expect(body).not.toContain('name="take"');
    expect(body).not.toContain("<textarea");
    expect((await (await as("auditor")).post("/handover", { text: "x" })).status).toBe(404);
  });
});
