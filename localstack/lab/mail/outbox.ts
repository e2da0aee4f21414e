import { simpleParser } from "mailparser";
import * as z from "zod";
import { toIso } from "../../../functions/domain/calendar/instant.ts";
import { LabError } from "../errors.ts";

export type SentMail = {
  at: string;
  to: string[];
  subject: string;
  rule: string;
  episode: string | null;
  text: string;
};

const sentSchema = z.object({
  messages: z.array(z.object({ Id: z.string(), Source: z.string(), RawData: z.string().optional() })),
});

/** MiniStack keeps no headers of a mail: the rules stand in the subject alone. */
const ministackSchema = z.object({
  messages: z.record(
    z.string(),
    z.array(
      z.object({
        Source: z.string(),
        To: z.array(z.string()),
        Subject: z.string(),
        BodyText: z.string(),
        Timestamp: z.number(),
      }),
    ),
  ),
});

const headerText = (value: unknown): string | null => (typeof value === "string" ? value : null);

const readSent = async (raw: string): Promise<SentMail> => {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true });
  const to = [mail.to ?? []].flat().flatMap((list) => list.value.map((v) => v.address ?? ""));
  return {
    at: mail.date ? toIso(mail.date.getTime()) : "",
    to,
    subject: mail.subject ?? "",
    rule: headerText(mail.headers.get("x-safe-return-rule")) ?? "",
    episode: headerText(mail.headers.get("x-safe-return-episode")),
    text: mail.text ?? "",
  };
};

const read = new Map<string, Promise<SentMail>>();

/** A story looks after each step: a mail that was sent does not change, and is parsed once. */
const readOnce = (id: string, raw: string): Promise<SentMail> => {
  const mail = read.get(id) ?? readSent(raw);
  read.set(id, mail);
  return mail;
};

const readMinistack = async (endpoint: string, sender?: string): Promise<SentMail[]> => {
  const response = await fetch(new URL("/_ministack/ses/messages", endpoint));
  if (!response.ok) return [];
  const { messages } = ministackSchema.parse(await response.json());
  return Object.values(messages)
    .flat()
    .filter((m) => sender === undefined || m.Source === sender)
    .toSorted((a, b) => a.Timestamp - b.Timestamp)
    .map((m) => ({
      at: toIso(m.Timestamp * 1_000),
      to: m.To,
      subject: m.Subject,
      rule: "",
      episode: null,
      text: m.BodyText,
    }));
};

/** Every mail SES took, oldest first; of one sender where asked. */
export const readOutbox = async (endpoint: string, sender?: string): Promise<SentMail[]> => {
  const response = await fetch(new URL("/_aws/ses", endpoint));
  // LocalStack has no such page before the first call to SES, and another emulator never.
  if (response.status === 404) return readMinistack(endpoint, sender);
  if (!response.ok) throw new LabError("This LocalStack does not show the mails it was given.");
  const { messages } = sentSchema.parse(await response.json());
  const own = messages.filter((m) => sender === undefined || m.Source === sender);
  const mails = await Promise.all(own.flatMap((m) => (m.RawData ? [readOnce(m.Id, m.RawData)] : [])));
  return mails.toSorted((a, b) => a.at.localeCompare(b.at));
};
