import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { describe, expect, it } from "vitest";
import { S } from "../../functions/adapters/dynamo/item.ts";
import { foundMail, missingMail, updateMail } from "./support/compact-mail.ts";
import { duty, hoursFrom, isBy, LEICESTERSHIRE, lab, mailsAbout } from "./support/lab.ts";

const send = (raw: Uint8Array, receipt?: Record<string, unknown>) =>
  lab.sendAndWait({ raw, authority: LEICESTERSHIRE, receipt });

/** Every raw mail ends in exactly one of: applied, duplicate, quarantined. */
export const accounting = (): void => {
  describe("accounting for mail", () => {
    it("keeps one episode for the same mail twice, found before missing, and an update after found", async () => {
      const now = await lab.now();
      const facts = { reference: "MP/26/100001", surname: "QUILL" };
      const found = foundMail({ ...facts, at: hoursFrom(now, -1), sentAt: now });
      expect(await send(found)).toMatchObject({ outcome: "applied" });
      expect(
        await send(missingMail({ ...facts, at: hoursFrom(now, -5), sentAt: hoursFrom(now, -4) })),
      ).toMatchObject({
        outcome: "applied",
        episodes: ["MP/26/100001"],
      });
      expect(await send(updateMail({ ...facts, at: now, sentAt: now }))).toMatchObject({
        outcome: "applied",
      });
      expect(await send(found)).toMatchObject({ outcome: "duplicate" });
      const again = Buffer.from(
        `Received: from relay.example by mx.example; Sun, 1 Nov 2026 10:00:00 +0000\r\n${Buffer.from(found)
          .toString()
          .replace(/Message-ID: <[^>]+>/, "Message-ID: <another@mail.example>")}`,
      );
      expect(await send(again)).toMatchObject({ outcome: "duplicate" });
      const episode = await lab.episode("MP/26/100001", LEICESTERSHIRE);
      expect(episode.status).toBe("returned");
      expect(episode.events.map((e) => e.type).filter((t) => t !== "rung-fired")).toEqual([
        "missing",
        "found",
        "update",
      ]);
    });

    it.each([
      ["empty", Buffer.from(""), undefined, "empty"],
      [
        "unreadable",
        Buffer.from("From: compact@leicestershire-police.example\r\nSubject: hello\r\n\r\nNothing of use."),
        undefined,
        "unknown-kind",
      ],
      [
        "failing DMARC",
        missingMail({
          reference: "MP/26/100003",
          surname: "VANE",
          at: Date.UTC(2026, 10, 1),
          sentAt: Date.UTC(2026, 10, 1),
        }),
        { dmarcVerdict: { status: "FAIL" } },
        "authentication-failed",
      ],
      [
        "from a stranger",
        Buffer.from(
          Buffer.from(
            missingMail({
              reference: "MP/26/100004",
              surname: "VANE",
              at: Date.UTC(2026, 10, 1),
              sentAt: Date.UTC(2026, 10, 1),
            }),
          )
            .toString()
            .replace("leicestershire-police.example", "elsewhere.example"),
        ),
        undefined,
        "sender-not-allowed",
      ],
    ])(
      "quarantines a mail that is %s, and mails the named role without its content",
      async (_what, raw, receipt, reason) => {
        const sent = await send(raw, receipt);
        expect(sent).toMatchObject({ outcome: "quarantined", episodes: [] });
        expect(sent.reasons).toContain(reason);
        const alert = (await lab.outbox()).find((m) => m.subject.includes(sent.mailId));
        expect(alert?.to).toHaveLength(1);
        expect(alert?.text).not.toMatch(/VANE|Nothing of use/);
      },
    );

    it("finds a raw mail that was never announced and hands it to a person", async () => {
      const { outputs, tables } = await lab.chosen(LEICESTERSHIRE);
      const Body = missingMail({
        reference: "MP/26/100005",
        surname: "HOLT",
        at: await lab.now(),
        sentAt: await lab.now(),
      });
      await lab.clients.s3.send(
        new PutObjectCommand({ Bucket: outputs.RawBucketName, Key: "raw/never-announced", Body }),
      );
      await lab.clients.s3.send(
        new PutObjectCommand({
          Bucket: outputs.RawBucketName,
          Key: "raw/AMAZON_SES_SETUP_NOTIFICATION",
          Body: "Amazon SES has been set up to put mails here.",
        }),
      );
      await lab.settle();
      const rowOf = (mailId: string) =>
        new GetItemCommand({ TableName: tables.ledger, Key: { mailId: S(mailId) } });
      const noted = await lab.clients.dynamo.send(rowOf("never-announced"));
      expect(noted.Item?.open).toEqual(S("unaccounted"));
      expect((await lab.clients.dynamo.send(rowOf("AMAZON_SES_SETUP_NOTIFICATION"))).Item).toBeUndefined();
      await lab.advanceBy(900);
      await lab.advanceBy(900);
      await lab.advanceBy(120);
      const waiting = await lab.quarantine(LEICESTERSHIRE);
      expect(waiting.filter((m) => m.reasons.includes("no-receipt")).map((m) => m.mailId)).toEqual([
        "never-announced",
      ]);
      expect((await lab.outbox()).filter((m) => m.subject.includes("never-announced"))).toHaveLength(1);
    });

    it("links two episodes of one child that come at once, so that the third calls for the discussion once", async () => {
      const now = await lab.now();
      const at = (hours: number) => hoursFrom(now, hours);
      const child = { surname: "TARN" };
      const mails = ["MP/26/100011", "MP/26/100012", "MP/26/100013"].map((reference, i) =>
        missingMail({ ...child, reference, at: at(-30 + i * 8), sentAt: at(-29 + i * 8) }),
      );
      const sent = await Promise.all(mails.map((raw) => send(raw)));
      expect(sent.map((s) => s.outcome)).toEqual(["applied", "applied", "applied"]);
      await lab.advanceBy(120);
      // One mail may be about all three: whose discussion it is, the duties say.
      const called = await Promise.all(
        ["MP/26/100011", "MP/26/100012", "MP/26/100013"].map(
          async (reference) => (await duty(reference, "strategy-discussion"))?.state,
        ),
      );
      expect(called).toEqual([undefined, undefined, "open"]);
      // Both conveners have a mail of their own.
      expect((await mailsAbout("MP/26/100013")).filter(isBy("LEI-03"))).toHaveLength(2);
    });
  });
};
