import type { CompactKind } from "../../../domain/compact/compact.ts";
import { disputeOf } from "../../../domain/compact/dispute.ts";
import type { OpenedMail } from "../document.ts";
import { namesAChild } from "../drafts.ts";
import type { ChildReading } from "../read-compacts.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { scanWords } from "./find-phrases.ts";
import { type Objections, objectionsIn, type Scan as WordScan } from "./scan.ts";

const prefixes = /^(?:\s*(?:re|fw|fwd)\s*:|\s*\[[^\]]{1,20}\])+/i;

/** A reminder may well come with the report of a missing child itself; an exercise and minutes never do. */
const mayRemind: ReadonlySet<string> = new Set(["reminder", "gentle reminder", "chaser", "chasing"]);
/** "Found Report – return interview required". */
const mayBeAsked: ReadonlySet<string> = new Set([
  "return interview",
  "return home interview",
  "rhi",
  "independent return interview",
]);

/** Whether a subject calls the mail a booking, a query or minutes: it is about a report, and neither opens nor ends one. */
export const isAdministrative = (
  { subject = "" }: OpenedMail,
  kind: CompactKind | undefined,
  { endings, kindsIn }: Lexicon,
): boolean => {
  const title = subject.replace(prefixes, "");
  const words = endings.administrative(scanWords(title));
  if (!words) return false;
  const titled = kindsIn(title);
  if (kind === "missing" && titled.has("missing")) return !mayRemind.has(words) && !mayBeAsked.has(words);
  return !(titled.has("found") && mayBeAsked.has(words));
};

export type Held = {
  children: ChildReading[];
  /** Why a report that calms an episode would wait: whether one does, only the episode knows. */
  doubt?: string;
};

const ends = new Set<CompactKind | undefined>(["found", "cancelled"]);
const opens = new Set<CompactKind | undefined>(["missing", "absent"]);

const withReason = (child: ChildReading, reason: string): ChildReading =>
  child.reasons.includes(reason) ? child : { ...child, reasons: [...child.reasons, reason] };

/** A death is a kind of its own, for a person at once; a missing report is one only where its title says it. */
const asDeceased = (child: ChildReading, { deceased, deadTitle }: Objections): ChildReading | undefined => {
  const word = opens.has(child.draft.kind) ? deadTitle : deceased;
  if (!word) return undefined;
  const { kind: said, ...provenance } = child.draft.provenance;
  const from = said ?? { source: "text", label: "", raw: word };
  return withReason(
    { ...child, draft: { ...child.draft, kind: "deceased", provenance: { kind: from, ...provenance } } },
    "reported-deceased",
  );
};

const asDoubted = (child: ChildReading, { contrary, cancelling }: Objections): ChildReading => {
  const { kind } = child.draft;
  const against = kind === "found" ? (contrary ?? cancelling) : kind === "cancelled" ? contrary : undefined;
  if (!against) return child;
  const disputes = [...(child.disputes ?? []), ...disputeOf("kind", kind, against)];
  return { ...withReason(child, "conflicting-values:kind"), disputes };
};

const hour = 3_600_000;

/** When the first of the finds reported was made; nothing where one does not say, or is no find. */
const foundFrom = (children: readonly ChildReading[]): number | undefined => {
  const ended = children
    .filter(({ draft }) => ends.has(draft.kind))
    .map(({ draft: { kind, foundAt, returnedAt } }) =>
      kind === "found" ? Date.parse(foundAt ?? returnedAt ?? "") : Number.NaN,
    );
  const first = Math.min(...ended);
  return Number.isFinite(first) ? first : undefined;
};

type Scan = WordScan & { found: number | undefined };

/** An hour's grace, for clocks differ. */
const isBeforeFind = ({ date }: OpenedMail, found: number | undefined): boolean =>
  date !== undefined && found !== undefined && Date.parse(date) < found - hour;

/** What a cover says holds for every mail attached to it. "Still missing", written before the find, is no word against it. */
const allObjections = (mail: OpenedMail, scan: Scan): Objections =>
  Object.assign(
    {},
    ...mail.mails.map(({ mail: inner }) => {
      const said = allObjections(inner, scan);
      if (!isBeforeFind(inner, scan.found)) return said;
      const { contrary: _, cancelling: __, ...deaths } = said;
      return deaths;
    }),
    objectionsIn(mail, scan),
  );

const namesOf = (children: readonly ChildReading[]): string[] => [
  ...new Set(
    children.flatMap(({ draft: { child } }) =>
      [child.forenames?.split(/\s+/, 1)[0], child.surname, child.knownAs].flatMap((name) => name ?? []),
    ),
  ),
];

type How = {
  lexicon: Lexicon;
  /** By an office of ours: anybody there may have written it, or changed it. */
  isPassedOn: boolean;
};

/**
 * An ending is held to more than a beginning: it waits for a person wherever any of the writer's words says, or may say,
 * that it is none, and wherever a force did not send it itself. A mail about a report is no report.
 */
export const holdEndings = (
  children: readonly ChildReading[],
  mail: OpenedMail,
  { lexicon, isPassedOn }: How,
): Held => {
  if (!children.some(({ draft }) => namesAChild(draft)))
    return {
      children: isAdministrative(mail, undefined, lexicon)
        ? children.map((child) => withReason(child, "not-a-report"))
        : [...children],
    };
  // A missing report ends nothing; one that grades the risk may calm an episode that is open already.
  const onlyDeaths = children.every(({ draft }) => draft.kind === "missing" && draft.risk === undefined);
  const objections = allObjections(mail, {
    lexicon,
    onlyDeaths,
    names: namesOf(children),
    found: foundFrom(children),
  });
  const held = children.map((child) => {
    const judged = asDeceased(child, objections) ?? asDoubted(child, objections);
    const { kind } = judged.draft;
    const passed = isPassedOn && ends.has(kind) ? withReason(judged, "passed-on") : judged;
    return isAdministrative(mail, kind, lexicon) ? withReason(passed, "not-a-report") : passed;
  });
  const isContrary =
    !onlyDeaths && (objections.misleading !== undefined || objections.cancelling !== undefined);
  const doubt = isContrary ? "conflicting-values:kind" : isPassedOn ? "passed-on" : undefined;
  return { children: held, ...(doubt ? { doubt } : {}) };
};
