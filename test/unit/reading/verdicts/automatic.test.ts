import { describe, expect, it } from "vitest";
import { aMail, aReport, complete, lines, multipart, read } from "../mails.ts";

const away = "I am on rest days until Thursday. In an emergency call 999.\r\n";
const { DOB: _, ...withoutBirth } = complete;
const daemon = "MAILER-DAEMON@leicestershire-police.example";
const quoted = `${away}\r\n-----Original Message-----\r\nFrom: compact@leicestershire-police.example\r\nSent: 14 November 2026\r\nTo: x@y.example\r\nSubject: Missing Person Report MP/26/004417\r\n\r\n${lines(complete)}`;
const quotedWithMarks = `${away}\r\nOn 14 Nov 2026, COMPACT wrote:\r\n${lines(complete).replaceAll(/^/gm, "> ")}`;

const answered = async (raw: Buffer): Promise<[string[], boolean]> => {
  const { result, mail } = await read(raw);
  return [result.reasons, mail.automatic];
};

describe("a machine's answer", () => {
  it.each([
    ["Auto-Submitted: (vacation) auto-replied"],
    ["Auto-Submitted: no", "Auto-Submitted: auto-replied"],
    ["Precedence: auto_reply"],
    ["Precedence: auto-reply"],
    ["X-Autoresponse: 1"],
    ["X-AutoReply-From: x@y.example"],
  ])("says so in its headers: %s", async (...headers) => {
    expect(await answered(aMail({ subject: "Away", headers, body: away }))).toEqual([
      ["automatic-reply"],
      true,
    ]);
  });

  it.each([
    "[EXTERNAL] Automatic reply: MP/26/004417",
    "EXTERNAL: Automatic reply: MP/26/004417",
    "Auto: MP/26/004417",
    "Re: MP/26/004417 (Out of Office)",
    "Annual leave Re: MP/26/004417",
    "Out of Office AutoReply: MP/26/004417",
  ])("or in its subject: %s", async (subject) => {
    expect(await answered(aMail({ subject, body: away }))).toEqual([["automatic-reply"], true]);
  });

  it.each([quoted, quotedWithMarks])("also where it quotes the report it answers", async (body) => {
    const subject = "Automatic reply: Missing Person Report MP/26/004417";
    expect(await answered(aMail({ subject, body }))).toEqual([["automatic-reply"], true]);
  });

  it("is not what a force says out of office hours", async () => {
    const subject = "Out of Office Hours Missing Person Report MP/26/004417";
    expect(await answered(aMail({ subject, body: lines(withoutBirth) }))).toEqual([
      ["no-date-of-birth"],
      false,
    ]);
    expect((await answered(aMail({ subject, body: "Please call the control room." })))[1]).toBe(false);
  });

  it("is not by its subject alone what names a child, holds a file, or a person passed on", async () => {
    const subject = "Automatic reply: Missing Person Report";
    const file = { type: 'application/pdf; name="report.pdf"', body: "%PDF" };
    const note = { type: "text/plain", body: "See attached." };
    expect((await answered(aMail({ subject, body: lines(withoutBirth) })))[1]).toBe(false);
    expect((await answered(multipart("mixed", [note, file], { subject })))[1]).toBe(false);
    expect((await answered(aMail({ subject: `FW: ${subject}`, body: quoted })))[1]).toBe(false);
  });
});

describe("a mail server's report of what it could not deliver", () => {
  const copy = { type: "message/rfc822", body: aReport().toString() };
  const note = { type: "text/plain", body: "Not delivered." };

  it.each([
    aMail({
      from: daemon,
      subject: "failure notice",
      body: `Hi. This is the qmail-send program.\r\n\r\n${lines(complete)}`,
    }),
    aMail({
      from: daemon,
      subject: "Warning: could not send message for past 4 hours",
      body: lines(complete),
    }),
    multipart("mixed", [note, copy], { from: daemon, subject: "failure notice" }),
    aMail({
      from: "Microsoft Exchange <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@leicestershire-police.example>",
      subject: "Undeliverable: Missing Person Report MP/26/004417",
      body: lines(complete),
    }),
    aMail({
      headers: ["Return-Path: <>"],
      subject: "Failure notice",
      body: lines(complete),
    }),
  ])("is no report of a child, whatever it gives back: %#", async (raw) => {
    expect(await answered(raw)).toEqual([["delivery-report"], true]);
  });
});
