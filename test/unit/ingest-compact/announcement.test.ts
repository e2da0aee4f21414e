import { describe, expect, it } from "vitest";
import { announcementSchema } from "../../../functions/ingest-compact/announcement.ts";

const notification = {
  notificationType: "Received",
  mail: { messageId: "mail-1", source: "compact@leicestershire-police.example", destination: [] },
  receipt: {
    timestamp: "2026-11-14T23:05:12.345Z",
    recipients: ["missing@in.leicestershire.example"],
    spamVerdict: { status: "PASS" },
    virusVerdict: { status: "PASS" },
    spfVerdict: { status: "GRAY" },
    dkimVerdict: { status: "PASS" },
    dmarcVerdict: { status: "PASS" },
    action: { type: "S3", objectKey: "raw/mail-1" },
  },
};
const announced = (message: unknown): string =>
  JSON.stringify({ Type: "Notification", Message: JSON.stringify(message) });

describe("what SES announces", () => {
  it("is read out of SNS's envelope, its receipt whole", () => {
    const { mail, receipt } = announcementSchema.parse(announced(notification)).Message;
    expect(mail.messageId).toBe("mail-1");
    expect(receipt).toEqual(notification.receipt);
  });

  it.each([
    ["no JSON", "Ellie Marlowe"],
    ["no envelope of SNS", JSON.stringify(notification)],
    ["an envelope around something else", JSON.stringify({ Message: "Successfully validated SNS topic" })],
    ["another notification", announced({ ...notification, notificationType: "Bounce" })],
    ["a mail without an id", announced({ ...notification, mail: { messageId: "" } })],
    ["a verdict nobody knows", announced({ ...notification, receipt: { spamVerdict: { status: "MAYBE" } } })],
  ])("is refused where it is %s, with nothing of it quoted", (_what, body) => {
    const read = announcementSchema.safeParse(body);
    expect(read.success).toBe(false);
    expect(String(read.error)).not.toContain("Marlowe");
  });
});
