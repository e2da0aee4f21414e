import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mostShown } from "../../../../functions/reading/mail-reader/shown-mail.ts";
import { readMailHere } from "../../../../functions/reading/read-mail.ts";
import { readingSchema } from "../../../../functions/reading/reading.ts";

const shown = async (raw: string | Buffer) => {
  const reading = await readMailHere(Buffer.from(raw), { shows: true });
  return readingSchema.parse(JSON.parse(JSON.stringify(reading))).shown;
};
const head = "From: a@anyforce.police.example\r\nSubject: Report\r\nMIME-Version: 1.0\r\n";
const withFile = (inner = "") =>
  `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSurname: Vale\r\n--b\r\nContent-Type: image/png; name="scan.png"\r\nContent-Disposition: attachment; filename="scan.png"\r\nContent-Transfer-Encoding: base64\r\n\r\nc2Nhbg==\r\n${inner}--b--\r\n`;
const scan = { name: "scan.png", bytes: 4, digest: createHash("sha256").update("scan").digest("hex") };

describe("a mail shown to whoever decides about it", () => {
  it("comes with what it says and the files it holds", async () => {
    const mail = await shown(withFile());
    expect(mail?.text).toContain("Surname: Vale");
    expect(mail).toMatchObject({ isCut: false, files: [scan] });
  });

  it("names the files of a mail attached to it as well", async () => {
    const inner = `--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename="fwd.eml"\r\n\r\n${withFile().replaceAll("--b", "--c").replace("boundary=b", "boundary=c")}\r\n`;
    expect((await shown(withFile(inner)))?.files.map(({ name }) => name)).toEqual([
      "scan.png",
      "fwd.eml",
      "scan.png",
    ]);
  });

  it("says what the mail says in two ways, the child's name too, and tells nobody else of that", async () => {
    const raw = `${head}\r\nMISSING PERSON\r\nRef: MP/26/1\r\nSurname: Vale\r\nSurname: Wood\r\nDOB: 09/03/2011\r\n`;
    expect((await shown(raw))?.disputes).toContainEqual({ field: "surname", values: ["Vale", "Wood"] });
    expect((await readMailHere(Buffer.from(raw))).mail).not.toHaveProperty("disputes");
  });

  it("is cut where it is longer than anybody reads, and says so", async () => {
    const mail = await shown(`${head}\r\n${"word ".repeat(mostShown / 4)}`);
    expect(mail?.text).toHaveLength(mostShown);
    expect(mail?.isCut).toBe(true);
  });

  it("is left out where nobody asked", async () => {
    const raw = readFileSync("test/fixtures/compacts/1-missing-plain.eml");
    expect(await readMailHere(raw)).not.toHaveProperty("shown");
  });
});
