import { describe, expect, it } from "vitest";
import { textBlocks } from "../../../../functions/reading/compact/forms/text-blocks.ts";
import { readCompacts } from "../../../../functions/reading/compact/read-compacts.ts";
import { lexiconOf } from "../../../../functions/reading/compact/words/lexicon.ts";
import { openMail } from "../../../../functions/reading/mail-reader/open-mail.ts";
import { aReport, complete, lines, read } from "../mails.ts";

/** The report as one parser sees it, and as another would see it. */
const seenAs = async (body: string, subject = "Missing Person Report") => {
  const mail = await openMail(aReport(), false);
  const other = { subject, views: [{ source: "text", blocks: textBlocks(body) }] };
  return readCompacts({ ...mail, second: { other } }, lexiconOf(), mail.date).children[0]?.reasons;
};

describe("a second parser reads the same bytes", () => {
  it("and an ordinary mail is read by both alike", async () => {
    const [both, one] = [
      await read(aReport(), { secondOpinion: true }),
      await read(aReport(), { secondOpinion: false }),
    ];
    expect(both.result).toEqual(one.result);
    expect((await openMail(aReport(), true)).second).toEqual({
      from: "compact@leicestershire-police.example",
    });
  });

  it("and other words that say the same are no disagreement", async () => {
    expect(await seenAs(`${lines(complete)}\r\nSent by COMPACT`)).toEqual([]);
  });

  it.each([
    ["surname", lines({ ...complete, Surname: "ROWAN" })],
    ["dateOfBirth", lines({ ...complete, DOB: "10/03/2011" })],
    ["reference", lines({ ...complete, "COMPACT Ref": "MP/26/009999" })],
    ["kind", lines(complete).replace("MISSING PERSON", "FOUND")],
    ["surname", "Nothing of a report."],
  ])("and where it reads another %s, a person looks", async (field, body) => {
    expect(await seenAs(body, field === "kind" ? "COMPACT" : undefined)).toContain(`views-disagree:${field}`);
  });

  it("and two Subject lines are for a person, whichever of them a parser takes", async () => {
    const { result } = await read(aReport({}, { headers: ["Subject: Found Report MP/26/004417"] }));
    expect(result).toMatchObject({ status: "quarantined" });
    expect(result.reasons).toContain("conflicting-values:subject");
  });
});
