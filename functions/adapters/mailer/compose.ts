import MailComposer from "nodemailer/lib/mail-composer/index.js";
import { html, text } from "../../domain/letters/html.ts";
import type { Letter } from "../../domain/letters/letter.ts";
import { calendarOf } from "./calendar.ts";

export type Sender = { from: string; replyTo: string };

/** The letter as MIME. Marked as written by a machine, so that no out-of-office answers it. */
export const compose = (letter: Letter, { from, replyTo }: Sender, now: number): Promise<Buffer> => {
  const calendar = letter.deadline && {
    filename: "deadline.ics",
    content: calendarOf(letter.deadline, now),
    contentType: "text/calendar; method=PUBLISH; charset=utf-8",
  };
  const composer = new MailComposer({
    from,
    replyTo,
    to: [...letter.to],
    subject: letter.subject,
    date: new Date(now),
    text: text(letter.paragraphs),
    html: html(letter.subject, letter.paragraphs),
    attachments: [...(letter.attachments ?? []), ...(calendar ? [calendar] : [])],
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
      "X-Safe-Return-Rule": letter.rule,
      ...(letter.episode ? { "X-Safe-Return-Episode": letter.episode } : {}),
    },
  });
  return composer.compile().build();
};
