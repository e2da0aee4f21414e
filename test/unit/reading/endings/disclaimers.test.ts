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

describe("what a force prints below every mail is no word of the report", () => {
  it.each([
    "E-mail transmission cannot be guaranteed to be secure or error-free as it could be lost or arrive late.",
    "The sender accepts no liability for errors or omissions in this message.",
    "Have you run away or are you thinking about it? Text the Runaway Helpline on 116 000.",
    "Are you worried about somebody who has run away?",
    "Any contract formed by it is void unless signed.",
    "Internet e-mail is not to be treated as a secure means of communication.",
    "Recipients should disregard any previous version of this message that they hold on a personal device.",
    "If a child is still missing, call 101 and quote the log.",
    "PC 4018 Wynn\r\nResponse Team\r\nLedshire Police, Training Centre Annexe, Void Lane, Ledshire LD1 1AA",
  ])("%s", async (sentence) => {
    expect(await reasonsOf(foundReport(sentence))).toEqual([]);
  });

  it.each([
    "Have you heard that she has run away again?",
    "Have you been told that Tilly made off?",
    "If she is still missing call 101.",
    "Recipients should disregard this message.",
    "The girl made off from Void Lane, Ledshire LD1 1AA",
  ])("but: %s", async (sentence) => {
    expect(await reasonsOf(foundReport(sentence))).toContain("conflicting-values:kind");
  });
});
