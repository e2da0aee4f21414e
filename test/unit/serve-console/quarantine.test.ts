import { describe, expect, it } from "vitest";
import type { LedgerEntry } from "../../../functions/core/ports/writes.ts";
import type { Reading } from "../../../functions/reading/reading.ts";
import { anEpisodeRow } from "../../builders/episode-row.ts";
import { missingCompact } from "../../builders/events.ts";
import { anUnreadable, aReading } from "../../builders/reading.ts";
import { aBrowser, aConsole, claimsOf } from "../../fakes/console.ts";
import type { WaitingMail } from "../../fakes/waiting-mails.ts";

const entry = (mailId: string, changed: Partial<LedgerEntry> = {}): LedgerEntry => ({
  mailId,
  outcome: "quarantined",
  reasons: ["no-surname"],
  episodes: [],
  receivedAt: "2026-11-30T07:00:00Z",
  ...changed,
});

const shown = (text: string): NonNullable<Reading["shown"]> => ({
  text,
  isCut: false,
  files: [{ name: "scan.png", bytes: 4096, digest: "a".repeat(64) }],
  disputes: [{ field: "surname", values: ["Marlowe", "Marlow <b>"] }],
});

const opened = async (
  mails: readonly WaitingMail[],
  role: "coordinator" | "manager" | "auditor" | "worker" = "coordinator",
  stored?: Parameters<typeof aConsole>[0],
) => {
  const console = aConsole({ mails, ...stored });
  const browser = aBrowser(console);
  await browser.signIn(claimsOf(role));
  return { console, browser };
};

describe("the list of mails that wait", () => {
  it("begins with the one that waits longest, and says why each waits and what that means", async () => {
    const { browser } = await opened([
      { entry: entry("younger", { receivedAt: "2026-11-30T07:30:00Z" }) },
      { entry: entry("older", { reasons: ["conflicting-values:dateOfBirth"], waiting: 2 }) },
    ]);
    const { body } = await browser.get("/quarantine");
    expect(body.indexOf("/quarantine/older")).toBeLessThan(body.indexOf("/quarantine/younger"));
    expect(body).toContain("about the date of birth");
    expect(body).toContain("No episode can do without it.");
    expect(body).toContain("2 reports");
  });

  it("keeps what machines wrote apart", async () => {
    const { browser } = await opened([{ entry: entry("bounce", { reasons: ["delivery-report"] }) }]);
    const { body } = await browser.get("/quarantine");
    expect(body).toContain("No mail waits.");
    expect(body).toContain("Written by machines");
  });

  it("shows a file's name as text, whatever a mail called it", async () => {
    const { browser } = await opened([
      { entry: entry("m<1>", { reasons: ["unreadable-attachment:<script>x</script>.pdf"] }) },
    ]);
    const { body } = await browser.get("/quarantine");
    expect(body).not.toContain("<script>");
    expect(body).toContain('href="/quarantine/m%3C1%3E"');
  });
});

describe("a mail that waits", () => {
  it("ALL-21: says who took it off an episode, when, and why", async () => {
    const off = {
      episodeId: "ep-1",
      by: "coordinator",
      at: "2026-11-30T08:00:00Z",
      reason: "Of another child",
    };
    const { browser } = await opened([{ entry: entry("off", { reasons: ["taken-off"], takenOff: [off] }) }]);
    const { body } = await browser.get("/quarantine/off");
    expect(body).toMatch(
      /Taken off an episode[\s\S]*30 Nov 2026, 08:00[\s\S]*by coordinator: Of another child/,
    );
    expect(body).toContain("counts nowhere until somebody decides again");
  });

  const reading: Reading = {
    ...anUnreadable(["no-surname"]),
    result: {
      status: "quarantined",
      reasons: ["no-surname"],
      compacts: [
        {
          kind: "missing",
          reference: "MP/1",
          child: { forenames: "Ellie" },
          unread: ["She has <b>no</b> coat."],
          provenance: { kind: { source: "text", label: "Type", raw: "MISSING PERSON" } },
        },
      ],
      unrecognised: [{ label: "Nickname", value: "<i>Els</i>" }],
    },
    shown: shown("Name: Ellie <script>alert(1)</script> \u202Eoops \u{1F600}"),
  };
  const mails = [{ entry: entry("m1"), reading }];

  it("has its own words as text beside what was read and what nobody could place", async () => {
    const { browser } = await opened(mails);
    const { body } = await browser.get("/quarantine/m1");
    expect(body).not.toMatch(/<script|<i>/);
    expect(body).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(body).toContain("\u{1F600}");
    expect(body).toContain("MP/1");
    expect(body).toContain("“MISSING PERSON” under “Type”");
    expect(body).toContain("Nickname: &lt;i&gt;Els&lt;/i&gt;");
    expect(body).toContain("The police also wrote");
    expect(body).toContain("She has &lt;b&gt;no&lt;/b&gt; coat.");
  });

  it("says each value where the mail says two, the child's name too", async () => {
    const doubted = { ...entry("m1"), reasons: ["conflicting-values:surname"] };
    const { browser } = await opened([{ entry: doubted, reading }]);
    expect((await browser.get("/quarantine/m1")).body).toContain(
      "What is said: “Marlowe” and “Marlow &lt;b&gt;”.",
    );
  });

  it("links its files, and sends the browser to them by an address of their own", async () => {
    const { browser } = await opened(mails);
    expect((await browser.get("/quarantine/m1")).body).toContain(`/attachments/m1/${"a".repeat(64)}`);
    const whole = await browser.get("/attachments/m1/mail");
    expect(whole).toMatchObject({ status: 302, headers: { location: "https://files.example/m1?signed" } });
    expect((await browser.get("/attachments/m1/unknown")).status).toBe(404);
    expect((await browser.get("/attachments/unknown/mail")).status).toBe(404);
  });

  it("can be decided about by a coordinator, and only read by an auditor", async () => {
    const { browser } = await opened(mails);
    expect((await browser.get("/quarantine/m1")).body).toContain("/quarantine/m1/release");
    const { browser: auditor } = await opened(mails, "auditor");
    const seen = await auditor.get("/quarantine/m1");
    expect(seen.status).toBe(200);
    expect(seen.body).not.toContain("/quarantine/m1/release");
  });

  it("that never waited, or is not there, is unknown", async () => {
    const { browser } = await opened([{ entry: entry("applied", { outcome: "applied" }) }]);
    expect((await browser.get("/quarantine/applied")).status).toBe(404);
    expect((await browser.get("/quarantine/nothing")).status).toBe(404);
    expect((await browser.get("/quarantine/applied/discard")).status).toBe(404);
    expect((await browser.get("/attachments/applied/mail")).status).toBe(404);
  });

  it("shows what both say where the episode knows the child otherwise", async () => {
    const reading = aReading({ reasons: ["conflicting-values:surname"], force: "anyforce" });
    const known = missingCompact({ force: "anyforce", child: { surname: "Otherwise" } });
    const stored = async () => ({ row: anEpisodeRow("MP/26/004417"), events: [known] });
    const { browser } = await opened([{ entry: entry("m2"), reading }], "coordinator", { stored });
    const { body } = await browser.get("/quarantine/m2");
    expect(body).toContain("the mail says “Marlowe”");
    expect(body).toContain("says “Otherwise”");
  });

  it("that is decided says by whom and when, and offers nothing more", async () => {
    const decision = {
      id: "x",
      kind: "discarded",
      by: "jo@anyshire.example",
      at: "2026-11-30T07:30:00Z",
      reason: "A <b>test</b>",
    } as const;
    const { browser } = await opened([{ entry: entry("m3", { decision }), reading }]);
    const { body } = await browser.get("/quarantine/m3");
    expect(body).toContain("discarded, by jo@anyshire.example, Mon 30 Nov 2026, 07:30");
    expect(body).toContain("A &lt;b&gt;test&lt;/b&gt;");
    expect(body).not.toContain("/quarantine/m3/release");
  });
});
