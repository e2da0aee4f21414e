import type { Unread } from "../document.ts";
import type { OwnReading } from "../read-body.ts";
import { withCover, withNameless } from "./cover-reports.ts";
import { coversOf, wordsOfTheWriter } from "./covers.ts";
import { withKindAround } from "./kind-around.ts";
import { type Report, withReport } from "./reports.ts";
import { isNamed } from "./same-child.ts";
import { withOwnReports } from "./supersede.ts";

export type Reports = { reports: Report[]; notes: Unread[] };

/** A mail's own words with the reports of the mails attached to it. Reports of one child stand together, the newest last. */
export const mergeMails = (
  { reading, around }: OwnReading,
  sentAt: number | undefined,
  attached: readonly Report[],
): Reports => {
  const reports = reading.children.map((child): Report => ({ child, sentAt }));
  const named = attached.filter(({ child }) => isNamed(child));
  const nameless = attached.filter(({ child }) => !isNamed(child));
  const covers = coversOf(reading);
  const isCovered = named.length > 0 && covers.length === reading.children.length;
  const base = withOwnReports(isCovered ? [] : reports, named.reduce(withReport, []));
  const all = nameless.reduce(withNameless, base);
  if (!isCovered) return { reports: all, notes: [] };
  const covered = reports.reduce(withCover, all);
  const children = withKindAround(
    covered.map(({ child }) => child),
    around(),
  );
  return {
    reports: covered.map((report, at) => ({ ...report, child: children[at] ?? report.child })),
    notes: covers.flatMap(wordsOfTheWriter),
  };
};
