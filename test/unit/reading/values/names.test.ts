import { describe, expect, it } from "vitest";
import { readForenames, readName, readSurname } from "../../../../functions/reading/compact/values/names.ts";
import { aMail, aReport, complete, lines, read, reasonsOf, theCompact } from "../mails.ts";

describe("names", () => {
  it.each([
    ["SMITH, Jane", "Jane", "SMITH"],
    ["Jane SMITH", "Jane", "SMITH"],
    ["Jane Ann SMITH-JONES", "Jane Ann", "SMITH-JONES"],
    ["Miss Jane O'BRIEN", "Jane", "O'BRIEN"],
    ["Jane McDONALD", "Jane", "McDONALD"],
    ["SMITH Jane", "Jane", "SMITH"],
    ["Jane van der BERG", "Jane", "van der BERG"],
    ["Jane Smith", "Jane", "Smith"],
    ["Smith, Jane", "Jane", "Smith"],
    ["ÓSULLIVAN, Seán", "Seán", "ÓSULLIVAN"],
    ["Tilly Rose Hargreave", "Tilly Rose", "Hargreave"],
    ["Jane Ann Smith", "Jane Ann", "Smith"],
    ["Caroline van den Brul", "Caroline", "van den Brul"],
    ["Maria de la Cruz", "Maria", "de la Cruz"],
    ["Fatima al-Hassan", "Fatima", "al-Hassan"],
    ["Omar Al Rashid", "Omar", "Al Rashid"],
    ["Seán Ó Briain", "Seán", "Ó Briain"],
    ["Jane SMITH née JONES", "Jane", "SMITH"],
    ["Jane Smith (formerly Jones)", "Jane", "Smith"],
  ])("%s", (name, forenames, surname) => {
    expect(readName(name)).toEqual({ forenames, surname });
  });

  it.each(["JANE SMITH", "JANE ANN SMITH", "Jane"])(
    "%s could be divided in several ways, so it is not",
    (name) => {
      expect(readName(name)).toEqual({});
    },
  );

  it.each([
    "SMITH, Jane (F) 09/03/2011",
    "SMITH Jane (F) 09/03/2011",
    "SMITH, Jane DOB 09/03/2011",
    "SMITH, Jane, F, 15",
    "Jane SMITH, 15 years",
    "Jane SMITH, born 09/03/2011, of 14 Fosse Rise",
    "SMITH, Miss Jane",
    "SMITH, Jane.",
    "SMITH; Jane",
    "Jane, SMITH",
    "SMITH, Jane (nee JONES)",
    ": SMITH, Jane *",
  ])("what stands beside a name is no part of it: %s", (name) => {
    expect(readName(name)).toEqual({ forenames: "Jane", surname: "SMITH" });
  });

  it.each([
    "SMITH, Jane aka Jay",
    'SMITH, Jane "Jay"',
    'Jane "Jay" SMITH',
    "SMITH, Jane (known as Jay)",
    "Jane (Jay) SMITH",
  ])("what else a child is called: %s", (name) => {
    expect(readName(name)).toEqual({ forenames: "Jane", surname: "SMITH", knownAs: "Jay" });
  });

  it.each([
    "SMITH, Jane and SMITH, Tom",
    "Jane SMITH and Tom JONES",
    "Jane and Tom SMITH",
    "SMITH, Jane & Tom",
  ])("two children are not one: %s", (name) => {
    expect(readName(name)).toEqual({ isTwo: true });
  });

  it.each([
    "Unknown male",
    "SMITH/Jane",
    "SMITH, Jane, JONES, Tom",
    "SMITH, Jane JONES",
    "Li, XU",
    "SMITH (see below)",
  ])("what is no plain name is left to a person: %s", (name) => {
    expect(readName(name)).toEqual({});
  });
});

describe("the fields for each part of a name", () => {
  it.each([
    ["Miss ASHDOWN", { surname: "ASHDOWN" }],
    ["ASHDOWN 09/03/2011", { surname: "ASHDOWN" }],
    ["ASHDOWN (nee COLE)", { surname: "ASHDOWN" }],
    ["SMITH nee JONES", { surname: "SMITH" }],
    ["Smith, née Jones", { surname: "Smith" }],
    ["ASHDOWN aka COLE", { surname: "ASHDOWN", knownAs: "COLE" }],
    ["ASHDOWN *", { surname: "ASHDOWN" }],
    ["de la Cruz", { surname: "de la Cruz" }],
    ["ASHDOWN / COLE", {}],
    ["ASHDOWN or ASHTON", {}],
    ["ASHDOWN (correct spelling)", {}],
  ])("surname %s", (said, expected) => {
    expect(readSurname(said)).toEqual(expected);
  });

  it.each([
    ["Ellie May (Els)", { forenames: "Ellie May", knownAs: "Els" }],
    ["Ellie May 'Els'", { forenames: "Ellie May", knownAs: "Els" }],
    ["Miss Ellie May", { forenames: "Ellie May" }],
    ["Ellie May ASHDOWN", { forenames: "Ellie May" }],
    ["ELLIE MAY", { forenames: "ELLIE MAY" }],
    ["D'Arcy", { forenames: "D'Arcy" }],
  ])("forenames %s", (said, expected) => {
    expect(readForenames(said)).toEqual(expected);
  });

  it("a surname nobody can make out is shown, and none is read", async () => {
    const { result } = await read(aReport({ Surname: "ASHDOWN / COLE" }));
    expect(result).toMatchObject({
      reasons: ["no-surname"],
      unrecognised: [{ label: "Surname", value: "ASHDOWN / COLE" }],
    });
  });

  it("two children in the field of one are for a person", async () => {
    expect(await reasonsOf(aReport({ "Forename(s)": "Ellie and Tom" }))).toEqual([
      "conflicting-values:forenames",
    ]);
  });
});

it("a nickname in quotes behind aka, in brackets", () => {
  const name = { forenames: "Jane", surname: "SMITH", knownAs: "JJ" };
  expect(readName('Jane SMITH née Jones (aka "JJ")')).toEqual(name);
});

describe("forenames under labels of their own", () => {
  it.each([
    [{ "Forename 1": "Ellie", "Forename 2": "May" }, "Ellie May"],
    [{ "First Name": "Ellie", "Middle Name(s)": "May Ann" }, "Ellie May Ann"],
    [{ "Forename 3": "Ann", "Forename 2": "May", "Forename 1": "Ellie" }, "Ellie May Ann"],
    [{ Forenames: "Ellie May", "Middle Name": "May" }, "Ellie May"],
    [{ "Forename 1": "Ellie", "Forename 2": "N/K" }, "Ellie"],
  ])("%o", async (said, forenames) => {
    const { "Forename(s)": _, ...facts } = complete;
    const raw = aMail({ body: lines({ ...facts, ...said } as Record<string, string>) });
    expect((await theCompact(raw))?.child.forenames).toBe(forenames);
  });
});
