import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { mockClient } from "aws-sdk-client-mock";
import { simpleParser } from "mailparser";
import { describe, expect, it } from "vitest";
import { sendLetter } from "../../../functions/adapters/mailer/send-letter.ts";
import { toInstant } from "../../../functions/domain/calendar/instant.ts";
import { PermanentError, TransientError } from "../../../functions/domain/errors.ts";
import type { Letter } from "../../../functions/domain/letters/letter.ts";
import { leicestershire } from "../../builders/profiles.ts";
import { failure } from "./dynamo.ts";

const now = toInstant("2026-11-15T08:30:00Z");
const letter: Letter = {
  to: ["ce-team@leicestershire.example", "ce-team-manager@leicestershire.example"],
  subject: "MP/26/004417: Hold the return interview (LEI-04, clause intro)",
  rules: ["LEI-04", "LEI-05"],
  episodes: ["MP/26/004417"],
  paragraphs: [{ heading: "Hold it – soon", lines: ["Within <72> hours & face to face", "Don’t wait"] }],
  deadlines: [
    {
      at: toInstant("2026-11-18T08:00:00Z"),
      title: "Return interview, due; MP/26/004417",
      uid: "ep-1-return-interview",
    },
    { at: toInstant("2026-11-19T08:00:00Z"), title: "Toolkit", uid: "ep-1-toolkit" },
  ],
};

const aMailer = (configurationSet?: string) => {
  const client = new SESClient({ region: "eu-west-2" });
  const mock = mockClient(client);
  mock.on(SendRawEmailCommand).resolves({ MessageId: "message-1" });
  return { mock, send: sendLetter(client, leicestershire.mail, configurationSet) };
};

const sentAs = async (sent: Letter = letter) => {
  const { mock, send } = aMailer();
  expect(await send(sent, now)).toBe("message-1");
  const input = mock.commandCalls(SendRawEmailCommand)[0]?.args[0].input;
  const mail = await simpleParser(Buffer.from(input?.RawMessage?.Data ?? ""));
  return { input, mail };
};

describe("a letter", () => {
  it("goes to its recipients alone, from the verified sender", async () => {
    const { input, mail } = await sentAs();
    expect(input).toMatchObject({ Source: leicestershire.mail.from, Destinations: letter.to });
    expect(input).not.toHaveProperty("ConfigurationSetName");
    expect(mail.from?.text).toBe(leicestershire.mail.from);
    expect(
      [mail.to]
        .flat()
        .map((to) => to?.text)
        .join(),
    ).toBe(letter.to.join(", "));
    expect(mail.date?.getTime()).toBe(now);
  });

  it("says that a machine wrote it, for which rule and episode", async () => {
    const { mail } = await sentAs();
    expect(mail.subject).toBe(letter.subject);
    for (const [name, value] of [
      ["auto-submitted", "auto-generated"],
      ["x-auto-response-suppress", "All"],
      ["x-safe-return-rule", "LEI-04, LEI-05"],
      ["x-safe-return-episode", "MP/26/004417"],
    ] as const)
      expect(mail.headers.get(name)).toBe(value);
  });

  it("is answered to a staffed mailbox, never to the address the forces write to", async () => {
    const { mail } = await sentAs();
    expect(mail.replyTo?.text).toBe(leicestershire.mail.replyTo);
    expect(mail.replyTo?.text).not.toContain(leicestershire.mail.ingest);
  });

  it("says the same in plain text and in HTML, whatever signs are in it", async () => {
    const { mail } = await sentAs();
    expect(mail.text?.trim()).toBe("Hold it – soon\nWithin <72> hours & face to face\nDon’t wait");
    expect(mail.html).toMatch(/Within &lt;72&gt; hours &amp; face to face<\/td>.*>Don’t wait<\/td>/);
  });

  it("ALL-13: puts its limits into the calendar in one file, with the reference and no name", async () => {
    const { mail } = await sentAs();
    const [ics] = mail.attachments;
    expect(mail.attachments).toHaveLength(1);
    expect(ics?.filename).toBe("deadlines.ics");
    expect(ics?.contentType).toBe("text/calendar");
    const text = ics?.content.toString() ?? "";
    expect(text).toContain("DTSTART:20261118T073000Z\r\nDTEND:20261118T080000Z\r\n");
    expect(text).toContain("SUMMARY:Return interview\\, due\\; MP/26/004417\r\n");
    expect(text).toContain("UID:ep-1-return-interview@safe-return\r\n");
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text).toContain("DTEND:20261119T080000Z\r\nSUMMARY:Toolkit\r\n");
  });

  it("without a deadline has no attachment, and without an episode no episode's header", async () => {
    const { deadlines: _, episodes: __, ...rest } = letter;
    const { mail } = await sentAs(rest);
    expect(mail.attachments).toEqual([]);
    expect(mail.headers.has("x-safe-return-episode")).toBe(false);
  });

  it("carries what it attaches whole", async () => {
    const content = `<p>${"Ä – ü ".repeat(200)}</p>`;
    const attachments = [{ filename: "return-interview.html", contentType: "text/html", content }];
    const { mail } = await sentAs({ ...letter, attachments });
    expect(mail.attachments[0]?.content.toString()).toBe(content);
  });

  it("cannot smuggle a header in by its subject", async () => {
    const { input, mail } = await sentAs({ ...letter, subject: "A\r\nBcc: stranger@elsewhere.example" });
    expect(mail.headers.has("bcc")).toBe(false);
    expect(input?.Destinations).toEqual(letter.to);
  });

  it("is counted in the configuration set where there is one", async () => {
    const { mock, send } = aMailer("safe-return");
    await send(letter, now);
    expect(mock.commandCalls(SendRawEmailCommand)[0]?.args[0].input.ConfigurationSetName).toBe("safe-return");
  });

  it("to nobody is refused before SES hears of it", async () => {
    const { mock, send } = aMailer();
    await expect(send({ ...letter, to: [] }, now)).rejects.toThrow(PermanentError);
    expect(mock.calls()).toHaveLength(0);
  });

  it.each([
    ["Throttling", TransientError],
    ["ServiceUnavailable", TransientError],
    ["TimeoutError", TransientError],
    ["MessageRejected", PermanentError],
    ["MailFromDomainNotVerifiedException", PermanentError],
  ])("that fails for %s says so by name and quotes nothing", async (name, kind) => {
    const { mock, send } = aMailer();
    mock.on(SendRawEmailCommand).rejects(failure(name));
    const caught = await send(letter, now).catch((cause: unknown) => cause);
    expect(caught).toBeInstanceOf(kind);
    expect(String(caught)).toMatch(new RegExp(`: sending a mail: ${name}$`));
  });
});
