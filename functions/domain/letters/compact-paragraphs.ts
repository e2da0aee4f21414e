import { inWords, toInstant } from "../calendar/instant.ts";
import type { Compact, CompactDraft } from "../compact/compact.ts";
import type { Episode } from "../episode/episode.ts";
import type { Paragraph } from "./letter.ts";

/** What the police wrote besides and no program read: quoted, for whoever gets the report has to. */
export const alsoWrote = ({ unread = [] }: { unread?: readonly string[] }): Paragraph[] =>
  unread.length > 0 ? [{ heading: "The police also wrote", lines: unread.map((text) => `“${text}”`) }] : [];

const when = (iso: string | undefined) => (iso ? inWords(toInstant(iso)) : undefined);

/** What the force's compacts say, for the worker who must act on them (a forward, so it carries content). */
export const compactParagraphs = ({
  facts,
  flags,
  highestRisk,
}: Pick<Episode, "flags" | "highestRisk"> & { facts: Partial<Compact> | CompactDraft }): Paragraph[] => {
  const rows: [string, string | undefined][] = [
    ["Name", [facts.child?.forenames, facts.child?.surname].filter(Boolean).join(" ")],
    ["Known as", facts.child?.knownAs],
    ["Date of birth", facts.child?.dateOfBirth],
    ["Address", facts.child?.homeAddress],
    ["Telephone", facts.child?.phone],
    ["Care status", facts.careStatus?.replaceAll("-", " ")],
    ["Placing authority", facts.placingAuthority],
    ["Placement", facts.placementType],
    ["Risk", facts.risk?.replaceAll("-", " ")],
    ["Highest risk held", highestRisk?.replaceAll("-", " ")],
    ["Missing since", when(facts.missingSince)],
    ["Reported", when(facts.reportedAt)],
    ["Missing from", facts.child?.missingFromAddress],
    ["Circumstances", facts.circumstances],
    ["Warnings", facts.warnings?.join("; ")],
    ["Flags", [...flags].join(", ")],
    ["Found", when(facts.foundAt)],
    ["Found at", facts.foundLocation],
    ["Returned", when(facts.returnedAt)],
    ["Returned by", facts.foundBy ?? facts.returnMethod],
    ["Harm", facts.harm],
    ["Prevention visit", facts.preventionInterview?.summary],
  ];
  return [
    { heading: "The compact", lines: rows.flatMap(([k, v]) => (v ? [`${k}: ${v}`] : [])) },
    ...alsoWrote(facts),
  ];
};
