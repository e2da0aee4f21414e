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

const signed = (...below: string[]): Buffer =>
  foundReport(["PC 4018 Gareth Wynn", "Response Team C", "", ...below].join("\r\n"));

describe("a sentence below the form that speaks of all mails", () => {
  it.each([
    "Any contract formed by it is void unless signed.",
    "Recipients should disregard any previous version of this message that they hold on a personal device.",
    "Internet e-mail is not to be treated as a secure means of communication.",
    "E-mails may go missing or be changed by mistake on their way.",
    "If a child is still missing, call 101 and quote the log.",
    "If you have made a mistake in reporting a crime, ring us.",
    "Messages sent outside office hours should be regarded as not confirmed.",
    "Users must ignore attachments with a false address.",
  ])("is none of the report: %s", async (sentence) => {
    expect(await reasonsOf(foundReport(sentence))).toEqual([]);
    expect(await reasonsOf(signed("RUN. HIDE. TELL.", sentence))).toEqual([]);
  });

  it.each([
    "Any news is that she ran off again.",
    "Recipients should disregard the above.",
    "If you get this, the child is still missing.",
    "Messages were mixed up today: wrong record.",
    "This message is sent in error.",
    "Please disregard this message.",
    "Tilly is still missing.",
    "Ran off again when staff opened the door.",
    "Disregard, wrong lad.",
  ])("but not: %s", async (sentence) => {
    for (const raw of [foundReport(sentence), signed(sentence), foundReport(`PC 4018 Wynn\r\n${sentence}`)])
      expect(await reasonsOf(raw)).toContain("conflicting-values:kind");
  });

  it("nor is a form below a signature of names", async () => {
    const raw = foundReport("PC 4018 Gareth Wynn\r\n\r\nOutcome: Not found\r\nAny contact: is void");
    expect(await reasonsOf(raw)).toContain("conflicting-values:kind");
  });
});

describe("a name and rank sign off without a greeting", () => {
  it.each([
    "PC 4018 Gareth Wynn\r\nTraining Centre Annexe, Void Lane, Ledshire LD1 1AA",
    "Inspector 1148 Rob Sayle\r\nExercise Street",
    "PS Tull\r\nTraining and Development Unit\r\n12 Exercise Yard, Barset BA1 2ZZ",
  ])("%s", async (signature) => {
    expect(await reasonsOf(foundReport(signature))).toEqual([]);
  });
});

describe("what was wrong is no report", () => {
  const things = ["train", "bus", "platform", "stop", "day", "weekend", "turning", "shoes"];
  const told = [
    "Got the wrong WORD.",
    "Mum had the wrong WORD.",
    "She took the wrong WORD home.",
    "It was the wrong WORD.",
  ];
  it.each(things)("wrong %s", async (thing) => {
    for (const one of told) expect(await reasonsOf(foundReport(one.replace("WORD", thing))), one).toEqual([]);
  });

  it.each([
    "record",
    "girl",
    "child",
    "person",
    "reference",
    "one",
    "report",
    "date of birth",
    "details",
    "address",
  ])("but the wrong %s", async (thing) => {
    for (const one of told)
      expect(await reasonsOf(foundReport(one.replace("WORD", thing))), one).toContain(
        "conflicting-values:kind",
      );
  });

  it.each(["anybody was", "people were", "everyone was", "somebody was out"])(
    "%s looking for her",
    async (who) => {
      expect(await reasonsOf(foundReport(`Says she did not know ${who} looking for her.`))).toEqual([]);
    },
  );

  it.each(["We are still looking for her.", "Staff are looking for her.", "Officers were looking for her."])(
    "but: %s",
    async (sentence) => {
      expect(await reasonsOf(foundReport(sentence))).toContain("conflicting-values:kind");
    },
  );
});
