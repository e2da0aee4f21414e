import { fieldsThat } from "../../../domain/compact/fields.ts";
import type { Unread } from "../document.ts";
import type { ViewReading } from "../read-view.ts";
import { fieldName } from "../values/findings.ts";
import type { Settled } from "../values/settle.ts";
import { decisive, plainReference } from "./decisive.ts";
import { mergeChild, withReasons } from "./merge-child.ts";
import { isNamed } from "./same-child.ts";

/** Beside "Please see attached" these are more often the writer's own than the child's. */
const ofTheWriter = new Set(fieldsThat("anybody"));

/** What names no child beside attachments that do: not a report of its own, but words about theirs. */
export const coversOf = ({ children }: ViewReading): Settled[] => (children.some(isNamed) ? [] : children);

/** Whether it says anything a report is made for, and not only which report it lies over. */
export const saysMore = ({ values }: Settled): boolean =>
  [...values.keys()].some((key) => key !== "kind" && key !== "reference" && !ofTheWriter.has(key));

/** Shown to a person, for they may be the child's after all. */
export const wordsOfTheWriter = (cover: Settled): Unread[] =>
  [...new Set([...cover.values.keys()].filter((key) => ofTheWriter.has(key)).map(fieldName))].flatMap(
    (name) => {
      const from = cover.provenance[name];
      return from ? [{ label: from.label, value: from.raw }] : [];
    },
  );

/** By whichever of its numbers: a force's log number is often all that a note calls a report by. */
export const callsByNumber = ({ values, provenance }: Settled, child: Settled): boolean => {
  const called = values.has("reference") ? plainReference(provenance.reference?.raw ?? "") : "";
  return ["reference", "incidentNumber", "policePersonId"].some((key) => {
    const number = plainReference(child.values.get(key) ?? "");
    return number.length > 3 && called.includes(number);
  });
};

const aboutChild = (cover: Settled, child: Settled): Settled => {
  const drops = (key: string): boolean =>
    ofTheWriter.has(key) ||
    (key === "kind" && child.values.has("kind")) ||
    (key === "reference" && callsByNumber(cover, child));
  const kept = [...cover.values].filter(([key]) => !drops(key));
  const names = new Set(kept.map(([key]) => fieldName(key)));
  const provenance = Object.fromEntries(Object.entries(cover.provenance).filter(([name]) => names.has(name)));
  return { ...cover, values: new Map(kept), provenance };
};

/** The one report it is about: the only one there is, or the only one it calls by its number. */
export const coveredBy = (cover: Settled, children: readonly Settled[]): Settled | undefined => {
  const called = children.filter((child) => callsByNumber(cover, child));
  const [only, another] = children.length === 1 ? children : called;
  return another ? undefined : only;
};

/** It adds to the report it is about. Over several it may only repeat them: whose else it would be cannot be told. */
export const layOver = (cover: Settled, children: readonly Settled[]): Settled[] => {
  const one = coveredBy(cover, children);
  return children.map((child) => {
    if (one && child !== one) return child;
    const about = aboutChild(cover, child);
    const unsaid = one ? [] : decisive.filter((key) => about.values.has(key) && !child.values.has(key));
    return withReasons(
      mergeChild(child, about, "conflicting-values"),
      unsaid.map((key) => `conflicting-values:${fieldName(key)}`),
    );
  });
};
