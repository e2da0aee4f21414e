import { describe, expect, it } from "vitest";
import type { LedgerEntry } from "../../../functions/core/ports/writes.ts";
import { TransientError } from "../../../functions/domain/errors.ts";
import { anUnreadable } from "../../builders/reading.ts";
import { aBrowser, aConsole, claimsOf } from "../../fakes/console.ts";
import { aDeskWithEllie } from "../../fakes/staff.ts";

const reading = {
  ...anUnreadable(["no-surname"]),
  shown: { text: "Name: Ellie", isCut: false, files: [], disputes: [] },
};
const entry: LedgerEntry = {
  mailId: "m1",
  outcome: "quarantined",
  reasons: ["conflicting-values:surname"],
  disputes: [{ field: "surname", values: ["Marlowe", "Marlow"] }],
  episodes: [],
  receivedAt: "2026-11-30T07:00:00Z",
};

/** A desk whose reader of mails answers or is too slow, as the test says. */
const aDesk = async () => {
  const console = aConsole({ mails: [{ entry, reading }] });
  const { pages } = console;
  const reader = { asked: 0, isSlow: false };
  const read = pages.waitingMails.read;
  pages.waitingMails = {
    ...pages.waitingMails,
    read: async (one) => {
      reader.asked += 1;
      if (reader.isSlow) throw new TransientError("the reader of mails failed");
      return read(one);
    },
  };
  const browser = aBrowser(console);
  await browser.signIn(claimsOf("coordinator"));
  return { console, browser, reader };
};

const refreshOf = ({ headers }: { headers: Readonly<Record<string, string>> }) => headers.refresh;

describe("a mail that waits", () => {
  it("is shown at once as it is stored, with why it waits, what disagrees and what can be done, and read only then", async () => {
    const { browser, reader } = await aDesk();
    const stored = await browser.first("/quarantine/m1");
    expect(reader.asked).toBe(0);
    expect(stored.body).toContain("“Marlowe” and “Marlow”");
    expect(stored.body).toContain("/quarantine/m1/discard");
    expect(stored.body).toContain("/quarantine/m1?read=1");
    expect(refreshOf(stored)).toBe("0; url=/quarantine/m1?read=1");
    const read = await browser.first("/quarantine/m1?read=1");
    expect(read.body).toContain("Name: Ellie");
    expect(refreshOf(read)).toBeUndefined();
  });

  it("is shown as it is stored where it can't be read, tries again some times, and then leaves it to a person", async () => {
    const { browser, reader } = await aDesk();
    reader.isSlow = true;
    const once = await browser.first("/quarantine/m1?read=1");
    expect(once.status).toBe(200);
    expect(once.body).toContain("could not be read just now");
    expect(once.body).toContain("/quarantine/m1/discard");
    expect(refreshOf(once)).toBe("5; url=/quarantine/m1?read=2");
    const last = await browser.first("/quarantine/m1?read=6");
    expect(refreshOf(last)).toBeUndefined();
    expect(last.body).toContain("/quarantine/m1?read=7");
  });

  it.each(["-1", "x", "1e99", "2.5", "<b>"])("takes ?read=%s for no harm", async (tries) => {
    const { browser } = await aDesk();
    const { status, body } = await browser.first(`/quarantine/m1?read=${encodeURIComponent(tries)}`);
    expect(status).toBe(200);
    expect(body).not.toContain("<b>");
  });

  it("keeps what was typed in its form while it can't be read, and gives it back once it can", async () => {
    const { browser, console, reader } = await aDesk();
    const { body } = await browser.get("/quarantine/m1/discard");
    const id = /name="id" value="([^"]+)"/.exec(body)?.[1] ?? "";
    reader.isSlow = true;
    const sent = await browser.post("/quarantine/m1/discard", { id, reason: "A newsletter" });
    expect(sent.status).toBe(303);
    expect(console.waiting.sent).toEqual([]);
    const waits = await browser.get(sent.headers.location ?? "");
    expect(waits.body).toContain("Nothing you typed is lost");
    reader.isSlow = false;
    const again = /href="(\/parked\/[^"]+)"/.exec(waits.body)?.[1] ?? "";
    expect((await browser.get(again)).body).toContain("A newsletter</textarea>");
  });

  it("says of a form that can't be shown yet how to go on", async () => {
    const { browser, reader } = await aDesk();
    reader.isSlow = true;
    const { status, body } = await browser.get("/quarantine/m1/release?all=yes");
    expect(status).toBe(200);
    expect(body).toContain("/quarantine/m1/release?all=yes");
  });

  it("keeps no session alive for ever by looking", async () => {
    const { browser } = await aDesk();
    const { body } = await browser.get("/quarantine/m1/discard");
    const id = /name="id" value="([^"]+)"/.exec(body)?.[1] ?? "";
    const { headers } = await browser.post("/quarantine/m1/discard", { id, reason: "A newsletter" });
    expect(refreshOf(await browser.first(`${headers.location}?looked=59`))).toBeDefined();
    expect(refreshOf(await browser.first(`${headers.location}?looked=60`))).toBeUndefined();
  });
});

describe("the words that nobody's program read", () => {
  it("come as a second step, below what is known of the mail", async () => {
    const { as, path } = await aDeskWithEllie({ unrecognised: [{ label: "Nickname", value: "Els" }] });
    const worker = await as("worker");
    const first = await worker.first(`${path}/mails/mail-1`);
    expect(first.body).toContain("Of the mail sent");
    expect(first.body).not.toContain("Els");
    expect(refreshOf(first)).toBe(`0; url=${path}/mails/mail-1?read=1`);
    const second = await worker.first(`${path}/mails/mail-1?read=1`);
    expect(second.body).toContain("Els");
    expect(refreshOf(second)).toBeUndefined();
  });
});
