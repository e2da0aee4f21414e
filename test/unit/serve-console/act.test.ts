import { describe, expect, it } from "vitest";
import { may, roles } from "../../../functions/domain/console/may.ts";
import { actionNames } from "../../../functions/domain/episode/action-names.ts";
import { actionSchemas } from "../../../functions/domain/episode/actions.ts";
import { wordsOf } from "../../../functions/serve-console/forms/action-words.ts";
import { fieldsOf } from "../../../functions/serve-console/forms/fields.ts";
import { leicestershire } from "../../builders/profiles.ts";
import { entryOf } from "../../fakes/ledger.ts";
import { aDeskWithEllie, hiddenIn } from "../../fakes/staff.ts";
import { record } from "../../fakes/steps.ts";
import { eventsOf, theRow } from "../../fakes/world.ts";

const held = {
  method: "face-to-face",
  place: "Café <Zoë> 🏠",
  "at-day": "16",
  "at-month": "11",
  "at-year": "2026",
  "at-hour": "7",
  "at-minute": "30",
};

describe("the form of an action", () => {
  it.each(actionNames)("%s asks for every field of its data in words", (action) => {
    const fields = fieldsOf(action, { profile: leicestershire });
    const tops = new Set(fields.map(({ path }) => path.split(".")[0]));
    const hidden = action === "send-back" ? ["record"] : [];
    expect([...tops, ...hidden].toSorted()).toEqual(Object.keys(actionSchemas[action].shape).toSorted());
    for (const { path, label } of fields)
      if (!/^(sections|outcomes)\./.test(path)) expect(wordsOf(action, path)?.label, path).toBe(label);
  });

  it("records what was typed, at the time that was said, as whoever is signed in", async () => {
    const { as, path, world, episodeId } = await aDeskWithEllie();
    const worker = await as("worker");
    const answer = await worker.act(`${path}/do/interview-held`, held);
    expect(answer).toMatchObject({ status: 303, headers: { location: `${path}?done=interview-held` } });
    expect((await eventsOf(world, episodeId)).at(-1)).toMatchObject({
      type: "interview-held",
      at: "2026-11-16T07:30:00Z",
      by: "worker@leicestershire.example",
      channel: "console",
      actor: { subject: "subject-worker", name: "Jo worker", roles: ["worker"] },
      data: { method: "face-to-face", place: "Café <Zoë> 🏠" },
    });
  });

  it("records once however often it is sent", async () => {
    const { as, path, world, episodeId } = await aDeskWithEllie();
    const worker = await as("worker");
    const { body } = await worker.get(`${path}/do/note`);
    const form = { id: hiddenIn(body, "id"), seq: hiddenIn(body, "seq"), text: "once" };
    const answers = [await worker.post(`${path}/do/note`, form), await worker.post(`${path}/do/note`, form)];
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const notes = (await eventsOf(world, episodeId)).filter(({ type }) => type === "note");
    expect(notes).toHaveLength(1);
  });

  it("asks before it records the same words of the same person by a new form, as after a way back", async () => {
    const { as, path, world, episodeId } = await aDeskWithEllie();
    const worker = await as("worker");
    const notes = async () => (await eventsOf(world, episodeId)).filter(({ type }) => type === "note").length;
    await worker.act(`${path}/do/note`, { text: "Rang\r\ngran" });
    const again = await worker.act(`${path}/do/note`, { text: "Rang\r\ngran" });
    expect(again.status).toBe(409);
    expect(again.body).toContain("You recorded the same");
    expect(again.body).toContain("Record it all the same");
    expect(again.body).toMatch(/Rang\r?\ngran<\/textarea>/);
    expect(await notes()).toBe(1);
    const carried = { id: hiddenIn(again.body, "id"), seq: hiddenIn(again.body, "seq") };
    const repeats = hiddenIn(again.body, "repeats");
    const sent = await worker.post(`${path}/do/note`, { ...carried, repeats, text: "Rang\r\ngran" });
    expect(sent.status).toBe(303);
    expect(await notes()).toBe(2);
  });

  it("does not ask where words, person or hour are others, or somebody else acted since", async () => {
    const { as, path, world, episodeId } = await aDeskWithEllie();
    const [worker, manager] = [await as("worker"), await as("manager")];
    const statuses = [
      (await worker.act(`${path}/do/note`, { text: "Rang gran" })).status,
      (await worker.act(`${path}/do/note`, { text: "Rang gran again" })).status,
      (await manager.act(`${path}/do/note`, { text: "Rang gran" })).status,
    ];
    statuses.push((await worker.act(`${path}/do/note`, { text: "Rang gran" })).status);
    world.clock.to("2026-11-16T10:00:00Z");
    statuses.push((await (await as("worker")).act(`${path}/do/note`, { text: "Rang gran" })).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303]);
    expect((await eventsOf(world, episodeId)).filter(({ type }) => type === "note")).toHaveLength(5);
  });

  it("shows a refusal beside the field that its guard looks at, with its clause, and keeps what was typed", async () => {
    const { as, path, world } = await aDeskWithEllie();
    world.clock.to("2026-11-16T08:10:00Z");
    const worker = await as("worker");
    const { body, status } = await worker.act(`${path}/do/interview-held`, { ...held, method: "telephone" });
    expect(status).toBe(422);
    expect(body).toContain("<title>Error: ");
    expect(body).toMatch(/href="#field-method"[^>]*>The interview is face to face\..*\(LEI-05, clause 4\)/);
    expect(body).toMatch(/id="field-method-error"[\s\S]*LEI-05, clause 4/);
    expect(body).toContain('value="Café &lt;Zoë&gt; 🏠"');
    expect(body).toMatch(/name="at-hour"[^>]*value="7"/);
    expect(body).toMatch(/value="telephone" checked/);
  });

  it.each([
    ["nothing", {}, ["How"]],
    ["a choice that there is not", { method: "carrier-pigeon" }, ["How"]],
    ["a day that there is not", { ...held, "at-day": "31" }, ["When it happened"]],
    ["a day without a time", { ...held, "at-hour": "" }, ["When it happened"]],
    ["a time to come", { ...held, "at-day": "17" }, ["has not come yet"]],
    ["more than anybody means", { ...held, place: "x".repeat(501) }, ["501 characters"]],
    ["letters for a year", { ...held, "at-year": "MMXX" }, ["When it happened"]],
  ])(
    "says of %s how to mend it, and keeps everything typed",
    async (_what, typed: Record<string, string>, says) => {
      const { as, path, world, episodeId } = await aDeskWithEllie();
      const before = await eventsOf(world, episodeId);
      const { body, status } = await (await as("worker")).act(`${path}/do/interview-held`, typed);
      expect(status).toBe(422);
      const summary = body.slice(body.indexOf("govuk-error-summary"), body.indexOf("<h1"));
      for (const words of says) expect(summary).toContain(words);
      for (const [name, value] of Object.entries(typed))
        if (name !== "method")
          expect(body).toContain(`value="${value.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}"`);
      expect(await eventsOf(world, episodeId)).toEqual(before);
    },
  );

  it("says that the clocks skipped a time", async () => {
    const { as, path, world } = await aDeskWithEllie();
    world.clock.to("2027-03-29T08:00:00Z");
    const skipped = { "at-day": "28", "at-month": "3", "at-year": "2027", "at-hour": "1", "at-minute": "30" };
    const { body } = await (await as("worker")).act(`${path}/do/note`, { text: "x", ...skipped });
    expect(body).toContain("the clocks went forward");
  });

  it.each([
    "\u202Egnp.exe",
    "👩‍👩‍👧‍👦",
    "\u0000\u0007",
    "Ж中ا",
    "‮<script>alert(1)</script>",
    "a\u0301\u0302",
  ])("keeps %j as text", async (text) => {
    const { as, path, world, episodeId } = await aDeskWithEllie();
    const worker = await as("worker");
    await worker.act(`${path}/do/note`, { text });
    expect((await eventsOf(world, episodeId)).at(-1)).toMatchObject({ data: { text: text.trim() } });
    expect((await worker.get(path)).body).not.toContain("<script>");
  });
});

describe("two people on one episode", () => {
  const both = async () => {
    const desk = await aDeskWithEllie();
    const worker = await desk.as("worker");
    const { body } = await worker.get(`${desk.path}/do/contact-made?duty=contact`);
    const form = { id: hiddenIn(body, "id"), seq: hiddenIn(body, "seq"), "duty-meant": "contact" };
    return { ...desk, worker, form: { ...form, contact: "child", information: "no" } };
  };

  it("the second is shown what the first did, keeps what they typed, and decides again", async () => {
    const { as, path, worker, form, world, episodeId } = await both();
    await (await as("manager")).act(`${path}/do/note`, { text: "She is at gran's" });
    const shown = await worker.post(`${path}/do/contact-made`, form);
    expect(shown.status).toBe(409);
    expect(shown.body).toContain("Changed since you opened it");
    expect(shown.body).toContain("She is at gran&#39;s".replace("&#39;", "'"));
    expect(shown.body).toMatch(/value="child" checked/);
    expect(shown.body).toContain("Record it all the same");
    const again = { ...form, id: hiddenIn(shown.body, "id"), seq: hiddenIn(shown.body, "seq") };
    expect((await worker.post(`${path}/do/contact-made`, again)).status).toBe(303);
    expect((await eventsOf(world, episodeId)).filter(({ type }) => type === "contact-made")).toHaveLength(1);
  });

  it("the second hears that the duty has ended meanwhile", async () => {
    const { path, worker, form, world } = await both();
    await record(world, "contact-made", { contact: "child" });
    const { body } = await worker.post(`${path}/do/contact-made`, form);
    expect(body).toContain("has ended meanwhile: done");
    expect(body).toContain("clause 5");
    expect((await worker.get(`${path}/do/contact-made?duty=contact`)).body).toContain("has ended meanwhile");
  });
});

describe("what may be recorded", () => {
  it.each(actionNames.flatMap((action) => roles.map((role) => ({ action, role }))))(
    "$action by a $role",
    async ({ action, role }) => {
      const { as, path } = await aDeskWithEllie();
      const browser = await as(role, { email: "worker@leicestershire.example" });
      const [shown, sent] = [
        await browser.get(`${path}/do/${action}`),
        await browser.post(`${path}/do/${action}`),
      ];
      expect(shown.status).toBe(may([role], action) ? 200 : 404);
      expect(sent.status === 404).toBe(!may([role], action));
    },
  );

  it("is no action that nobody knows", async () => {
    const { as, path } = await aDeskWithEllie();
    for (const name of ["nothing", "constructor", "__proto__", "toString"])
      expect((await (await as("manager")).get(`${path}/do/${name}`)).status).toBe(404);
  });

  it("is not offered while the protocol refuses it whatever is typed, and says why", async () => {
    const { as, path } = await aDeskWithEllie();
    const { body } = await (await as("coordinator")).get(`${path}/do/distributed`);
    expect(body).toContain(
      "The interview is sent after a manager has countersigned it, not before. (LEI-13, clause 13)",
    );
    expect(body).not.toContain('name="to"');
  });

  it("fills the form of an allocation with the one before", async () => {
    const { as, path } = await aDeskWithEllie();
    const { body } = await (await as("coordinator")).get(`${path}/do/allocate`);
    expect(body).toContain('value="worker@leicestershire.example"');
    expect(body).toContain("Child Exploitation Team");
  });

  it("ALL-19: refuses an allocation outside the authority beside the address, as local practice", async () => {
    const { as, path } = await aDeskWithEllie();
    const { body } = await (await as("coordinator")).act(`${path}/do/allocate`, {
      worker: "x@elsewhere.example",
    });
    expect(body).toMatch(/href="#field-worker"[^>]*>[^<]*LEI-01, local practice/);
    expect(body).toContain('value="x@elsewhere.example"');
  });
});

describe("what was recorded by mistake", () => {
  it("ALL-21: is corrected in a form filled as it was recorded, and stays on the timeline with who and why", async () => {
    const { as, path, world, episodeId } = await aDeskWithEllie();
    const worker = await as("worker");
    await worker.act(`${path}/do/note`, { text: "Rang at noon" });
    const { body } = await worker.get(path);
    const link = /href="([^"]*do\/note\?instead=[^"]*)"/.exec(body)?.[1] ?? "";
    const form = await worker.get(link.replaceAll("&amp;", "&"));
    expect(form.body).toContain("Rang at noon</textarea>");
    const instead = hiddenIn(form.body, "instead");
    const without = await worker.act(`${path}/do/note`, { text: "Rang at one", instead });
    expect(without.status).toBe(422);
    const answer = await worker.act(`${path}/do/note`, {
      text: "Rang at one",
      instead,
      "why-corrected": "The clock was wrong",
    });
    expect(answer.status).toBe(303);
    expect((await eventsOf(world, episodeId)).at(-1)).toMatchObject({
      data: { text: "Rang at one" },
      instead: { recorded: instead, reason: "The clock was wrong" },
    });
    expect((await worker.get(path)).body).toMatch(/Corrected: it no longer counts[\s\S]*The clock was wrong/);
  });

  it("ALL-21: is withdrawn from the timeline by its author; a colleague is offered nothing of it", async () => {
    const { as, path } = await aDeskWithEllie();
    const worker = await as("worker");
    await worker.act(`${path}/do/note`, { text: "Another child's" });
    const link = /href="([^"]*do\/withdraw\?recorded=[^"]*)"/.exec((await worker.get(path)).body)?.[1] ?? "";
    expect((await worker.get(link)).body).toMatch(/Note, Mon 16 Nov.*by Jo worker/);
    expect((await (await as("coordinator")).get(path)).body).not.toContain(link);
    const recorded = decodeURIComponent(link.split("recorded=")[1] ?? "");
    const answer = await worker.act(`${path}/do/withdraw`, { recorded, reason: "Wrong child" });
    expect(answer.status).toBe(303);
    expect((await worker.get(path)).body).toMatch(/Withdrawn: it no longer counts[\s\S]*Wrong child/);
  });

  it("ALL-21: a report is taken off the episode by a coordinator; a worker is offered nothing of it", async () => {
    const { as, path, world } = await aDeskWithEllie();
    const coordinator = await as("coordinator");
    expect((await (await as("worker")).get(path)).body).not.toContain("Take off this episode");
    const [, found = ""] =
      /href="([^"]*)"[^>]*>Take off this episode/.exec((await coordinator.get(path)).body) ?? [];
    expect((await coordinator.get(found)).body).toContain("Report: found");
    const recorded = decodeURIComponent(found.split("recorded=")[1] ?? "");
    const reason = "It is of another child";
    expect((await coordinator.act(`${path}/do/withdraw`, { recorded, reason })).status).toBe(303);
    const { body } = await coordinator.get(path);
    expect(body).toMatch(
      /Taken off this episode: it no longer counts[\s\S]*Jo coordinator[\s\S]*It is of another child/,
    );
    expect(theRow(world).status).toBe("missing");
    expect(entryOf(world.db, "mail-2")).toMatchObject({ outcome: "quarantined", takenOff: [{ reason }] });
  });
});
