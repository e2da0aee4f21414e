import { fieldsThat } from "../../../domain/compact/fields.ts";
import type { Unread } from "../document.ts";
import type { ViewReading } from "../read-view.ts";
import { fieldName } from "../values/findings.ts";
import type { Settled } from "../values/settle.ts";
import { mergeChild, withReasons } from "./merge-child.ts";
import { ofSameChild, type Report, withReport } from "./reports.ts";
import { decisive, isNamed, plainReference } from "./same-child.ts";

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

const identity = ["reference", "surname", "forenames", "dateOfBirth"] as const;

/** "Update, Current Risk: High" over the original says of whom by what it lies over. */
const completed = (cover: Settled, child: Settled): Settled => {
  const filled = identity.filter(
    (key) => child.values.has(key) && (key !== "reference" || !cover.values.has(key)),
  );
  return {
    ...cover,
    values: new Map([...cover.values, ...filled.map((key) => [key, child.values.get(key)] as const)]),
    provenance: {
      ...cover.provenance,
      ...Object.fromEntries(
        filled.flatMap((key) => (child.provenance[key] ? [[key, child.provenance[key]]] : [])),
      ),
    },
  };
};

/** The reports of the one child it is about: of the only one there is, or of the one it calls by its number. */
const reportsOf = (cover: Settled, all: readonly Report[]): Report[] => {
  const [first] = all;
  if (first && all.every(({ child }) => ofSameChild(first.child, child))) {
    const foreign = cover.values.has("reference") && !all.some(({ child }) => callsByNumber(cover, child));
    return foreign ? [] : [...all];
  }
  const called = all.filter(({ child }) => callsByNumber(cover, child));
  const [one] = called;
  return one && called.every(({ child }) => ofSameChild(one.child, child)) ? called : [];
};

const replaced = (all: readonly Report[], from: readonly Report[], to: readonly Settled[]): Report[] =>
  all.map((report) => {
    const child = to[from.indexOf(report)];
    return child ? { ...report, child } : report;
  });

/** News of another kind than any report of the child, for which it needs no name of its own. */
const asNews = (cover: Settled, about: readonly Report[]): Settled | undefined => {
  const kind = cover.values.get("kind");
  const last = about.at(-1);
  return last && kind !== undefined && about.every(({ child }) => child.values.get("kind") !== kind)
    ? completed(cover, last.child)
    : undefined;
};

/** The report it goes with: of several of one child the one of its kind, else the newest. */
const peerOf = (cover: Settled, about: readonly Report[]): Report | undefined =>
  about.findLast(({ child }) => child.values.get("kind") === cover.values.get("kind")) ?? about.at(-1);

/** A mail's own words, naming no child, over the mails attached to it. */
export const withCover = (all: readonly Report[], cover: Report): Report[] => {
  const about = reportsOf(cover.child, all);
  const news = saysMore(cover.child) ? asNews(cover.child, about) : undefined;
  if (news) {
    const after = all.indexOf(about.at(-1) as Report) + 1;
    return [...all.slice(0, after), { ...cover, child: news }, ...all.slice(after)];
  }
  const peer = peerOf(cover.child, about);
  const over = peer ? [peer] : [...all];
  return replaced(
    all,
    over,
    layOver(
      cover.child,
      over.map(({ child }) => child),
    ),
  );
};

/** One of several mails attached that names no child is a report all the same, of whatever its reference calls. */
export const withNameless = (all: readonly Report[], one: Report): Report[] => {
  const about = reportsOf(one.child, all);
  const news = asNews(one.child, about);
  if (news) return withReport(all, { ...one, child: news });
  const peer = peerOf(one.child, about);
  return peer ? replaced(all, [peer], layOver(one.child, [peer.child])) : [...all, one];
};
