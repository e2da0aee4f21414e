import { describe, expect, it } from "vitest";
import type { Route } from "../../../functions/core/web/route.ts";
import { roles } from "../../../functions/domain/console/may.ts";
import type { Console } from "../../../functions/serve-console/console.ts";
import { routes } from "../../../functions/serve-console/routes.ts";
import { aBrowser, aConsole, claimsOf } from "../../fakes/console.ts";
import { aDeskWithEllie } from "../../fakes/staff.ts";

const everybody = ["nobody", ...roles] as const;
const staffRoutes = routes.filter(({ allow }) => allow !== "anyone");

const named = (routes: readonly Route<Console>[]) =>
  routes.flatMap((route) =>
    everybody.map((who) => ({ ...route, who, name: `${route.method} ${route.path}` })),
  );

describe("the table of routes", () => {
  it.each(named(staffRoutes))("$name by $who", async ({ method, path, allow, who }) => {
    const console = aConsole();
    const browser = aBrowser(console);
    if (who !== "nobody") await browser.signIn(claimsOf(who));
    console.log.length = 0;
    const address = path.replaceAll(/:\w+/g, "unknown");
    await (method === "GET" ? browser.get(address) : browser.post(address));
    const [entry] = console.log;
    if (who === "nobody") expect(entry?.denied).toBe("signed-out");
    else if (allow === "anyone" || allow.includes(who)) expect(entry?.denied).not.toBe("role");
    else expect(entry).toMatchObject({ status: 404, denied: "role" });
  });

  const ofEpisodes = staffRoutes.filter(({ path }) => path.startsWith("/episodes/:id"));

  it.each(ofEpisodes)(
    "$method $path is to a worker whose episode it is not as one there is not",
    async (route) => {
      const { as, episodeId } = await aDeskWithEllie();
      const own = await as("worker");
      const other = await as("worker", { sub: "subject-2", email: "other@leicestershire.example" });
      const under = (id: string) =>
        route.path
          .replace(":id", id)
          .replace(":action", "note")
          .replace(":section", "1")
          .replace(":mailId", "mail-1");
      const ask = async (browser: typeof own, id: string) => {
        const { status, body } = await (route.method === "GET"
          ? browser.get(under(id))
          : browser.post(under(id)));
        return { status, body: body.replaceAll(/name="csrf" value="[^"]*"/g, "") };
      };
      const none = `ep-${"0".repeat(32)}`;
      expect((await ask(other, episodeId)).status).toBe(404);
      expect(await ask(other, episodeId)).toEqual(await ask(other, none));
      // What the route's roles deny is denied to its own worker too; what they allow is there for them alone.
      if (route.allow !== "anyone" && route.allow.includes("worker") && !route.path.endsWith(".ics"))
        expect((await ask(own, episodeId)).status).not.toBe(404);
    },
  );

  it("compiles no row that leaves out who is allowed", () => {
    const page = async () => ({ status: 200, body: "", headers: {}, cookies: [] });
    // @ts-expect-error: without allow
    const without: Route<Console> = { method: "GET", path: "/x", audit: "x", page };
    // @ts-expect-error: allowed to nobody in particular
    const empty: Route<Console> = { method: "GET", path: "/x", audit: "x", allow: [], page };
    expect([without, empty]).toHaveLength(2);
  });

  it("logs each route under a name of its own", () => {
    const names = routes.map(({ audit }) => audit);
    expect(new Set(names).size).toBe(names.length);
  });

  it("lets nobody POST without a role, but whoever holds the link of a report to confirm that it came", () => {
    const open = routes.filter(({ method, allow }) => method === "POST" && allow === "anyone");
    expect(open.map(({ path }) => path)).toEqual(["/ack/:token"]);
  });

  it.each(["/unknown", "/work/", "//work", "/work%2F", "/parked/a/b", "/assets/..%2F..%2Fetc", "/%E0%A4%A"])(
    "answers %s as unknown, whoever asks",
    async (path) => {
      const console = aConsole();
      const browser = aBrowser(console);
      const stranger = await console.serve({
        method: "GET",
        path,
        query: new URLSearchParams(),
        form: new URLSearchParams(),
        cookies: new Map(),
        origin: undefined,
      });
      await browser.signIn(claimsOf("coordinator"));
      expect(stranger.status).toBe(404);
      expect(stranger.body).toContain("Page not found");
    },
  );

  it("logs visits and denials without a word of them", async () => {
    const console = aConsole();
    const browser = aBrowser(console);
    await browser.get("/episodes/ellie-marlowe?q=Ellie");
    await browser.signIn(claimsOf("worker"));
    await browser.get("/parked/ellie");
    expect(console.log).toContainEqual({ audit: "parked", status: 404, denied: "object" });
    expect(JSON.stringify(console.log)).not.toMatch(/ellie|Jo|@|subject/i);
  });
});
