import { type Risk, risks } from "../../../domain/compact/compact.ts";
import type { Settled } from "../values/settle.ts";
import { clash } from "./decisive.ts";
import { mergeChild, withReasons } from "./merge-child.ts";
import { ofSameChild, type Report, saySame } from "./reports.ts";

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
