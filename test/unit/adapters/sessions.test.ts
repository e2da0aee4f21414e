import {
  type AttributeValue,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { sessions } from "../../../functions/adapters/dynamo/sessions.ts";
import type { Session } from "../../../functions/core/ports/sessions.ts";
import { aDynamo } from "./dynamo.ts";

type Row = Record<string, AttributeValue>;
const NOW = Date.parse("2026-11-30T08:00:00Z");
const HOUR = 3_600_000;
const id = "a".repeat(43);

const session: Session = {
  staff: {
    subject: "subject-1",
    name: "Jo Worker",
    address: "jo.worker@anyshire.example",
    roles: ["worker"],
    teams: ["north"],
  },
  csrf: "token",
  since: NOW,
  seen: NOW,
};

const aStore = () => {
  const { client, mock } = aDynamo();
  const rows = new Map<string, Row>();
  mock.on(PutItemCommand).callsFake(({ Item }: { Item: Row }) => void rows.set(Item.pk?.S ?? "", Item));
  mock.on(GetItemCommand).callsFake(({ Key }: { Key: Row }) => ({ Item: rows.get(Key.pk?.S ?? "") }));
  mock.on(DeleteItemCommand).callsFake(({ Key }: { Key: Row }) => {
    const Attributes = rows.get(Key.pk?.S ?? "");
    rows.delete(Key.pk?.S ?? "");
    return { Attributes };
  });
  mock
    .on(QueryCommand)
    .callsFake(({ ExpressionAttributeValues: values }: { ExpressionAttributeValues: Row }) => ({
      Items: [...rows.values()].filter(({ subject }) => subject?.S === values[":subject"]?.S),
    }));
  return { store: sessions(client, "Sessions"), rows };
};

describe("the store of sessions", () => {
  it("gives a session back to whoever has its id, and to nobody else", async () => {
    const { store } = aStore();
    await store.open(id, session);
    expect(await store.find(id)).toEqual(session);
    expect(await store.find("b".repeat(43))).toBeUndefined();
  });

  it("keeps neither the id, by which anybody could sign in, nor the subject to search by", async () => {
    const { store, rows } = aStore();
    await store.open(id, session);
    const [row] = rows.values();
    const { body, ...searched } = row ?? {};
    expect(JSON.stringify(row)).not.toContain(id);
    expect(JSON.stringify(searched)).not.toContain("subject-1");
    expect(body).toBeDefined();
  });

  it("lets DynamoDB remove it a day after its ten hours", async () => {
    const { store, rows } = aStore();
    await store.open(id, session);
    await store.seen(id, { ...session, seen: NOW + HOUR });
    expect([...rows.values()].map(({ expires }) => expires?.N)).toEqual([String((NOW + 34 * HOUR) / 1000)]);
    expect((await store.find(id))?.seen).toBe(NOW + HOUR);
  });

  it("ends one session, or all of one person's", async () => {
    const { store } = aStore();
    const theirs = { ...session, staff: { ...session.staff, subject: "subject-2" } };
    await store.open("one", session);
    await store.open("two", session);
    await store.open("three", session);
    await store.open("other", theirs);
    await store.end("one");
    expect(await store.find("one")).toBeUndefined();
    expect(await store.find("two")).toEqual(session);
    await store.endAllOf("subject-1");
    expect(await store.find("two")).toBeUndefined();
    expect(await store.find("three")).toBeUndefined();
    expect(await store.find("other")).toEqual(theirs);
  });

  const pending = { browser: "browser", nonce: "nonce", verifier: "verifier", back: "/work" };

  it("hands a sign-in's secrets out once, and for a quarter of an hour", async () => {
    const { store } = aStore();
    await store.keepSignIn("state", pending, NOW);
    expect(await store.takeSignIn("state", NOW + HOUR / 4 - 1)).toEqual(pending);
    expect(await store.takeSignIn("state", NOW)).toBeUndefined();
    await store.keepSignIn("state", pending, NOW);
    expect(await store.takeSignIn("state", NOW + HOUR / 4)).toBeUndefined();
  });

  it("keeps what was typed for a day", async () => {
    const { store } = aStore();
    const parked = { subject: "subject-1", path: "/work", body: "note=typed" };
    await store.park(id, parked, NOW);
    expect(await store.parked(id, NOW + 24 * HOUR - 1)).toEqual(parked);
    expect(await store.parked(id, NOW + 24 * HOUR)).toBeUndefined();
  });

  it("takes an id for what it was given for, and nothing else", async () => {
    const { store } = aStore();
    await store.park(id, { subject: "subject-1", path: "/work", body: "" }, NOW);
    expect(await store.find(id)).toBeUndefined();
  });
});
