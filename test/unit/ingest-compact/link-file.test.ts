import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { asAttachment } from "../../../functions/adapters/shown-files.ts";
import { linkFile, linkRequestSchema } from "../../../functions/ingest-compact/link-file.ts";
import { findInWorker } from "../../../functions/reading/parse-compact.ts";

const scan = createHash("sha256").update("scan").digest("hex");
const raw = Buffer.from(
  'From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: image/png; name="scan.png"\r\nContent-Transfer-Encoding: base64\r\n\r\nc2Nhbg==\r\n--b--\r\n',
);
const laidOut: string[] = [];
const deps = {
  rawMail: async () => raw,
  find: findInWorker,
  shown: {
    raw: async (mailId: string) => `https://files.example/raw/${mailId}`,
    file: async (mailId: string, digest: string, file: { name: string; content: Uint8Array }) => {
      laidOut.push(`${file.name}: ${Buffer.from(file.content).toString("utf8")}`);
      return `https://files.example/shown/${mailId}/${digest}`;
    },
  },
};

describe("an address of a file of a stored mail", () => {
  it("is that of a copy laid out for the moment", async () => {
    expect(await linkFile({ mailId: "m1", file: scan }, deps)).toEqual({
      url: `https://files.example/shown/m1/${scan}`,
    });
    expect(laidOut).toEqual(["scan.png: scan"]);
  });

  it("is the mail's own where all of it is wanted", async () => {
    expect(await linkFile({ mailId: "m1", file: "mail" }, deps)).toEqual({
      url: "https://files.example/raw/m1",
    });
  });

  it("is none where the mail holds no such file, or is none", async () => {
    expect(await linkFile({ mailId: "m1", file: "0".repeat(64) }, deps)).toEqual({});
    const empty = { ...deps, rawMail: async () => Buffer.from("") };
    expect(await linkFile({ mailId: "m1", file: scan }, empty)).toEqual({});
  });

  it.each(["", "../raw/other", "MAIL", scan.slice(1), `${scan}0`])(
    "is asked by digest, not by %s",
    (file) => {
      expect(linkRequestSchema.safeParse({ link: { mailId: "m1", file } }).success).toBe(false);
    },
  );

  it("downloads under the file's own name, whatever a stranger called it", () => {
    expect(asAttachment("scan.png")).toBe("attachment; filename=\"scan.png\"; filename*=UTF-8''scan.png");
    const nasty = asAttachment('a"\r\nX: y\u202E\u{1F600}\uD800.html');
    expect(nasty).not.toMatch(/[\r\n]|"[^;]*"[^;]*"|\u202E/);
    expect(nasty).toMatch(/^attachment; filename="a---X--y[-.a-z]+"; filename\*=UTF-8''a%22%0D%0AX%3A%20y/);
  });
});
