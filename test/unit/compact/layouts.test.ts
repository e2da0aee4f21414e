import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CompactDraft } from "../../../functions/domain/compact/types.ts";
import { type Fact, layouts } from "./layouts.ts";
import { read } from "./mails.ts";

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

const expected = {
  kind: "missing",
  reference: "MP/26/004417",
  incidentNumber: "LP-20261114-0932",
  child: {
    surname: "ASHDOWN",
    forenames: "Ellie May",
    dateOfBirth: "2011-03-09",
    knownAs: "Els",
    missingFromAddress: "Fosse Park, Leicester",
  },
  risk: "medium",
  missingSince: "2026-11-14T21:30:00+00:00",
  reportedAt: "2026-11-14T22:41:00+00:00",
  circumstances: "Left after an argument about her phone. Took a rucksack.",
  careStatus: "not-looked-after",
  socialWorker: "Allocated team",
  childProtectionPlan: true,
  warnings: ["CSE"],
  flags: ["exploitation"],
  officer: { name: "PC Rowan", collarNumber: "4471", station: "Mansfield House" },
};

const withoutProvenance = ({ provenance: _, ...facts }: CompactDraft) => facts;

const firstOf = (): Fact[] =>
  Object.entries(synonyms).map(([field, labels]) => ({
    label: labels[0] ?? "",
    value: said[field as keyof typeof synonyms][0] ?? "",
  }));

const anyFacts = fc
  .tuple(
    ...Object.entries(synonyms).map(([field, labels]) =>
      fc.record({
        label: fc.constantFrom(...labels),
        value: fc.constantFrom(...said[field as keyof typeof synonyms]),
      }),
    ),
  )
  .chain((facts) => fc.shuffledSubarray(facts, { minLength: facts.length }));

describe("the same facts give the same compact", () => {
  it.each(layouts)("set as $name", async ({ render }) => {
    const { result } = await read(render(firstOf()));
    expect(result.reasons).toEqual([]);
    expect(result.compacts.map(withoutProvenance)).toEqual([expected]);
    expect(result.unrecognised).toBeUndefined();
  });

  it("in any layout, in any order, under any synonym, with any date form", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...layouts), anyFacts, async ({ render }, facts) => {
        const { result } = await read(render(facts));
        expect(result.compacts.map(withoutProvenance)).toEqual([expected]);
        expect(result.status).toBe("accepted");
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});
