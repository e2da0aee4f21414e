import { describe, expect, it } from "vitest";
import { faultInWords, readProfile } from "../../../functions/domain/profile/faults.ts";
import { aRawProfile } from "../../builders/profile.ts";

const faultsOf = (vocabulary: unknown): string[] => {
  const force = (aRawProfile().forces as Record<string, unknown>[])[0];
  const read = readProfile(aRawProfile({ forces: [{ ...force, vocabulary }] }));
  return read.ok ? [] : read.error.map(faultInWords);
};

describe("the words a force adds for reading its compacts", () => {
  it("are taken where each stands under a field there is", () => {
    expect(
      faultsOf({ labels: { reference: ["Form No"] }, risks: { high: ["red"] }, closings: ["^END\\b"] }),
    ).toEqual([]);
    expect(
      faultsOf({
        weakKinds: { found: ["home"] },
        flags: { medical: ["ADHD (severe)"] },
        yes: ["ja"],
        no: ["nein"],
      }),
    ).toEqual([]);
    expect(faultsOf({ dateForms: ["m/d/y", "ddmmyy"], timeForms: ["HH'u'mm", "h:mm am"] })).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ["a field nobody knows", { labels: { refrence: ["Form No"] } }, "forces.0.vocabulary.labels.refrence"],
    ["a part nobody knows", { lables: {} }, "forces.0.vocabulary.lables"],
    ["a word not in a list", { labels: { reference: "Form No" } }, "forces.0.vocabulary.labels.reference"],
    ["an empty word", { blanks: [""] }, "forces.0.vocabulary.blanks.0"],
    ["a flag there is not", { flags: { drugs: ["cannabis"] } }, "forces.0.vocabulary.flags.drugs"],
    ["a grade there is not", { risks: { severe: ["red"] } }, "forces.0.vocabulary.risks.severe"],
    [
      "a label that means another field already",
      { labels: { forenames: ["Form No", "Family name:"] } },
      'forces.0.vocabulary.labels.forenames.1: "Family name:" is already a label of "surname"',
    ],
    [
      "a label too long to be one",
      { labels: { reference: ["R".repeat(61)] } },
      "forces.0.vocabulary.labels.reference.0: is longer than any label (60 characters)",
    ],
    [
      "a closing that is no pattern",
      { closings: ["(end"] },
      "forces.0.vocabulary.closings.0: is not a regular expression",
    ],
    [
      "a date form without a year",
      { dateForms: ["d/m"] },
      'forces.0.vocabulary.dateForms.0: "d/m" has to name day (d, dd), month (m, mm, month) and year',
    ],
    [
      "a date form whose numbers run together",
      { dateForms: ["dmy"] },
      'forces.0.vocabulary.dateForms.0: "dmy" does not say where one number ends',
    ],
    [
      "a date form with a letter of no meaning",
      { dateForms: ["d/m/y", "d#m#y"] },
      'forces.0.vocabulary.dateForms.1: "d#m#y" has "#", which is no part of such a form',
    ],
    [
      "a time form that is an hour alone",
      { timeForms: ["HH"] },
      'forces.0.vocabulary.timeForms.0: "HH" is an hour alone',
    ],
    [
      "a time form with minutes first",
      { timeForms: ["mm:HH"] },
      'forces.0.vocabulary.timeForms.0: "mm:HH" has to name the hour',
    ],
    [
      "an hour of twelve that says no half",
      { timeForms: ["h:mm"] },
      'forces.0.vocabulary.timeForms.0: "h:mm" has an hour of twelve, so am as well',
    ],
  ])("%s is a fault that names its path", (_what, vocabulary, expected) => {
    const faults = faultsOf(vocabulary);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(expected);
  });
});
