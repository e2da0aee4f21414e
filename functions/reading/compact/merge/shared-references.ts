import { clash, plainReference } from "./decisive.ts";
import { withReasons } from "./merge-child.ts";
import type { Report } from "./reports.ts";
import { namesClash } from "./same-child.ts";

const areTwo = (a: Report, b: Report): boolean =>
  namesClash(a.child, b.child) || clash("dateOfBirth", a.child, b.child);

/**
 * A reference is one episode's and so one child's. Two children under the same one, in whichever parts of a mail they
 * stand, would become one: a person says whose it is.
 */
export const refuseShared = (reports: readonly Report[]): Report[] => {
  if (reports.length < 2) return [...reports];
  const byReference = Map.groupBy(reports, ({ child }) =>
    plainReference(child.values.get("reference") ?? ""),
  );
  const shared = new Set(
    [...byReference]
      .filter(([reference, all]) => reference && all.some((one) => areTwo(one, all[0] as Report)))
      .map(([reference]) => reference),
  );
  return reports.map((report) =>
    shared.has(plainReference(report.child.values.get("reference") ?? ""))
      ? { ...report, child: withReasons(report.child, ["conflicting-values:reference"]) }
      : report,
  );
};
