import { describe, expect, it } from "vitest";
import { aReport, read } from "../mails.ts";

const doubtOf = async (words: string, title = "UPDATE"): Promise<string | undefined> => {
  const raw = aReport(
    { Risk: "Low", Circumstances: words },
    { subject: "Update MP/26/004417", date: "Sun, 15 Nov 2026 11:05:00 +0000" },
  );
  const titled = Buffer.from(
    raw.toString().replace("MISSING PERSON REPORT", title).replace("Subject: Update", `Subject: ${title}`),
  );
  return (await read(titled)).mail.doubt;
};

describe("an update that lowers the risk (law 2)", () => {
  it.each([
    "She is still missing, risk lowered after contact with her mother.",
    "Remains outstanding. Risk reduced.",
    "Not yet located; assessed as low.",
    "Enquiries to locate her continue at a lower grade.",
  ])("may say that the child is still away: %s", async (words) => {
    expect(await doubtOf(words)).toBeUndefined();
  });

  it.each([
    "Please disregard the last update.",
    "Still missing, sent in error.",
    "She is still missing and has made off again from the placement.",
    "EXERCISE ONLY",
    "Still missing. It was not Ellie.",
  ])("waits where the words say otherwise: %s", async (words) => {
    expect(await doubtOf(words)).toBe("conflicting-values:kind");
  });

  it("is doubted as a missing report too, which may come to an open episode", async () => {
    expect(await doubtOf("Please disregard the last update.", "Missing person report")).toBe(
      "conflicting-values:kind",
    );
    expect(await doubtOf("She is still missing.", "Missing person report")).toBeUndefined();
  });
});
