import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readReceiptFile } from "../../../localstack/lab/mail/receipt-file.ts";

const folder = mkdtempSync(join(tmpdir(), "receipt-"));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (value: unknown): string => {
  const path = join(folder, "receipt.json");
  writeFileSync(path, JSON.stringify(value));
  return path;
};

const failed = { dmarcVerdict: { status: "FAIL" } };

describe("the receipt a mail is sent with", () => {
  it.each([
    ["by itself", failed],
    ["in SES's notification", { notificationType: "Received", mail: { messageId: "m" }, receipt: failed }],
  ])("is read %s", (_, value) => {
    expect(readReceiptFile(fileOf(value))).toEqual(failed);
  });

  it.each([
    [{}, /it holds no verdict, such as "dmarcVerdict"\.$/],
    [{ name: "safe-return", version: "1" }, /"name" is not among what SES says\.$/],
    [{ Records: [{ ses: { receipt: failed } }] }, /"Records" is not among/],
    [[failed], /it is no object\.$/],
    [{ dmarcVerdict: "FAIL" }, /dmarcVerdict\.$/],
    [{ spamVerdict: { status: "SOFTFAIL" } }, /spamVerdict\.status\.$/],
  ])("is no receipt where it is %j: it would pass for one in which all is well", (value, sentence) => {
    expect(() => readReceiptFile(fileOf(value))).toThrow(
      expect.objectContaining({ exitCode: 2, message: expect.stringMatching(sentence) }),
    );
  });
});
