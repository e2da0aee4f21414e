import { describe, expect, it } from "vitest";
import { calendarFile } from "../../../functions/html/calendar.ts";

describe("an entry for a calendar", () => {
  it.each(["\n", "\r", "\r\n"])("has one summary, whatever ends a line in its title (%j)", (end) => {
    const file = calendarFile([{ from: 0, to: 1, title: `MP/26;1${end}BEGIN:VALARM`, uid: "x" }], 0);
    expect(file).toContain("SUMMARY:MP/26\\;1\\nBEGIN:VALARM\r\n");
    expect(file.split(/\r\n|\r|\n/).filter((line) => line.startsWith("BEGIN:"))).toHaveLength(2);
  });
});
