import type { Instant } from "../../domain/calendar/instant.ts";
import { PermanentError } from "../../domain/errors.ts";
import type { Profile } from "../../domain/profile/profile.ts";
import { monthsRead, type OpenLine } from "../../domain/returns/input.ts";
import { makeReport, type Report } from "../../domain/returns/make-report.ts";
import type { Period } from "../../domain/returns/period.ts";
import type { ReportName } from "../../domain/returns/report-names.ts";
import { digestsOf } from "../../domain/returns/row-digests.ts";
import { type ListDeps, listEpisodes } from "../list-episodes/list-episodes.ts";
import type { FactsStore } from "../ports/returns.ts";

export type GatherDeps = ListDeps & { facts: FactsStore };

export type Gathered = {
  report: Report;
  /** A digest of each row the figures of the period were counted from. */
  rows: Record<string, string>;
  /** What people call those rows by. */
  references: Record<string, string>;
};

const openLines = async (deps: ListDeps): Promise<OpenLine[]> =>
  (await listEpisodes("open", deps)).flatMap(({ reference, listing }) =>
    listing.duties.map(({ duty, rule, title, owner, createdAt, dueAt }) => ({
      reference,
      duty,
      rule,
      title,
      owner: owner.name,
      createdAt,
      ...(dueAt === undefined ? {} : { dueAt }),
    })),
  );

type Asked = { report: ReportName; period: Period; cutOff: Instant; profile: Profile };

/** A report of what is known now: from rows, without folding an episode. */
export const gatherReport = async (
  { report, period, cutOff, profile }: Asked,
  deps: GatherDeps,
): Promise<Gathered> => {
  const asked = profile.reports[report];
  if (!asked) throw new PermanentError("the authority has no such report");
  const [rows, open] = await Promise.all([
    deps.facts.inMonths(monthsRead(period, cutOff)),
    // Only one of them is a list of what is open.
    report === "anomalies" ? openLines(deps) : [],
  ]);
  const forces = Object.fromEntries(profile.forces.map(({ id, name }) => [id, name]));
  const input = { authority: profile.name, forces, period, cutOff, rows, open };
  return {
    report: makeReport({ report, ...asked }, input),
    rows: digestsOf(input),
    references: Object.fromEntries(rows.map(({ episodeId, reference }) => [episodeId, reference])),
  };
};
