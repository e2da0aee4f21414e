import { describe, expect, it } from "vitest";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { aDeskWithEllie } from "../../fakes/staff.ts";
import { fireDue, receive, record } from "../../fakes/steps.ts";

describe("an episode's page", () => {
  it("says what is due under which clause, with one time and how far off it is", async () => {
    const { as, path } = await aDeskWithEllie();
    const { body, status } = await (await as("worker")).get(path);
    expect(status).toBe(200);
    expect(body).toContain("LEI-04, clause intro");
    expect(body).toContain("Wed 18 Nov 2026, 08:00");
    expect(body).toContain("due in 48 hours");
    expect(body).toContain(`href="${path}/do/interview-held?duty=return-interview"`);
  });

  it("has beside a duty what is recorded on the way to its end: the attempts, then the contact", async () => {
    const { as, path } = await aDeskWithEllie();
    const { body } = await (await as("worker")).get(path);
    const due = body.slice(body.indexOf('id="due"'), body.indexOf("Record something else"));
    const [attempt, made] = ["contact-attempt", "contact-made"].map((action) =>
      due.indexOf(`href="${path}/do/${action}?duty=contact"`),
    );
    expect(attempt).toBeGreaterThan(0);
    expect(made).toBeGreaterThan(attempt ?? 0);
    expect(due).toContain(`href="${path}/do/book-interview?duty=return-interview"`);
  });

  it("says through whom the child may be contacted, and nobody else", async () => {
    const { as, path, world } = await aDeskWithEllie();
    await receive(
      world,
      "mail-3",
      aReading({ compacts: [aFound({ careStatus: "looked-after", received: "2026-11-16T08:00:00+00:00" })] }),
    );
    const { body } = await (await as("worker")).get(path);
    expect(body).toContain("Whom you may contact");
    expect(body).toContain("NOT the parents");
    expect(body).toContain("Clause 6");
  });

  it("names the reference and not the child in the window's title, which browsers keep", async () => {
    const { as, path } = await aDeskWithEllie();
    const { body } = await (await as("worker")).get(path);
    expect(body).toMatch(/<title>MP\/26\/004417 –/);
    expect(body).toMatch(/<h1[^>]*>Ellie Marlowe</);
  });

  it("tells what happened, the newest first, with who did it", async () => {
    const { as, path } = await aDeskWithEllie();
    const worker = await as("worker");
    const sent = await worker.act(`${path}/do/note`, { text: "Rang <b>gran</b>\nat ten" });
    expect(sent.headers.location).toBe(`${path}?done=note`);
    const { body } = await worker.get(`${path}?done=note`);
    expect(body).toContain("Recorded: Note");
    const timeline = body.slice(body.indexOf('id="events"'));
    expect(timeline).toContain("by Jo worker, worker@leicestershire.example");
    expect(timeline).toContain("Rang &lt;b&gt;gran&lt;/b&gt;\nat ten");
    expect(timeline.indexOf(">Note<")).toBeLessThan(timeline.indexOf("Report: missing"));
  });

  it("draws the episode against its limits, with a table that says the same", async () => {
    const { as, path } = await aDeskWithEllie();
    const { body } = await (await as("worker")).get(path);
    expect(body).toContain('<svg class="sr-drawing"');
    expect(body).toContain('role="img"');
    expect(body).toContain("The same in words");
    expect(body).not.toContain("style=");
  });

  it("shows the words of each report that nobody's program read, as text", async () => {
    const { as, path, world } = await aDeskWithEllie();
    const unread = ["She has <b>no</b> coat."];
    await receive(
      world,
      "mail-3",
      aReading({ compacts: [aFound({ unread, received: "2026-11-16T08:00:00+00:00" })] }),
    );
    const { body } = await (await as("worker")).get(path);
    const reports = body.slice(body.indexOf('id="reports"'));
    expect(reports).toContain("The police also wrote");
    expect(reports).toContain("She has &lt;b&gt;no&lt;/b&gt; coat.");
  });

  it("shows each report as it was read beside what the force wrote", async () => {
    const { as, path, world } = await aDeskWithEllie();
    await receive(
      world,
      "mail-3",
      aReading({
        compacts: [
          aMissing({
            received: "2026-11-16T08:00:00+00:00",
            provenance: { surname: { source: "html", label: "Family <name>", raw: "MARLOWE" } },
          }),
        ],
      }),
    );
    const { body } = await (await as("worker")).get(path);
    expect(body).toContain("under “Family &lt;name&gt;”, in the html");
    expect(body).toContain(`${path}/mails/mail-3`);
  });

  it("suggests who may be the same child, with why, to those who may link", async () => {
    const { as, path, world } = await aDeskWithEllie();
    await receive(
      world,
      "mail-4",
      aReading({
        compacts: [
          aMissing({
            reference: "MP/26/005000",
            child: { forenames: "Elly", surname: "Marlow", dateOfBirth: "2011-03-09" },
            received: "2026-11-16T08:00:00+00:00",
          }),
        ],
      }),
    );
    const seen = (await (await as("coordinator")).get(path)).body;
    expect(seen).toContain(
      "a name that may be the same, written otherwise; the same date of birth, 9 March 2011",
    );
    expect(seen).toContain(`${path}/do/link-child?other=MP%2F26%2F005000`);
    expect((await (await as("worker")).get(path)).body).not.toContain("MP/26/005000");
  });

  it("pins the part of a handover note that names it, until the note is taken", async () => {
    const { as, path } = await aDeskWithEllie();
    const coordinator = await as("coordinator");
    await coordinator.act("/handover", { text: "MP/26/004417\nRing <gran>.\n\nMP/26/009999\nNothing." });
    const { body } = await coordinator.get(path);
    expect(body).toContain("Ring &lt;gran&gt;.");
    expect(body).not.toContain("MP/26/009999");
    expect((await (await as("worker")).get(path)).body).not.toContain("Ring &lt;gran&gt;.");
  });

  it("is unknown to a worker whose it is not, with everything under it, as what does not exist is", async () => {
    const { as, path, episodeId } = await aDeskWithEllie();
    const other = await as("worker", { sub: "subject-2", email: "other@leicestershire.example" });
    const none = episodeId.replace(/.$/, (c) => (c === "0" ? "1" : "0"));
    const answers = await Promise.all(
      ["", "/do/note", "/interview", "/interview/print", "/booking.ics"].flatMap((rest) => [
        other.get(`${path}${rest}`),
        other.get(`/episodes/${none}${rest}`),
      ]),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    const plain = answers.map(({ body }) => body.replaceAll(/name="csrf" value="[^"]*"/g, ""));
    for (let i = 0; i < plain.length; i += 2) expect(plain[i]).toBe(plain[i + 1]);
    expect((await other.post(`${path}/do/note`, { text: "x" })).status).toBe(404);
  });

  it.each(["profile#v1", "child#0", "office", "ep-../..", "ep-%00", "%F0%9F%91%A9"])(
    "is none under the id %s",
    async (id) => {
      const { as } = await aDeskWithEllie();
      expect((await (await as("manager")).get(`/episodes/${encodeURIComponent(id)}`)).status).toBe(404);
    },
  );
});

describe("the words of a report that were not read", () => {
  it("are shown to whoever works the episode, as text", async () => {
    const { as, path } = await aDeskWithEllie({
      unrecognised: [{ label: "Gang <name>", value: "Los\nTres" }],
    });
    const { body } = await (await as("worker")).get(`${path}/mails/mail-1`);
    expect(body).toContain("Gang &lt;name&gt;");
    expect(body).toContain("Los\nTres");
  });

  it("of a mail that reports other children too are the coordinator's to see", async () => {
    const desk = await aDeskWithEllie({
      unrecognised: [{ label: "Other", value: "Words" }],
      others: ["ep-other"],
    });
    const seen = async (role: "worker" | "coordinator") =>
      (await (await desk.as(role)).get(`${desk.path}/mails/mail-1`)).body;
    expect(await seen("worker")).toContain("This mail reports several children");
    expect(await seen("worker")).not.toContain("Words</span>");
    expect(await seen("coordinator")).toContain("Words</span>");
  });

  it("belong to no other episode's mail", async () => {
    const { as, path } = await aDeskWithEllie();
    expect((await (await as("manager")).get(`${path}/mails/mail-99`)).status).toBe(404);
  });
});

describe("who was told what", () => {
  it("lists each mail with its clause, whom it went to and when, and claims no delivery", async () => {
    const { as, path, world, episodeId } = await aDeskWithEllie();
    await fireDue(world, episodeId);
    const { body } = await (await as("coordinator")).get(`${path}/told`);
    expect(body).toContain("Hold the return interview");
    expect(body).toContain("LEI-04, clause intro");
    expect(body).toContain("Mon 16 Nov 2026, 08:00");
    expect(body).toContain("allocated worker<br>worker@leicestershire.example");
    expect(body).toContain("Sent, delivery unknown");
  });

  it("is not for workers", async () => {
    const { as, path } = await aDeskWithEllie();
    expect((await (await as("worker")).get(`${path}/told`)).status).toBe(404);
  });

  it("keeps reading an episode that was cancelled", async () => {
    const { as, path, world } = await aDeskWithEllie();
    await record(world, "cancel", { reason: "duplicate" });
    const { body } = await (await as("auditor")).get(path);
    expect(body).toContain("Cancelled");
    expect(body).toContain("Nothing is due.");
  });
});
