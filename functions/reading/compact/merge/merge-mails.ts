import { type Risk, risks } from "../../../domain/compact/compact.ts";
import type { Unread } from "../document.ts";
import type { OwnReading } from "../read-body.ts";
import type { Settled } from "../values/settle.ts";
import { coversOf, withCover, withNameless, wordsOfTheWriter } from "./covers.ts";
import { mergeChild, withReasons } from "./merge-child.ts";
import { withKindAround } from "./merge-documents.ts";
import { ofSameChild, type Report, saySame, withReport } from "./reports.ts";
import { clash, isNamed } from "./same-child.ts";

const restatable = new Set(["missing", "absent", "update"]);

const riskOf = ({ values }: Settled): number => risks.indexOf(values.get("risk") as Risk);

/** It says all that the older one says, of a risk as high: the older would add nothing to the episode. */
const restates = (own: Settled, older: Settled): boolean =>
  restatable.has(String(older.values.get("kind"))) &&
  riskOf(older) <= riskOf(own) &&
  [...older.values.keys()].every(
    (key) => own.values.has(key) && (key === "kind" || key === "risk" || !clash(key, own, older)),
  );

/** What comes of a mail's own report with one attached of the same child: the attached first, if it counts at all. */
const together = (own: Report, older: Report): Report[] => {
  if (saySame(own.child, older.child))
    return [{ ...own, child: mergeChild(own.child, older.child, "conflicting-values") }];
  if (clash("dateOfBirth", own.child, older.child))
    return [older, own].map((one) => ({
      ...one,
      child: withReasons(one.child, ["conflicting-values:dateOfBirth"]),
    }));
  return restates(own.child, older.child) ? [own] : [older, own];
};

/** A mail was written after what is attached to it, whatever its Date: its own reports are the newest of their child. */
export const withOwnReports = (own: readonly Report[], attached: readonly Report[]): Report[] => {
  const about = (report: Report): Report | undefined =>
    own.find(({ child }) => ofSameChild(child, report.child));
  const others = attached.filter((report) => about(report) === undefined);
  const grouped = own.flatMap((report) =>
    attached
      .filter((older) => about(older) === report)
      .reduce<Report[]>(
        (all, older) => [...all.slice(0, -1), ...together(all.at(-1) as Report, older)],
        [report],
      ),
  );
  return [...grouped, ...others];
};

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
