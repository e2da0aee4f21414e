import { describe, expect, it } from "vitest";
import { aMail, reasonsOf } from "../mails.ts";
import { facts } from "./ordinary.ts";

const form = facts.map(([label, value]) => `${label}: ${value}`).join("\r\n");
const foundReport = (below: string): Buffer =>
  aMail({
    subject: "Found Report DP-MIS-2026-2001",
    date: "Mon, 16 Nov 2026 09:00:00 +0000",
    body: `FOUND REPORT\r\n${form}\r\n\r\n${below}\r\n`,
  });

const before = "This communication is intended for the above named person.";
const after = "If you are not the intended recipient you must not copy it.";

describe("what stands between two sentences of a disclaimer is a third", () => {
  it.each([
    "Any contract made by e-mail is void unless confirmed in writing.",
    "Messages may go missing or be changed by mistake on their way.",
    "An error in it gives no right to anybody.",
  ])("%s", async (sentence) => {
    expect(await reasonsOf(foundReport(`${before} ${sentence} ${after}`))).toEqual([]);
  });

  it.each([
    "She is still missing.",
    "Please disregard the above.",
    "Sorry, wrong record.",
    "The found report is void.",
  ])("but not: %s", async (sentence) => {
    expect(await reasonsOf(foundReport(`${before} ${sentence} ${after}`))).toContain(
      "conflicting-values:kind",
    );
  });

  it.each(["Made off again at nine.", "Withdrawn by the desk."])(
    "nor above or below it: %s",
    async (sentence) => {
      for (const words of [`${sentence} ${before} ${after}`, `${before} ${after} ${sentence}`])
        expect(await reasonsOf(foundReport(words))).toContain("conflicting-values:kind");
    },
  );
});
