import { doneOf, inTurn } from "../core/fire-rungs/in-turn.ts";
import { SCHEDULED_LEASE_MS } from "../core/fire-rungs/leases.ts";
import { type GatherDeps, type Gathered, gatherReport } from "../core/gather-report/gather-report.ts";
import type { Claims, SendLetter } from "../core/ports/letters.ts";
import type { Narrative, ReportKey, ReportStore } from "../core/ports/returns.ts";
import { inWords, toInstant, toIso } from "../domain/calendar/instant.ts";
import { mailboxOf } from "../domain/duty/untold.ts";
import { peopled } from "../domain/office/office.ts";
import type { Report } from "../domain/returns/make-report.ts";
import { reportLetter } from "../domain/returns/report-letter.ts";
import { reports } from "../domain/returns/reports.ts";
import { changedRows } from "../domain/returns/row-digests.ts";
import { type DueReport, dueReports } from "../domain/returns/schedule.ts";

export type SendReportDeps = GatherDeps & { claims: Claims; send: SendLetter; reports: ReportStore };

/** Words were written on figures; where those have moved since, whoever reads both has to know. */
const notesOn = (narrative: Narrative | undefined, { report, rows }: Gathered): string[] => {
  if (!("narrative" in reports[report.report])) return [];
  if (!narrative) return ["Nobody has written a narrative for it."];
  const changed = changedRows(narrative.rows, rows).length;
  const on = `The narrative was written on the figures of ${inWords(toInstant(narrative.on.cutOff))}`;
  return [changed === 0 ? `${on}, which are these.` : `${on}; ${changed} episodes have changed since.`];
};

const hasNothing = ({ report, tables }: Report): boolean =>
  "list" in reports[report] && tables.every(({ rows }) => rows.length === 0);

const sendOne = async ({ report, period }: DueReport, deps: SendReportDeps): Promise<boolean> => {
  const key: ReportKey = { report, period: period.name };
  const now = deps.now();
  if (await deps.reports.sent(key)) return false;
  if (!(await deps.claims.take(`report#${report}#${period.name}`, now, now + SCHEDULED_LEASE_MS)))
    return false;
  const { profile: deployed, hash } = deps.profiles.current;
  const profile = peopled(deployed, await deps.people());
  const [gathered, narrative] = await Promise.all([
    gatherReport({ report, period, cutOff: now, profile }, deps),
    deps.reports.narrative(key),
  ]);
  const roles = profile.reports[report]?.to ?? [];
  const all = [...new Set(roles.flatMap((role) => profile.recipients[role]?.addresses ?? []).map(mailboxOf))];
  const whole = { ...gathered.report, ...(narrative ? { narrative: narrative.text } : {}) };
  // Kept as gone to nobody, so that nobody looks again.
  const to = hasNothing(whole) ? [] : all;
  if (to.length > 0) await deps.send(reportLetter(whole, to, notesOn(narrative, gathered)), now);
  const kept = await deps.reports.keepSent(key, {
    report: whole,
    to,
    at: toIso(now),
    profileHash: hash,
    rows: gathered.rows,
  });
  return kept && to.length > 0;
};

/**
 * Every hour: what the profile says has to be out by now, and is not. Kept as it went once SES took it, so that a run that
 * dies between the two sends it again, and none sends it never.
 */
export const sendReport = async (deps: SendReportDeps): Promise<{ sent: number }> => {
  const due = dueReports(deps.profiles.current.profile, deps.now());
  const done = await inTurn(due, (one) => sendOne(one, deps));
  return { sent: doneOf(done) };
};
