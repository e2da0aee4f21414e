import { describe, expect, it } from "vitest";
import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { leicestershire, rutland } from "../../builders/profiles.ts";
import { dutyAt, inShort, mailsUntil, refusedBy, storiesUnder } from "../../builders/timetable.ts";

const story = storiesUnder(rutland);
const FORCE = { force: "leicestershire-police" };
const KNOWN = "2026-11-14T23:00:00Z";
const DUTY = "childrens-duty@rutland.example";
const MANAGER = "team-manager@rutland.example";
const ANNA = "anna@rutland.example";
const BEN = "ben@rutland.example";
const LATER = "2026-12-24T00:00:00Z";
const missing = missingCompact({ ...FORCE, circumstances: "Left by the window." });
const found = foundCompact(FORCE);
const allocated = (at: string, data: Record<string, unknown> = {}) =>
  anAction("allocate", at, { worker: ANNA, ...data });
const linesOf = (mails: ReturnType<typeof mailsUntil>, duty: string) =>
  mails
    .filter((mail) => mail.duty === duty)
    .map(({ letter }) => letter.paragraphs.flatMap(({ heading, lines }) => [heading ?? "", ...lines]));

describe("nobody is allocated", () => {
  it("ALL-18: the office is told after four hours, the next role after eight, and then it stands on the list", () => {
    const mails = (...events: Parameters<typeof story>[0]) =>
      inShort(mailsUntil(story([missing, ...events]), LATER), "ALL-18");
    const told = `2026-11-15T03:00:00Z told -> ${DUTY}`;
    expect(mails()).toEqual([told, `2026-11-15T07:00:00Z next -> ${MANAGER}`]);
    expect(mails(found)).toEqual(mails());
    expect(mails(allocated("2026-11-15T03:00:00Z"))).toEqual([]);
    expect(mails(allocated("2026-11-15T03:00:01Z"))).toEqual([told]);
    expect(mails(allocated("2026-11-15T06:59:59Z"))).toEqual([told]);
    expect(dutyAt(story([missing]), "unallocated", LATER)?.state).toBe("open");
  });

  it("ALL-18: it ends with the allocation, or with why none was needed", () => {
    const state = (...events: Parameters<typeof story>[0]) =>
      dutyAt(story([missing, ...events]), "unallocated", LATER)?.state;
    expect(state(allocated("2026-11-16T09:00:00Z"))).toBe("done");
    expect(
      state(
        anAction("duty-done", "2026-11-16T09:00:00Z", {
          duty: "unallocated",
          outcome: "none",
          reason: "moved",
        }),
      ),
    ).toBe("not-required");
  });
});

describe("a new owner", () => {
  it("ALL-17: is told at once, with the compact and everything that is theirs, also what others were told of before", () => {
    const mails = mailsUntil(story([missing, found, allocated("2026-11-16T09:00:00Z")]), LATER);
    expect(inShort(mails, "new-owner")).toEqual([`2026-11-16T09:00:00Z told -> ${ANNA}`]);
    const [lines = []] = linesOf(mails, "new-owner");
    expect(lines).toContain("Circumstances: Left by the window.");
    const own = lines.slice(lines.indexOf("Everything of this episode that is yours now"));
    expect(own.join("\n")).toMatch(
      /Hold the .*interview.*\(RUT-\d\d, clause .*\): due Wed 18 Nov 2026, 08:00/,
    );
    expect(own.join("\n")).toContain("Log the incident (RUT-01");
  });

  it("ALL-17: each new owner anew, and whoever had it before no more", () => {
    const again = allocated("2026-11-17T09:00:00Z", { worker: BEN });
    const mails = mailsUntil(story([missing, found, allocated("2026-11-16T09:00:00Z"), again]), LATER);
    expect(inShort(mails, "new-owner")).toEqual([
      `2026-11-16T09:00:00Z told -> ${ANNA}`,
      `2026-11-17T09:00:00Z told~2 -> ${BEN}`,
    ]);
    const after = mails.filter(({ at }) => at >= "2026-11-17T09:00:00Z");
    expect(after.flatMap(({ letter }) => letter.to)).not.toContain(ANNA);
  });

  it("ALL-17: Leicestershire's own mail to the worker says it (LEI-02)", () => {
    const worker = "s.okoro@leicestershire.example";
    const events = [
      missingCompact(),
      foundCompact(),
      anAction("allocate", "2026-11-16T09:00:00Z", { worker }),
    ];
    const mails = mailsUntil(storiesUnder(leicestershire)(events), LATER);
    expect(inShort(mails, "new-owner")).toEqual([]);
    const [lines = []] = linesOf(mails, "allocation-notice");
    expect(lines).toContain("Everything of this episode that is yours now");
  });
});

describe("somebody is away", () => {
  const away = { worker: BEN, deputyFor: ANNA, from: "2026-11-18", until: "2026-11-20" };
  const events = [missing, allocated("2026-11-16T09:00:00Z"), allocated("2026-11-16T10:00:00Z", away)];
  const ownerAt = (at: string) => {
    const duty = dutyAt(story(events), "incident-logged", at);
    return duty && mailsUntil(story([...events, foundCompact({ ...FORCE, returnedAt: at })]), LATER);
  };

  it("ALL-17: the deputy has what is theirs from the first day to the last, and is told at its start", () => {
    const mails = mailsUntil(story(events), LATER);
    expect(inShort(mails, "new-owner")).toEqual([
      `2026-11-16T09:00:00Z told -> ${ANNA}`,
      `2026-11-18T00:00:00Z told~2 -> ${BEN}`,
    ]);
    expect(inShort(mails, "given-back")).toEqual([`2026-11-21T00:00:00Z told -> ${ANNA}`]);
    const [lines = []] = linesOf(mails, "given-back");
    expect(lines.join()).toContain("Log the incident");
  });

  it.each([
    ["2026-11-17T23:59:59Z", ANNA],
    ["2026-11-18T00:00:00Z", BEN],
    ["2026-11-20T23:59:59Z", BEN],
    ["2026-11-21T00:00:00Z", ANNA],
  ])("ALL-17: at %s what falls due goes to %s", (at, whom) => {
    const returned = foundCompact({ ...FORCE, returnedAt: at, received: at });
    const mail = mailsUntil(story([...events, returned]), at).find(
      ({ at: sent, letter }) => sent === at && letter.to.some((to) => to === ANNA || to === BEN),
    );
    expect(mail?.letter.to).toContain(whom);
    expect(mail?.letter.to).not.toContain(whom === ANNA ? BEN : ANNA);
    expect(ownerAt(at)).toBeDefined();
  });

  it("ALL-17: in summer London's midnight is an hour before", () => {
    const summer = [
      missingCompact({ ...FORCE, missingSince: "2026-03-27T20:00:00Z" }),
      allocated("2026-03-28T09:00:00Z"),
      allocated("2026-03-28T10:00:00Z", {
        worker: BEN,
        deputyFor: ANNA,
        from: "2026-03-29",
        until: "2026-03-29",
      }),
    ];
    const mails = mailsUntil(story(summer), LATER);
    expect(inShort(mails, "new-owner").at(-1)).toBe(`2026-03-29T00:00:00Z told~2 -> ${BEN}`);
    expect(inShort(mails, "given-back")).toEqual([`2026-03-29T23:00:00Z told -> ${ANNA}`]);
  });

  it("ALL-17: whoever is allocated meanwhile keeps it", () => {
    const cleo = allocated("2026-11-19T09:00:00Z", { worker: "cleo@rutland.example" });
    expect(inShort(mailsUntil(story([...events, cleo]), LATER), "given-back")).toEqual([]);
  });
});

describe("an open earlier episode of the same child", () => {
  const carried = {
    ...anAction("worker-carried", KNOWN, { worker: ANNA, of: "the-earlier-one" }, "Safe Return"),
    id: "carried:ep-1",
  };

  it("ALL-17: its worker is told of the new one at once, with the compact; nobody is told that there is none", () => {
    const mails = mailsUntil(story([missing, carried]), LATER);
    expect(inShort(mails, "worker-goes-on")).toEqual([`${KNOWN} told -> ${ANNA}`]);
    expect(linesOf(mails, "worker-goes-on")[0]).toContain("Circumstances: Left by the window.");
    expect(inShort(mails, "ALL-18")).toEqual([]);
  });

  it("ALL-17: the office is asked to allocate all the same, and nobody records a carrying by hand", () => {
    const lei = storiesUnder(leicestershire);
    const mails = mailsUntil(lei([missingCompact(), carried]), KNOWN);
    expect(inShort(mails, "LEI-01")).toEqual([`${KNOWN} told -> ce-team@leicestershire.example`]);
    expect(refusedBy(lei([missingCompact()]), carried)).toEqual(["ALL-17 (every protocol)"]);
  });
});
