import MimeNode from "nodemailer/lib/mime-node/index.js";
import type { Attached, Letter } from "../../domain/letters/letter.ts";
import { attachedFiles } from "../../html/attached.ts";
import { html, text } from "../../html/mail.ts";
import { calendarOf } from "./calendar.ts";

export type Sender = { from: string; replyTo: string };

const attachmentsOf = (letter: Letter, now: number): Attached[] => [
  ...attachedFiles(letter),
  ...(letter.deadlines
    ? [
        {
          filename: "deadlines.ics",
          contentType: "text/calendar; method=PUBLISH; charset=utf-8",
          content: calendarOf(letter.deadlines, now),
        },
      ]
    : []),
];

/** Marked as written by a machine, so that no out-of-office answers it. */
const headersOf = (letter: Letter, { from, replyTo }: Sender, now: number): Record<string, string> => ({
  From: from,
  "Reply-To": replyTo,
  To: letter.to.join(", "),
  Subject: letter.subject,
  Date: new Date(now).toUTCString().replace("GMT", "+0000"),
  "Auto-Submitted": "auto-generated",
  "X-Auto-Response-Suppress": "All",
  "X-Safe-Return-Rule": letter.rules.join(", "),
  ...(letter.episodes ? { "X-Safe-Return-Episode": letter.episodes.join(", ") } : {}),
});

/** The letter as MIME: plain text and simple HTML of the same paragraphs, then what is attached. */
export const compose = (letter: Letter, sender: Sender, now: number): Promise<Buffer> => {
  const root = new MimeNode("multipart/mixed");
  for (const [name, value] of Object.entries(headersOf(letter, sender, now))) root.setHeader(name, value);
  const views = root.createChild("multipart/alternative");
  views.createChild("text/plain; charset=utf-8").setContent(text(letter.paragraphs));
  views.createChild("text/html; charset=utf-8").setContent(html(letter.subject, letter.paragraphs));
  for (const { filename, contentType, content } of attachmentsOf(letter, now))
    root.createChild(contentType, { filename }).setContent(content);
  return root.build();
};
