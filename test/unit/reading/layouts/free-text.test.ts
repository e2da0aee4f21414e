import { describe, expect, it } from "vitest";
import { aMail, complete, lines, multipart, read, theCompact } from "../mails.ts";

const report = (more: string): Buffer => aMail({ body: lines(complete) + more });
const html = (body: string): Buffer => aMail({ type: "text/html; charset=utf-8", body });
const rows = Object.entries(complete)
  .map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`)
  .join("");

describe("free text", () => {
  it("wrapped lines stay together, indented or not", async () => {
    const compact = await theCompact(
      report(
        "Circumstances: Left after an argument\r\nabout her phone. She said: leave me alone\r\n  and took a rucksack.\r\nOIC: PC 4471 Rowan\r\n",
      ),
    );
    expect(compact?.circumstances).toBe(
      "Left after an argument about her phone. She said: leave me alone and took a rucksack.",
    );
    expect(compact?.officer?.name).toBe("PC Rowan");
  });

  it("paragraphs stay together where the form goes on after them", async () => {
    const compact = await theCompact(
      report("Circumstances: First paragraph.\r\n\r\nSecond paragraph.\r\n\r\nRisk: High\r\n"),
    );
    expect(compact).toMatchObject({ circumstances: "First paragraph. Second paragraph.", risk: "high" });
  });

  it("disclaimers, signatures and banners stay out", async () => {
    const closing =
      "\r\n\r\nKind regards\r\nPC Rowan\r\nStation: Mansfield House\r\nPhone: 07700 900456\r\n\r\nThis e-mail and any attachment is intended for the addressee only.\r\nIf you have received this in error: delete it.\r\n";
    const { result } = await read(
      aMail({
        body: `[EXTERNAL]\r\nCAUTION: this external mail may be dangerous\r\nOFFICIAL-SENSITIVE\r\n\r\n${lines(complete)}Circumstances: Left by window.${closing}`,
      }),
    );
    expect(result.compacts[0]).toMatchObject({ circumstances: "Left by window." });
    expect(result.compacts[0]?.child.phone).toBeUndefined();
    expect(result.compacts[0]?.officer).toBeUndefined();
    expect(result.unrecognised).toBeUndefined();
  });

  it("a signature is no heading, unless the form goes on below it", async () => {
    const signed = `${lines(complete).split("\r\n").slice(2).join("\r\n")}\r\nKind regards\r\nTraced Persons Unit\r\n`;
    const bare = await read(aMail({ subject: "COMPACT", body: signed }));
    expect(bare.result.reasons).toEqual(["unknown-kind"]);
    const above = `See below.\r\n\r\nThanks\r\nA Duty Officer\r\n\r\n${lines(complete)}`;
    expect(await theCompact(aMail({ subject: "COMPACT", body: above }))).toMatchObject({ kind: "missing" });
  });

  it("a label nobody knows is kept and shown", async () => {
    expect((await read(report("Rationale: phone off since 0200\r\n"))).result.unrecognised).toEqual([
      { label: "Rationale", value: "phone off since 0200" },
    ]);
  });
});

describe("the views of one mail", () => {
  const plain = { type: "text/plain; charset=utf-8", body: lines(complete) };
  const table = (body: string) => ({
    type: "text/html; charset=utf-8",
    body: `<h2>Missing Person Report</h2><table>${body}</table>`,
  });

  it.each([
    ["reference", "MP/26/004417", "MP/26/009999"],
    ["surname", "ASHDOWN", "ROWAN"],
    ["dateOfBirth", "09/03/2011", "09/04/2011"],
    ["missingSince", "14/11/2026 21:30", "14/11/2026 20:30"],
  ])("%s must agree", async (field, value, other) => {
    const { result } = await read(multipart("alternative", [plain, table(rows.replace(value, other))]));
    expect(result.status).toBe("quarantined");
    expect(result.reasons).toContain(`views-disagree:${field}`);
  });

  it("a find in plain text over a missing report in HTML quarantines", async () => {
    const found = { ...plain, body: plain.body.replace("MISSING PERSON", "FOUND") };
    expect(
      (await read(multipart("alternative", [found, table(rows)], { subject: "COMPACT" }))).result.reasons,
    ).toContain("views-disagree:kind");
  });

  it("what only one says is taken from it", async () => {
    const { result } = await read(
      multipart("alternative", [
        { ...plain, body: `${plain.body}Risk: High\r\n` },
        table(`${rows}<tr><td>School</td><td>Fosse Park</td></tr>`),
      ]),
    );
    expect(result).toMatchObject({
      status: "accepted",
      compacts: [
        {
          risk: "high",
          child: { school: "Fosse Park" },
          provenance: { risk: { source: "text" }, school: { source: "html" } },
        },
      ],
    });
  });

  it.each(["display:none", "font-size:0", "visibility: hidden"])(
    "text hidden by %s is not read, and is reported",
    async (style) => {
      const { result } = await read(
        html(
          `<h2>Missing Person Report</h2><div style="${style}">Found Report<br>Date/Time Found: 15/11/2026 09:50</div><table>${rows}</table>`,
        ),
      );
      expect(result).toMatchObject({
        status: "accepted",
        compacts: [{ kind: "missing" }],
        unrecognised: [{ label: "hidden text" }],
      });
    },
  );

  it("a style sheet hides too", async () => {
    const { result } = await read(
      html(
        `<style>.x{display:none}</style><h2>Missing Person Report</h2><p class="x">Risk: Low</p><table>${rows}</table>`,
      ),
    );
    expect(result.compacts[0]?.risk).toBeUndefined();
  });
});

describe("several children in one mail", () => {
  const child = (reference: string, surname: string, forename: string, born: string): string =>
    `COMPACT Ref: ${reference}\r\nSurname: ${surname}\r\nForename: ${forename}\r\nDOB: ${born}\r\nMissing Since: 14/11/2026 21:30\r\n\r\n`;

  it("each is a compact, and what stands above them is true of both", async () => {
    const { result } = await read(
      aMail({
        body: `MISSING PERSON REPORT\r\nIncident No: LP-1932\r\n\r\n${child("MP/26/1001", "ASHDOWN", "Ellie", "09/03/2011")}${child("MP/26/1002", "ASHDOWN", "Tom", "01/02/2013")}`,
      }),
    );
    expect(result).toMatchObject({
      status: "accepted",
      compacts: [
        { reference: "MP/26/1001", incidentNumber: "LP-1932", child: { forenames: "Ellie" } },
        { reference: "MP/26/1002", incidentNumber: "LP-1932", child: { forenames: "Tom" } },
      ],
    });
  });

  it("the readable ones are accepted and the reasons name what is wrong with the rest", async () => {
    const { result } = await read(
      aMail({
        body: `MISSING PERSON REPORT\r\n\r\n${child("MP/26/1001", "ASHDOWN", "Ellie", "09/03/2011")}${child("MP/26/1002", "ROWAN", "Tom", "some time")}`,
      }),
    );
    expect(result).toMatchObject({
      status: "accepted",
      reasons: ["unreadable-date:dateOfBirth"],
      compacts: [{ reference: "MP/26/1001" }],
    });
  });

  it("in a table with a row for each", async () => {
    const { result } = await read(
      html(
        "<h2>Missing Person Report</h2><table><tr><th>Misper ID</th><th>Surname</th><th>Forename</th><th>DOB</th><th>Missing Since</th></tr><tr><td>MP/26/1001</td><td>ASHDOWN</td><td>Ellie</td><td>09/03/2011</td><td>14/11/2026 21:30</td></tr><tr><td>MP/26/1002</td><td>ROWAN</td><td>Tom</td><td>01/02/2013</td><td>14/11/2026 22:30</td></tr></table>",
      ),
    );
    expect(result.compacts).toMatchObject([
      { reference: "MP/26/1001", child: { surname: "ASHDOWN" } },
      { reference: "MP/26/1002", child: { surname: "ROWAN" } },
    ]);
  });
});

describe("mails within mails", () => {
  const nested = (depth: number): Buffer => {
    if (depth === 0) return report("");
    const around = multipart("mixed", [
      { type: "text/plain", body: "FW" },
      { type: "message/rfc822", body: "INNER" },
    ]).toString();
    return Buffer.from(
      around.replaceAll("part", `part${depth}`).replace("INNER", () => nested(depth - 1).toString()),
    );
  };

  it.each([1, 5, 10])("are opened %i deep", async (depth) => {
    const { result } = await read(nested(depth));
    expect(result).toMatchObject({
      status: "accepted",
      compacts: [
        { reference: "MP/26/004417", provenance: { reference: { source: "attachment:message.eml" } } },
      ],
    });
  });

  it("deeper than anyone forwards is for a person", async () => {
    expect((await read(nested(12))).result.status).toBe("quarantined");
  });

  it("a report with the older one attached speaks for itself", async () => {
    const update = lines({ ...complete, Risk: "High" }).replace("MISSING PERSON REPORT", "UPDATE");
    const { result } = await read(
      multipart(
        "mixed",
        [
          { type: "text/plain", body: update },
          { type: "message/rfc822", body: report("Risk: Low\r\n").toString() },
        ],
        { subject: "Update: MP/26/004417" },
      ),
    );
    expect(result.compacts).toMatchObject([{ kind: "update", risk: "high" }]);
  });
});

describe("a date and its time under labels of their own", () => {
  it("make one moment", async () => {
    const raw = aMail({
      subject: "Found Report",
      body: `FOUND REPORT\r\n${lines({ ...complete, "Date Found": "15/11/2026", "Time Found": "09:50" })
        .split("\r\n")
        .slice(2)
        .filter((line) => !line.startsWith("Missing"))
        .join("\r\n")}`,
    });
    expect(await theCompact(raw)).toMatchObject({ kind: "found", foundAt: "2026-11-15T09:50:00+00:00" });
  });
});

describe("the kind", () => {
  const kindOf = async (subject: string, heading = "") =>
    (
      await theCompact(
        aMail({
          subject,
          body: `${heading}\r\n\r\n${lines({ ...complete, "Missing Since": "14/11/2026 21:30" })
            .split("\r\n")
            .slice(2)
            .join("\r\n")}`,
        }),
      )
    )?.kind;

  it.each([
    ["Missing Notification", "missing"],
    ["New Missing Episode", "missing"],
    ["Missing person MP/26/004417", "missing"],
    ["Update: MP/26/004417", "update"],
    ["Risk Change MP/26/004417", "update"],
    ["Amended MP/26/004417", "update"],
    ["Update: Missing Person Report", "update"],
    ["Cancelled: MP/26/004417", "cancelled"],
    ["Created in Error MP/26/004417", "cancelled"],
    ["Absent MP/26/004417", "absent"],
    ["Away from Placement", "absent"],
    ["Located: MP/26/004417", "found"],
    ["Traced MP/26/004417", "found"],
    ["Missing person located", "found"],
    ["Missing person report - not yet located", "missing"],
    ["FW: RE: Missing Notification", "missing"],
  ])("%s is %s", async (subject, kind) => {
    expect(await kindOf(subject)).toBe(kind);
  });

  it("is read from a heading or a field too", async () => {
    expect(await kindOf("COMPACT", "FOUND NOTIFICATION")).toBe("found");
    expect(await kindOf("COMPACT", "Report Type: Update")).toBe("update");
    expect(await kindOf("COMPACT")).toBeUndefined();
  });
});

describe("labels that are also other things", () => {
  it("a kind of report alone on its line is a heading, not a label over what follows", async () => {
    const body =
      "Traced\r\nThe child below has been traced.\r\n\r\nMISPER No: MP/26/004417\r\nName: Ellie ASHDOWN\r\nDOB: 9.3.11 (15 yrs)\r\nTraced: 15/11/2026 0950hrs\r\n";
    const { result } = await read(aMail({ subject: "COMPACT", body }));
    expect(result).toMatchObject({
      reasons: [],
      compacts: [{ kind: "found", foundAt: "2026-11-15T09:50:00+00:00" }],
    });
  });

  it("several pairs may share a line, whatever their values look like", async () => {
    const body =
      "COMPACT Ref: MP/26/004417 Surname: ASHDOWN Forename: Ellie DOB: 09/03/2011 Sex: F Missing Since: 14/11/2026 21:30 OIC: PC 4471 Rowan";
    expect(await theCompact(aMail({ body }))).toMatchObject({
      reference: "MP/26/004417",
      child: { surname: "ASHDOWN", forenames: "Ellie", dateOfBirth: "2011-03-09", sex: "female" },
      missingSince: "2026-11-14T21:30:00+00:00",
      officer: { name: "PC Rowan", collarNumber: "4471" },
    });
  });
});
