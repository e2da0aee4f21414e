import { describe, expect, it } from "vitest";
import { aMail, complete, lines, multipart, read } from "../mails.ts";

const named = lines({ ...complete, Surname: "BRÖNTE", "Forename(s)": "Zoë" });
const page = (meta = ""): string => `<html>${meta}<pre>${named}</pre>`;
/** The headers as ever, the body in bytes of its own. */
const inBytes = (type: string, body: Buffer): Buffer => Buffer.concat([aMail({ type, body: "" }), body]);
const latin = (text: string): Buffer => Buffer.from(text, "latin1");
const meta = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">';

describe("letters that are not in the charset a mail declares", () => {
  it.each([
    ["text/plain; charset=utf-8", latin(named)],
    ["text/plain; charset=us-ascii", latin(named)],
    ["text/plain", latin(named)],
    ["text/plain; charset=utf-8; charset=windows-1252", latin(named)],
    ["text/plain; charset=windows-1252", latin(named)],
    ["text/plain", Buffer.from(named)],
    ["text/html", latin(page(meta))],
    ["text/plain; charset=utf-16le", Buffer.from(named, "utf16le")],
    ["text/plain; charset=utf-16", Buffer.from(`\ufeff${named}`, "utf16le").swap16()],
  ])("%s %#: are read as what they can be", async (type, body) => {
    const { result } = await read(inBytes(type, body));
    expect(result).toMatchObject({ status: "accepted", reasons: [] });
    expect(result.compacts[0]?.child).toMatchObject({ surname: "BRÖNTE", forenames: "Zoë" });
  });

  it.each([
    [
      "some of them UTF-8 and some not",
      "text/plain; charset=utf-8",
      Buffer.concat([Buffer.from(named), latin("Known As: Zoë\r\n")]),
    ],
    ["a charset nobody knows", "text/plain; charset=x-unknown-99", latin(named)],
    ["bytes that are no letters", "text/plain; charset=utf-8", latin(named.replace("Ö", "\x81"))],
  ])("%s: no charset explains them, and a person looks", async (_what, type, body) => {
    const { result } = await read(inBytes(type, body));
    expect(result.status).toBe("quarantined");
    expect(result.reasons.some((reason) => reason !== "ambiguous-date:missingSince")).toBe(true);
  });

  it("a gap in an address alone stops nothing", async () => {
    const body = Buffer.concat([Buffer.from(named), latin("Home Address: Caf\xe9 Rouge\r\n")]);
    expect((await read(inBytes("text/plain; charset=utf-8", body))).result.status).toBe("accepted");
  });

  it("UTF-7 is opened by nobody", async () => {
    const { result } = await read(
      inBytes("text/plain; charset=utf-7", Buffer.from(lines({ ...complete, Surname: "BR+ANY-NTE" }))),
    );
    expect(result).toMatchObject({ status: "quarantined", reasons: ["malformed", "no-surname"] });
  });

  it.each(["\u202eNWODHSA", "&#x202e;NWODHSA", "&#8238;NWODHSA"])(
    "letters shown in another order than written are for a person: %s",
    async (Surname) => {
      const body = `<pre>${lines({ ...complete, Surname })}</pre>`;
      const { result } = await read(multipart("alternative", [{ type: "text/html; charset=utf-8", body }]));
      expect(result).toMatchObject({ status: "quarantined", reasons: ["malformed"] });
    },
  );
});
