import { describe, expect, it } from "vitest";
import { aMissing, aReading } from "../../builders/reading.ts";
import { aDeskWithEllie } from "../../fakes/staff.ts";
import { receive, record } from "../../fakes/steps.ts";

const another = (
  world: Awaited<ReturnType<typeof aDeskWithEllie>>["world"],
  reference: string,
  forenames: string,
) =>
  receive(
    world,
    `mail-${reference}`,
    aReading({
      compacts: [
        aMissing({
          reference,
          child: { forenames, surname: "Quill", dateOfBirth: "2012-05-01" },
          missingSince: "2026-11-16T06:00:00+00:00",
          received: "2026-11-16T07:00:00+00:00",
        }),
      ],
    }),
  );

describe("the work list", () => {
  it("opens on what fell due since the last working day, and who was told", async () => {
    const { as, world } = await aDeskWithEllie();
    world.clock.to("2026-11-18T09:00:00Z");
    const { body } = await (await as("coordinator")).get("/work");
    expect(body).toContain('id="since"');
    const since = body.slice(body.indexOf('id="since"'), body.indexOf('id="very-overdue"'));
    expect(since).toContain("Hold the return interview");
    expect(since).toContain("Wed 18 Nov 2026, 08:00");
    expect(since).toContain("Nobody was told");
  });

  it("shows all four groups, an empty one too, each duty with its clause, one time and a suffix", async () => {
    const { as, path } = await aDeskWithEllie();
    const { body } = await (await as("coordinator")).get("/work");
    for (const title of ["Very overdue", "Overdue", "Due soon", "Not due"])
      expect(body).toContain(`>${title} (`);
    expect(body).toContain(`href="${path}"`);
    expect(body).toMatch(/LEI-04, clause intro/);
    expect(body).toContain("due in 48 hours");
    expect(body).toContain("Ellie Marlowe");
  });

  it("never hides what nobody has behind somebody's own list", async () => {
    const { as, world } = await aDeskWithEllie();
    await another(world, "MP/26/009999", "Una");
    const { body } = await (await as("coordinator")).get("/work?owner=coordinator%40leicestershire.example");
    expect(body).toContain("Una Quill");
    expect(body).not.toContain("Ellie Marlowe");
  });

  it.each([
    ["MP/26/009999", "Una"],
    ["quill", "Una"],
    ["9 March 2011", "Ellie"],
  ])("finds %s by the address's q", async (q, name) => {
    const { as, world } = await aDeskWithEllie();
    await another(world, "MP/26/009999", "Una");
    const { body } = await (await as("coordinator")).get(`/work?q=${encodeURIComponent(q)}`);
    const other = name === "Una" ? "Ellie" : "Una";
    expect(body).toContain(name);
    expect(body).not.toContain(`${other} `);
  });

  it("shows a worker their own episodes and no other's", async () => {
    const { as, world } = await aDeskWithEllie();
    await another(world, "MP/26/009999", "Una");
    const { body } = await (await as("worker")).get("/work");
    expect(body).toContain("Ellie Marlowe");
    expect(body).not.toContain("Una");
  });

  it("gives the list as a file with the same filters, one that no spreadsheet takes for a formula", async () => {
    const { as, world } = await aDeskWithEllie();
    await another(world, "=SUM(A1)", "Una");
    const answer = await (await as("coordinator")).get("/work.csv?q=quill");
    expect(answer.headers["content-disposition"]).toBe('attachment; filename="work-2026-11-16.csv"');
    expect(answer.body).toContain("'=SUM(A1)");
    expect(answer.body).not.toContain("Marlowe");
  });

  it("says who is signed in, and where the keyboard goes first", async () => {
    const { as } = await aDeskWithEllie();
    const { body } = await (await as("coordinator")).get("/work?q=nobody-of-that-name");
    expect(body).toContain("Signed in as Jo coordinator");
    expect(body.indexOf("govuk-skip-link")).toBeLessThan(body.indexOf("<header"));
    expect(body).toContain("No open episode fits this search.");
  });

  it("shows markup in a name, and in a search, as text", async () => {
    const { as, world } = await aDeskWithEllie();
    await another(world, "MP/1", "<script>alert(1)</script>");
    const { body } = await (await as("coordinator")).get("/work?q=%22%3E%3Cscript%3E");
    const all = await (await as("coordinator")).get("/work");
    expect(`${body}${all.body}`).not.toContain("<script>");
    expect(all.body).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  });

  it("pages a long list, fifty at a time, keeping its filters", async () => {
    const { as, world } = await aDeskWithEllie();
    for (let i = 0; i < 60; i += 1) await another(world, `MP/26/1${i}`, `Una${i}`);
    const browser = await as("coordinator");
    const first = (await browser.get("/work?team=ce-team")).body;
    expect(first).toContain('href="/work?team=ce-team&amp;page=2"');
    const second = (await browser.get("/work?team=ce-team&page=2")).body;
    const count = (body: string) => body.split('name="episode"').length - 1;
    expect(count(first)).toBe(50);
    expect(count(second)).toBeGreaterThan(0);
    expect((await browser.get("/work?page=99999999999999999999")).status).toBe(200);
  });

  it("finds a closed episode by search only", async () => {
    const { as, world } = await aDeskWithEllie();
    await record(world, "cancel", { reason: "duplicate" });
    const browser = await as("coordinator");
    expect((await browser.get("/work")).body).not.toContain("Marlowe");
    expect((await browser.get("/work?q=Marlowe")).body).toContain("Closed (1)");
  });
});
