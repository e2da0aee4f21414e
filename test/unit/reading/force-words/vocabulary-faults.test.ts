import { describe, expect, it } from "vitest";
import { faultInWords } from "../../../../functions/domain/profile/check/faults.ts";
import { readProfile } from "../../../../functions/reading/force-words/read-profile.ts";
import { aRawProfile } from "../../../builders/profile.ts";

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
        weakKinds: { found: ["home again"] },
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

describe("a word a force adds has one meaning", () => {
  const words = "forces.0.vocabulary";

  it.each<[string, unknown, string]>([
    [
      "another grade of ours",
      { risks: { low: ["High"] } },
      `risks.low.0: "High" is already a word of "risks.high"`,
    ],
    [
      "another kind of ours",
      { kinds: { found: ["safe", "Missing Person report"] } },
      `kinds.found.1: "Missing Person report" is already a word of "kinds.missing"`,
    ],
    [
      "a weak kind of ours",
      { kinds: { update: ["MISPER"] } },
      `kinds.update.0: "MISPER" is already a word of "weakKinds.missing"`,
    ],
    [
      "a kind, added as a weak one",
      { weakKinds: { missing: ["located"] } },
      `weakKinds.missing.0: "located" is already a word of "kinds.found"`,
    ],
    [
      "part of a phrase for another kind",
      { weakKinds: { found: ["home"] } },
      `weakKinds.found.0: "home" is part of "missing from home notification", a word of "kinds.missing"`,
    ],
    [
      "another care status of ours",
      { careStatuses: { "looked-after": ["Not L.A.C."] } },
      `careStatuses.looked-after.0: "Not L.A.C." is already a word of "careStatuses.not-looked-after"`,
    ],
    [
      "the beginning of another care status",
      { careStatuses: { "care-leaver": ["full"] } },
      `careStatuses.care-leaver.0: "full" is part of "full care order", a word of "careStatuses.looked-after"`,
    ],
    ["an answer of ours", { yes: ["no"] }, `yes.0: "no" is already a word of "no"`],
    [
      "an answer, where a care status begins so",
      { no: ["section"] },
      `no.0: "section" is part of "section 20", a word of "careStatuses.looked-after"`,
    ],
    ["a blank that is a grade", { blanks: ["high"] }, `blanks.0: "high" is already a word of "risks.high"`],
    ["a blank that is a sex", { blanks: ["Girl"] }, `blanks.0: "Girl" is already a word of "sexes.female"`],
    [
      "a blank that is a kind",
      { blanks: ["found"] },
      `blanks.0: "found" is already a word of "weakKinds.found"`,
    ],
    [
      "a blank that is a flag of ours",
      { blanks: ["CSE"] },
      `blanks.0: "CSE" is already a word of "flags.exploitation"`,
    ],
    [
      "a grade that is blank",
      { risks: { low: ["N/K"] } },
      `risks.low.0: "N/K" is already a word of "blanks"`,
    ],
    [
      "two grades of its own",
      { risks: { low: ["Standard"], medium: ["standard"] } },
      `risks.medium.0: "standard" is already a word of "risks.low"`,
    ],
    [
      "a blank and an answer of its own",
      { no: ["k.A."], blanks: ["ka"] },
      `no.0: "k.A." is already a word of "blanks"`,
    ],
    [
      "a blank and a flag of its own",
      { blanks: ["plug"], flags: { exploitation: ["plug"] } },
      `blanks.0: "plug" is already a word of "flags.exploitation"`,
    ],
    [
      "two fields of its own",
      { labels: { forenames: ["Form A"], surname: ["form (x) a"] } },
      `labels.surname.0: "form (x) a" is already a label of "forenames"`,
    ],
    [
      "a label of ours with the child named in it",
      { labels: { forenames: ["Child's Surname"] } },
      `labels.forenames.0: "Child's Surname" is already a label of "surname"`,
    ],
    ["no word at all", { yes: ["✓"] }, `yes.0: "✓" has no letter or figure to know it by`],
    [
      "no word at all, as a label",
      { labels: { risk: ["**"] } },
      `labels.risk.0: "**" has no letter or figure`,
    ],
  ])("%s is refused", (_what, vocabulary, expected) => {
    const faults = faultsOf(vocabulary);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${words}.${expected}`);
  });

  it("what it means already may be said again, and a phrase may raise two flags", () => {
    expect(
      faultsOf({
        risks: { high: ["High"], "no-apparent-risk": ["none seen"] },
        kinds: { found: ["found"], missing: ["missing person report"] },
        yes: ["x", "Yes"],
        blanks: ["-", "N/K"],
        flags: { exploitation: ["plug"], trafficking: ["plug"] },
      }),
    ).toEqual([]);
  });

  it("every word that has two is named", () => {
    expect(faultsOf({ risks: { low: ["high", "medium"] }, yes: ["n"], blanks: ["girl"] })).toHaveLength(4);
  });
});

describe("a word that could never be read is refused", () => {
  it.each<[string, unknown, string]>([
    [
      "a flag across two sentences",
      { flags: { exploitation: ["plug", "Op. Wren"] } },
      `flags.exploitation.1: "Op. Wren"`,
    ],
    ["a flag that ends one", { flags: { exploitation: ["Op."] } }, `flags.exploitation.0: "Op."`],
    ["an answer too long", { no: ["keineswegs, nein"] }, `no.0: "keineswegs, nein"`],
    ["a blank that is a tick", { blanks: ["keine ✓"] }, `blanks.0: "keine ✓"`],
  ])("%s", (_what, vocabulary, expected) => {
    const faults = faultsOf(vocabulary);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`forces.0.vocabulary.${expected} can never be read`);
  });

  it("a full stop within a word is no end", () => {
    expect(faultsOf({ flags: { exploitation: ["Op.Wren", "v1.2 gang"] } })).toEqual([]);
  });
});
