import type { Unread } from "../document.ts";
import type { ViewReading } from "../read-view.ts";
import { fieldName, sameValue } from "../values/findings.ts";
import { mergeChild, withReasons } from "./merge-child.ts";
import { pairInOrder } from "./pair-children.ts";
import { decisive } from "./same-child.ts";

/** "Found Report" over a report of a missing child. */
const headingsDiffer = (seen: ViewReading, other: ViewReading): boolean =>
  seen.headingKind !== undefined && other.headingKind !== undefined && seen.headingKind !== other.headingKind;

const labelKey = ({ kind, label }: Unread): string => kind ?? `:${label.toLowerCase()}`;

/** A label that another account of the same shows already is shown once. */
export const allUnrecognised = (seen: readonly Unread[], { unrecognised }: ViewReading): Unread[] => {
  const known = new Set(seen.map(labelKey));
  return [...seen, ...unrecognised.filter((one) => !known.has(labelKey(one)))];
};

/**
 * Two views of one body: the first is what a person sees and wins, the second fills what the first leaves out. Where
 * they differ on anything that decides, a person looks.
 */
export const mergeReadings = (seen: ViewReading, other: ViewReading): ViewReading => {
  const heading = seen.headingKind ?? other.headingKind;
  const kinds = headingsDiffer(seen, other) ? ["views-disagree:kind"] : [];
  if (other.children.length === 0)
    return {
      ...seen,
      ...(heading ? { headingKind: heading } : {}),
      unrecognised: seen.children.length ? seen.unrecognised : [...seen.unrecognised, ...other.unrecognised],
    };
  if (seen.children.length === 0)
    return {
      ...other,
      ...(heading ? { headingKind: heading } : {}),
      children: other.children.map((child) => withReasons(child, kinds)),
      unrecognised: [...seen.unrecognised, ...other.unrecognised],
    };
  const pairs = pairInOrder(seen.children, other.children);
  const counts = seen.children.length === other.children.length ? [] : ["views-disagree:reference"];
  return {
    ...seen,
    ...(heading ? { headingKind: heading } : {}),
    children: seen.children.map((child) => {
      const match = pairs.get(child);
      const merged = match ? mergeChild(child, match, "views-disagree") : child;
      return withReasons(merged, [...counts, ...kinds]);
    }),
    unrecognised: allUnrecognised(seen.unrecognised, other),
  };
};

/** Another parser's reading adds nothing; it only has to say the same, of as many children. */
export const compareReadings = (seen: ViewReading, other: ViewReading): ViewReading => {
  const unseen = other.children.length > seen.children.length ? ["views-disagree:reference"] : [];
  if (seen.children.length === 0)
    return unseen.length > 0
      ? { ...other, children: other.children.map((child) => withReasons(child, unseen)) }
      : seen;
  const pairs = pairInOrder(seen.children, other.children);
  const children = seen.children.map((child) => {
    const match = pairs.get(child);
    const differing = decisive.filter(
      (key) => !sameValue(child.values.get(key) ?? "", match?.values.get(key) ?? ""),
    );
    return withReasons(child, [...unseen, ...differing.map((key) => `views-disagree:${fieldName(key)}`)]);
  });
  return { ...seen, children };
};
