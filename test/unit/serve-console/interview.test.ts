import { describe, expect, it } from "vitest";
import { aDeskWithEllie, hiddenIn } from "../../fakes/staff.ts";
import { record } from "../../fakes/steps.ts";
import { eventsOf } from "../../fakes/world.ts";

const SECTIONS = ["1", "2", "3", "4", "5", "6", "7"];

const written = async () => {
  const desk = await aDeskWithEllie();
  const worker = await desk.as("worker");
  await worker.act(`${desk.path}/do/interview-held`, { method: "face-to-face" });
  for (const id of SECTIONS)
    await worker.act(`${desk.path}/interview/section/${id}`, { text: `Section ${id}: you told me <so>.` });
  return { ...desk, worker };
};

const handedIn = async () => {
  const desk = await written();
  await desk.worker.act(`${desk.path}/interview`, { writtenToChild: "yes" });
  return { ...desk, manager: await desk.as("manager") };
};

describe("an interview in sections", () => {
  it("is saved section by section, and goes on on another device, its writer's only", async () => {
    const { path, as, worker } = await written();
    const phone = await as("worker");
    expect((await phone.get(`${path}/interview/section/3`)).body).toContain(
      "Section 3: you told me &lt;so&gt;.",
    );
    expect((await phone.get("/work")).body).toContain("Your unfinished interviews");
    const manager = await as("manager");
    expect((await manager.get(`${path}/interview/section/3`)).body).not.toContain("you told me");
    expect((await worker.get(`${path}/interview`)).body.match(/>Written</g)).toHaveLength(7);
  });

  it("leads from one section to the next", async () => {
    const { as, path } = await aDeskWithEllie();
    const worker = await as("worker");
    const next = await worker.act(`${path}/interview/section/1`, { text: "x", next: "2" });
    expect(next.headers.location).toBe(`${path}/interview/section/2`);
    const list = await worker.act(`${path}/interview/section/2`, { text: "x", next: "" });
    expect(list.headers.location).toBe(`${path}/interview?saved=yes`);
  });

  it("shows both texts where the section was saved on another device meanwhile", async () => {
    const { path, as } = await written();
    const [desk, phone] = [await as("worker"), await as("worker")];
    const before = hiddenIn((await desk.get(`${path}/interview/section/1`)).body, "version");
    await phone.act(`${path}/interview/section/1`, { text: "From the phone" });
    const shown = await desk.post(`${path}/interview/section/1`, { text: "From the desk", version: before });
    expect(shown.status).toBe(409);
    expect(shown.body).toContain("From the phone");
    expect(shown.body).toMatch(/<textarea[^>]*>From the desk</);
    const version = hiddenIn(shown.body, "version");
    const saved = await desk.post(`${path}/interview/section/1`, { text: "Both", version });
    expect(saved.status).toBe(303);
  });

  it("refuses what is too long, and keeps all of it", async () => {
    const { as, path } = await aDeskWithEllie();
    const text = "x".repeat(20_001);
    const { body, status } = await (await as("worker")).act(`${path}/interview/section/1`, { text });
    expect(status).toBe(422);
    expect(body).toContain("20001 characters");
    expect(body).toContain(text);
  });

  it("becomes the written record when it is handed in, and the draft is gone", async () => {
    const { path, world, episodeId, worker } = await handedIn();
    expect((await eventsOf(world, episodeId)).at(-1)).toMatchObject({
      type: "written-record",
      data: {
        writtenToChild: true,
        sections: { "1": "Section 1: you told me <so>.", "7": expect.any(String) },
      },
    });
    expect((await worker.get("/work")).body).not.toContain("Your unfinished interviews");
    expect((await worker.get(`${path}/interview/section/1`)).body).toContain("Section 1: you told me");
  });

  it("stays a draft where the form is refused", async () => {
    const { path, worker } = await written();
    const { body, status } = await worker.act(`${path}/interview`, { "concerns.summary": "Typed already" });
    expect(status).toBe(422);
    expect(body).toContain("Choose an answer to: Is it written to the child?");
    expect(body).toContain("Typed already");
    expect((await worker.get("/work")).body).toContain("Your unfinished interviews");
  });

  it("prints what there is, and an empty form with its topics for the visit", async () => {
    const { as, path } = await aDeskWithEllie();
    const empty = (await (await as("worker")).get(`${path}/interview/print`)).body;
    expect(empty).toContain("How the plan will keep the child safe");
    expect(empty.match(/class="sr-pen"/g)).toHaveLength(7);
    const { path: other, worker } = await written();
    expect((await worker.get(`${other}/interview/print`)).body).toContain(
      "Section 5: you told me &lt;so&gt;.",
    );
  });

  it.each(["/interview/section/99", "/interview/section/__proto__"])("has no %s", async (rest) => {
    const { as, path } = await aDeskWithEllie();
    expect((await (await as("worker")).get(`${path}${rest}`)).status).toBe(404);
  });
});

describe("the review of an interview", () => {
  it("is countersigned by a manager, once", async () => {
    const { path, manager, world, episodeId } = await handedIn();
    expect((await manager.get(`${path}/review`)).body).toContain("Section 2: you told me &lt;so&gt;.");
    const sent = await manager.act(`${path}/review`, { decision: "sign-off", nextSteps: "Visit weekly" });
    expect(sent.headers.location).toBe(`${path}?done=sign-off`);
    expect((await eventsOf(world, episodeId)).at(-1)).toMatchObject({
      type: "sign-off",
      actor: { roles: ["manager"] },
      data: { nextSteps: "Visit weekly" },
    });
    expect((await manager.get(`${path}/review`)).body).not.toContain('name="nextSteps"');
  });

  it("is sent back with reasons, which its writer sees first; what they wrote is there to go on with", async () => {
    const { path, manager, worker, world } = await handedIn();
    // What happens in one and the same second has no order but that of its ids.
    const later = () => world.clock.to(new Date(world.clock.now() + 60_000).toISOString());
    later();
    await manager.act(`${path}/review`, { decision: "send-back", reasons: "Say <what> happened on Sunday." });
    later();
    const { body } = await worker.get(`${path}/interview`);
    expect(body).toContain("The record was sent back by Jo manager");
    expect(body).toContain("Say &lt;what&gt; happened on Sunday.");
    expect((await worker.get(`${path}/interview/section/4`)).body).toContain("Section 4: you told me");
    await worker.act(`${path}/interview`, { writtenToChild: "yes" });
    expect((await manager.get(`${path}/review`)).body).toContain("waiting for a manager");
  });

  it("is refused without reasons, and keeps what was typed in that form alone", async () => {
    const { path, manager } = await handedIn();
    const { body, status } = await manager.act(`${path}/review`, {
      decision: "sign-off",
      manager: "M. Grey",
    });
    expect(status).toBe(422);
    expect(body).toContain('value="M. Grey"');
    expect(body).toContain("Fill in: Next steps");
    expect(body).not.toContain("Fill in: What has to be changed");
  });

  it("is not its writer's, manager or not", async () => {
    const { path, world, as } = await aDeskWithEllie();
    const manager = await as("manager");
    await record(world, "interview-held", { method: "face-to-face" });
    await manager.act(`${path}/interview/section/1`, { text: "x" });
    await manager.act(`${path}/interview`, { writtenToChild: "yes" });
    const { body } = await manager.get(`${path}/review`);
    expect(body).toContain("Whoever wrote the record does not countersign it");
    expect(body).not.toContain('name="nextSteps"');
  });

  it("says what changed where the record was written again meanwhile, and signs nothing", async () => {
    const { path, manager, worker, world, episodeId } = await handedIn();
    const { body } = await manager.get(`${path}/review`);
    const seen = { id: hiddenIn(body, "id"), seq: hiddenIn(body, "seq"), record: hiddenIn(body, "record") };
    await worker.act(`${path}/interview/section/${SECTIONS[0]}`, { text: "You told me more since." });
    await worker.act(`${path}/interview`, { writtenToChild: "yes" });
    const shown = await manager.post(`${path}/review`, { ...seen, decision: "sign-off", nextSteps: "Visit" });
    expect(shown.status).toBe(409);
    expect(shown.body).toContain("Interview written up");
    expect(shown.body).toMatch(/>Visit<\/textarea>/);
    expect((await eventsOf(world, episodeId)).some(({ type }) => type === "sign-off")).toBe(false);
  });
});

describe("a booked interview", () => {
  it("goes into a calendar with its reference, and without name or place", async () => {
    const { as, path } = await aDeskWithEllie();
    const worker = await as("worker");
    expect((await worker.get(`${path}/booking.ics`)).status).toBe(404);
    const day = {
      "for-day": "17",
      "for-month": "11",
      "for-year": "2026",
      "for-hour": "15",
      "for-minute": "30",
    };
    await worker.act(`${path}/do/book-interview`, { ...day, place: "Youth club" });
    const { body, headers } = await worker.get(`${path}/booking.ics`);
    expect(headers["content-type"]).toBe("text/calendar; charset=utf-8");
    expect(body).toContain("DTSTART:20261117T153000Z\r\n");
    expect(body).toContain("MP/26/004417");
    expect(body).not.toMatch(/Ellie|Marlowe|Youth/);
  });
});
