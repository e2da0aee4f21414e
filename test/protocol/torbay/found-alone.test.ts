import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compactEvent } from "../../../functions/core/compact-events/compact-event.ts";
import { compactSchema } from "../../../functions/domain/compact/compact-schema.ts";
import type { CompactEvent } from "../../../functions/domain/episode/events.ts";
import { explain } from "../../../functions/domain/profile/in-words/explain.ts";
import { readMail, trustPolicySchema } from "../../../functions/reading/parse-compact.ts";
import { anAction } from "../../builders/events.ts";
import { torbay } from "../../builders/profiles.ts";
import { dutyAt, inShort, limitAt, mailsUntil } from "../../builders/timetable.ts";
import { found, missing, PROVIDER, storyOf } from "./jowan.ts";

const AT = "2026-11-14T21:15:00Z";
const trust = trustPolicySchema.parse(torbay);
const receipt = { dmarcVerdict: { status: "PASS" as const } };

/** The mail as it comes in, read under this profile's trust policy, as the event that opens the episode. */
const fromMail = async (receivedAt: string): Promise<CompactEvent> => {
  const raw = readFileSync(new URL("../../fixtures/compacts/7-forwarded-as-attachment.eml", import.meta.url));
  const { result, mail } = await readMail(raw, { trust, receipt });
  const [compact] = result.compacts;
  return compactEvent(compactSchema.parse(compact), 0, {
    mailId: "mail-1",
    digest: mail.digest,
    force: mail.force ?? "nobody",
    trusted: mail.trusted,
    receivedAt: Date.parse(receivedAt),
  });
};

describe("the found notification comes alone", () => {
  it("TOR-10: it opens an episode, told to the provider with what it says; nobody is asked for a missing report (1.1, 1.2)", () => {
    const mails = mailsUntil(storyOf([found({ foundBy: "Father" })]), AT);
    expect(mails.map((m) => `${m.rule} ${m.letter.to}`)).toEqual([`TOR-10 ${PROVIDER}`]);
    expect(mails[0]?.letter.paragraphs.flatMap((p) => p.lines)).toEqual(
      expect.arrayContaining(["Name: Jowan Tregenza", "Returned by: Father"]),
    );
    expect(mails[0]?.letter.subject).not.toContain("Tregenza");
    expect(mailsUntil(storyOf([found()]), "2026-12-20T00:00:00Z").some((m) => m.rung === "ask")).toBe(false);
  });

  it("TOR-10: from the forwarded mail itself to its clocks (1.1, 1.2)", async () => {
    const event = await fromMail("2026-11-15T08:02:00Z");
    const story = storyOf([event]);
    expect(event).toMatchObject({ force: "devon-cornwall-police", type: "found" });
    expect(limitAt(story, "return-interview", event.recordedAt)).toBe("2026-11-17T20:40:00Z");
    expect(limitAt(story, "contact", event.recordedAt)).toBe("2026-11-16T08:02:00Z");
    expect(inShort(mailsUntil(story, event.recordedAt), "TOR-10")).toEqual([
      `2026-11-15T08:02:00Z told -> ${PROVIDER}`,
    ]);
  });

  it("TOR-10: the missing times are as the found notification states them, until a missing compact links to it (1.1)", () => {
    const late = missing({ received: "2026-11-15T09:00:00Z" });
    const story = storyOf([found({ missingSince: "2026-11-14T15:30:00+00:00" }), late]);
    expect(dutyAt(story, "contact", late.recordedAt)?.state).toBe("open");
    expect(limitAt(story, "contact", late.recordedAt)).toBe("2026-11-15T21:15:00Z");
    expect(inShort(mailsUntil(story, "2026-11-15T10:00:00Z"), "TOR-10")).toHaveLength(1);
  });

  it("TOR-10: a missing compact alone starts no clock of these standards but the 72-hour meeting's (1.1, 4.1)", () => {
    expect(mailsUntil(storyOf([missing()]), "2026-11-30T00:00:00Z").map((m) => m.rule)).toEqual(["TOR-41"]);
  });

  it("TOR-10: a notification nobody could authenticate is shown and starts no clock (1.1)", () => {
    const mails = mailsUntil(storyOf([found({ trusted: false })]), "2026-11-30T00:00:00Z");
    expect(mails.map((m) => m.rule)).toEqual(["TOR-10"]);
  });
});

it("TOR-00: its 24 hours are ours, and the mails say so (intro)", () => {
  const story = storyOf([found({ placingAuthority: "Kent" })]);
  const mail = mailsUntil(story, "2026-11-14T21:15:00Z").find((m) => m.rule === "TOR-00");
  const lines = mail?.letter.paragraphs.flatMap((p) => p.lines).join("\n");
  expect(lines).toMatch(/Due: .* \(local practice\)/);
  expect(lines).toContain("The limit is local practice: the protocol sets none.");
  expect(explain(torbay)).toContain(
    "Due: 24 hours after this arose (local practice: the source sets no limit).",
  );
});

describe("notified within the officer's shift", () => {
  it.each([
    ["a second before 10 hours", "2026-11-15T05:54:59Z", "done", undefined],
    ["exactly 10 hours", "2026-11-15T05:55:00Z", "done", undefined],
    ["a second over 10 hours", "2026-11-15T05:55:01Z", "late-done", "open"],
  ])("TOR-11, TOR-42: %s after the find (1.1, 4.2)", (_when, received, notified, issue) => {
    const story = storyOf([found({ received })]);
    expect(dutyAt(story, "notified-in-shift", received)?.state).toBe(notified);
    expect(dutyAt(story, "late-notification", received)?.state).toBe(issue);
  });

  it("TOR-11: ten elapsed hours, across the clock change of October (1.1)", () => {
    const times = { foundAt: "2026-10-24T22:00:00+01:00", returnedAt: "2026-10-24T22:30:00+01:00" };
    expect(
      dutyAt(
        storyOf([found({ ...times, received: "2026-10-25T07:00:00Z" })]),
        "notified-in-shift",
        "2026-10-25T07:00:00Z",
      )?.state,
    ).toBe("done");
    expect(
      dutyAt(
        storyOf([found({ ...times, received: "2026-10-25T07:00:01Z" })]),
        "late-notification",
        "2026-10-25T07:00:01Z",
      )?.state,
    ).toBe("open");
  });

  it("TOR-42: the delay goes to the Missing Monday meeting and ends once it was raised there (4.2)", () => {
    const raised = anAction("duty-done", "2026-11-16T10:00:00Z", {
      duty: "late-notification",
      outcome: "raised",
    });
    const story = storyOf([found({ received: "2026-11-15T08:00:00Z" }), raised]);
    expect(inShort(mailsUntil(story, "2026-11-20T00:00:00Z"), "TOR-42")).toEqual([
      `2026-11-15T08:00:00Z told -> ${PROVIDER}, missing-monday@torbay.example`,
    ]);
    expect(dutyAt(story, "late-notification", raised.at)?.state).toBe("done");
  });

  it("TOR-42: each concern a worker raises goes there, one after another (4.2)", () => {
    const one = anAction("raise-concern", "2026-11-15T10:00:00Z", { concern: "referral form incomplete" });
    const raised = anAction("duty-done", "2026-11-16T10:00:00Z", {
      duty: "process-concern",
      outcome: "raised",
    });
    const two = anAction("raise-concern", "2026-11-17T10:00:00Z", { concern: "wrong address again" });
    const story = storyOf([found(), one, raised, two]);
    expect(dutyAt(story, "process-concern", "2026-11-16T10:00:00Z")?.state).toBe("done");
    expect(dutyAt(story, "process-concern", "2026-11-17T10:00:00Z")?.state).toBe("open");
    expect(inShort(mailsUntil(story, "2026-11-20T00:00:00Z"), "TOR-42").map((m) => m.slice(0, 27))).toEqual([
      "2026-11-15T10:00:00Z told -",
      "2026-11-17T10:00:00Z told~2",
    ]);
  });
});

describe("a child placed here by another authority", () => {
  const theirs = { careStatus: "looked-after", placingAuthority: "Plymouth City Council" } as const;

  it("TOR-00: the standards do not apply: contact and interview are not required, with that reason (intro)", () => {
    const story = storyOf([found(theirs)]);
    for (const duty of ["contact", "return-interview"])
      expect(dutyAt(story, duty, AT)).toMatchObject({
        state: "not-required",
        reason: expect.stringContaining("placed by another authority"),
      });
  });

  it("TOR-00: told to the provider, with no word of an offer; nothing else is mailed (intro)", () => {
    const mails = mailsUntil(storyOf([found(theirs)]), AT);
    expect(mails.map((m) => m.duty).toSorted()).toEqual([
      "found-notification-elsewhere",
      "responsible-authority",
    ]);
    const text = JSON.stringify(mails.map(({ letter }) => letter));
    expect(text).not.toContain("offer a return interview");
    expect(text).toContain("No interview is ours to offer.");
  });

  it.each([
    ["one second before", "2026-11-15T21:14:59Z", 1],
    ["exactly", "2026-11-15T21:15:00Z", 2],
    ["a day after", "2026-11-16T21:15:00Z", 3],
  ])("TOR-00: watched: %s 24 hours (intro)", (_when, until, mails) => {
    expect(inShort(mailsUntil(storyOf([found(theirs)]), until), "TOR-00")).toHaveLength(mails);
  });

  it("TOR-00: done when it is recorded that the responsible authority is told (intro)", () => {
    const told = anAction("duty-done", "2026-11-15T09:00:00Z", {
      duty: "responsible-authority",
      outcome: "told",
    });
    expect(dutyAt(storyOf([found(theirs), told]), "responsible-authority", told.at)?.state).toBe("done");
  });

  it("TOR-00: Torbay's own looked-after child is covered (intro)", () => {
    const story = storyOf([found({ careStatus: "looked-after", placingAuthority: "TORBAY COUNCIL" })]);
    expect(dutyAt(story, "responsible-authority", AT)).toBeUndefined();
    expect(dutyAt(story, "return-interview", AT)?.state).toBe("open");
  });
});
