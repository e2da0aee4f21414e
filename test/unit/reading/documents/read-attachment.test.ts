import { describe, expect, it } from "vitest";
import {
  attachmentRequestSchema,
  readAttachment,
} from "../../../../functions/read-attachment/read-attachment.ts";

const digest = "a".repeat(64);
const raw = Buffer.from("a mail");

describe("reading an attachment", () => {
  it("reads the file of the stored mail and hands back its text", async () => {
    const asked: unknown[] = [];
    const read = await readAttachment(
      { mailId: "mail-1", digest },
      {
        rawMail: async (mailId) => {
          asked.push(mailId);
          return raw;
        },
        readDocument: async (...file) => {
          asked.push(file);
          return { kind: "read", html: "<p>Surname: ASHDOWN</p>", partial: false };
        },
      },
    );
    expect(asked).toEqual(["mail-1", [raw, digest]]);
    expect(read).toEqual({ kind: "read", html: "<p>Surname: ASHDOWN</p>", partial: false });
  });

  it.each([
    ["a file's name", { mailId: "mail-1", digest: "Ellie Ashdown.docx" }],
    ["no mail", { mailId: "", digest }],
    ["no file", { mailId: "mail-1" }],
  ])("is not asked for with %s", (_what, request) => {
    expect(attachmentRequestSchema.safeParse(request).success).toBe(false);
  });
});
