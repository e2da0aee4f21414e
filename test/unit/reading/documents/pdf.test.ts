import { describe, expect, it } from "vitest";
import { readDocumentHere } from "../../../../functions/reading/document-reader/read-document.ts";
import { aPdf, type PdfPage, printed } from "../../../builders/pdf.ts";
import { complete, read } from "../mails.ts";
import { aMailWith, digestOf } from "./mails.ts";

const rows = Object.entries(complete);
const heading = { x: 180, y: 810, text: "MISSING PERSON REPORT", size: 14 };
const report = aPdf([{ texts: [heading, ...printed(rows)] }]);

const readingOf = async (pages: readonly PdfPage[]) => {
  const file = aPdf(pages);
  const documents = { [digestOf(file)]: await readDocumentHere(file) };
  return (await read(aMailWith("report.pdf", file), { documents })).result;
};
const compactOf = async (pages: readonly PdfPage[]) => (await readingOf(pages)).compacts[0];
const refused = (reason: string) => ({ kind: "refused", reason });

const four = [
  ["COMPACT Ref:", "MP/26/004417", "Missing Since:", "14/11/2026 21:30"],
  ["Surname:", "ASHDOWN", "Forename(s):", "Ellie May"],
  ["DOB:", "09/03/2011", "Risk:", "High"],
];

describe("a PDF file", () => {
  it.each<[string, PdfPage[]]>([
    ["two columns", [{ texts: [heading, ...printed(rows)] }]],
    ["four columns", [{ texts: [heading, ...printed(four, [50, 140, 320, 420])] }]],
    ["lines", [{ texts: [heading, ...printed(rows.map(([l, v]) => [`${l}: ${v}`]))] }]],
    ["values below their labels", [{ texts: [heading, ...printed(rows.flatMap(([l, v]) => [[l], [v]]))] }]],
    ["two pages", [{ texts: [heading, ...printed(rows.slice(0, 2))] }, { texts: printed(rows.slice(2)) }]],
    ["its pieces in any order", [{ texts: [...printed(rows).reverse(), heading] }]],
    [
      "its words drawn one by one",
      [
        {
          texts: [
            heading,
            ...printed(rows).flatMap(({ text, ...at }) =>
              text === "Ellie May"
                ? [
                    { ...at, text: "Ellie" },
                    { ...at, x: at.x + 24, text: "May" },
                  ]
                : [{ ...at, text }],
            ),
          ],
        },
      ],
    ],
    [
      "bold printed by printing twice",
      [{ texts: [heading, ...printed(rows).flatMap((t) => [t, { ...t, x: t.x + 0.4 }])] }],
    ],
    [
      "boxes filled in",
      [
        {
          texts: [heading, ...rows.map(([text], n) => ({ x: 50, y: 700 - n * 20, text }))],
          fields: rows.map(([, value], n) => ({ box: [200, 697 - n * 20, 400, 711 - n * 20], value })),
        },
      ],
    ],
  ])("with %s is read like a mail with it", async (_layout, pages) => {
    const { status, reasons, compacts } = await readingOf(pages);
    expect({ status, reasons }).toEqual({ status: "accepted", reasons: [] });
    expect(compacts[0]).toMatchObject({
      reference: "MP/26/004417",
      child: { surname: "ASHDOWN", forenames: "Ellie May", dateOfBirth: "2011-03-09" },
      missingSince: "2026-11-14T21:30:00+00:00",
    });
    expect(compacts[0]?.provenance.dateOfBirth).toMatchObject({
      source: "attachment:report.pdf",
      raw: "09/03/2011",
    });
  });

  it("keeps a value of several lines together, and apart from the next label", async () => {
    const long = [
      ["Circumstances", "Ellie left the house at 20:00 and\nhas not been seen since."],
      ["Home Address", "4 Elm Street\nLeicester"],
      ["Favourite Colour", "Red & <blue>"],
      ["Known As", ""],
      ["School", "Anytown High"],
    ];
    const { compacts, unrecognised } = await readingOf([
      { texts: [heading, ...printed([...rows, ...long])] },
    ]);
    expect(compacts[0]).toMatchObject({
      circumstances: "Ellie left the house at 20:00 and has not been seen since.",
      child: { homeAddress: "4 Elm Street, Leicester", school: "Anytown High" },
    });
    expect(compacts[0]?.child.knownAs).toBeUndefined();
    expect(unrecognised).toEqual([{ label: "Favourite Colour", value: "Red & <blue>" }]);
  });

  const last = 780 - rows.length * 18;

  it.each([
    ["further down in its column", { x: 200, y: last - 30 }],
    ["close below and between the columns", { x: 120, y: last - 12 }],
    ["close below and to the right of its column", { x: 260, y: last - 12 }],
    ["close below and in the label's column", { x: 50, y: last - 12 }],
  ])("does not take a heading for more of a table's last value, where it stands %s", async (_where, at) => {
    const table = printed([...rows, ["School", "Anytown High"]]);
    const compact = await compactOf([{ texts: [heading, ...table, { ...at, text: "POLICE DETAILS" }] }]);
    expect(compact?.child.school).toBe("Anytown High");
  });

  it("does not read a stamp into the value it lies on", async () => {
    const stamp = { x: 256, y: 762, text: "COPY", turned: true };
    const compact = await compactOf([{ texts: [heading, ...printed(rows), stamp] }]);
    expect(compact?.child.surname).toBe("ASHDOWN");
  });

  it("with a page that is only a picture is read, and flagged", async () => {
    const { status, reasons } = await readingOf([{ texts: [heading, ...printed(rows)] }, { picture: true }]);
    expect({ status, reasons }).toEqual({
      status: "accepted",
      reasons: ["unreadable-attachment:report.pdf"],
    });
  });

  it.each([
    ["that is a scan is refused", aPdf([{ picture: true }]), refused("no-text")],
    ["that is locked is refused", aPdf([{ texts: printed(rows) }], { locked: true }), refused("encrypted")],
    ["that was cut short is refused", report.subarray(0, 200), refused("damaged")],
    ["that is one by name only is refused", Buffer.from("%PDF-1.7 and nothing else"), refused("damaged")],
    [
      "of more pages than any report is refused",
      aPdf(Array.from({ length: 51 }, () => ({ texts: printed(rows) }))),
      refused("too-large"),
    ],
    [
      "heavier than any report is refused",
      Buffer.concat([report, Buffer.alloc(20_000_000)]),
      refused("too-large"),
    ],
  ])("%s", async (_what, file, expected) => {
    expect(await readDocumentHere(file)).toEqual(expected);
  });
});
