import type { FactsRow } from "../../domain/returns/facts-row.ts";
import type { Report } from "../../domain/returns/make-report.ts";
import type { ReportName } from "../../domain/returns/report-names.ts";

/** Which report of which period. */
export type ReportKey = { report: ReportName; period: string };

export type FactsStore = {
  /** London months of return, and "open". */
  inMonths: (months: readonly string[]) => Promise<FactsRow[]>;
};

/** Words a person wrote, with the figures they had before them. */
export type Narrative = { text: string; by: string; at: string; on: Report; rows: Record<string, string> };

/** A report as it went out: its figures, and a digest of each row they were counted from. */
export type SentReport = {
  report: Report;
  to: readonly string[];
  at: string;
  profileHash: string;
  rows: Record<string, string>;
};

export type ReportStore = {
  sent: (key: ReportKey) => Promise<SentReport | undefined>;
  /** False where one is kept already, which stays. */
  keepSent: (key: ReportKey, sent: SentReport) => Promise<boolean>;
  narrative: (key: ReportKey) => Promise<Narrative | undefined>;
  keepNarrative: (key: ReportKey, narrative: Narrative) => Promise<void>;
};
