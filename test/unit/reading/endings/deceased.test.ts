import { describe, expect, it } from "vitest";
import { aReport, read } from "../mails.ts";

const kindAndReasons = async (raw: Buffer) => {
  const { result } = await read(raw);
  return [result.compacts[0]?.kind, result.reasons];
};

describe("a report of a missing child", () => {
  it.each([
    ["whose subject tells of a body", aReport({}, { subject: "Body found - MP/26/004417" })],
    ["whose outcome is a death", aReport({ "Officer Comments": "Found deceased" })],
  ])("%s is of a death, for a person at once", async (_what, raw) => {
    expect(await kindAndReasons(raw)).toEqual(["deceased", expect.arrayContaining(["reported-deceased"])]);
  });

  it.each([
    "Left after the anniversary of the death of her grandmother, and has been low for some weeks since then.",
    "Her mother died in the spring and the family has since moved twice, so that she changed schools as well.",
    "Her phone died at about nine, before which she told a friend by message that she was on her way home.",
  ])("that tells of another's never waits: %s", async (circumstances) => {
    expect(await kindAndReasons(aReport({ Circumstances: circumstances }))).toEqual(["missing", []]);
  });
});
