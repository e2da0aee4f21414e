import { describe, expect, it } from "vitest";
import { seeOther, shown } from "../../../functions/core/web/answer.ts";
import type { StaffRoute } from "../../../functions/core/web/route.ts";
import type { Console } from "../../../functions/serve-console/console.ts";
import { aBrowser, aConsole, claimsOf } from "../../fakes/console.ts";

const HOUR = 3_600_000;

/** A form such as any page has, which keeps what it was sent. */
const aForm = () => {
  const kept: string[] = [];
  const extra: StaffRoute<Console>[] = [
    {
      method: "GET",
      path: "/note/:id",
      allow: ["coordinator"],
      audit: "note",
      page: async ({ typed, params }) => shown(`note ${params.id}: ${typed?.get("text") ?? "empty"}`),
    },
    {
      method: "POST",
      path: "/note/:id",
      allow: ["coordinator"],
      audit: "note-kept",
      object: async ({ params }) => params.id !== "other",
      page: async ({ form }) => {
        kept.push(form.get("text") ?? "");
        return seeOther("/work");
      },
    },
  ];
  const console = aConsole({ extra });
  return { console, kept, browser: aBrowser(console) };
};

describe("a form", () => {
  it("is taken from us, with its session's token", async () => {
    const { browser, kept } = aForm();
    await browser.signIn(claimsOf("coordinator"));
    expect((await browser.post("/note/1", { text: "typed" })).status).toBe(303);
    expect(kept).toEqual(["typed"]);
  });

  it.each(["https://evil.example", "null", "https://console.anyshire.example:8443", ""])(
    "from elsewhere (%s) changes nothing, even with the token",
    async (origin) => {
      const { console, browser, kept } = aForm();
      await browser.signIn(claimsOf("coordinator"));
      expect((await browser.post("/note/1", { text: "typed" }, { origin })).status).toBe(404);
      expect(kept).toEqual([]);
      expect(console.log.at(-1)).toEqual({ audit: "note-kept", status: 404, denied: "csrf" });
    },
  );

  it.each(["", "another", "x".repeat(43)])(
    "of ours without its session's token (%s) is shown again, filled, and changes nothing",
    async (token) => {
      const { browser, kept } = aForm();
      await browser.signIn(claimsOf("coordinator"));
      const answer = await browser.post("/note/1", { text: "typed" }, { token });
      expect(answer).toMatchObject({ status: 200, body: "note 1: typed" });
      expect(kept).toEqual([]);
    },
  );

  it("for what is not theirs, or for a role they have not, is answered as unknown", async () => {
    const { browser, console, kept } = aForm();
    await browser.signIn(claimsOf("coordinator"));
    const unknown = await browser.post("/nothing", { text: "typed" });
    const other = await browser.post("/note/other", { text: "typed" });
    await browser.signIn(claimsOf("auditor"));
    const role = await browser.post("/note/1", { text: "typed" });
    expect([unknown.status, other.status, role.status]).toEqual([404, 404, 404]);
    expect(kept).toEqual([]);
    expect(console.log.flatMap(({ denied }) => denied ?? [])).toEqual(["no-route", "object", "role"]);
  });
});

describe("what was typed into a session that had ended", () => {
  const typedTooLate = async () => {
    const form = aForm();
    const { console, browser } = form;
    await browser.signIn(claimsOf("coordinator"));
    console.clock.now += HOUR;
    const sent = await browser.post("/note/1", { text: "a long <account>" });
    const back = new URL(sent.headers.location ?? "", "https://x.example").searchParams.get("back") ?? "";
    return { ...form, back };
  };

  it("is there again after signing in, and was not sent by itself", async () => {
    const { browser, kept, back } = await typedTooLate();
    expect(back).toMatch(/^\/parked\/[\w-]{43}$/);
    expect((await browser.signIn(claimsOf("coordinator"), back)).headers.location).toBe(back);
    expect(await browser.get(back)).toMatchObject({ status: 200, body: "note 1: a long <account>" });
    expect(kept).toEqual([]);
  });

  it("is shown to nobody else", async () => {
    const { console, back } = await typedTooLate();
    const other = aBrowser(console);
    await other.signIn(claimsOf("coordinator", { sub: "subject-2" }));
    expect((await other.get(back)).status).toBe(404);
  });

  it("is shown under the rules of its own page", async () => {
    const { console, back } = await typedTooLate();
    const other = aBrowser(console);
    await other.signIn(claimsOf("worker", { sub: "subject-coordinator" }));
    expect((await other.get(back)).status).toBe(404);
  });

  it("is kept only where it came from a form of that session", async () => {
    const { console, browser } = aForm();
    await browser.signIn(claimsOf("coordinator"));
    const token = browser.csrf();
    console.clock.now += HOUR;
    const forged = [
      await browser.post("/note/1", { text: "x" }, { token: "another" }),
      await browser.post("/note/1", { text: "x" }, { token, origin: "https://evil.example" }),
      await aBrowser(console).post("/note/1", { text: "x" }),
    ];
    expect(forged.map(({ headers }) => headers.location)).toEqual(Array(3).fill("/sign-in?back=%2Fwork"));
    expect([...console.rows.keys()].filter((key) => key.startsWith("parked"))).toEqual([]);
  });
});
