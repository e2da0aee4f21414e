import { describe, expect, it } from "vitest";
import { drafts } from "../../../functions/adapters/dynamo/drafts.ts";
import { sessions } from "../../../functions/adapters/dynamo/sessions.ts";
import type { Drafts } from "../../../functions/core/ports/drafts.ts";
import { realTables } from "../support/real-tables.ts";

const NOW = Date.parse("2026-11-30T08:00:00Z");
const tables = realTables();

let people = 0;
const aWriter = (): { store: Drafts; key: { subject: string; episodeId: string } } => {
  people += 1;
  return {
    store: drafts(tables.client, tables.names.sessions),
    key: { subject: `subject-${people}`, episodeId: "episode-1" },
  };
};

describe("a draft of an interview, in DynamoDB", () => {
  it("is saved over the version its writer saw, and given back", async () => {
    const { store, key } = aWriter();
    expect(await store.save(key, "voice", { text: "one", over: 0 }, NOW)).toEqual({ kind: "saved" });
    expect(await store.save(key, "voice", { text: "two", over: 1 }, NOW)).toEqual({ kind: "saved" });
    const { voice, safety } = await store.find(key, ["voice", "safety"]);
    expect(voice).toEqual({ text: "two", version: 2, savedAt: "2026-11-30T08:00:00Z" });
    expect(safety).toBeUndefined();
  });

  it("is shown to whoever writes over a version that another device has replaced, and kept", async () => {
    const { store, key } = aWriter();
    await store.save(key, "voice", { text: "from the desk", over: 0 }, NOW);
    const answer = await store.save(key, "voice", { text: "from the phone", over: 0 }, NOW);
    expect(answer).toMatchObject({ kind: "changed", now: { text: "from the desk", version: 1 } });
    expect((await store.find(key, ["voice"])).voice?.text).toBe("from the desk");
  });

  it("has one winner where ten devices save at once, and shows its text to the nine others", async () => {
    const { store, key } = aWriter();
    const texts = Array.from({ length: 10 }, (_, i) => `device ${i}`);
    const answers = await Promise.all(texts.map((text) => store.save(key, "voice", { text, over: 0 }, NOW)));
    const winner = (await store.find(key, ["voice"])).voice?.text;
    expect(answers.filter(({ kind }) => kind === "saved")).toHaveLength(1);
    expect(answers.flatMap((one) => (one.kind === "changed" ? [one.now.text] : []))).toEqual(
      Array(9).fill(winner),
    );
  });

  it("saved twice with the same words is saved, as after an answer that was lost", async () => {
    const { store, key } = aWriter();
    await store.save(key, "voice", { text: "same", over: 0 }, NOW);
    expect(await store.save(key, "voice", { text: "same", over: 0 }, NOW)).toEqual({ kind: "saved" });
    expect((await store.find(key, ["voice"])).voice?.version).toBe(1);
  });

  it("that was sent in elsewhere is not written anew over nothing", async () => {
    const { store, key } = aWriter();
    await store.save(key, "voice", { text: "one", over: 0 }, NOW);
    await store.drop(key, ["voice"]);
    const answer = await store.save(key, "voice", { text: "late", over: 1 }, NOW);
    expect(answer).toMatchObject({ kind: "changed", now: { text: "", version: 0 } });
    expect(await store.find(key, ["voice"])).toEqual({});
  });

  it("is found by its writer and by nobody else, and outlives their sessions", async () => {
    const { store, key } = aWriter();
    await store.save(key, "voice", { text: "one", over: 0 }, NOW);
    await store.save(key, "safety", { text: "two", over: 0 }, NOW);
    await sessions(tables.client, tables.names.sessions).endAllOf(key.subject);
    expect(await store.of(key.subject)).toEqual(["episode-1"]);
    expect(await store.of("another")).toEqual([]);
    expect(await store.find({ ...key, subject: "another" }, ["voice", "safety"])).toEqual({});
  });
});
