import { describe, expect, it } from "vitest";
import { episodeRows, episodeStore } from "../../functions/adapters/dynamo/episode-store.ts";
import { profileStore } from "../../functions/adapters/dynamo/profiles.ts";
import { factsStore, reportStore } from "../../functions/adapters/dynamo/returns-store.ts";
import { factsDiffering } from "../../functions/core/check-facts/facts-differing.ts";
import { gatherReport } from "../../functions/core/gather-report/gather-report.ts";
import { periodOf } from "../../functions/domain/returns/period.ts";
import { changedRows } from "../../functions/domain/returns/row-digests.ts";
import { sendAt } from "../../functions/domain/returns/schedule.ts";
import { authorityProfile } from "../../localstack/lab/stack/authority-profile.ts";
import { foundMail, missingMail } from "./support/compact-mail.ts";
import { hoursFrom, isBy, LEICESTERSHIRE, lab } from "./support/lab.ts";

const stores = async () => {
  const { tables } = await lab.chosen(LEICESTERSHIRE);
  const { dynamo } = lab.clients;
  const profile = authorityProfile(LEICESTERSHIRE);
  const now = await lab.now();
  return {
    profile,
    deps: {
      episodes: episodeStore(dynamo, tables),
      rows: episodeRows(dynamo, tables),
      facts: factsStore(dynamo, tables),
      profiles: profileStore({ profile, hash: "", raw: "" }, dynamo, tables, false),
      people: async () => ({ recipients: {} }),
      now: () => now,
      dispatch: async () => {},
    },
    reports: reportStore(dynamo, tables),
  };
};

/** Rows in the commit, mails by the hour, and what was sent kept beside them. */
export const reports = (): void => {
  describe("reports", () => {
    const reference = "MP/26/100081";

    it("LEI-15: goes at nine on Monday in London, once, and differs from now by the episodes that changed", async () => {
      const now = await lab.now();
      const facts = { reference, surname: "LARCH" };
      const send = (raw: Uint8Array) => lab.sendAndWait({ raw, authority: LEICESTERSHIRE });
      await send(missingMail({ ...facts, at: hoursFrom(now, -9), sentAt: hoursFrom(now, -8) }));
      await send(foundMail({ ...facts, at: hoursFrom(now, -2), sentAt: hoursFrom(now, -1) }));
      const { profile } = await stores();
      const { timeliness } = profile.reports;
      if (!timeliness) throw new Error("no timeliness");
      const week = periodOf("week", hoursFrom(now, -2));
      const due = sendAt(week, timeliness);
      const name = `Return interviews in 72 hours, ${week.name} (LEI-15, clause 14.2)`;
      const sent = async () => (await lab.outbox(LEICESTERSHIRE)).filter(({ subject }) => subject === name);
      await lab.advanceTo(due - 60_000);
      expect(await sent()).toEqual([]);
      await lab.advanceTo(due + 2 * 3_600_000);
      const [mail, ...more] = await sent();
      expect(more).toEqual([]);
      expect(mail).toMatchObject({ to: ["senior-management-team@leicestershire.example"] });
      expect(mail && isBy("LEI-15")(mail)).toBe(true);
      expect(mail?.text).toContain(reference);
      expect(mail?.text).not.toContain("LARCH");

      const changed = async () => {
        const { deps, reports: kept } = await stores();
        const then = await kept.sent({ report: "timeliness", period: week.name });
        const later = await gatherReport(
          { report: "timeliness", period: week, cutOff: deps.now(), profile },
          deps,
        );
        return changedRows(then?.rows ?? {}, later.rows).map(({ episodeId }) => later.references[episodeId]);
      };
      const since = await changed();
      expect(since).not.toContain(reference);
      const act = {
        id: "called",
        reference,
        action: "contact-attempt",
        data: { method: "call" },
        by: "worker",
      };
      await lab.record(act, LEICESTERSHIRE);
      expect((await changed()).toSorted()).toEqual([...since, reference].toSorted());
    });

    it("are counted from rows that equal a fold of every record", async () => {
      const { deps } = await stores();
      const checked = await factsDiffering(deps, { mends: false });
      expect(checked).toMatchObject({ differing: [], failed: [] });
      expect(checked.looked).toBeGreaterThanOrEqual(2);
    });
  });
};
