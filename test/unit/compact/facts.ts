import fc from "fast-check";
import type { Fact } from "./layouts.ts";

const synonyms = {
  reference: [
    "COMPACT Ref",
    "Misper ID",
    "MISPER No",
    "MISPER Reference",
    "Missing Report No",
    "Missing Person Ref",
    "Case Ref",
  ],
  incidentNumber: ["Police Log", "Incident No", "STORM", "CAD", "Occurrence No"],
  surname: ["Surname", "Last Name", "Family Name"],
  forenames: ["Forename(s)", "First Name", "Given Name"],
  dateOfBirth: ["DOB", "D.O.B.", "Date of Birth", "Born"],
  knownAs: ["Known As", "AKA", "Alias"],
  risk: ["Risk", "Risk Level", "Risk Grading", "Current Risk"],
  missingSince: ["Missing Since", "Last Seen", "Date/Time Last Seen", "MF Date/Time"],
  reportedAt: ["Date Reported", "Reported At"],
  missingFromAddress: ["Missing From", "MF Address"],
  circumstances: ["Circumstances", "Summary", "Reason for Concern"],
  careStatus: ["LAC", "Looked After", "In Care", "Care Status", "Child in Care", "CLA"],
  socialWorker: ["Social Worker", "SW"],
  childProtectionPlan: ["CP Plan", "Child Protection Plan", "CPP"],
  warnings: ["Warning Markers", "Risk Flags", "Vulnerabilities"],
  officer: ["OIC", "Officer in Case", "Investigating Officer"],
};

const said: Record<keyof typeof synonyms, string[]> = {
  reference: ["MP/26/004417"],
  incidentNumber: ["LP-20261114-0932"],
  surname: ["ASHDOWN"],
  forenames: ["Ellie May"],
  dateOfBirth: ["09/03/2011", "9 March 2011", "09-Mar-2011", "2011-03-09"],
  knownAs: ["Els"],
  risk: ["MEDIUM", "Medium", "medium risk"],
  missingSince: [
    "14/11/2026 21:30",
    "14/11/26 2130",
    "14-Nov-2026 21:30",
    "Saturday 14 November 2026 at 9.30pm",
    "2130hrs on 14/11/2026",
    "2026-11-14T21:30Z",
  ],
  reportedAt: ["14/11/2026 22:41", "14-Nov-2026 2241hrs"],
  missingFromAddress: ["Fosse Park, Leicester"],
  circumstances: ["Left after an argument about her phone. Took a rucksack."],
  careStatus: ["No", "N"],
  socialWorker: ["Allocated team"],
  childProtectionPlan: ["Yes", "Y"],
  warnings: ["CSE"],
  officer: ["PC 4471 Rowan, Mansfield House"],
};

/** Each fact under its first label, in its first form. */
export const firstOf = (): Fact[] =>
  Object.entries(synonyms).map(([field, labels]) => ({
    label: labels[0] ?? "",
    value: said[field as keyof typeof synonyms][0] ?? "",
  }));

/** The same facts in any order, under any label, in any form. */
export const anyFacts = fc
  .tuple(
    ...Object.entries(synonyms).map(([field, labels]) =>
      fc.record({
        label: fc.constantFrom(...labels),
        value: fc.constantFrom(...said[field as keyof typeof synonyms]),
      }),
    ),
  )
  .chain((facts) => fc.shuffledSubarray(facts, { minLength: facts.length }));
