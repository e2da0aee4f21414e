import { describe, expect, it } from "vitest";
import { toInstant } from "../../../functions/domain/calendar/instant.ts";
import { findingsIn } from "../../../functions/domain/force/findings.ts";
import type { ForceMail } from "../../../functions/domain/force/force-mail.ts";
import { aProfile } from "../../builders/profile.ts";

const HOUR = 3_600_000;
const last = toInstant("2026-11-14T12:00:00Z");
const { forceWatch: limits } = aProfile();

const aMail = (overrides: Partial<ForceMail> = {}): ForceMail => ({
  receivedAt: last,
  duplicate: false,
  quarantined: false,
  proved: true,
  labels: { all: 10, unrecognised: 0 },
  ...overrides,
});

/** Newest first, `bad` of them at the head. */
const mails = (count: number, bad: number, as: Partial<ForceMail>): ForceMail[] =>
  Array.from({ length: count }, (_, i) => aMail({ receivedAt: last - i * HOUR, ...(i < bad ? as : {}) }));

const kindsIn = (list: readonly ForceMail[], now = last) => findingsIn(list, limits, now).map((f) => f.kind);

describe("the share of a force's mails in quarantine", () => {
  const quarantined = { quarantined: true };

  it.each([
    ["at its limit", 50, 10, []],
    ["one mail over it", 50, 11, ["quarantined"]],
    ["over it among nine mails, which are too few", 9, 9, []],
    ["over it among ten", 10, 3, ["quarantined"]],
  ])("%s", (_what, count, bad, kinds) => {
    expect(kindsIn(mails(count, bad, quarantined))).toEqual(kinds);
  });

  it("is taken of the last 50: what is older counts no more", () => {
    const older = mails(60, 0, {}).map((mail, i) => (i < 50 ? mail : { ...mail, quarantined: true }));
    expect(kindsIn(older)).toEqual([]);
  });

  it("says nothing of duplicates, which were read before", () => {
    const resent = mails(40, 30, { duplicate: true, quarantined: true });
    expect(kindsIn(resent)).toEqual([]);
    expect(kindsIn([...mails(3, 3, quarantined), ...resent])).toEqual(["quarantined"]);
  });

  it("comes with its figures", () => {
    expect(findingsIn(mails(50, 11, quarantined), limits, last)).toEqual([
      { kind: "quarantined", part: 11, of: 50, limit: 0.2 },
    ]);
  });
});

describe("the share of labels nobody knows", () => {
  const strange = { labels: { all: 20, unrecognised: 10 } };

  it.each([
    ["at its limit", mails(10, 10, { labels: { all: 5, unrecognised: 1 } }), []],
    [
      "one label over it",
      [
        aMail({ labels: { all: 5, unrecognised: 5 } }),
        ...mails(9, 9, { labels: { all: 5, unrecognised: 1 } }),
      ],
      ["unrecognised"],
    ],
    ["of mails without any label", mails(10, 10, { labels: { all: 0, unrecognised: 0 } }), []],
  ])("%s", (_what, list, kinds) => {
    expect(kindsIn(list)).toEqual(kinds);
  });

  it("is one of labels, not of mails: a long form counts for more than a short one", () => {
    const short = mails(10, 9, { labels: { all: 1, unrecognised: 1 } }).map((mail, i) =>
      i < 9 ? mail : aMail({ receivedAt: mail.receivedAt, labels: { all: 91, unrecognised: 0 } }),
    );
    expect(kindsIn(short)).toEqual([]);
    expect(kindsIn(mails(10, 10, strange))).toEqual(["unrecognised"]);
  });
});

describe("a force's silence", () => {
  const everyHours = (gap: number, count = 21): ForceMail[] =>
    Array.from({ length: count }, (_, i) => aMail({ receivedAt: last - i * gap * HOUR }));
  const kindsAfter = (hours: number, list: readonly ForceMail[], seconds = 0) =>
    kindsIn(list, last + hours * HOUR + seconds * 1_000);

  it("of a busy force begins after the profile's hours, not before", () => {
    expect(kindsAfter(48, everyHours(1))).toEqual([]);
    expect(kindsAfter(48, everyHours(1), 1)).toEqual(["silent"]);
  });

  it("of a force that seldom writes begins after twice the largest of its last 20 gaps", () => {
    expect(kindsAfter(144, everyHours(72))).toEqual([]);
    expect(kindsAfter(144, everyHours(72), 1)).toEqual(["silent"]);
  });

  it("is measured by the last 20 gaps: an older one is forgotten", () => {
    const withGapAt = (index: number) =>
      everyHours(1, 30).map((mail, i) =>
        i < index ? mail : { ...mail, receivedAt: mail.receivedAt - 240 * HOUR },
      );
    expect(kindsAfter(49, withGapAt(20))).toEqual([]);
    expect(kindsAfter(49, withGapAt(21))).toEqual(["silent"]);
  });

  it("is not known before five gaps are", () => {
    expect(kindsAfter(1_000, everyHours(1, 5))).toEqual([]);
    expect(kindsAfter(1_000, everyHours(1, 6))).toEqual(["silent"]);
  });

  it("is not covered by a mail that nobody could prove, and is broken by a resend", () => {
    const now = 49;
    const lately = { receivedAt: last + 48 * HOUR };
    expect(kindsAfter(now, [aMail({ ...lately, proved: false }), ...everyHours(1)])).toEqual(["silent"]);
    expect(kindsAfter(now, [aMail({ ...lately, duplicate: true }), ...everyHours(1)])).toEqual([]);
  });
});
