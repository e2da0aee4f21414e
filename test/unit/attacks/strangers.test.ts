import { describe, expect, it } from "vitest";
import { download, ownPath, seeOther } from "../../../functions/core/web/answer.ts";
import { workListCsv } from "../../../functions/domain/work-list/csv.ts";
import { workItems } from "../../../functions/domain/work-list/item.ts";
import { calendarFile } from "../../../functions/html/calendar.ts";
import { acknowledge } from "../../../functions/record-action/acknowledge.ts";
import { routes } from "../../../functions/serve-console/routes.ts";
import { isFromUs } from "../../../functions/shell/web/csrf.ts";
import { securityHeaders } from "../../../functions/shell/web/headers.ts";
import { proxyResult, readRequest } from "../../../functions/shell/web/request.ts";
import { aListed } from "../../builders/listed.ts";
import { consoleOrigin } from "../../fakes/console.ts";
import { aDeskWithEllie, claimsAt } from "../../fakes/staff.ts";
import { eventsOf } from "../../fakes/world.ts";

describe("a form from elsewhere", () => {
  it.each([
    ["an empty origin", ""],
    ["a hidden origin", "null"],
    ["plain HTTP", consoleOrigin.replace("https", "http")],
    ["another port", `${consoleOrigin}:8443`],
    ["a sibling of the same site", "https://forms.anyshire.example"],
    ["a host that begins as ours", `${consoleOrigin}.evil.example`],
    ["a host that ends as ours", "https://evilconsole.anyshire.example"],
    ["ours in other letters", consoleOrigin.toUpperCase()],
    ["two origins", `${consoleOrigin}, https://evil.example`],
  ])("with %s does nothing, even with the session's token", async (_what, origin) => {
    const { world, console, as, path, episodeId } = await aDeskWithEllie();
    const worker = await as("worker");
    const before = await eventsOf(world, episodeId);
    console.log.length = 0;
    const { status } = await worker.post(`${path}/do/note`, { text: "forged", seq: "" }, { origin });
    expect(status).toBe(404);
    expect(console.log).toMatchObject([{ denied: "csrf" }]);
    expect(await eventsOf(world, episodeId)).toEqual(before);
  });

  it.each(["", "token", "a".repeat(43), "ä".repeat(43)])(
    "with the token “%s” is shown again and not done",
    async (token) => {
      const { world, as, path, episodeId } = await aDeskWithEllie();
      const worker = await as("worker");
      const before = await eventsOf(world, episodeId);
      const { body } = await worker.post(`${path}/do/note`, { text: "forged", seq: "" }, { token });
      expect(body).toContain("forged");
      expect(await eventsOf(world, episodeId)).toEqual(before);
    },
  );

  it("without an origin is not ours", () => {
    expect(isFromUs(undefined, consoleOrigin)).toBe(false);
    expect(isFromUs(consoleOrigin, consoleOrigin)).toBe(true);
  });

  it("does nothing as an address", async () => {
    const { world, as, path, episodeId } = await aDeskWithEllie();
    const manager = await as("manager");
    const before = await eventsOf(world, episodeId);
    const asked = `csrf=${manager.csrf()}&id=${"a".repeat(20)}&seq=1&text=forged&step=do&way=give`;
    for (const to of [
      `${path}/do/note`,
      `${path}/do/cancel`,
      "/work/allocate",
      "/handover",
      `${path}/review`,
    ])
      await manager.get(`${to}?${asked}&episode=${episodeId}&worker=other@leicestershire.example`);
    expect(await eventsOf(world, episodeId)).toEqual(before);
    expect(world.db.office.size).toBe(0);
    expect((await manager.get("/sign-out")).status).toBe(404);
  });
});

describe("a session", () => {
  it("that somebody planted before the sign-in opens nothing after it", async () => {
    const { as, console } = await aDeskWithEllie();
    const planted = "p".repeat(43);
    const worker = await as("worker");
    const [name = ""] = [...worker.jar].find(([cookie]) => cookie.endsWith("-session")) ?? [];
    worker.jar.set(name, planted);
    await worker.signIn(claimsAt("worker"));
    expect(worker.jar.get(name)).not.toBe(planted);
    expect([...console.rows.keys()]).not.toContain(`session#${planted}`);
  });

  it("with a role that was taken away ends on every device with the next sign-in", async () => {
    const { as } = await aDeskWithEllie();
    const person = { sub: "subject-1", email: "jo@leicestershire.example" };
    const desk = await as("manager", person);
    expect((await desk.get("/people")).status).toBe(200);
    const phone = await as("worker", person);
    expect((await desk.get("/people")).headers.location).toMatch(/^\/sign-in/);
    expect((await phone.get("/work")).status).toBe(200);
    const tablet = await as("worker", person);
    expect((await phone.get("/work")).status).toBe(200);
    expect((await tablet.get("/work")).status).toBe(200);
  });

  it("that is ended while a page of it is under way shows nothing more", async () => {
    const { as, console, path } = await aDeskWithEllie();
    const worker = await as("worker");
    const { find } = console.pages.sessions;
    console.clock.now += 120_000;
    console.pages.sessions.find = async (id) => {
      const found = await find(id);
      await console.pages.sessions.endAllOf("subject-worker");
      return found;
    };
    const { status, headers, body } = await worker.get(path);
    expect({ status, body }).toEqual({ status: 303, body: "" });
    expect(headers.location).toMatch(/^\/sign-in/);
    expect([...console.rows.keys()].filter((key) => key.startsWith("session#"))).toEqual([]);
  });

  it("is nobody's whose address the provider says is not proved", async () => {
    const { as } = await aDeskWithEllie();
    const forged = await as("worker", {
      sub: "x",
      email: "worker@leicestershire.example",
      email_verified: false,
    });
    expect((await forged.get("/work")).status).toBe(303);
  });
});

describe("an address to go back to", () => {
  it.each([
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "\\\\evil.example",
    "/work\r\nset-cookie: x=y",
    "/work\u0000",
    "/\u2028",
    "/é",
    "",
    null,
  ])("%j is the list of work instead", (asked) => {
    expect(ownPath(asked)).toBe("/work");
  });

  it.each(["/work?q=x%20y", "/episodes/ep-1/do/note#a", "/.//evil.example"])("%s is ours", (asked) => {
    expect(ownPath(asked)).toBe(asked);
    expect(new URL(asked, consoleOrigin).origin).toBe(consoleOrigin);
  });
});

describe("a page", () => {
  it.each(routes.filter(({ method, path }) => method === "GET" && path !== "/assets/:file"))(
    "$path is kept by nobody on the way",
    async ({ path }) => {
      const { as, episodeId } = await aDeskWithEllie();
      const manager = await as("manager");
      const { headers } = await manager.first(
        path.replace(":id", episodeId).replace(":action", "note").replaceAll(/:\w+/g, "mail-1"),
      );
      expect(headers["cache-control"]).toBeUndefined();
      expect(securityHeaders("https://login.example")["cache-control"]).toBe("no-store");
    },
  );
});

describe("a header", () => {
  const headerOf = (value: string) =>
    proxyResult({ ...seeOther(value) }, {}).multiValueHeaders?.location?.[0];

  it("is one line of ASCII, whatever an address repeats", () => {
    expect(headerOf("/work\r\nset-cookie: x=y\u0000\u007f")).toBe("/work%0D%0Aset-cookie: x=y%00%7F");
    expect(headerOf("/é\u{1F600}\uD800")).toBe("/%C3%A9%F0%9F%98%80%EF%BF%BD");
  });

  it("names a file by letters, figures, dots and dashes", () => {
    const { headers } = download('a"; filename=evil.exe\r\nx: y/../é.ics', "text/calendar", "");
    expect(headers["content-disposition"]).toMatch(/^attachment; filename="[\w.-]+"$/);
  });

  it("says nothing of the host that a browser claims to have asked", () => {
    const event = {
      httpMethod: "GET",
      path: "/work",
      multiValueHeaders: {
        Host: ["evil.example"],
        "X-Forwarded-Host": ["evil.example"],
        Forwarded: ["host=evil.example"],
        "X-Http-Method-Override": ["POST"],
      },
    };
    expect(JSON.stringify(readRequest(event))).not.toContain("evil");
    expect(readRequest(event)).toMatchObject({ method: "GET" });
  });
});

describe("a file", () => {
  const names = ['=HYPERLINK("https://evil.example")', "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1"];

  it.each(names)("for a spreadsheet has %j as a name, not as a formula", (surname) => {
    const item = aListed({ child: { surname } });
    const csv = workListCsv(workItems([item], 0), 0);
    expect(csv).toContain(`'${surname.replaceAll('"', '""')}`);
  });

  it("for a calendar has no line that a reference brought", () => {
    const entry = { from: 0, to: 1, uid: "u", title: "MP/26\r\nATTENDEE:x\rBEGIN:VALARM\nX;Y,Z" };
    const lines = calendarFile([entry], 0).split(/\r\n|\r|\n/);
    expect(lines.filter((line) => /^(?:ATTENDEE|BEGIN:VALARM|X)/.test(line))).toEqual([]);
    expect(lines).toHaveLength(13);
  });
});

describe("a flood", () => {
  it("of fields is answered with those the form has", async () => {
    const { as, episodeId } = await aDeskWithEllie();
    const coordinator = await as("coordinator");
    const fields = Array.from({ length: 40_000 }, (_, i): [string, string] => [`f${i}`, ""]);
    const form: [string, string][] = [
      ["way", "give"],
      ["worker", "other@leicestershire.example"],
      ["step", "confirm"],
      ["episode", episodeId],
    ];
    const { status, body } = await coordinator.postAll("/work/allocate", [...form, ...fields]);
    expect(status).toBe(200);
    expect(body).toContain("Check before you allocate");
    expect(body.length).toBeLessThan(20_000);
  });

  it("of ticks is answered for two hundred of them", async () => {
    const { as, console } = await aDeskWithEllie();
    const coordinator = await as("coordinator");
    const { listed } = console.pages.episodes;
    const asked: number[] = [];
    console.pages.episodes.listed = (which) => {
      if (typeof which !== "string") asked.push(which.length);
      return listed(which);
    };
    const ticks = Array.from({ length: 5_000 }, (_, i): [string, string] => ["episode", `ep-${i}`]);
    const { status } = await coordinator.postAll("/work/allocate", ticks);
    expect(status).toBe(200);
    expect(asked).toEqual([200]);
  });

  it("of letters is refused with everything that was typed", async () => {
    const { world, as, path, episodeId } = await aDeskWithEllie();
    const worker = await as("worker");
    const before = await eventsOf(world, episodeId);
    const text = "<x>".repeat(60_000);
    const { status, body } = await worker.act(`${path}/do/note`, { text });
    expect(status).toBe(422);
    expect(body).toContain("&lt;x&gt;".repeat(60_000));
    expect(await eventsOf(world, episodeId)).toEqual(before);
  });
});

describe("a partner's link in a stranger's hands", () => {
  it("adds no more than twenty words of theirs to an episode", async () => {
    const { world, episodeId } = await aDeskWithEllie();
    const link = "l".repeat(43);
    const sentAt = "2026-11-16T07:00:00Z";
    const opens = { episodeId, reference: "MP/26/004417", duty: "report", rule: "LEI-10", sentAt };
    await world.deps.episodes.transact([{ kind: "link", link, opens }]);
    for (let i = 0; i < 25; i += 1) {
      const id = `${String(i).padStart(8, "0")}-0000-0000-0000-000000000000`;
      const said = { link, id, saysWho: `stranger ${i}` };
      expect(await acknowledge(said, world.deps)).toEqual({ outcome: "acknowledged" });
    }
    const said = (await eventsOf(world, episodeId)).filter(({ kind }) => kind === "acknowledgement");
    expect(said).toHaveLength(20);
  });
});
