import { beforeAll, describe, expect, it } from "vitest";
import { ending, story } from "../../localstack/lab/story/story.ts";
import { tell } from "../../localstack/lab/story/teller.ts";
import { DERBY, duty, LEICESTERSHIRE, lab, mailsAbout } from "./support/lab.ts";

const ELLIE = "MP/26/004417";
const DANIEL = "DP-MIS-2026-1183";
const PRIYA = "DP-MIS-2026-1190";

/** A wait is rounded up to whole seconds, so a mail may go a second after its rung falls due. */
const toTheMinute = (at: string): string => at.slice(0, 16);

const short = async (reference: string) =>
  (await mailsAbout(reference))
    .map((m) => `${toTheMinute(m.at)} ${m.rule} ${m.to.map((a) => a.split("@")[0]).join("+")}`)
    .sort();

/** The two stories of `npm start`, through the deployed stacks, mail for mail. */
export const stories = (): void => {
  describe("the two stories", () => {
    const timeline: string[] = [];

    beforeAll(async () => {
      await tell(lab, story(), ending, (line) => timeline.push(line));
    });

    it("tells Ellie's workers what Leicestershire's procedure asks, at its times, and nothing else", async () => {
      expect(await short(ELLIE)).toEqual([
        "2026-11-14T23:05 LEI-01 ce-team",
        "2026-11-15T09:30 LEI-02 s.okoro",
        ...["LEI-04", "LEI-06", "LEI-11"].map((rule) => `2026-11-15T10:20 ${rule} s.okoro`),
        "2026-11-17T09:50 LEI-04 s.okoro",
        "2026-11-18T09:50 LEI-04 s.okoro+m.haines",
        "2026-11-18T09:50 LEI-16 ce-service-manager",
        "2026-11-19T09:50 LEI-16 ce-service-manager",
        "2026-11-19T17:12 LEI-10 s.okoro",
        "2026-11-19T17:12 LEI-10 s.okoro",
        "2026-11-19T17:12 LEI-12 m.haines",
        "2026-11-19T17:12 LEI-14 ce-team",
        "2026-11-20T14:30 LEI-10 s.okoro",
        "2026-11-20T14:30 LEI-13 Missingreturninterviews+Cfs.cse.team",
      ]);
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
      const copy = (await mailsAbout(ELLIE)).find((m) => m.rule === "LEI-13");
      expect(copy?.to).toEqual([
        "Missingreturninterviews@leicestershire.pnn.police.uk",
        "Cfs.cse.team@leics.gov.uk",
      ]);
      expect(copy?.subject).not.toMatch(/ellie|ashdown/i);
      expect(copy?.text.search(/concern/i)).toBeLessThan(copy?.text.search(/in your own words/) ?? -1);
    });

    it("forwards Daniel's compacts to his worker, and asks the force for the prevention visit", async () => {
      const mails = await mailsAbout(DANIEL);
      const forwards = mails.filter((m) => m.rule === "DER-02" || m.rule === "DER-05");
      expect(forwards.filter((m) => m.to.includes("j.marsh@derby.example"))).toHaveLength(2);
      expect(mails.find((m) => m.rule === "DER-14")?.to).toEqual(["missing-team@derbyshire-police.example"]);
    });

    it("DER-09, DER-10, DER-11: counts his third episode in thirty days as it opens", async () => {
      const atOnce = (await mailsAbout(DANIEL)).filter((m) => m.at.startsWith("2026-11-16T02:10"));
      expect(atOnce.map((m) => m.rule)).toEqual(expect.arrayContaining(["DER-09", "DER-10", "DER-11"]));
    });

    it("DER-06: reminds his worker, at the limit his manager, a day later the head of service", async () => {
      const interview = (await mailsAbout(DANIEL))
        .filter((m) => m.rule === "DER-06")
        .map((m) => [toTheMinute(m.at), m.to.length]);
      expect(interview).toEqual([
        ["2026-11-18T07:40", 1],
        ["2026-11-20T07:25", 1],
        ["2026-11-21T07:25", 2],
        ["2026-11-22T07:25", 1],
      ]);
      expect(await duty(DANIEL, "return-interview", DERBY)).toMatchObject({
        state: "open",
        dueAt: "2026-11-21T07:25:00Z",
      });
    });

    it("DER-01: tells coordinator and force that no child stays at no apparent risk past 24 hours", async () => {
      const decision = (await mailsAbout(PRIYA)).filter((m) => m.rule === "DER-01");
      expect(decision.map((m) => toTheMinute(m.at))).toContain("2026-11-18T19:20");
      expect(decision[1]?.to).toContain("missing-team@derbyshire-police.example");
    });

    it("files the automatic reply with nobody alerted", async () => {
      expect((await lab.quarantine(LEICESTERSHIRE)).map((m) => m.reasons)).toEqual([["automatic-reply"]]);
      expect((await lab.outbox()).filter((m) => m.rule === "quarantine")).toEqual([]);
    });

    it("has every execution running or done, none failed", async () => {
      const statuses = [...(await lab.executions(LEICESTERSHIRE)), ...(await lab.executions(DERBY))].map(
        (e) => e.status,
      );
      expect(new Set(statuses)).toEqual(new Set(["RUNNING", "SUCCEEDED"]));
    });
  });
};
