import { describe, expect, it } from "vitest";
import { asMailsDate } from "../builders/london-time.ts";
import { missingMail } from "./support/compact-mail.ts";
import { hoursFrom, isBy, LEICESTERSHIRE, lab, mailsAbout } from "./support/lab.ts";

const FLOOD = 300;
/** More than read at once, so that some wait in the queue. */
const AT_ONCE = 20;
/** Three hundred mails take a busy machine some minutes. */
const LONGEST_MS = 600_000;
const HOUR = 3_600_000;
const FIRST_ROLE = "ce-team@leicestershire.example";

/** An invented advertisement: nothing in it can be about a child. */
const offer = (n: number, sentAt: number): Uint8Array =>
  Buffer.from(
    [
      `From: Offers <sales${n}@shop.example>`,
      "To: missing@in.leicestershire.example",
      "Subject: Autumn offers on printers",
      `Date: ${asMailsDate(sentAt)}`,
      `Message-ID: <offer-${n}@shop.example>`,
      'Content-Type: text/plain; charset="utf-8"',
      "MIME-Version: 1.0",
      "",
      `Dear customer, offer number ${n} ends soon.`,
      "",
    ].join("\r\n"),
  );

const fromAStranger = (raw: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(raw).toString().replace("leicestershire-police.example", "elsewhere.example"));

const send = (raw: Uint8Array) => lab.sendAndWait({ raw, authority: LEICESTERSHIRE });

export const flood = (): void => {
  describe("a flood of strangers' mails", () => {
    it(
      "LEI-03: delays no reminder, hides no report among them, and is told of in one mail",
      async () => {
        const hour = Math.ceil((await lab.now()) / HOUR) * HOUR;
        await lab.advanceTo(hour + 5 * 60_000);
        const due = hour + 40 * 60_000;
        const child = { reference: "MP/26/600001", surname: "LARCH" };
        await send(missingMail({ ...child, at: due - 72 * HOUR, sentAt: await lab.now() }));
        const before = (await lab.outbox()).length;
        const sentAt = await lab.now();
        const ids: string[] = [];
        for (let n = 0; n < FLOOD; n += AT_ONCE) {
          const raws = Array.from({ length: AT_ONCE }, (_, i) => offer(n + i, sentAt));
          const sent = await Promise.all(raws.map(send));
          expect(new Set(sent.map(({ outcome }) => outcome))).toEqual(new Set(["quarantined"]));
          ids.push(...sent.map(({ mailId }) => mailId));
        }
        const other = { reference: "MP/26/600002", surname: "ROWAN", at: hoursFrom(sentAt, -2), sentAt };
        const report = await send(fromAStranger(missingMail(other)));
        await lab.advanceTo(due + 60_000);
        const since = (await lab.outbox()).slice(before);
        const waits = since.filter(({ rule }) => rule === "quarantine");
        expect(waits.map(({ subject }) => subject)).toEqual([expect.stringContaining(report.mailId)]);
        const reminders = (await mailsAbout(child.reference)).filter(isBy("LEI-03"));
        expect(reminders.filter(({ to }) => to.includes(FIRST_ROLE))).toHaveLength(1);
        for (const { at } of reminders) expect(Date.parse(at)).toBeLessThanOrEqual(due + 60_000);

        await lab.advanceTo(hour + HOUR + 120_000);
        const lists = (await lab.outbox())
          .slice(before)
          .filter(({ subject }) => subject.startsWith("Strangers'"));
        expect(lists.map(({ subject, to }) => `${subject} -> ${to.join()}`)).toEqual([
          `Strangers' mails wait for a person: ${FLOOD} -> ${FIRST_ROLE}`,
        ]);
        expect(ids.filter((id) => !lists[0]?.text.includes(id))).toEqual([]);
        const waiting = new Set((await lab.quarantine(LEICESTERSHIRE)).map(({ mailId }) => mailId));
        expect(ids.filter((id) => !waiting.has(id))).toEqual([]);
      },
      LONGEST_MS,
    );
  });
};
