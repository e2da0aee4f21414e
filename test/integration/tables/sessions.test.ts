import { describe, expect, it } from "vitest";
import { sessions } from "../../../functions/adapters/dynamo/sessions.ts";
import type { Session } from "../../../functions/core/ports/sessions.ts";
import { realTables } from "../support/real-tables.ts";

const NOW = Date.parse("2026-11-30T08:00:00Z");
const tables = realTables();
const store = () => sessions(tables.client, tables.names.sessions);

let made = 0;
const anId = (): string => {
  made += 1;
  return String(made).padStart(43, "s");
};

const aSession = (subject: string): Session => ({
  staff: {
    subject,
    name: "Jo Worker",
    address: "jo.worker@anyshire.example",
    roles: ["worker"],
    teams: ["north"],
  },
  csrf: "token",
  since: NOW,
  seen: NOW,
});

describe("a session, in DynamoDB", () => {
  it("that was ended stays ended, also where a page of it was under way", async () => {
    const [id, session] = [anId(), aSession("under-way")];
    await store().open(id, session);
    const underWay = await store().find(id);
    expect(underWay).toEqual(session);
    await store().end(id);
    await store().seen(id, { ...session, seen: NOW + 60_000 });
    expect(await store().find(id)).toBeUndefined();
  });

  it("notes when it was seen last", async () => {
    const [id, session] = [anId(), aSession("seen")];
    await store().open(id, session);
    await store().seen(id, { ...session, seen: NOW + 60_000 });
    expect((await store().find(id))?.seen).toBe(NOW + 60_000);
  });

  it("ends on every device of a person at once, and on nobody else's", async () => {
    const [desk, phone, other] = [anId(), anId(), anId()];
    await store().open(desk, aSession("leaver"));
    await store().open(phone, aSession("leaver"));
    await store().open(other, aSession("stays"));
    await store().endAllOf("leaver");
    expect(await store().find(desk)).toBeUndefined();
    expect(await store().find(phone)).toBeUndefined();
    expect(await store().find(other)).toBeDefined();
  });

  it("with other roles or teams than now ends, and one with the same stays", async () => {
    const [outdated, same] = [anId(), anId()];
    const { staff, ...rest } = aSession("changed");
    await store().open(outdated, { ...rest, staff: { ...staff, roles: ["manager"] } });
    await store().open(same, { ...rest, staff });
    await store().endOutdated(staff);
    expect(await store().find(outdated)).toBeUndefined();
    expect(await store().find(same)).toBeDefined();
  });

  it("begins once from one sign-in, however often its answer is sent", async () => {
    const pending = { browser: "b", nonce: "n", verifier: "v", back: "/work" };
    await store().keepSignIn("state-1", pending, NOW);
    const taken = await Promise.all([1, 2, 3].map(() => store().takeSignIn("state-1", NOW + 1_000)));
    expect(taken.filter((one) => one !== undefined)).toEqual([pending]);
  });

  it("does not begin from a sign-in that is a quarter of an hour old", async () => {
    await store().keepSignIn("state-2", { browser: "b", nonce: "n", verifier: "v", back: "/work" }, NOW);
    expect(await store().takeSignIn("state-2", NOW + 15 * 60_000)).toBeUndefined();
  });
});
