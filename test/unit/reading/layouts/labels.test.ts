import { describe, expect, it } from "vitest";
import { matchLabel } from "../../../../functions/reading/compact/forms/labels.ts";
import { lexiconOf } from "../../../../functions/reading/compact/words/lexicon.ts";

const fieldOf = (label: string) => lexiconOf().labelOf(label)?.field;

describe("a label", () => {
  it.each([
    ["Risk_Level", "risk"],
    ["In_Care", "careStatus"],
    ["Missing_Since", "missingSince"],
    ["Last_Name", "surname"],
    ["__Surname__", "surname"],
  ])("%s may have underscores for spaces", (label, field) => {
    expect(fieldOf(label)).toBe(field);
  });

  it.each([
    ["Name of missing child", "name"],
    ["Full name of child", "name"],
    ["Date of birth of the child", "dateOfBirth"],
    ["Surname of missing person", "surname"],
    ["Age of the young person", "age"],
    ["Date and time child was last seen", "missingSince"],
    ["Time child was last seen", "missingSince"],
    ["Child's surname", "surname"],
    ["3. Surname", "surname"],
    ["Is the child looked after", "careStatus"],
    ["LAC (Y/N)", "careStatus"],
    ["LAC Y/N", "careStatus"],
    ["Risk as of 15/11", "risk"],
  ])("%s may name the child it is about, or how to answer", (label, field) => {
    expect(fieldOf(label)).toBe(field);
  });

  it.each([
    "Reported missing person",
    "Looked for child",
    "Mother of child",
    "Social worker of child's mother",
  ])("%s is not one that only looks alike", (label) => {
    expect(fieldOf(label)).toBeUndefined();
  });
});

describe("a label with nothing between it and its answer", () => {
  const matched = (line: string) => {
    const found = matchLabel(line, lexiconOf());
    return found?.known && [found.known.field, found.value];
  };

  it.each([
    ["DOB 22/04/2011", ["dateOfBirth", "22/04/2011"]],
    ["Date of birth 8th December 2012", ["dateOfBirth", "8th December 2012"]],
    ["Misper ID 30235/26", ["reference", "30235/26"]],
    ["Missing Report No. MP/26/008121", ["reference", "MP/26/008121"]],
  ])("%s", (line, expected) => {
    expect(matched(line)).toEqual(expected);
  });

  it.each([
    "DOB 22/04/2011 is wrong",
    "Misper ID 30235/26 was found",
    "Born 2 miles away",
    "Found 2 friends",
  ])("is none where more is said: %s", (line) => {
    expect(matched(line)).toBeUndefined();
  });
});
