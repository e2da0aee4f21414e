import { describe, expect, it } from "vitest";
import type { EpisodeRow } from "../../../functions/core/ports/stored-episode.ts";
import type { Allocation } from "../../../functions/domain/work-list/listing.ts";
import { aBrowser, aConsole, claimsOf } from "../../fakes/console.ts";

const row = (reference: string, status: EpisodeRow["status"]): EpisodeRow => ({
  episodeId: `anyforce#${reference}`,
  version: 1,
  seq: 1,
  lastHash: "",
  generation: 1,
  running: true,
  profileHash: "",
  force: "anyforce",
  reference,
  status,
  startAt: "2026-11-30T08:00:00Z",
  ladders: {},
  childKeys: [],
});

const opened = async (episodes: readonly EpisodeRow[], claims = claimsOf("coordinator")): Promise<string> => {
  const browser = aBrowser(aConsole({ episodes }));
  await browser.signIn(claims);
  return (await browser.get("/work")).body;
};

describe("the work list", () => {
  it("lists every open episode by its reference, and no closed one", async () => {
    const body = await opened([row("MP/1", "missing"), row("MP/2", "returned"), row("MP/3", "closed")]);
    expect(body).toContain('<a class="govuk-link" href="/episodes/anyforce%23MP%2F1">MP/1</a>');
    expect(body).toContain("MP/2");
    expect(body).not.toContain("MP/3");
  });

  it("shows a worker what is allocated to them or their team, and nothing of the rest", async () => {
    const given = (reference: string, allocation: Allocation | undefined, teams: string[]): EpisodeRow => ({
      ...row(reference, "missing"),
      listing: {
        made: 1,
        child: {},
        teams,
        duties: [],
        changedAt: "2026-11-16T08:00:00Z",
        ...(allocation ? { allocation } : {}),
      },
    });
    const episodes = [
      given("MP/1", { worker: "Worker@anyshire.example" }, []),
      given("MP/2", { worker: "other@anyshire.example" }, ["north"]),
      given("MP/3", { worker: "other@anyshire.example" }, ["south"]),
      given("MP/4", undefined, []),
      row("MP/5", "missing"),
    ];
    const seen = (body: string) => body.match(/MP\/\d(?=<)/g);
    expect(seen(await opened(episodes, claimsOf("worker", { groups: ["team-north"] })))).toEqual([
      "MP/1",
      "MP/2",
    ]);
    expect(seen(await opened(episodes))).toHaveLength(5);
  });

  it("shows a reference as text, whatever a mail wrote", async () => {
    expect(await opened([row("<script>alert(1)</script>", "missing")])).not.toContain("<script>");
  });

  it("says who is signed in, and where the keyboard goes first", async () => {
    const body = await opened([]);
    expect(body).toContain("Signed in as Jo coordinator");
    expect(body.indexOf("govuk-skip-link")).toBeLessThan(body.indexOf("<header"));
    expect(body).toContain("No episode is open.");
  });
});
