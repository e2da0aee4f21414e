import { describe, expect, it } from "vitest";
import { headerOf, readHeaders, recipientsIn } from "../../../localstack/lab/mail/mail-headers.ts";
import { newMailId, receivedNotification } from "../../../localstack/lab/mail/notification.ts";

const raw = Buffer.from(
  [
    "From: Misper <misper@derbyshire-police.example>",
    'To: "Missing, Derby" <Missing@in.derby.example>,',
    "\tother@derby.example",
    "Subject: Located:",
    "  DP-1",
    "",
    "To: somebody@else.example",
  ].join("\r\n"),
);

describe("a mail's headers", () => {
  it("are unfolded and end at the first empty line", () => {
    const headers = readHeaders(raw);
    expect(headerOf(headers, "subject")).toBe("Located: DP-1");
    expect(recipientsIn(headers)).toEqual(["missing@in.derby.example", "other@derby.example"]);
  });

  it.each([
    ["nothing", ""],
    ["no headers", "\n\nhello"],
    ["noise", "\u0000\u0001\u0002"],
  ])("of %s are none, and no fault", (_what, text) => expect(readHeaders(Buffer.from(text))).toEqual([]));
});

describe("the notification of a received mail", () => {
  const notification = (receipt: Record<string, unknown>, headers = readHeaders(raw)) =>
    receivedNotification({
      mailId: "id1",
      recipient: "missing@in.derby.example",
      headers,
      receipt,
      bucket: "raw-bucket",
      topicArn: "arn:topic",
      at: "2026-11-16T02:10:00Z",
    });

  it("passes every verdict where no receipt is given, and names the object", () => {
    const { mail, receipt } = notification({});
    expect(mail).toMatchObject({
      messageId: "id1",
      source: "misper@derbyshire-police.example",
      destination: ["missing@in.derby.example"],
      headersTruncated: false,
      commonHeaders: { subject: "Located: DP-1" },
    });
    expect(receipt).toMatchObject({
      spfVerdict: { status: "PASS" },
      dmarcVerdict: { status: "PASS" },
      action: { type: "S3", bucketName: "raw-bucket", objectKey: "raw/id1" },
    });
  });

  it("keeps the verdicts of a receipt, never its place of the object", () => {
    const { receipt } = notification({ spfVerdict: { status: "FAIL" }, action: { objectKey: "raw/other" } });
    expect(receipt).toMatchObject({ spfVerdict: { status: "FAIL" }, action: { objectKey: "raw/id1" } });
  });

  it("leaves headers off past ten kilobytes and says so", () => {
    const many = Array.from({ length: 30 }, () => ({ name: "X-Trace", value: "x".repeat(1_000) }));
    expect(notification({}, many).mail).toMatchObject({ headersTruncated: true });
  });

  it("has an id like SES's, new each time", () => {
    expect(newMailId()).toMatch(/^[a-z0-9]{38,40}$/);
    expect(newMailId()).not.toBe(newMailId());
  });
});
