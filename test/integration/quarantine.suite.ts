import { describe, expect, it } from "vitest";
import { readEpisode } from "../../localstack/lab/episode/read-episode.ts";
import type { DecisionArguments } from "../../localstack/lab/mail/decide.ts";
import { reparse } from "../../localstack/tools/reparse/reparse.ts";
import { missingMail } from "./support/compact-mail.ts";
import { hoursFrom, LEICESTERSHIRE, lab, mailsAbout } from "./support/lab.ts";

const MINUTE = 60_000;

/** A missing report whose date of birth nobody can read. */
const withoutBirthday = async (reference: string): Promise<Buffer> => {
  const now = await lab.now();
  const raw = missingMail({ reference, surname: "MERLE", at: hoursFrom(now, -3), sentAt: now });
  return Buffer.from(Buffer.from(raw).toString().replace("DOB: 04/05/2012", "DOB: not legible"));
};

const waiting = async (reference: string) => {
  const raw = await withoutBirthday(reference);
  const sent = await lab.sendAndWait({ raw, authority: LEICESTERSHIRE });
  expect(sent).toMatchObject({
    outcome: "quarantined",
    episodes: [],
    reasons: ["unreadable-date:dateOfBirth"],
  });
  return { mailId: sent.mailId, raw };
};

const decide = (mailId: string, request: Omit<DecisionArguments, "mailId" | "by">) =>
  lab.decide({ mailId, by: "duty-manager", ...request }, LEICESTERSHIRE);

const alertsOf = async (mailId: string) =>
  (await lab.outbox()).filter((mail) => mail.rule === "quarantine" && mail.subject.includes(mailId));

const stillWaits = async (mailId: string) =>
  (await lab.quarantine(LEICESTERSHIRE)).some((mail) => mail.mailId === mailId);

const eventsOf = async (reference: string) => {
  const { id } = await lab.episode(reference, LEICESTERSHIRE);
  const stored = await readEpisode(id, lab.clients, await lab.chosen(LEICESTERSHIRE));
  return stored?.events ?? [];
};

/** Quarantine as work: whom it reaches, when, and what a person may do about a mail. */
export const quarantine = (): void => {
  describe("a mail that waits for a person", () => {
    it("reaches the named role within two minutes, undecided after four hours the next, and never with its content", async () => {
      const from = await lab.now();
      const { mailId } = await waiting("MP/26/400001");
      await lab.advanceTo(from + 2 * MINUTE);
      const [first, ...none] = await alertsOf(mailId);
      expect(none).toEqual([]);
      expect(first?.to).toEqual(["ce-team@leicestershire.example"]);
      const told = Date.parse(first?.at ?? "");
      expect(told - from).toBeLessThanOrEqual(2 * MINUTE);
      await lab.advanceTo(hoursFrom(told, 4) - MINUTE);
      expect(await alertsOf(mailId)).toHaveLength(1);
      await lab.advanceTo(hoursFrom(told, 4) + 2 * MINUTE);
      const [, next, ...more] = await alertsOf(mailId);
      expect(next?.to).toEqual(["ce-service-manager@leicestershire.example"]);
      await lab.advanceBy(3_600);
      expect(more.length + (await alertsOf(mailId)).length).toBe(2);
      for (const { subject, text } of await alertsOf(mailId)) {
        expect(subject).not.toContain("400001");
        expect(text).toContain("a missing report, reference MP/26/400001");
        expect(`${subject} ${text}`).not.toMatch(/merle|robin|not legible/i);
      }
    });

    it("is released with corrected fields: its episode opens, and the event says who, why and which fields", async () => {
      const { mailId, raw } = await waiting("MP/26/400002");
      await expect(decide(mailId, { decision: "release" })).rejects.toThrow(/dateOfBirth/);
      const released = await decide(mailId, {
        decision: "release",
        data: { dateOfBirth: "2012-05-04", risk: "high" },
        reason: "read out by the force",
      });
      expect(released).toEqual({ outcome: "released", mailId, episodes: ["MP/26/400002"] });
      expect(await stillWaits(mailId)).toBe(false);
      expect((await eventsOf("MP/26/400002"))[0]).toMatchObject({
        type: "missing",
        compact: { risk: "high", child: { surname: "MERLE", dateOfBirth: "2012-05-04" } },
        released: {
          by: "duty-manager",
          reason: "read out by the force",
          corrected: ["dateOfBirth", "risk"],
        },
      });
      expect((await mailsAbout("MP/26/400002")).map(({ rule }) => rule)).toContain("LEI-01");
      expect(await lab.sendAndWait({ raw, authority: LEICESTERSHIRE })).toMatchObject({
        outcome: "duplicate",
      });
    });

    it("is attached to an episode, which keeps who did and why and is otherwise as it was", async () => {
      const now = await lab.now();
      const facts = { reference: "MP/26/400003", surname: "MERLE", at: hoursFrom(now, -2), sentAt: now };
      await lab.sendAndWait({ raw: missingMail(facts), authority: LEICESTERSHIRE });
      const { mailId } = await waiting("MP/26/400004");
      const attach = { decision: "attach", reference: "MP/26/400003", reason: "the same evening" } as const;
      expect(await decide(mailId, attach)).toMatchObject({ outcome: "attached", episodes: ["MP/26/400003"] });
      expect(await stillWaits(mailId)).toBe(false);
      const events = await eventsOf("MP/26/400003");
      expect(events.filter(({ kind }) => kind === "compact")).toHaveLength(1);
      const note = events.find(({ type }) => type === "note");
      expect(note).toMatchObject({ by: "duty-manager", data: { mailId } });
      expect(JSON.stringify(note)).toContain("the same evening");
    });

    it("is discarded with a reason only, and decided once; of a decided mail nobody further is told", async () => {
      const { mailId } = await waiting("MP/26/400005");
      await expect(decide(mailId, { decision: "discard" })).rejects.toThrow(/reason/);
      expect(await stillWaits(mailId)).toBe(true);
      expect(await decide(mailId, { decision: "discard", reason: "a drill" })).toMatchObject({
        outcome: "discarded",
        episodes: [],
      });
      await expect(decide(mailId, { decision: "discard", reason: "again" })).rejects.toThrow(
        /discarded by duty-manager/,
      );
      await lab.advanceBy(5 * 3_600);
      expect(await stillWaits(mailId)).toBe(false);
      expect(await alertsOf(mailId)).toHaveLength(1);
    });
  });

  describe("a force whose mails nobody can read any more", () => {
    it("is told once to the named role, with figures and without a word of the mails", async () => {
      for (let i = 0; i < 12; i += 1) await waiting(`MP/26/4001${String(i).padStart(2, "0")}`);
      await lab.advanceBy(7 * 3_600);
      const subject = /^Mails from Leicestershire Police: \d+ of the last \d+ quarantined/;
      const told = (await lab.outbox()).filter((mail) => subject.test(mail.subject));
      expect(told.map(({ to }) => to)).toEqual([["ce-team@leicestershire.example"]]);
      expect(told[0]?.rule).toBe("force-watch");
      expect(told[0]?.text).not.toMatch(/merle|robin|4001/i);
    });
  });

  describe("the stored mails", () => {
    it("read again with the code that read them come out the same", async () => {
      const { read, differing } = await reparse(0, lab.clients, await lab.chosen(LEICESTERSHIRE));
      expect(read).toBeGreaterThan(10);
      expect(differing).toEqual([]);
    });
  });
};
