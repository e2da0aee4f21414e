import { beforeEach, describe, expect, it } from "vitest";
import { gatherReport } from "../../../functions/core/gather-report/gather-report.ts";
import { periodOf } from "../../../functions/domain/returns/period.ts";
import { changedRows } from "../../../functions/domain/returns/row-digests.ts";
import { type SendReportDeps, sendReport } from "../../../functions/send-report/send-report.ts";
import { leicestershire, torbay } from "../../builders/profiles.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { someReturns } from "../../fakes/returns.ts";
import { receive, record } from "../../fakes/steps.ts";
import { aWorld, type World } from "../../fakes/world.ts";

const { timeliness } = leicestershire.reports;
const profile = { ...leicestershire, reports: timeliness ? { timeliness } : {} };
const MONDAY = "2026-11-16T09:00:00Z";
const week = { report: "timeliness", period: "2026-W46" } as const;

let world: World;
let deps: SendReportDeps;

const lettersIn = ({ post }: World) =>
  post.sent.flatMap(({ letter }) => (letter.rules.includes("LEI-15") ? [letter] : []));

/** Sunday evening, with one episode: the week's timeliness goes on Monday at nine. */
beforeEach(async () => {
  world = aWorld({ profile, at: "2026-11-15T20:00:00Z" });
  deps = { ...world.deps, ...someReturns(world) };
  await receive(world, "mail-1");
  await receive(world, "mail-2", aReading({ compacts: [aFound()] }));
});

describe("a report", () => {
  it("goes when London's clocks say so, to whom the profile says, with the figures and a file, and once", async () => {
    world.clock.to("2026-11-16T08:59:59Z");
    expect(await sendReport(deps)).toEqual({ sent: 0 });
    world.clock.to(MONDAY);
    expect(await sendReport(deps)).toEqual({ sent: 1 });
    expect(await sendReport(deps)).toEqual({ sent: 0 });
    world.clock.to("2026-11-16T10:00:00Z");
    expect(await sendReport(deps)).toEqual({ sent: 0 });
    expect(lettersIn(world)).toMatchObject([
      {
        subject: "Return interviews in 72 hours, 2026-W46 (LEI-15, clause 14.2)",
        to: ["senior-management-team@leicestershire.example"],
        attachments: [{ filename: "timeliness-2026-W46.csv" }],
      },
    ]);
  });

  it("names no child", async () => {
    world.clock.to(MONDAY);
    await sendReport(deps);
    const { surname, dateOfBirth } = aMissing().child;
    const letter = JSON.stringify(lettersIn(world));
    expect(letter).toContain("MP/26/004417");
    for (const word of [surname, dateOfBirth]) expect(letter).not.toContain(word);
  });

  it("goes once where two runs meet", async () => {
    world.clock.to(MONDAY);
    await Promise.all([sendReport(deps), sendReport(deps)]);
    expect(lettersIn(world)).toHaveLength(1);
  });

  it("goes again where a run died between SES and the record, and is never lost", async () => {
    world.clock.to(MONDAY);
    const died = { ...deps.reports, keepSent: () => Promise.reject(new Error("died")) };
    await expect(sendReport({ ...deps, reports: died })).rejects.toThrow("died");
    world.clock.advance(2);
    expect(await sendReport(deps)).toEqual({ sent: 1 });
    expect(lettersIn(world)).toHaveLength(2);
  });

  it("that SES refuses is tried again in the next hour", async () => {
    world.clock.to(MONDAY);
    world.post.state.down = true;
    await expect(sendReport(deps)).rejects.toThrow("ServiceUnavailable");
    world.post.state.down = false;
    world.clock.advance(60);
    expect(await sendReport(deps)).toEqual({ sent: 1 });
  });

  it("is kept as sent, and what came since is named by its episode", async () => {
    world.clock.to(MONDAY);
    await sendReport(deps);
    const sent = await deps.reports.sent(week);
    expect(sent).toMatchObject({ at: MONDAY, profileHash: world.deps.profiles.current.hash });
    const differing = async () => {
      const period = periodOf("week", Date.parse("2026-11-15T20:00:00Z"));
      const now = await gatherReport(
        { report: "timeliness", period, profile, cutOff: world.clock.now() },
        deps,
      );
      return changedRows(sent?.rows ?? {}, now.rows).map(({ episodeId, is }) => [
        now.references[episodeId],
        is,
      ]);
    };
    expect(await differing()).toEqual([]);
    await record(world, "interview-held", { method: "face-to-face" });
    const other = aMissing({ reference: "MP/26/004999", missingSince: "2026-11-15T10:00:00+00:00" });
    await receive(world, "mail-3", aReading({ compacts: [other] }));
    expect((await differing()).toSorted()).toEqual([
      ["MP/26/004417", "changed"],
      ["MP/26/004999", "come"],
    ]);
    expect(await deps.reports.sent(week)).toEqual(sent);
  });

  it("TOR-44: goes with the words a person wrote, and says on which figures and what has changed since", async () => {
    const report = torbay.reports["quarterly-report"];
    if (!report) throw new Error("no quarterly report");
    world = aWorld({
      profile: { ...torbay, reports: { "quarterly-report": report } },
      at: "2026-10-13T09:00:00Z",
    });
    deps = { ...world.deps, ...someReturns(world) };
    const period = periodOf("quarter", Date.parse("2026-08-01T00:00:00Z"));
    const key = { report: "quarterly-report", period: period.name } as const;
    const on = await gatherReport(
      { report: key.report, period, profile: world.profile, cutOff: world.clock.now() },
      deps,
    );
    const words = "Fewer children went missing from the harbour.";
    await deps.reports.keepNarrative(key, {
      text: words,
      by: "ssamp",
      at: world.clock.iso(),
      on: on.report,
      rows: { "ep-1": "x" },
    });
    world.clock.to("2026-10-14T08:00:00Z");
    expect(await sendReport(deps)).toEqual({ sent: 1 });
    const text = JSON.stringify(world.post.sent.at(-1)?.letter.paragraphs);
    expect(text).toContain(words);
    expect(text).toContain("1 episodes have changed since");
  });
});

describe("a list of what is to be done", () => {
  it("is no mail where nothing is on it, and is not looked for again", async () => {
    const { anomalies } = leicestershire.reports;
    if (!anomalies) throw new Error("no anomalies");
    const empty = aWorld({
      profile: { ...leicestershire, reports: { anomalies } },
      at: "2026-11-16T08:00:00Z",
    });
    const own = { ...empty.deps, ...someReturns(empty) };
    expect(await sendReport(own)).toEqual({ sent: 0 });
    expect(empty.post.sent).toEqual([]);
    expect(await own.reports.sent({ report: "anomalies", period: "2026-11-15" })).toMatchObject({ to: [] });
  });

  it("LEI-16: names each episode whose limit has passed, once a day", async () => {
    const { anomalies } = leicestershire.reports;
    if (!anomalies) throw new Error("no anomalies");
    const late = aWorld({
      profile: { ...leicestershire, reports: { anomalies } },
      at: "2026-11-15T20:00:00Z",
    });
    await receive(late, "mail-1");
    await receive(late, "mail-2", aReading({ compacts: [aFound()] }));
    late.clock.to("2026-11-20T08:00:00Z");
    const own = { ...late.deps, ...someReturns(late) };
    await sendReport(own);
    const text = JSON.stringify(late.post.sent.at(-1)?.letter);
    expect(text).toContain("Interviews overdue");
    expect(text).toContain("MP/26/004417");
    const count = late.post.sent.length;
    await sendReport(own);
    expect(late.post.sent).toHaveLength(count);
  });
});
