import { SESClient } from "@aws-sdk/client-ses";
import { expect, it, vi } from "vitest";
import { sendLetter } from "../../../functions/adapters/mailer/send-letter.ts";
import { TransientError } from "../../../functions/domain/errors.ts";
import { paced } from "../../../functions/shell/with-mail.ts";

const letter = { to: ["a@leicestershire.example"], subject: "s", rules: ["LEI-01"], paragraphs: [] };
const sender = { from: "b@leicestershire.example", replyTo: "c@leicestershire.example", name: "n" };

const tooFast = `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>Throttling</Code><Message>Maximum sending rate exceeded.</Message></Error></ErrorResponse>`;
const taken = `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>m-1</MessageId></SendRawEmailResult></SendRawEmailResponse>`;

/** SES as it answers where mails go too fast, so many times. */
const aSes = (refusals: number) => {
  let asked = 0;
  const handle = async () => {
    asked += 1;
    const refused = asked <= refusals;
    const body = new TextEncoder().encode(refused ? tooFast : taken);
    return { response: { statusCode: refused ? 400 : 200, headers: {}, body } };
  };
  const credentials = { accessKeyId: "a", secretAccessKey: "b" };
  const requestHandler = { handle, metadata: { handlerProtocol: "http/1.1" } };
  const client = new SESClient({ ...paced, region: "eu-west-2", credentials, requestHandler } as object);
  return { client, asked: () => asked };
};

/** However long the client means to wait, it is over at once. */
const sent = async (client: SESClient) => {
  const wait = setTimeout;
  vi.stubGlobal("setTimeout", (then: () => void) => wait(then, 0));
  return sendLetter(client, sender)(letter, Date.parse("2026-11-14T23:00:00Z")).catch((e: unknown) => e);
};

it("waits and tries again where mails go faster than SES takes them", async () => {
  const { client, asked } = aSes(4);
  expect(await sent(client)).toBe("m-1");
  expect(asked()).toBe(5);
});

it("leaves to the next minute what SES refuses all the same", async () => {
  const { client } = aSes(100);
  expect(await sent(client)).toBeInstanceOf(TransientError);
});
