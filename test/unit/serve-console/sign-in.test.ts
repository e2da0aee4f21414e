import { describe, expect, it } from "vitest";
import { aBrowser, aConsole, claimsOf } from "../../fakes/console.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const session = "__Host-safe-return-anyshire-session";

const signedIn = async (options: Parameters<typeof aConsole>[0] = {}) => {
  const console = aConsole(options);
  const browser = aBrowser(console);
  await browser.signIn(claimsOf("coordinator"));
  return { console, browser };
};

describe("signing in", () => {
  it("leads from the page that was asked for to the provider and back to it", async () => {
    const browser = aBrowser(aConsole());
    const asked = await browser.get("/work?owner=me&team=north");
    expect(asked).toMatchObject({ status: 303 });
    expect(asked.headers.location).toBe("/sign-in?back=%2Fwork%3Fowner%3Dme%26team%3Dnorth");
    expect((await browser.get(asked.headers.location ?? "")).headers.location).toContain(
      "login.anyshire.example",
    );
    const back = await browser.signIn(claimsOf("worker"), "/work?owner=me&team=north");
    expect(back.headers.location).toBe("/work?owner=me&team=north");
    expect((await browser.get("/work")).status).toBe(200);
  });

  it.each(["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""])(
    "never sends anybody on to another host: %s",
    async (back) => {
      const answer = await aBrowser(aConsole()).signIn(claimsOf("worker"), back);
      expect(answer.headers.location).toBe("/work");
    },
  );

  it("keeps state, nonce and verifier from the browser, but for the state in the provider's address", async () => {
    const browser = aBrowser(aConsole());
    const sent = await browser.get("/sign-in");
    expect(JSON.stringify(sent)).not.toMatch(/verifier|nonce/);
  });

  it("sets cookies that no script, no other site and no plain HTTP sees", async () => {
    const { browser } = await signedIn();
    expect(browser.jar.get(session)).toMatch(/^[\w-]{43}$/);
    const answer = await aBrowser(aConsole()).signIn(claimsOf("worker"));
    expect(answer.cookies).toEqual([
      expect.stringMatching(
        /^__Host-safe-return-anyshire-session=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
      ),
    ]);
  });

  it("gives a new id at each sign-in and ends the one before", async () => {
    const { console, browser } = await signedIn();
    const before = browser.jar.get(session) ?? "";
    await browser.signIn(claimsOf("coordinator"));
    expect(browser.jar.get(session)).not.toBe(before);
    expect(await console.pages.sessions.find(before)).toBeUndefined();
  });

  it("is finished by the browser that began it only, and only once", async () => {
    const console = aConsole();
    const [mine, theirs] = [aBrowser(console), aBrowser(console)];
    const sent = await theirs.get("/sign-in");
    const state = new URL(sent.headers.location ?? "").searchParams.get("state");
    console.next.claims = claimsOf("worker");
    expect((await mine.get(`/signed-in?code=x&state=${state}`)).status).toBe(403);
    expect(mine.jar.has(session)).toBe(false);
    expect((await theirs.get(`/signed-in?code=x&state=${state}`)).status).toBe(403);
    expect(console.reasons).toEqual(["not-begun-here", "not-begun-here"]);
  });

  it.each([
    ["proves nothing", undefined, "refused"],
    ["gives no role here", claimsOf("worker", { roles: ["SafeReturn.Unknown"] }), "no-role"],
    [
      "gives another council's address",
      claimsOf("worker", { email: "jo@othershire.example" }),
      "not-our-address",
    ],
    ["gives no address", claimsOf("worker", { email: undefined }), "no-address"],
  ])("signs nobody in where the provider's answer %s", async (_what, claims, reason) => {
    const console = aConsole();
    const browser = aBrowser(console);
    const answer = await browser.signIn(claims);
    expect(answer.status).toBe(403);
    expect(browser.jar.has(session)).toBe(false);
    expect(console.reasons).toEqual([reason]);
    expect(JSON.stringify([console.reasons, console.log])).not.toMatch(/Jo|@/);
  });

  it("takes a role that was lost away on every device", async () => {
    const console = aConsole();
    const [desk, phone] = [aBrowser(console), aBrowser(console)];
    await desk.signIn(claimsOf("worker"));
    await phone.signIn(claimsOf("worker", { roles: [] }));
    expect((await desk.get("/work")).headers.location).toContain("/sign-in");
  });
});

describe("a session", () => {
  it("ends after half an hour in which nothing was asked for", async () => {
    const { console, browser } = await signedIn();
    console.clock.now += 29 * MINUTE;
    expect((await browser.get("/work")).status).toBe(200);
    console.clock.now += 29 * MINUTE;
    expect((await browser.get("/work")).status).toBe(200);
    console.clock.now += 30 * MINUTE;
    expect((await browser.get("/work")).headers.location).toContain("/sign-in");
  });

  it("ends after ten hours, however busy", async () => {
    const { console, browser } = await signedIn();
    for (let i = 0; i < 29; i += 1) {
      console.clock.now += 20 * MINUTE;
      expect((await browser.get("/work")).status).toBe(200);
    }
    console.clock.now += 20 * MINUTE;
    expect((await browser.get("/work")).headers.location).toContain("/sign-in");
  });

  it("is written no more than once a minute", async () => {
    const { console, browser } = await signedIn();
    const before = [...console.rows.values()];
    console.clock.now += MINUTE - 1;
    await browser.get("/work");
    expect([...console.rows.values()]).toEqual(before);
    console.clock.now += 1;
    await browser.get("/work");
    expect([...console.rows.values()]).not.toEqual(before);
  });

  it("is ended here and with the provider by signing out, and opens nothing afterwards", async () => {
    const { browser } = await signedIn();
    const cookie = browser.jar.get(session) ?? "";
    const answer = await browser.post("/sign-out");
    expect(answer.headers.location).toBe("https://login.anyshire.example/end");
    expect(browser.jar.has(session)).toBe(false);
    browser.jar.set(session, cookie);
    expect((await browser.get("/work")).headers.location).toContain("/sign-in");
  });

  it("that has ended is signed out of without signing in first", async () => {
    const { console, browser } = await signedIn();
    console.clock.now += HOUR;
    expect((await browser.post("/sign-out")).headers.location).toBe("/signed-out");
  });
});
