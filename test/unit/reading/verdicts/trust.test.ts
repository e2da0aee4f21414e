import { describe, expect, it } from "vitest";
import { plainMailbox } from "../../../../functions/reading/compact/trust/sender.ts";
import type { SesReceipt, TrustPolicy } from "../../../../functions/reading/compact/trust/trust.ts";
import { aMail, aReport, complete, lines, multipart, read } from "../mails.ts";

const trust: TrustPolicy = {
  forces: [
    { id: "leicestershire-police", senderDomains: ["leicestershire-police.example"] },
    {
      id: "devon-and-cornwall-police",
      senderDomains: ["dc-police.example"],
      vocabulary: { labels: { reference: ["Enquiry Key"] } },
    },
  ],
  forwarders: [{ domain: "torbay.example" }],
};
const pass = { status: "PASS" } as const;
const fail = { status: "FAIL" } as const;
const passed: SesReceipt = {
  spamVerdict: pass,
  virusVerdict: pass,
  spfVerdict: pass,
  dkimVerdict: pass,
  dmarcVerdict: pass,
};

describe("the From line names one plain mailbox", () => {
  it.each([
    ["a@b.example", "a@b.example"],
    [
      "COMPACT Notifications <compact@leicestershire-police.example>",
      "compact@leicestershire-police.example",
    ],
    [
      '"Police, Leicestershire" <compact@leicestershire-police.example>',
      "compact@leicestershire-police.example",
    ],
    [
      "=?utf-8?B?Q09NUEFDVA==?= <compact@leicestershire-police.example>",
      "compact@leicestershire-police.example",
    ],
    ["Missing Team (Derbyshire) <compact@b.example>", "compact@b.example"],
    ["(Duty) Control Room (East) <compact@b.example>", "compact@b.example"],
    ["compact@b.example <compact@b.example>", "compact@b.example"],
    ["'compact@b.example' <Compact@b.example>", "compact@b.example"],
  ])("%s", (from, expected) => {
    expect(plainMailbox(from)).toBe(expected);
  });

  it.each([
    "<x@met.police.example (c).evil.example>",
    "x@met.police.example (c)",
    "a@b.example, c@d.example",
    "group: a@b.example;",
    "<@relay.example:a@b.example>",
    "a@b.example <c@d.example>",
    "Team (a@b.example) <c@d.example>",
    "Team (one (two)) <c@d.example>",
    "Team (one <c@d.example>",
    "a@b.example <a@b.example> <c@d.example>",
    "<a@b.example> <c@d.example>",
    "",
    "COMPACT",
    '"a@b.example"',
    "=?utf-8?Q?a=40b.example?= ",
    "a@b@c.example",
    "a@b.example\0",
    "<a@b.example",
    "a@b..example",
  ])("%s is nobody's", (from) => {
    expect(plainMailbox(from)).toBeUndefined();
  });

  it("two From lines are nobody's", async () => {
    const { result, mail } = await read(aReport({}, { headers: ["From: other@x.example"] }));
    expect(result.reasons).toEqual(["sender-ambiguous"]);
    expect(mail.from).toBeUndefined();
  });
});

describe("whose mails count", () => {
  it("a force's own, named by its id", async () => {
    expect((await read(aReport(), { trust })).mail.force).toBe("leicestershire-police");
  });

  it.each([
    "x@sub.leicestershire-police.example",
    "x@evil-leicestershire-police.example",
    "x@leicestershire-police.example.evil.example",
    "x@elsewhere.example",
  ])("not %s: domains are compared whole", async (from) => {
    const { result, mail } = await read(aReport({}, { from }), { trust });
    expect(result).toMatchObject({ status: "quarantined", reasons: ["sender-not-allowed"] });
    expect(mail.force).toBeUndefined();
  });

  const attached = (from: string, inner: string): Buffer =>
    multipart(
      "mixed",
      [
        { type: "text/plain", body: "See attached." },
        { type: "message/rfc822", body: aReport({}, { from: inner }).toString() },
      ],
      { from, subject: "FW: Missing Person Report" },
    );

  it("one passed on by a listed office is the force's whose mail is inside", async () => {
    const { result, mail } = await read(attached("duty@torbay.example", "compact@dc-police.example"), {
      trust,
    });
    expect(result.status).toBe("accepted");
    expect(mail).toMatchObject({ from: "duty@torbay.example", force: "devon-and-cornwall-police" });
  });

  it("also where it is pasted below", async () => {
    const body = `See below.\r\n\r\nFrom: Police <compact@dc-police.example>\r\nSent: 14 November 2026\r\nTo: duty@torbay.example\r\nSubject: Missing Person Report\r\n\r\n${lines(complete)}`;
    expect(
      (
        await read(aMail({ from: "duty@torbay.example", subject: "FW: Missing Person Report", body }), {
          trust,
        })
      ).mail.force,
    ).toBe("devon-and-cornwall-police");
  });

  it("not where the mail inside is a stranger's, or an unlisted office passes it on", async () => {
    expect(
      (await read(attached("duty@torbay.example", "a@elsewhere.example"), { trust })).result.reasons,
    ).toEqual(["sender-not-allowed"]);
    expect(
      (await read(attached("a@elsewhere.example", "compact@dc-police.example"), { trust })).result.reasons,
    ).toEqual(["sender-not-allowed"]);
    expect((await read(aReport({}, { from: "duty@torbay.example" }), { trust })).result.reasons).toEqual([
      "sender-not-allowed",
    ]);
  });

  const force = "compact@dc-police.example";
  const quoting = (from: string, body = lines(complete)): string =>
    `FYI\r\n\r\nFrom: ${from}\r\nSent: 14 November 2026\r\nTo: duty@torbay.example\r\nSubject: Missing Person Report\r\n\r\n${body}`;
  const note = { type: "text/plain", body: "See attached." };
  const mailPart = (raw: Buffer) => ({ type: "message/rfc822", body: raw.toString() });
  const passedOn = (...parts: { type: string; body: string }[]): Buffer =>
    multipart("mixed", parts, { from: "duty@torbay.example", subject: "FW: Missing Person Report" });
  const minutes = mailPart(aMail({ from: force, subject: "Minutes", body: "Minutes of the meeting." }));

  it.each([
    [
      "a stranger's mail that quotes a force",
      passedOn(note, mailPart(aMail({ from: "x@evil.example", body: quoting(force) }))),
    ],
    [
      "a stranger's mail with a force's attached",
      passedOn(note, {
        type: "message/rfc822",
        body: passedOn(note, mailPart(aReport({}, { from: force })))
          .toString()
          .replace("duty@torbay.example", "x@evil.example")
          .replaceAll(/(--|")part/g, "$1inner"),
      }),
    ],
    [
      "a mail of two senders, beside a force's that reports nothing",
      passedOn(minutes, mailPart(aReport({}, { from: "a@x.example, b@y.example" }))),
    ],
    [
      "the office's own report beside a force's mail that reports nothing",
      passedOn({ type: "text/plain", body: lines(complete) }, minutes),
    ],
    [
      "the office's own report above a force's mail that reports nothing",
      aMail({
        from: "duty@torbay.example",
        body: `${lines(complete)}\r\n${quoting(force, "Minutes of the meeting.")}`,
      }),
    ],
    [
      "a force's report that a stranger passed on to the office",
      aMail({ from: "duty@torbay.example", body: quoting("Evil <x@evil.example>", quoting(force)) }),
    ],
    [
      "a report the plain text has from a stranger and the HTML from a force",
      multipart(
        "alternative",
        [
          { type: "text/plain", body: quoting("x@evil.example") },
          { type: "text/html", body: `<pre>${quoting(force)}</pre>` },
        ],
        { from: "duty@torbay.example" },
      ),
    ],
    [
      "a report that only the plain text has from a force",
      multipart(
        "alternative",
        [
          { type: "text/plain", body: quoting(force) },
          { type: "text/html", body: `<pre>${lines(complete)}</pre>` },
        ],
        { from: "duty@torbay.example" },
      ),
    ],
  ])("nor %s", async (_what, raw) => {
    const { result, mail } = await read(raw, { trust });
    expect(result.reasons).toContain("sender-not-allowed");
    expect(mail.force).toBeUndefined();
  });

  it.each([`Police [mailto:${force}]`, `Police <mailto:${force}>`, `Police <${force}<mailto:${force}>>`])(
    "a quoted sender may be written as mail programs do: %s",
    async (from) => {
      const { mail } = await read(aMail({ from: "duty@torbay.example", body: quoting(from) }), { trust });
      expect(mail.force).toBe("devon-and-cornwall-police");
    },
  );

  it("offices may pass a force's report on to one another", async () => {
    const between = aMail({
      from: "duty@torbay.example",
      body: quoting("Other <other@torbay.example>", quoting(force)),
    });
    expect((await read(between, { trust })).mail.force).toBe("devon-and-cornwall-police");
  });

  it("a force's own words are read in its mails and in no other's", async () => {
    const { "COMPACT Ref": reference = "", ...rest } = complete;
    const body = lines({ "Enquiry Key": reference, ...rest });
    expect(
      (await read(aMail({ from: "compact@dc-police.example", body }), { trust })).result.compacts[0]
        ?.reference,
    ).toBe(reference);
    expect((await read(aMail({ body }), { trust })).result).toMatchObject({
      reasons: ["no-reference"],
      unrecognised: [{ label: "Enquiry Key", value: reference }],
    });
  });
});

describe("SES's verdicts", () => {
  const judged = (receipt: SesReceipt) => read(aReport(), { receipt });

  it("all passed: trusted", async () => {
    const { result, mail } = await judged(passed);
    expect([result.status, mail.trusted]).toEqual(["accepted", true]);
  });

  it.each([
    ["authentication-failed", { ...passed, dmarcVerdict: fail }],
    ["authentication-failed", { ...passed, dmarcVerdict: { status: "GRAY" } }],
    ["authentication-failed", { ...passed, dmarcVerdict: { status: "PROCESSING_FAILED" } }],
    ["authentication-failed", { spfVerdict: fail, dkimVerdict: pass }],
    ["authentication-failed", { ...passed, dmarcVerdict: undefined }],
    ["authentication-failed", { ...passed, spfVerdict: fail, dkimVerdict: fail }],
    ["virus", { ...passed, virusVerdict: fail }],
  ] as [string, SesReceipt][])("%s quarantines", async (reason, receipt) => {
    const { result } = await judged(receipt);
    expect(result).toMatchObject({ status: "quarantined", reasons: [reason] });
  });

  it("failed authentication is not trusted, but what the mail says is still read", async () => {
    const { result, mail } = await judged({ ...passed, dmarcVerdict: fail });
    expect(mail.trusted).toBe(false);
    expect(result.compacts[0]?.reference).toBe("MP/26/004417");
  });

  it("spam only flags; SPF may fail where DMARC holds", async () => {
    expect((await judged({ ...passed, spamVerdict: fail })).result).toMatchObject({
      status: "accepted",
      reasons: ["spam"],
    });
    expect((await judged({ ...passed, spfVerdict: fail })).mail.trusted).toBe(true);
  });

  it("without a receipt nothing is trusted, whatever headers the mail brings", async () => {
    const { result, mail } = await read(
      aReport(
        {},
        { headers: ["X-SES-Spam-Verdict: PASS", "Authentication-Results: amazonses.com; dmarc=pass"] },
      ),
    );
    expect([result.status, mail.trusted]).toEqual(["accepted", false]);
  });
});

describe("a mail an office passes on", () => {
  const office = "Duty <duty@torbay.example>";
  const report = lines(complete);
  const found = report
    .replace("MISSING PERSON REPORT", "FOUND REPORT")
    .replace("Missing Since: 14/11/2026 21:30", "Date/Time Found: 15/11/2026 09:50");
  const police = "compact@leicestershire-police.example";
  const ways: [string, (report: string) => string][] = [
    [
      "with Outlook's head, an address for a name",
      (words) =>
        `Please log.\r\n\r\nFrom: ${police} <${police}>\r\nSent: 15 November 2026 10:00\r\nTo: Duty <duty@torbay.example>\r\nSubject: Report\r\n\r\n${words}`,
    ],
    [
      "as a reply quotes it",
      (words) =>
        `Please log.\r\n\r\nOn Sun, 15 Nov 2026 at 10:00, Missing Team <${police}> wrote:\r\n${words.replace(/^/gm, "> ")}`,
    ],
    [
      "as a reply quotes it, its head on two lines",
      (words) =>
        `Please log.\r\n\r\nOn Sun, 15 Nov 2026 at 10:00, Missing Team\r\n<${police}> wrote:\r\n\r\n${words.replace(/^/gm, "> ")}`,
    ],
  ];

  it.each(ways)("%s, is the force's, and opens an episode", async (_way, pass) => {
    const { result, mail } = await read(aMail({ from: office, subject: "FW: report", body: pass(report) }), {
      trust,
    });
    expect(result).toMatchObject({ status: "accepted", reasons: [] });
    expect(mail).toMatchObject({ force: "leicestershire-police", doubt: "passed-on" });
  });

  it.each(ways)("%s, ends none without a person", async (_way, pass) => {
    const { result, mail } = await read(aMail({ from: office, subject: "FW: report", body: pass(found) }), {
      trust,
    });
    expect(result).toMatchObject({
      status: "quarantined",
      reasons: ["passed-on"],
      compacts: [{ kind: "found" }],
    });
    expect(mail.force).toBe("leicestershire-police");
  });

  it("ends one where the force sent it itself", async () => {
    const { result, mail } = await read(aMail({ subject: "Found Report", body: found }), { trust });
    expect(result).toMatchObject({ status: "accepted", reasons: [] });
    expect(mail.doubt).toBeUndefined();
  });
});
