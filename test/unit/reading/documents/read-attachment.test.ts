import { describe, expect, it } from "vitest";
import {
  attachmentRequestSchema,
  readAttachment,
} from "../../../../functions/read-attachment/read-attachment.ts";
import type { DocumentText } from "../../../../functions/reading/compact/document-text.ts";

const digest = "a".repeat(64);
const raw = Buffer.from("a mail");
const text: DocumentText = {
  kind: "read",
  blocks: [{ kind: "line", text: "Surname: ASHDOWN" }],
  hidden: "",
  turnsLetters: false,
  partial: false,
};

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
          return text;
        },
      },
    );
    expect(asked).toEqual(["mail-1", [raw, digest]]);
    expect(read).toEqual(text);
  });

  it.each([
    ["a file's name", { mailId: "mail-1", digest: "Ellie Ashdown.docx" }],
    ["no mail", { mailId: "", digest }],
    ["no file", { mailId: "mail-1" }],
  ])("is not asked for with %s", (_what, request) => {
    expect(attachmentRequestSchema.safeParse(request).success).toBe(false);
  });
});
