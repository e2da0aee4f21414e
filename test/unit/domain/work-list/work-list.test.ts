import { describe, expect, it } from "vitest";
import { toInstant, toIso } from "../../../../functions/domain/calendar/instant.ts";
import { workListCsv } from "../../../../functions/domain/work-list/csv.ts";
import { type Filters, filtered, filtersSchema } from "../../../../functions/domain/work-list/filters.ts";
import { grouped } from "../../../../functions/domain/work-list/groups.ts";
import { type ListedEpisode, workItems } from "../../../../functions/domain/work-list/item.ts";
import { loads } from "../../../../functions/domain/work-list/loads.ts";
import { fellDueSince, lastClose } from "../../../../functions/domain/work-list/since-close.ts";
import { suffix } from "../../../../functions/domain/work-list/suffix.ts";
import { aListed, anOpenDuty } from "../../../builders/listed.ts";

/** A Wednesday morning. */
const now = toInstant("2026-11-18T08:00:00Z");
const due = (dueAt: string, rest: Partial<Parameters<typeof anOpenDuty>[0]> = {}) =>
  anOpenDuty({ dueAt, ...rest });
const withDuty = (dueAt: string) => aListed({ duties: [due(dueAt)] });
const namesIn = (episodes: readonly ListedEpisode[], at = now) =>
  grouped(workItems(episodes, at), at).flatMap(({ name, items }) => items.map(() => name));

describe("the groups of the work list", () => {
  it.each([
    ["2026-11-17T07:59:00Z", "very-overdue"],
    ["2026-11-17T08:00:00Z", "very-overdue"],
    ["2026-11-17T08:01:00Z", "overdue"],
    ["2026-11-18T08:00:00Z", "overdue"],
    ["2026-11-18T08:01:00Z", "due-soon"],
    ["2026-11-19T17:00:00Z", "due-soon"],
    ["2026-11-19T17:01:00Z", "not-due"],
  ])("a duty due at %s is %s on Wednesday at eight", (dueAt, group) => {
    expect(namesIn([withDuty(dueAt)])).toEqual([group]);
  });

  it("on a Friday what is due on Monday is due soon", () => {
    expect(namesIn([withDuty("2026-11-23T17:00:00Z")], toInstant("2026-11-20T08:00:00Z"))).toEqual([
      "due-soon",
    ]);
  });

  it("are all there, in their order, each with the soonest first and what has no limit last", () => {
    const open = aListed({
      duties: [anOpenDuty(), due("2026-12-18T08:00:00Z"), due("2026-12-01T08:00:00Z")],
    });
    const groups = grouped(workItems([open], now), now);
    expect(groups.map(({ title }) => title)).toEqual(["Very overdue", "Overdue", "Due soon", "Not due"]);
    expect(groups.at(-1)?.items.map(({ dueAt }) => dueAt && toIso(dueAt))).toEqual([
      "2026-12-01T08:00:00Z",
      "2026-12-18T08:00:00Z",
      undefined,
    ]);
  });

  it("keep an open episode in sight that has no duty, and one that nobody could read", () => {
    expect(namesIn([aListed({ duties: [] })])).toEqual(["not-due"]);
    expect(namesIn([aListed({ duties: [] }, { status: "closed" })])).toEqual([]);
    expect(namesIn([aListed({ duties: [] }, { status: "closed", unread: true })])).toEqual(["not-due"]);
  });

  it("leave out a mail that goes by itself until it is late", () => {
    const notice = aListed({ duties: [due("2026-11-18T09:00:00Z", { notice: true })] }, { status: "closed" });
    expect(namesIn([notice])).toEqual([]);
    expect(namesIn([notice], now + 2 * 3_600_000)).toEqual(["overdue"]);
  });
});

describe("how far off a limit is", () => {
  const said = (dueAt: string, inHours = false, at = now) =>
    suffix({ dueAt: toInstant(dueAt), duty: due(dueAt, inHours ? { inHours: true } : {}) }, at);

  it.each([
    ["2026-11-16T17:00:00Z", "2 days overdue"],
    ["2026-11-17T23:59:00Z", "1 day overdue"],
    ["2026-11-18T00:00:00Z", "overdue since today"],
    ["2026-11-18T17:00:00Z", "due today"],
    ["2026-11-19T01:00:00Z", "due tomorrow"],
    ["2026-11-25T17:00:00Z", "due in 7 days"],
  ])("%s is said in days: %s", (dueAt, words) => {
    expect(said(dueAt)).toBe(words);
  });

  it.each([
    ["2026-11-18T07:20:00Z", "40 minutes overdue"],
    ["2026-11-18T06:59:00Z", "1 hour overdue"],
    ["2026-11-16T08:00:00Z", "48 hours overdue"],
    ["2026-11-15T08:00:00Z", "3 days overdue"],
    ["2026-11-18T08:01:00Z", "due in 1 minute"],
    ["2026-11-20T09:30:00Z", "due in 49 hours"],
    ["2026-11-21T08:00:00Z", "due in 3 days"],
  ])("%s of a clock of hours is said in hours up to 72: %s", (dueAt, words) => {
    expect(said(dueAt, true)).toBe(words);
  });

  it("counts days by the date in London, also over a change of the clocks", () => {
    const at = toInstant("2026-10-24T22:30:00Z");
    expect(said("2026-10-24T23:30:00Z", false, at)).toBe("due tomorrow");
    expect(said("2026-10-26T00:30:00Z", false, at)).toBe("due in 2 days");
  });

  it("says so where there is none", () => {
    expect(suffix({ duty: anOpenDuty() }, now)).toBe("no limit");
    expect(suffix({}, now)).toBe("nothing open");
  });
});

describe("what fell due since the last working day ended", () => {
  it.each([
    ["Monday at eight", "2026-11-23T08:00:00Z", "2026-11-20T17:00:00Z"],
    ["Monday at six in the evening", "2026-11-23T18:00:00Z", "2026-11-23T17:00:00Z"],
    ["Sunday", "2026-11-22T12:00:00Z", "2026-11-20T17:00:00Z"],
    ["the day after Boxing Day's substitute", "2026-12-29T08:00:00Z", "2026-12-24T17:00:00Z"],
    ["a summer morning", "2026-07-07T08:00:00Z", "2026-07-06T16:00:00Z"],
  ])("on %s", (_day, at, close) => {
    expect(toIso(lastClose(toInstant(at)))).toBe(close);
  });

  it("is said with who was told since, and with nobody where nobody was", () => {
    const monday = toInstant("2026-11-23T08:00:00Z");
    const told = [
      { at: "2026-11-20T10:00:00Z", to: ["Before"] },
      { at: "2026-11-21T21:30:00Z", to: ["Service Manager"] },
    ];
    const episodes = [
      aListed({ duties: [due("2026-11-21T21:30:00Z", { told })] }),
      aListed({ duties: [due("2026-11-20T17:00:00Z"), due("2026-11-23T07:00:00Z")] }),
      aListed({ duties: [due("2026-11-23T08:00:01Z"), anOpenDuty()] }),
    ];
    const fell = fellDueSince(workItems(episodes, monday), lastClose(monday), monday);
    expect(fell.map(({ dueAt, told }) => [toIso(dueAt), told])).toEqual([
      ["2026-11-21T21:30:00Z", [told[1]]],
      ["2026-11-23T07:00:00Z", []],
    ]);
  });
});

describe("the filters of the work list", () => {
  const mine = aListed({}, { reference: "MP/26/000001" });
  const theirs = aListed(
    { allocation: { worker: "a.other@leicestershire.example" }, teams: ["first-response"] },
    { reference: "MP/26/000002" },
  );
  const { allocation: _, ...rest } = aListed().listing;
  const nobodys = { ...aListed({}, { reference: "MP/26/000003" }), listing: { ...rest, teams: [] } };
  const away = aListed(
    { allocation: { worker: "x@leicestershire.example", absent: true }, teams: [] },
    { reference: "MP/26/000004" },
  );
  const found = (filters: Filters): string[] =>
    filtered(workItems([mine, theirs, nobodys, away], now), filters, now).map(({ episode }) =>
      episode.reference.slice(-1),
    );

  it("show a person's own work and what nobody has, also where the worker is away", () => {
    expect(found({ owner: "S.Okoro@leicestershire.example" })).toEqual(["1", "3", "4"]);
  });

  it("show what waits at a mailbox of theirs", () => {
    expect(found({ owner: "ce-team@leicestershire.example" })).toEqual(["1", "2", "3", "4"]);
  });

  it("show a team's work and what nobody has", () => {
    expect(found({ team: "first-response" })).toEqual(["2", "3", "4"]);
  });

  it("show one group", () => {
    expect(found({ group: "not-due" })).toEqual(["1", "2", "3", "4"]);
    expect(found({ group: "overdue" })).toEqual([]);
  });

  it.each([
    ["MP/26/004417"],
    ["4417"],
    ["mp 26 004417"],
    ["ellie"],
    ["MARLOWE"],
    ["marl ell"],
    ["Zoe"],
    ["2011-03-09"],
    ["9/3/2011"],
    ["09.03.11"],
    ["9 March 2011"],
    ["9 mar 2011"],
    [""],
  ])("find by %s", (q) => {
    const child = { forenames: "Ellie", surname: "Marlowe", knownAs: "Zoë", dateOfBirth: "2011-03-09" };
    expect(filtered(workItems([aListed({ child })], now), { q }, now)).toHaveLength(1);
  });

  it.each([["3 September 2011"], ["2011-09-03"], ["9/13/2011"], ["lowe"], ["ellie smith"], ["004418"]])(
    "do not find by %s",
    (q) => {
      expect(filtered(workItems([aListed()], now), { q }, now)).toEqual([]);
    },
  );

  it("take an address as somebody mistyped it for no filter", () => {
    expect(filtersSchema.parse({ group: "x", owner: " ", q: ["a"] })).toEqual({
      group: undefined,
      owner: undefined,
      q: undefined,
    });
  });
});

describe("each worker's load", () => {
  it("counts episodes and duties by group, what nobody has first", () => {
    const { allocation: _, ...rest } = aListed().listing;
    const episodes = [
      aListed({ duties: [due("2026-11-01T08:00:00Z"), due("2026-11-18T07:00:00Z"), anOpenDuty()] }),
      aListed(),
      { ...aListed(), listing: rest },
    ];
    expect(loads(workItems(episodes, now), now)).toEqual([
      { episodes: 1, duties: { "very-overdue": 0, overdue: 0, "due-soon": 0, "not-due": 1 } },
      {
        worker: "s.okoro@leicestershire.example",
        episodes: 2,
        duties: { "very-overdue": 1, overdue: 1, "due-soon": 0, "not-due": 2 },
      },
    ]);
  });
});

describe("the list for a spreadsheet", () => {
  it("has a line for each, and no cell that a spreadsheet would run", () => {
    const child = { forenames: '=HYPERLINK("x")', surname: 'O"Shea, @home' };
    const episodes = [aListed({ child, duties: [due("2026-11-16T17:00:00Z", { title: "+1" })] })];
    const lines = workListCsv(workItems(episodes, now), now).split("\r\n");
    expect(lines[0]).toBe(
      "\uFEFFReference,Child,Date of birth,Status,Duty,Rule,Clause,Due,How far off,Group,Owner,Worker,Last told",
    );
    expect(lines[1]).toBe(
      `MP/26/004417,"'=HYPERLINK(""x"") O""Shea, @home",,returned,'+1,LEI-08,7,"Mon 16 Nov 2026, 17:00",2 days overdue,Very overdue,CE team,s.okoro@leicestershire.example,`,
    );
    expect(lines).toHaveLength(3);
  });

  it("knows a formula behind a tab or a line end too", () => {
    const cells = ["\t=1", "\r=1", "-1", "@x"].map((title) => aListed({ duties: [anOpenDuty({ title })] }));
    const text = workListCsv(workItems(cells, now), now);
    for (const cell of ["'\t=1", "'\r=1", "'-1", "'@x"]) expect(text).toContain(cell);
  });
});
