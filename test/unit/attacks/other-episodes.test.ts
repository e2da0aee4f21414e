import { describe, expect, it } from "vitest";
import { TransientError } from "../../../functions/domain/errors.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { aDeskWithEllie, hiddenIn } from "../../fakes/staff.ts";
import { receive, record } from "../../fakes/steps.ts";
import { eventsOf, theRow } from "../../fakes/world.ts";

const UNA = "MP/26/009999";
const AGAIN = "MP/26/005555";
const UNKNOWN = "MP/26/000000";

/** Ellie's worker; an episode of Una's, and another of Ellie's own, that nobody gave them. */
const aWorkerAmongOthers = async () => {
  const desk = await aDeskWithEllie();
  const una = aMissing({
    reference: UNA,
    child: { forenames: "Una", surname: "Quill", dateOfBirth: "2012-05-01" },
  });
  await receive(desk.world, "mail-7", aReading({ compacts: [una] }));
  await receive(desk.world, "mail-8", aReading({ compacts: [aMissing({ reference: AGAIN })] }));
  // It would go on with the worker of the first (ALL-17).
  await record(desk.world, "allocate", { worker: "other@leicestershire.example" }, { reference: AGAIN });
  const later = aFound({ reference: AGAIN, received: "2026-11-16T07:00:00+00:00" });
  await receive(desk.world, "mail-9", aReading({ compacts: [later] }));
  const idOf = (reference: string) => theRow(desk.world, reference).episodeId;
  return { ...desk, worker: await desk.as("worker"), una: idOf(UNA), again: idOf(AGAIN) };
};

const held = {
  method: "face-to-face",
  place: "home",
  "at-day": "15",
  "at-month": "11",
  "at-year": "2026",
  "at-hour": "12",
  "at-minute": "00",
};

describe("somebody else's episode", () => {
  it("is not written to by a form that names it in its body", async () => {
    const { world, worker, path, episodeId, una } = await aWorkerAmongOthers();
    const before = await eventsOf(world, una);
    const { status } = await worker.act(`${path}/do/note`, {
      text: "mine",
      episodeId: una,
      reference: UNA,
      episode: una,
      covers: UNA,
      by: "manager",
      channel: "lab",
      actor: '{"roles":["manager"]}',
      action: "cancel",
    });
    expect(status).toBe(303);
    expect(await eventsOf(world, una)).toEqual(before);
    const note = (await eventsOf(world, episodeId)).at(-1);
    expect(note).toMatchObject({ type: "note", channel: "console", actor: { roles: ["worker"] } });
    expect(note).toMatchObject({ data: { text: "mine" } });
  });

  it("is not written to by an interview that covers it, and is as unknown there as one that there is not", async () => {
    const { world, worker, path, una, again } = await aWorkerAmongOthers();
    const said = async (covers: string) => {
      const { body } = await worker.act(`${path}/do/interview-held`, { ...held, covers });
      return /no episode is known|another child's/.exec(body.replaceAll("&#39;", "'"))?.[0];
    };
    for (const reference of [UNA, AGAIN, UNKNOWN]) expect(await said(reference)).toBe("no episode is known");
    for (const id of [una, again])
      expect((await eventsOf(world, id)).filter(({ type }) => type === "interview-held")).toEqual([]);
  });

  it("of the same child is covered by whoever has both", async () => {
    const { world, worker, path, again } = await aWorkerAmongOthers();
    await record(world, "allocate", { worker: "worker@leicestershire.example" }, { reference: AGAIN });
    const { status } = await worker.act(`${path}/do/interview-held`, { ...held, covers: AGAIN });
    expect(status).toBe(303);
    expect((await eventsOf(world, again)).some(({ type }) => type === "interview-held")).toBe(true);
  });

  it("shows none of its mails under an address of one's own", async () => {
    const { worker, path } = await aWorkerAmongOthers();
    expect((await worker.get(`${path}/mails/mail-7`)).status).toBe(404);
    expect((await worker.get(`${path}/mails/mail-1`)).status).toBe(200);
  });

  it("is not told of in the words that were left unread of a mail which reports another child that waits", async () => {
    const desk = await aDeskWithEllie({ unrecognised: [{ label: "Brother", value: "Kit Marlowe" }] });
    const { pages } = desk.console;
    const read = pages.waitingMails.read;
    const brother = aMissing({ reference: UNKNOWN, child: { forenames: "Kit", surname: "Marlowe" } });
    pages.waitingMails = {
      ...pages.waitingMails,
      read: async (entry) => {
        const reading = await read(entry);
        if (reading.result.status !== "accepted") throw new TransientError("not accepted");
        return { ...reading, result: { ...reading.result, waiting: [brother] } };
      },
    };
    const worker = await desk.as("worker");
    const { body } = await worker.get(`${desk.path}/mails/mail-1`);
    expect(body).not.toContain("Kit");
    expect(body).toContain("several children");
    expect((await (await desk.as("coordinator")).get(`${desk.path}/mails/mail-1`)).body).toContain("Kit");
  });

  it("leaves the list of one's unfinished interviews once it is somebody else's", async () => {
    const { world, worker, path } = await aWorkerAmongOthers();
    const [section = ""] =
      /\/interview\/section\/[\w%-]+/.exec((await worker.get(`${path}/interview`)).body) ?? [];
    await worker.act(`/episodes/${theRow(world).episodeId}${section}`, { text: "begun" });
    expect((await worker.get("/work")).body).toContain("Your unfinished interviews");
    await record(world, "allocate", { worker: "other@leicestershire.example" });
    const { body } = await worker.get("/work");
    expect(body).not.toContain("Your unfinished interviews");
    expect(body).not.toContain("Marlowe");
  });
});

describe("a form with forged ids", () => {
  it.each(["-1", "9e9", "x", "", "999999999999"])(
    "whose seq is “%s” is judged as its sender's page stands, and records once",
    async (seq) => {
      const { world, worker, path, episodeId } = await aWorkerAmongOthers();
      const { body } = await worker.get(`${path}/do/note`);
      const sent = await worker.post(`${path}/do/note`, { id: hiddenIn(body, "id"), seq, text: "note" });
      expect(sent.status).toBe(303);
      expect((await eventsOf(world, episodeId)).filter(({ type }) => type === "note")).toHaveLength(1);
    },
  );

  it.each(["../../x", "§", `${"a".repeat(65)}`, "id with spaces here", "<b>".repeat(8)])(
    "whose id is “%s” gets one of ours",
    async (id) => {
      const { world, worker, path, episodeId } = await aWorkerAmongOthers();
      await worker.post(`${path}/do/note`, { id, seq: "", text: "note" });
      const note = (await eventsOf(world, episodeId)).find(({ type }) => type === "note");
      expect(note?.id).toMatch(/^[\w:-]+$/);
      expect(note?.id).not.toContain(id);
    },
  );

  it("of another's act takes it back for nobody but its author and a manager", async () => {
    const { world, worker, as, path, episodeId } = await aWorkerAmongOthers();
    const coordinator = await as("coordinator");
    await coordinator.act(`${path}/do/note`, { text: "theirs" });
    const note = (await eventsOf(world, episodeId)).findLast(({ type }) => type === "note");
    const forged = { recorded: note?.id ?? "", reason: "forged" };
    expect((await worker.act(`${path}/do/withdraw`, forged)).status).toBe(422);
    expect((await eventsOf(world, episodeId)).filter(({ type }) => type === "withdraw")).toEqual([]);
    expect((await coordinator.act(`${path}/do/withdraw`, forged)).status).toBe(303);
  });

  it("of another's record sends nothing back", async () => {
    const { world, as, path, episodeId } = await aWorkerAmongOthers();
    const manager = await as("manager");
    await manager.act(`${path}/review`, {
      decision: "send-back",
      reasons: "forged",
      record: "action:another",
    });
    expect((await eventsOf(world, episodeId)).filter(({ type }) => type === "send-back")).toEqual([]);
  });
});

describe("names that every object has", () => {
  it.each(["constructor", "__proto__", "toString", "hasOwnProperty"])(
    "%s is no role, act, section or way",
    async (name) => {
      const { as, path } = await aWorkerAmongOthers();
      const manager = await as("manager");
      for (const address of [
        `/people/${name}`,
        `${path}/do/${name}`,
        `${path}/interview/section/${name}`,
        `/quarantine/mail-1/${name}`,
        `/attachments/mail-1/${name}`,
        `/parked/${name}`,
      ])
        expect((await manager.get(address)).status, address).toBe(404);
    },
  );

  it.each(["constructor", "__proto__"])("%s is no role that the office changes, nor a team", async (role) => {
    const { as, console, world, una, episodeId } = await aWorkerAmongOthers();
    const manager = await as("manager");
    const { staff } = JSON.parse([...console.rows.values()].at(-1) ?? "{}");
    const data = { role, name: "X", addresses: ["x@leicestershire.example"], reason: "why" };
    const answer = await console.pages.office.ask({
      id: "forged",
      office: "change-recipient",
      actor: staff,
      data,
    });
    expect(answer.outcome).toBe("refused");
    const form = { way: "give", worker: "other@leicestershire.example", team: role, step: "do" };
    await manager.postAll("/work/allocate", [
      ...Object.entries(form),
      ["episode", una],
      ["episode", episodeId],
    ]);
    expect(theRow(world, UNA).listing?.allocation).not.toHaveProperty("team", role);
  });
});
