import { describe, expect, it } from "vitest";
import { possiblySameChild } from "../../../../functions/domain/possible-child/suggest.ts";
import type { Listing } from "../../../../functions/domain/work-list/listing.ts";
import { aListed } from "../../../builders/listed.ts";

const ellie = {
  forenames: "Ellie Rose",
  surname: "Marlowe",
  dateOfBirth: "2011-03-09",
  address: "4 Oak Lane, Anytown",
};
const whyOf = (other: Listing["child"]): string[] | undefined =>
  possiblySameChild(aListed({ child: ellie }), [aListed({ child: other })])[0]?.why;

describe("another episode that may be of the same child", () => {
  it.each<[string, Listing["child"], string[]]>([
    [
      "the name by ear, the same birthday",
      { forenames: "Elly", surname: "Marlow", dateOfBirth: "2011-03-09" },
      ["a name that may be the same, written otherwise", "the same date of birth, 9 March 2011"],
    ],
    [
      "the same name, day and month swapped",
      { forenames: "Ellie", surname: "MARLOWE", dateOfBirth: "2011-09-03" },
      ["the same name", "dates of birth a slip apart, 9 March 2011 and 3 September 2011"],
    ],
    [
      "the same name, one digit otherwise",
      { forenames: "Ellie", surname: "Marlowe", dateOfBirth: "2012-03-09" },
      ["the same name", "dates of birth a slip apart, 9 March 2011 and 9 March 2012"],
    ],
    [
      "names swapped, the same address",
      { forenames: "Marlowe", surname: "Ellie", address: "4, Oak Lane Anytown" },
      ["a name that may be the same, written otherwise", "missing from the same address"],
    ],
    [
      "called otherwise, born the same day",
      { forenames: "Eleanor", knownAs: "Ellie", surname: "Marlowe", dateOfBirth: "2011-03-09" },
      ["a name that may be the same, written otherwise", "the same date of birth, 9 March 2011"],
    ],
    ["the same name and no birthday", { forenames: "Ellie", surname: "Marlowe" }, ["the same name"]],
    [
      "the same birthday and address, another name",
      { forenames: "Zoe", surname: "Smith", dateOfBirth: "2011-03-09", address: "4 Oak Lane, Anytown" },
      ["the same date of birth, 9 March 2011", "missing from the same address"],
    ],
  ])("is suggested, and says why: %s", (_what, other, why) => {
    expect(whyOf(other)).toEqual(why);
  });

  it.each<[string, Listing["child"]]>([
    ["only the birthday", { forenames: "Zoe", surname: "Smith", dateOfBirth: "2011-03-09" }],
    ["only the address", { forenames: "Zoe", surname: "Smith", address: "4 Oak Lane, Anytown" }],
    [
      "the same name, born years apart",
      { forenames: "Ellie", surname: "Marlowe", dateOfBirth: "2014-07-21" },
    ],
    ["a sister", { forenames: "Anna", surname: "Marlowe", dateOfBirth: "2013-05-01" }],
    ["nothing at all", {}],
  ])("is not suggested for %s", (_what, other) => {
    expect(whyOf(other)).toBeUndefined();
  });

  it("is not the episode itself, nor one that is known to be the same child's", () => {
    const one = aListed({ child: ellie }, { childKeys: ["child#a", "child#b"] });
    const known = aListed({ child: ellie }, { childKeys: ["child#b"] });
    expect(possiblySameChild(one, [one, known])).toEqual([]);
  });

  it("stands the first that has most in common", () => {
    const [some, more] = [
      aListed({ child: { ...ellie, forenames: "Zoe", surname: "Smith" } }),
      aListed({ child: ellie }),
    ];
    const found = possiblySameChild(aListed({ child: ellie }), [some, more]);
    expect(found.map(({ episode }) => episode)).toEqual([more, some]);
  });
});
