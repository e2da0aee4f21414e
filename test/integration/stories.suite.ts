import { beforeAll, describe, expect, it } from "vitest";
import type { SentMail } from "../../localstack/lab/mail/outbox.ts";
import { ending, story } from "../../localstack/lab/story/story.ts";
import { tell } from "../../localstack/lab/story/teller.ts";
import { DANIEL, derbyMails } from "./derby-city/mails.ts";
import { ELLIE, ellieMails } from "./leicestershire/mails.ts";
import { expectedMails, sentMails } from "./support/expected.ts";
import { DERBY, duty, isBy, LEICESTERSHIRE, lab, mailsAbout } from "./support/lab.ts";

/** The two stories of `npm start`, through the deployed stacks, mail for mail. */
export const stories = (): void => {
  describe("the two stories", () => {
    const timeline: string[] = [];
    let outbox: SentMail[] = [];

    beforeAll(async () => {
      await tell(lab, story(), ending, (line) => timeline.push(line));
      outbox = await lab.outbox();
    });

    it.each([
      ["Ellie's workers what Leicestershire's procedure asks", LEICESTERSHIRE, ellieMails],
      ["Daniel's and Priya's workers what Derby's framework and protocol ask", DERBY, derbyMails],
    ])("tells %s, at its times, and nothing else", async (_whom, authority, expected) => {
      expect(sentMails(await lab.outbox(authority))).toEqual(expectedMails(expected));
    });

    it("sends nobody else anything", () => {
      const all = [ellieMails, derbyMails].flatMap((e) => Object.values(expectedMails(e)).flat());
      expect(outbox).toHaveLength(all.length);
    });

    it("LEI-09: refuses to complete her interview late without the reason, with clause 8", () => {
      expect(timeline.join("\n")).toMatch(/interview-held\. Refused\. LEI-09, clause 8/);
    });

    it("LEI-04: keeps her interview as late, with its reason, and closes the episode", async () => {
      const interview = await duty(ELLIE, "return-interview");
      expect(interview).toMatchObject({ state: "late-done", dueAt: "2026-11-18T09:50:00Z" });
      expect(interview?.reason).toMatch(/after her exam/);
      expect((await lab.episode(ELLIE, LEICESTERSHIRE)).status).toBe("closed");
    });

    it("LEI-13: carries the interview to the two mailboxes the clause names, concerns first, no name in the subject", async () => {
      const copies = (await mailsAbout(ELLIE)).filter(isBy("LEI-13"));
      expect(copies.flatMap(({ to }) => to).toSorted()).toEqual([
        "Cfs.cse.team@leics.gov.uk",
        "Missingreturninterviews@leicestershire.pnn.police.uk",
      ]);
      for (const { subject, text } of copies) {
        expect(subject).not.toMatch(/ellie|ashdown/i);
        expect(text.search(/concern/i)).toBeLessThan(text.search(/in your own words/));
      }
    });

    it("DER-06: keeps Daniel's interview open past its limit", async () => {
      expect(await duty(DANIEL, "return-interview", DERBY)).toMatchObject({
        state: "open",
        dueAt: "2026-11-21T07:25:00Z",
      });
    });

    it("files the automatic reply with nobody alerted", async () => {
      expect((await lab.quarantine(LEICESTERSHIRE)).map((m) => m.reasons)).toEqual([["automatic-reply"]]);
    });

    it("has every execution running or done, none failed", async () => {
      const statuses = [...(await lab.executions(LEICESTERSHIRE)), ...(await lab.executions(DERBY))].map(
        (e) => e.status,
      );
      expect(new Set(statuses)).toEqual(new Set(["RUNNING", "SUCCEEDED"]));
    });
  });
};
