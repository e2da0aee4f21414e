import { describe, expect, it } from "vitest";
import { countLabels } from "../../../../functions/domain/compact/label-count.ts";
import { aMail, aReport, read } from "../mails.ts";

const counted = async (raw: Uint8Array) => countLabels((await read(raw)).result);

describe("the labels of a mail", () => {
  it("are counted, known and unknown, by label and not by field", async () => {
    const { all } = await counted(aReport());
    expect(await counted(aReport({ "Shoe Colour": "Red.", Rationale: "He said so." }))).toEqual({
      all: all + 2,
      unrecognised: 2,
    });
  });

  it("are counted one by one where a force has renamed them all", async () => {
    const body =
      "MISSING PERSON REPORT\r\n\r\nHouse Name: QUILL\r\nCalled: Robin\r\nBirth: 04/05/2012\r\nGone: 14/11/2026";
    expect(await counted(aMail({ body }))).toEqual({ all: 4, unrecognised: 4 });
  });

  it("are counted in a mail that is quarantined too", async () => {
    const { all, unrecognised } = await counted(aReport({ Surname: "", Nachname: "ASHDOWN" }));
    expect(unrecognised).toBe(1);
    expect(all).toBe(5);
  });

  it("are none where the mail has none: neither heading nor subject is a label, nor is hidden text", () => {
    const provenance = {
      kind: { source: "text", label: "Heading", raw: "Missing Person Report" },
      reference: { source: "subject", label: "Subject", raw: "MP/26/004417" },
    };
    const unrecognised = [{ label: "hidden text", value: "seen by nobody" }];
    expect(
      countLabels({
        status: "quarantined",
        reasons: ["no-surname"],
        compacts: [{ child: {}, provenance }],
        unrecognised,
      }),
    ).toEqual({ all: 0, unrecognised: 0 });
  });
});
