import fc from "fast-check";
import type { Fact } from "./layouts/layouts.ts";

/** Under which labels a fact may stand, and the forms in which it may be written. */
type Wording = { labels: string[]; said: string[] };

const identity: Record<string, Wording> = {
  reference: {
    labels: [
      "COMPACT Ref",
      "Misper ID",
      "MISPER No",
      "MISPER Reference",
      "Missing Report No",
      "Missing Person Ref",
      "Case Ref",
    ],
    said: ["MP/26/004417"],
  },
  surname: { labels: ["Surname", "Last Name", "Family Name"], said: ["ASHDOWN"] },
  forenames: { labels: ["Forename(s)", "First Name", "Given Name"], said: ["Ellie May"] },
  dateOfBirth: {
    labels: ["DOB", "D.O.B.", "Date of Birth", "Born"],
    said: ["09/03/2011", "9 March 2011", "09-Mar-2011", "2011-03-09"],
  },
};

const incident: Record<string, Wording> = {
  incidentNumber: {
    labels: ["Police Log", "Incident No", "STORM", "CAD", "Occurrence No"],
    said: ["LP-20261114-0932"],
  },
  knownAs: { labels: ["Known As", "AKA", "Alias"], said: ["Els"] },
  officer: {
    labels: ["OIC", "Officer in Case", "Investigating Officer"],
    said: ["PC 4471 Rowan, Mansfield House"],
  },
};

const absence: Record<string, Wording> = {
  missingSince: {
    labels: ["Missing Since", "Last Seen", "Date/Time Last Seen", "MF Date/Time"],
    said: [
      "14/11/2026 21:30",
      "14/11/26 2130",
      "14-Nov-2026 21:30",
      "Saturday 14 November 2026 at 9.30pm",
      "2130hrs on 14/11/2026",
      "2026-11-14T21:30Z",
    ],
  },
  circumstances: {
    labels: ["Circumstances", "Summary", "Reason for Concern"],
    said: ["Left after an argument about her phone. Took a rucksack."],
  },
  warnings: { labels: ["Warning Markers", "Risk Flags", "Vulnerabilities"], said: ["CSE"] },
};

const missing: Record<string, Wording> = {
  ...identity,
  ...incident,
  ...absence,
  risk: {
    labels: ["Risk", "Risk Level", "Risk Grading", "Current Risk"],
    said: ["MEDIUM", "Medium", "medium risk"],
  },
  reportedAt: {
    labels: ["Date Reported", "Reported At"],
    said: ["14/11/2026 22:41", "14-Nov-2026 2241hrs"],
  },
  missingFromAddress: { labels: ["Missing From", "MF Address"], said: ["Fosse Park, Leicester"] },
  careStatus: {
    labels: ["LAC", "Looked After", "In Care", "Care Status", "Child in Care", "CLA"],
    said: ["No", "N"],
  },
  socialWorker: { labels: ["Social Worker", "SW"], said: ["Allocated team"] },
  childProtectionPlan: { labels: ["CP Plan", "Child Protection Plan", "CPP"], said: ["Yes", "Y"] },
};

const found: Record<string, Wording> = {
  ...identity,
  ...incident,
  foundAt: {
    labels: ["Found", "Date/Time Found", "Located", "Traced"],
    said: ["15/11/2026 09:50", "15/11/26 0950", "Sunday 15 November 2026 at 9.50am"],
  },
  returnedAt: {
    labels: ["Date Returned", "Returned Home"],
    said: ["15/11/2026 10:20", "1020hrs on 15/11/2026"],
  },
  foundLocation: { labels: ["Found At", "Traced Location", "TL Address"], said: ["Bus station, Leicester"] },
  foundBy: { labels: ["Found By", "Returned By"], said: ["Officers on patrol"] },
  returnMethod: { labels: ["Method of Return"], said: ["Driven home by officers"] },
  harm: { labels: ["Harm Suffered", "Victim of Crime"], said: ["A cut to the hand"] },
  preventionInterview: {
    labels: [
      "Prevention Interview",
      "Prevention Visit",
      "Safe and Well Check",
      "Safe & Well",
      "Vulnerability Interview",
      "Police Debrief",
    ],
    said: ["Completed 15/11/2026 10:25 by PC 4471 Rowan"],
  },
};

const update: Record<string, Wording> = {
  ...identity,
  ...incident,
  ...absence,
  risk: { labels: ["Risk", "Risk Level", "Current Risk"], said: ["HIGH", "High", "high risk"] },
};

const child = {
  surname: "ASHDOWN",
  forenames: "Ellie May",
  dateOfBirth: "2011-03-09",
  knownAs: "Els",
};
const officer = { name: "PC Rowan", collarNumber: "4471", station: "Mansfield House" };
const told = { reference: "MP/26/004417", incidentNumber: "LP-20261114-0932", officer };
const gone = {
  missingSince: "2026-11-14T21:30:00+00:00",
  circumstances: "Left after an argument about her phone. Took a rucksack.",
  warnings: ["CSE"],
  flags: ["exploitation"],
};

/** A report of each kind: the titles it may bear, its facts in all their wordings, and the compact they come to. */
export const reports = [
  {
    kind: "missing",
    titles: ["Missing Person Report", "Missing Notification", "New Missing Episode"],
    wordings: missing,
    compact: {
      ...told,
      ...gone,
      kind: "missing",
      child: { ...child, missingFromAddress: "Fosse Park, Leicester" },
      risk: "medium",
      reportedAt: "2026-11-14T22:41:00+00:00",
      careStatus: "not-looked-after",
      socialWorker: "Allocated team",
      childProtectionPlan: true,
    },
  },
  {
    kind: "found",
    titles: ["Found Report", "Found Notification", "Missing Person Located"],
    wordings: found,
    compact: {
      ...told,
      kind: "found",
      child,
      foundAt: "2026-11-15T09:50:00+00:00",
      returnedAt: "2026-11-15T10:20:00+00:00",
      foundLocation: "Bus station, Leicester",
      foundBy: "Officers on patrol",
      returnMethod: "Driven home by officers",
      harm: "A cut to the hand",
      preventionInterview: { completed: true, at: "2026-11-15T10:25:00+00:00", officer: "PC 4471 Rowan" },
    },
  },
  {
    kind: "update",
    titles: ["Update", "Risk Change", "Amended: Missing Person Report"],
    wordings: update,
    compact: { ...told, ...gone, kind: "update", child, risk: "high" },
  },
] as const;

export type Report = (typeof reports)[number];

/** Each fact under its first label, in its first form. */
export const firstOf = ({ wordings }: Report): Fact[] =>
  Object.values(wordings).map(({ labels, said }) => ({ label: labels[0] ?? "", value: said[0] ?? "" }));

const worded = (wordings: Record<string, Wording>): fc.Arbitrary<Fact[]> =>
  fc.tuple(
    ...Object.values(wordings).map(({ labels, said }) =>
      fc.record({ label: fc.constantFrom(...labels), value: fc.constantFrom(...said) }),
    ),
  );

/** The same facts in any order, under any label, in any form. */
export const anyFacts = ({ wordings }: Report): fc.Arbitrary<Fact[]> =>
  worded(wordings).chain((facts) => fc.shuffledSubarray(facts, { minLength: facts.length }));

const brother: Record<string, string> = {
  "MP/26/004417": "MP/26/004418",
  "Ellie May": "Tom",
  Els: "Tommo",
};

/**
 * Two children of one report, each told in the same order and beginning with what identifies it: what stands before
 * the first is true of both.
 */
export const anyFamily = (report: Report): fc.Arbitrary<Fact[]> =>
  anyFacts(report).chain((facts) => {
    const names = Object.keys(identity).flatMap((field) => identity[field]?.labels ?? []);
    const first = facts.findIndex(({ label }) => names.includes(label));
    const told = [...facts.slice(first), ...facts.slice(0, first)];
    return fc.constant([
      ...told,
      ...told.map(({ label, value }) => ({
        label,
        value: identity.dateOfBirth?.said.includes(value) ? "01/02/2013" : (brother[value] ?? value),
      })),
    ]);
  });

/** What the report says of the second child. */
export const brotherOf = ({ compact }: Report) => ({
  ...compact,
  reference: "MP/26/004418",
  child: { ...compact.child, forenames: "Tom", knownAs: "Tommo", dateOfBirth: "2013-02-01" },
});
