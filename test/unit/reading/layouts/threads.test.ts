import { describe, expect, it } from "vitest";
import { aMail, read } from "../mails.ts";

const report = [
  "MISSING PERSON REPORT",
  "COMPACT Ref: MP/26/004417",
  "Name: ASHDOWN, Ellie May",
  "DOB: 09/03/2011",
  "Missing Since: 14/11/2026 21:30",
  "Risk: Medium",
];
const header = [
  "",
  "From: COMPACT <compact@leicestershire-police.example>",
  "Sent: 14 November 2026 23:05",
  "To: missing@in.leicestershire.example",
  "Subject: Missing Person Report MP/26/004417",
  "",
];
const quoted = (...own: string[]) => [...own, ...header, ...report];
const wrote = (...own: string[]) => [
  ...own,
  "",
  "On Sat, 14 Nov 2026 at 23:05, COMPACT <compact@leicestershire-police.example> wrote:",
  ...report.map((line) => `> ${line}`),
];
const resultOf = async (lines: string[], subject = "RE: Missing Person Report MP/26/004417") =>
  (await read(aMail({ subject, body: lines.join("\r\n") }))).result;

describe("words above a quoted report", () => {
  it.each([
    "FYI, see below.",
    "Let me know if she is found at your end.",
    "Please see the report below and let us know.",
    "Thanks",
  ])("that say nothing of it let it pass: %s", async (own) => {
    for (const form of [quoted, wrote])
      expect(await resultOf(form(own), "FW: Missing Person Report MP/26/004417")).toMatchObject({
        status: "accepted",
        compacts: [{ kind: "missing", risk: "medium" }],
      });
  });

  it.each([
    ["a find", ["Ellie has been found safe and well at 09:50 today."], "kind"],
    ["an error", ["Please disregard the below, this was created in error."], "kind"],
    ["a find as a form", ["FOUND REPORT", "Date/Time Found: 15/11/2026 09:50"], "foundAt"],
    ["a find after a request", ["Please note Ellie has been found."], "kind"],
    ["a return in other words", ["She has made her own way home."], "kind"],
    ["a correction", ["The DOB below is wrong."], "kind"],
    ["a raised risk", ["Current Risk: High"], "risk"],
    ["a raised risk in words", ["The risk has now gone up to high."], "risk"],
    ["another report", ["Our Ref: MP/26/009999"], "reference"],
  ])("%s is never passed over", async (_what, own, field) => {
    for (const form of [quoted, wrote]) {
      const result = await resultOf(form(...own));
      expect(result.status).toBe("quarantined");
      expect(result.reasons).toContain(`conflicting-values:${field}`);
    }
  });

  it("nor is the subject they are sent under", async () => {
    const result = await resultOf(quoted("Thanks"), "Found Report MP/26/004417");
    expect(result).toMatchObject({ status: "quarantined", reasons: ["conflicting-values:kind"] });
  });

  it("a report that others had talked of before is no report, unless somebody passes it on", async () => {
    const talk = [
      "Thanks, that helps.",
      "",
      ...header.map((line) => line.replace("14 November 2026 23:05", "15 November 2026 09:00")),
      "Her key worker says she had been at the cinema.",
      ...header,
      ...report,
    ];
    expect((await resultOf(talk)).reasons).toEqual(["not-a-report"]);
    expect(await resultOf(talk, "FW: Missing Person Report MP/26/004417")).toMatchObject({
      status: "accepted",
      compacts: [{ kind: "missing" }],
    });
  });

  it("a report written below a quoted one is the newer one", async () => {
    const found = report.map((line) => line.replace("MISSING PERSON REPORT", "FOUND REPORT"));
    const own = [...found.slice(0, 4), "Date/Time Found: 15/11/2026 09:50"];
    const result = await resultOf([...wrote("Hello,"), "", ...own], "COMPACT MP/26/004417");
    expect(result.compacts).toMatchObject([{ kind: "found" }]);
  });

  it("nor is a note above a form with nothing between the two", async () => {
    const result = await resultOf(["Hi all, Ellie has returned.", "", ...report]);
    expect(result.reasons).toContain("conflicting-values:kind");
  });

  it("nor are words below the quoted part", async () => {
    const result = await resultOf([...wrote("Hello,"), "", "She has been located and is safe."]);
    expect(result.reasons).toContain("conflicting-values:kind");
  });
});

describe("several mails quoted below one another", () => {
  it("of two children, neither with a reference, are two reports", async () => {
    const bare = [...header, ...report]
      .filter((line) => !line.startsWith("COMPACT Ref"))
      .map((line) => line.replace(" MP/26/004417", ""));
    const other = bare.map((line) => line.replace("Ellie May", "Tom"));
    const result = await resultOf(["FYI", ...bare, ...other], "FW: two reports");
    expect(result.compacts).toMatchObject([
      { child: { forenames: "Ellie May" } },
      { child: { forenames: "Tom" } },
    ]);
  });

  it("of two children are two reports; of one child the newest counts", async () => {
    const other = [...header, ...report].map((line) =>
      line.replace("4417", "4418").replace("Ellie May", "Tom"),
    );
    expect((await resultOf([...quoted("FYI"), ...other])).compacts).toMatchObject([
      { reference: "MP/26/004417" },
      { reference: "MP/26/004418" },
    ]);
    expect((await resultOf([...quoted("FYI"), ...header, ...report])).compacts).toHaveLength(1);
  });
});

describe("an answer to a report that it quotes is none", () => {
  const foundReport = [
    "FOUND REPORT",
    ...report.slice(1, 4),
    "Date/Time Found: 15/11/2026 09:50",
    "Found At: Bus station, Derby",
  ];
  const kinds = [
    { title: "Missing Person Report", form: report },
    { title: "Found Report", form: foundReport },
  ];
  const said = [
    "Thanks Dawn, that's really helpful. Speak soon.",
    "Thanks. Is he still with his aunt?",
    "Received.",
    "Many thanks\r\n\r\nJoel",
    "Who is the social worker?",
    "Could you ring me when you get a minute?",
    "We are updating our records.",
  ];
  const headers = (title: string) => [...header.slice(0, 4), `Subject: ${title} MP/26/004417`, ""];
  const arrow = (lines: string[]) => lines.map((line) => `> ${line}`);
  const ways: Record<string, (own: string, title: string, form: string[]) => string[]> = {
    "Outlook's headers": (own, title, form) => [own, ...headers(title), ...form],
    "quoted headers": (own, title, form) => [own, "", ...arrow([...headers(title).slice(1), ...form])],
    "quoted only": (own, _, form) => [own, "", ...arrow(form)],
    wrote: (own, _, form) => [own, "", "On 14 Nov 2026 at 23:05, COMPACT wrote:", ...arrow(form)],
    "an answer between": (own, title, form) => [
      own,
      ...["", "From: Dawn Petty", "Sent: 15 November 2026 09:04", "To: COMPACT", "Subject: RE: it", ""],
      "Hi Joel, thank you.",
      ...headers(title),
      ...form,
    ],
  };

  it.each(Object.entries(ways))("%s", async (_, way) => {
    for (const { title, form } of kinds)
      for (const own of said) {
        const { status, reasons } = await resultOf(way(own, title, form), `RE: ${title} MP/26/004417`);
        expect({ status, reasons }, `${own} ${title}`).toEqual({
          status: "quarantined",
          reasons: ["not-a-report"],
        });
      }
  });

  it("nor does one under the old subject end a search", async () => {
    for (const way of Object.values(ways))
      expect(
        await resultOf(way("Thanks.", "Found Report", foundReport), "Found Report MP/26/004417"),
      ).toMatchObject({
        status: "quarantined",
      });
  });

  it.each(["", "FYI", "Please see below.", "Forwarded for your attention"])(
    "but a report passed on is one, whatever kind: %s",
    async (own) => {
      for (const { title, form } of kinds)
        for (const subject of [`FW: ${title}`, `Fwd: RE: ${title}`, `[EXTERNAL] FW: ${title}`])
          expect(await resultOf([own, ...headers(title), ...form], subject)).toMatchObject({
            status: "accepted",
          });
    },
  );

  it("and a missing report is not kept waiting where the words above an answer point to it", async () => {
    for (const way of Object.values(ways))
      expect(await resultOf(way("Please see below.", "Missing Person Report", report))).toMatchObject({
        status: "accepted",
      });
  });
});
