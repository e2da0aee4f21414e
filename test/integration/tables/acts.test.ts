import { describe, expect, it } from "vitest";
import { officeStore } from "../../../functions/adapters/dynamo/office-store.ts";
import { recordOffice } from "../../../functions/record-action/record-office.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { storesIn } from "../../dynamodb/stores.ts";
import { aBrowser, aConsole } from "../../fakes/console.ts";
import { claimsAt, WORKER } from "../../fakes/staff.ts";
import { decide, receive, record } from "../../fakes/steps.ts";
import { aWorld } from "../../fakes/world.ts";
import { realTables } from "../support/real-tables.ts";

const tables = realTables();
const AT = "2026-11-14T23:00:00Z";
const OTHER = "other@leicestershire.example";

const inDynamo = () => aWorld({ at: AT, stores: (now) => storesIn(tables.client, now) });
type RealWorld = ReturnType<typeof inDynamo>;

let children = 0;
/** A child who is back, of an episode of its own. */
const anEpisode = async (world: RealWorld) => {
  children += 1;
  const reference = `MP/26/${700_000 + children}`;
  const child = { forenames: "Una", surname: `Quill${children}`, dateOfBirth: "2012-05-01" };
  await receive(world, `m-${children}`, aReading({ compacts: [aMissing({ reference, child })] }));
  await receive(
    world,
    `f-${children}`,
    aReading({
      compacts: [
        aFound({
          reference,
          child,
          received: "2026-11-14T22:59:00+00:00",
          returnedAt: "2026-11-14T22:30:00+00:00",
        }),
      ],
    }),
  );
  const rows = await world.deps.rows.listed("all");
  const episodeId = rows.find((row) => row.reference === reference)?.episodeId ?? "";
  const load = async () => {
    const stored = await world.deps.episodes.load(episodeId);
    if (!stored) throw new Error("the episode is gone");
    return stored;
  };
  return { reference, episodeId, load };
};

describe("acts on one episode, in DynamoDB", () => {
  it("are all kept in one chain where twenty people record at once, and none of them is told to try again", async () => {
    const world = inDynamo();
    const { reference, load } = await anEpisode(world);
    const before = (await load()).row.seq;
    const texts = Array.from({ length: 20 }, (_, n) => String.fromCharCode(97 + n));
    const answers = await Promise.all(
      texts.map((text) => record(world, "note", { text }, { reference, id: `note-${reference}-${text}` })),
    );
    expect(answers.map(({ outcome }) => outcome)).toEqual(texts.map(() => "recorded"));
    const { row, events } = await load();
    expect(row.seq).toBe(before + texts.length);
    const notes = events.flatMap((event) =>
      event.kind === "action" && event.type === "note" ? [event.data.text] : [],
    );
    expect(notes.toSorted()).toEqual(texts);
  });

  it("ALL-21: take a report off once, though two people do it at once, and its mail waits", async () => {
    const world = inDynamo();
    const { reference, load } = await anEpisode(world);
    const data = { recorded: "found", reason: "another child" };
    const off = (id: string) => record(world, "withdraw", data, { reference, id, by: "coordinator" });
    const answers = await Promise.all([off(`off-a-${reference}`), off(`off-b-${reference}`)]);
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(["recorded", "refused"]);
    expect((await load()).row.status).toBe("missing");
    const mailId = `f-${children}`;
    expect(await world.deps.ledger.entry(mailId)).toMatchObject({
      outcome: "quarantined",
      reasons: ["taken-off"],
      takenOff: [{ by: "coordinator" }],
      waiting: 1,
    });
  });

  it("that come twice at once are kept once", async () => {
    const world = inDynamo();
    const { reference, load } = await anEpisode(world);
    const send = () => record(world, "note", { text: "once" }, { reference, id: `once-${reference}` });
    await Promise.all([send(), send(), send()]);
    const { events } = await load();
    expect(events.filter(({ kind, type }) => kind === "action" && type === "note")).toHaveLength(1);
  });

  it("are found by when they were recorded, however many, and read by the rows' ids", async () => {
    const world = inDynamo();
    const { reference, episodeId, load } = await anEpisode(world);
    world.clock.advance(60);
    const since = world.clock.now();
    world.clock.advance(60);
    const texts = Array.from({ length: 30 }, (_, i) => `note ${i}`);
    for (const text of texts)
      await record(world, "note", { text }, { reference, id: `${reference}-${text}` });
    const { events } = await load();
    expect(await world.deps.episodes.eventsSince(episodeId, since)).toEqual(events.slice(-texts.length));
    expect(await world.deps.episodes.eventsSince(episodeId, world.clock.now())).toEqual([]);
    const ids = [episodeId, `ep-${"0".repeat(32)}`, "profile#x", episodeId];
    expect((await world.deps.rows.listed(ids)).map((row) => row.episodeId)).toEqual([episodeId]);
  });

  it("decided on the same sight are kept of one person; the others are shown what came", async () => {
    const world = inDynamo();
    const { reference, load } = await anEpisode(world);
    const ifSeq = (await load()).row.seq;
    const answers = await Promise.all(
      [1, 2, 3].map((one) =>
        record(world, "allocate", { worker: OTHER }, { reference, id: `sight-${reference}-${one}`, ifSeq }),
      ),
    );
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(["changed", "changed", "recorded"]);
    const { events } = await load();
    expect(events.filter(({ type }) => type === "allocate")).toHaveLength(1);
  });
});

describe("many episodes given at once, in DynamoDB", () => {
  it("go to one of two coordinators who give the same ones, each once and with nothing half done", async () => {
    const world = inDynamo();
    const episodes: Awaited<ReturnType<typeof anEpisode>>[] = [];
    for (let i = 0; i < 12; i += 1) episodes.push(await anEpisode(world));
    const console = aConsole({ world });
    const give = async (worker: string) => {
      const browser = aBrowser(console);
      await browser.signIn(claimsAt("coordinator"));
      const { body } = await browser.get(
        `/work/allocate?${episodes.map(({ episodeId }) => `episode=${episodeId}`).join("&")}`,
      );
      const carried = [...body.matchAll(/name="(id|episode)" value="([^"]*)"/g)].map(
        ([, name = "", value = ""]): [string, string] => [name, value],
      );
      const fields: [string, string][] = [
        ["way", "give"],
        ["worker", worker],
        ["step", "do"],
      ];
      return () => browser.postAll("/work/allocate", [...carried, ...fields]);
    };
    const both = [await give(WORKER), await give(OTHER)];
    const answers = await Promise.all(both.map((send) => send()));
    const done = answers.map(({ body }) => Number(/(\d+) episodes? allocated/.exec(body)?.[1] ?? 0));
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(episodes.length);
    for (const { load } of episodes) {
      const { events } = await load();
      expect(events.filter(({ type }) => type === "allocate")).toHaveLength(1);
    }
  });
});

describe("acts for the whole authority, in DynamoDB", () => {
  const office = () => officeStore(tables.client, tables.names);
  const write = (world: RealWorld, text: string, id = `handover-${text}`) =>
    recordOffice(
      { id, office: "write-handover", channel: "lab", by: "night desk", data: { text } },
      world.deps,
    );

  it("are all kept where several write at once, in one chain", async () => {
    const world = inDynamo();
    const before = (await office().events()).length;
    const texts = ["one", "two", "three", "four"];
    const answers = await Promise.all(texts.map((text) => write(world, text)));
    expect(answers.map(({ outcome }) => outcome)).toEqual(texts.map(() => "done"));
    expect(await office().events()).toHaveLength(before + texts.length);
    const row = await office().load();
    expect(row).toMatchObject({ version: before + texts.length, seq: before + texts.length });
  });

  it("take a note for one person only, however many take it at once", async () => {
    const world = inDynamo();
    await write(world, "take me");
    const note = (await office().load())?.office.handovers.find(({ text }) => text === "take me")?.id ?? "";
    const answers = await Promise.all(
      ["a", "b", "c"].map((by) =>
        recordOffice(
          { id: `take-${by}`, office: "take-handover", channel: "lab", by, data: { note } },
          world.deps,
        ),
      ),
    );
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(["done", "refused", "refused"]);
  });

  it("sent twice at once change the people once", async () => {
    const world = inDynamo();
    const [role = ""] = Object.keys(world.profile.recipients);
    const data = { role, name: "Desk", addresses: ["desk@leicestershire.example"], reason: "moved" };
    const send = () =>
      recordOffice({ id: "people-1", office: "change-recipient", channel: "lab", by: "x", data }, world.deps);
    await Promise.all([send(), send()]);
    const changes = (await office().events()).filter(({ type }) => type === "change-recipient");
    expect(changes).toHaveLength(1);
    expect((await office().load())?.office.recipients[role]?.addresses).toEqual(data.addresses);
  });
});

describe("a mail that waits, in DynamoDB", () => {
  it("is decided once, however many decide at once", async () => {
    const world = inDynamo();
    const reading = aReading({ reasons: ["no-reference"] });
    await receive(world, "mail-1", reading);
    const answers = await Promise.all(
      ["a", "b", "c"].map((by) => decide(world, "discard", reading, { by, reason: "an advertisement" })),
    );
    const entry = await world.deps.ledger.entry("mail-1");
    expect(entry?.decision).toMatchObject({ kind: "discarded" });
    expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(["decided", "refused", "refused"]);
    expect(await world.deps.ledger.find("mail-1")).toEqual(entry);
  });
});
