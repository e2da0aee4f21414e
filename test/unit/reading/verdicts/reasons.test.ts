import { describe, expect, it } from "vitest";
import { aMail, aReport, complete, lines, multipart, read, reasonsOf } from "../mails.ts";

const without = (label: string): Buffer =>
  aMail({ body: lines(Object.fromEntries(Object.entries(complete).filter(([one]) => one !== label))) });

describe("what stands against acting on a mail", () => {
  it("nothing, of a complete report", async () => {
    expect((await read(aReport())).result).toMatchObject({ status: "accepted", reasons: [] });
  });

  it.each([
    ["no-reference", without("COMPACT Ref")],
    ["no-surname", without("Surname")],
    ["no-date-of-birth", without("DOB")],
    ["unknown-kind", aMail({ subject: "For information", body: lines(complete).replace(/^.*\r\n/, "") })],
    ["unknown-risk", aReport({ Risk: "Amber" })],
    ["unreadable-date:dateOfBirth", aReport({ DOB: "March 2011" })],
    ["conflicting-values:dateOfBirth", aReport({ Age: "12" })],
    ["conflicting-values:dateOfBirth", aReport({ "Date of Birth": "10/03/2011" })],
    ["conflicting-values:surname", aReport({ "Family Name": "ROWAN" })],
    ["conflicting-values:surname", aReport({ Name: "ROWAN, Ellie May" })],
    ["conflicting-values:reference", aReport({ "Misper ID": "MP/26/009999" })],
    ["conflicting-values:reference", aReport({}, { subject: "Missing Person Report MP/26/009999" })],
    ["conflicting-values:risk", aReport({ Risk: "High", "Risk Level": "Low" })],
    ["conflicting-values:missingSince", aReport({ "Last Seen": "15/11/2026 08:00" })],
    ["conflicting-values:kind", aReport({}, { subject: "Found Report MP/26/004417" })],
    ["conflicting-values:kind", aReport({ "Date/Time Found": "15/11/2026 09:50" })],
    ["conflicting-values:subject", aReport({}, { headers: ["Subject: Found Report"] })],
    [
      "unreadable-date:foundAt",
      aMail({
        subject: "Found Report",
        body: lines({ ...complete, "Missing Since": "" }).replace("MISSING PERSON", "FOUND"),
      }),
    ],
    ["encrypted", aMail({ body: "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----" })],
    ["encrypted", multipart("encrypted", [{ type: "application/pgp-encrypted", body: "Version: 1" }])],
    [
      "encrypted",
      aMail({ type: 'application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"', body: "MIIB" }),
    ],
    [
      "unreadable-attachment:report.pdf",
      multipart("mixed", [
        { type: "text/plain", body: "See attached." },
        { type: 'application/pdf; name="report.pdf"', body: "%PDF" },
      ]),
    ],
    ["too-large", aMail({ body: `${lines(complete)}${"words and words ".repeat(80_000)}` })],
    ["empty", aMail({ body: "" })],
    ["empty", Buffer.alloc(0)],
    ["malformed", Buffer.from("just words, no mail at all\n\nand more of them\n")],
    [
      "malformed",
      Buffer.from(
        multipart("mixed", [{ type: "text/plain", body: lines(complete) }])
          .toString()
          .slice(0, -12),
      ),
    ],
    ["sender-ambiguous", aReport({}, { from: "a@x.example, b@y.example" })],
  ])("%s", async (reason, raw) => {
    const { result } = await read(raw);
    expect(result.reasons).toContain(reason);
    expect(result.status).toBe("quarantined");
  });

  it("every reason that applies is named at once", async () => {
    expect(
      await reasonsOf(aMail({ subject: "Hello", from: "a@x.example, b@y.example", body: "Nothing to see." })),
    ).toEqual(["sender-ambiguous", "unknown-kind", "no-reference", "no-surname", "no-date-of-birth"]);
  });

  it("an ambiguous hour alone does not stop a mail", async () => {
    const { result } = await read(aReport({ "Missing Since": "25/10/2026 01:30" }));
    expect(result).toMatchObject({ status: "accepted", reasons: ["ambiguous-date:missingSince"] });
  });

  it("an unreadable attachment beside a readable body only flags", async () => {
    const raw = multipart("mixed", [
      { type: "text/plain", body: lines(complete) },
      { type: 'application/pdf; name="map.pdf"', body: "%PDF" },
    ]);
    expect((await read(raw)).result).toMatchObject({
      status: "accepted",
      reasons: ["unreadable-attachment:map.pdf"],
    });
  });

  it("a locked zip is encrypted, an open one only unreadable", async () => {
    const zip = (flags: number): string =>
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0, flags, 0, 8, 0]).toString("base64");
    const mail = (flags: number): Buffer =>
      multipart("mixed", [
        { type: "text/plain", body: lines(complete) },
        {
          type: 'application/zip; name="a.zip"',
          headers: ["Content-Transfer-Encoding: base64"],
          body: zip(flags),
        },
      ]);
    expect(await reasonsOf(mail(1))).toEqual(["encrypted"]);
    expect(await reasonsOf(mail(0))).toEqual(["unreadable-attachment:a.zip"]);
  });
});

describe("mail no person wrote", () => {
  it.each([
    [
      "automatic-reply",
      aMail({
        subject: "Automatic reply: Return interview due",
        headers: ["Auto-Submitted: auto-replied"],
        body: "Away until Thursday.",
      }),
    ],
    ["automatic-reply", aMail({ subject: "Out of Office: Re: MP/26/004417", body: "Away until Thursday." })],
    ["automatic-reply", aReport({}, { headers: ["Auto-Submitted: auto-replied (vacation)"] })],
    [
      "delivery-report",
      multipart(
        "report; report-type=delivery-status",
        [
          { type: "text/plain", body: "Not delivered." },
          { type: "message/delivery-status", body: "Status: 5.1.1" },
        ],
        { from: "MAILER-DAEMON@mail.example" },
      ),
    ],
  ])("%s", async (reason, raw) => {
    const { result, mail } = await read(raw);
    expect(result).toMatchObject({ status: "quarantined", reasons: [reason] });
    expect(mail.automatic).toBe(true);
  });

  it("auto-generated is how a force's system may mark its compacts", async () => {
    const { result, mail } = await read(aReport({}, { headers: ["Auto-Submitted: auto-generated"] }));
    expect(result.status).toBe("accepted");
    expect(mail.automatic).toBe(false);
  });
});
