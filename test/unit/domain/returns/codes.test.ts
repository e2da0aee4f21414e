import { describe, expect, it } from "vitest";
import { ethnicGroupOf, placementOf } from "../../../../functions/domain/returns/codes.ts";

describe("codes of what mails say in words", () => {
  it.each([
    ["White British", "white"],
    ["W1 - White - British", "white"],
    ["White and Black Caribbean", "mixed"],
    ["Mixed - Any other mixed background", "mixed"],
    ["Black or Black British - African", "black"],
    ["Asian or Asian British - Pakistani", "asian"],
    ["Chinese", "asian"],
    ["Arab", "other"],
    ["Prefers not to say", undefined],
    [undefined, undefined],
  ])("ethnicity %s is %s", (words, group) => {
    expect(ethnicGroupOf(words)).toBe(group);
  });

  it.each([
    ["residential children's home", "childrens-home"],
    ["Foster care", "foster"],
    ["with kin", "kin"],
    ["semi-independent", "semi-independent"],
    ["at home", "home"],
    ["a caravan", "other"],
    [undefined, undefined],
  ])("placement %s is %s", (words, code) => {
    expect(placementOf(words)).toBe(code);
  });
});
