import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AttributeValue, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { deployedProfile, profileStore } from "../../../functions/adapters/dynamo/profiles.ts";
import { PermanentError } from "../../../functions/domain/errors.ts";
import { profileSchema } from "../../../functions/domain/profile/profile.ts";
import { aRawProfile, aRawRule } from "../../builders/profile.ts";
import { aDynamo, failure, tables } from "./dynamo.ts";

/** As the synth writes it: whole. */
const onDisk = (raw: unknown): string => {
  const path = join(mkdtempSync(join(tmpdir(), "profile-")), "profile.json");
  writeFileSync(path, JSON.stringify(profileSchema.parse(raw)));
  return path;
};

const aStore = () => {
  const deployed = deployedProfile(onDisk(aRawProfile()));
  const { client, mock } = aDynamo();
  mock.on(PutItemCommand).resolves({});
  return { deployed, mock, store: profileStore(deployed, client, tables) };
};

describe("the profile beside a function's code", () => {
  it("has a hash of its own for every version", () => {
    const first = deployedProfile(onDisk(aRawProfile()));
    const second = deployedProfile(onDisk(aRawProfile({ name: "Anyshire" })));
    expect(first.profile.authority).toBe("anyshire");
    expect(first.hash).toMatch(/^[0-9a-f]{16}$/);
    expect(second.hash).not.toBe(first.hash);
  });
});

describe("the profile versions", () => {
  it("keep the one at hand under its hash before an episode needs it, once", async () => {
    const { deployed, mock, store } = aStore();
    await store.byHash(deployed.hash);
    expect(await store.byHash(deployed.hash)).toEqual(deployed.profile);
    expect(mock.commandCalls(PutItemCommand).map((c) => c.args[0].input.Item)).toEqual([
      { pk: { S: `profile#${deployed.hash}` }, body: { S: deployed.raw } },
    ]);
  });

  it("are not kept by a function that only reads", async () => {
    const { deployed, mock } = aStore();
    const { client, mock: reading } = aDynamo();
    const store = profileStore(deployed, client, tables, false);
    expect(await store.byHash(deployed.hash)).toEqual(deployed.profile);
    expect([...mock.calls(), ...reading.calls()]).toEqual([]);
  });

  it("give an episode the version it started under", async () => {
    const { mock, store } = aStore();
    const older = JSON.stringify(aRawProfile({ name: "Anyshire, last year" }));
    mock.on(GetItemCommand).resolves({ Item: { body: { S: older } } });
    expect((await store.byHash("older")).name).toBe("Anyshire, last year");
    await store.byHash("older");
    expect(mock.commandCalls(GetItemCommand)).toHaveLength(1);
  });

  it("are not held to checks made since they went live", async () => {
    const { mock, store } = aStore();
    const older = JSON.stringify(aRawProfile({ rules: [aRawRule({ when: { told: "nothing" } })] }));
    mock.on(GetItemCommand).resolves({ Item: { body: { S: older } } });
    expect((await store.byHash("older")).authority).toBe("anyshire");
    mock.on(GetItemCommand).resolves({ Item: { body: { S: JSON.stringify(aRawProfile({ rules: [] })) } } });
    await expect(store.byHash("broken")).rejects.toThrow(PermanentError);
  });

  it("that could not be read are read again the next time", async () => {
    const { mock, store } = aStore();
    mock.on(GetItemCommand).rejectsOnce(failure("ThrottlingException"));
    await expect(store.byHash("older")).rejects.toThrow("reading a profile version: ThrottlingException");
    mock.on(GetItemCommand).resolves({ Item: { body: { S: JSON.stringify(aRawProfile()) } } });
    expect((await store.byHash("older")).authority).toBe("anyshire");
  });

  it("say so where one is gone, and look again the next time", async () => {
    const { mock, store } = aStore();
    mock.on(GetItemCommand).resolves({});
    expect(await store.find("gone")).toBeUndefined();
    await expect(store.byHash("gone")).rejects.toThrow(PermanentError);
    mock.on(GetItemCommand).resolves({ Item: { body: { S: JSON.stringify(aRawProfile()) } } });
    expect((await store.find("gone"))?.authority).toBe("anyshire");
  });

  it("outlive a deployment: an episode that started before it is still followed under its own", async () => {
    const { client, mock } = aDynamo();
    const table = new Map<string | undefined, Record<string, AttributeValue>>();
    mock.on(PutItemCommand).callsFake(({ Item }) => void table.set(Item.pk.S, Item));
    mock.on(GetItemCommand).callsFake(({ Key }) => ({ Item: table.get(Key.pk.S) }));
    const before = deployedProfile(onDisk(aRawProfile()));
    await profileStore(before, client, tables).byHash(before.hash);
    const after = deployedProfile(onDisk(aRawProfile({ name: "Anyshire, revised" })));
    const store = profileStore(after, client, tables);
    expect(store.current).toMatchObject({ hash: after.hash, profile: { name: "Anyshire, revised" } });
    expect(await store.byHash(before.hash)).toEqual(before.profile);
  });
});
