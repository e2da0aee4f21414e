import { describe, expect, it } from "vitest";
import { momentForms } from "../../../../functions/reading/compact/times/moment-forms.ts";
import { readMoment } from "../../../../functions/reading/compact/times/moments.ts";
import { extendVocabulary } from "../../../../functions/reading/compact/words/extend-vocabulary.ts";
import { vocabulary } from "../../../../functions/reading/compact/words/vocabulary.ts";
import { aReport, theCompact } from "../mails.ts";

const withForms = (dateForms: string[], timeForms: string[] = []) => {
  const words = extendVocabulary(vocabulary, { dateForms, timeForms });
  return (text: string) => {
    const stated = readMoment(text, momentForms(words.dateForms, words.timeForms));
    return stated.kind === "instant" ? stated.at : stated.kind;
  };
};
const afterNine = "2026-11-14T21:30:00+00:00";

describe("date and time forms are words a force can add", () => {
  it.each<[string, string[], string[], string]>([
    ["six figures", ["ddmmyy"], [], "141126 2130"],
    ["the year first, two figures", ["yy/mm/dd"], [], "26/11/14 21:30"],
    ["words of its own", ["'day' d 'month' m 'year' y"], [], "Day 14 month 11 year 2026 21:30"],
    ["an hour with a letter", [], ["HH'u'mm"], "14/11/2026 21u30"],
    ["a dash", [], ["HH-mm"], "14/11/2026 21-30"],
    ["an hour of twelve", [], ["h-mm am"], "14/11/2026 9-30 pm"],
  ])("%s", (_what, dates, times, text) => {
    expect(withForms([])(text)).not.toBe(afterNine);
    expect(withForms(dates, times)(text)).toBe(afterNine);
  });

  it("the day comes first unless a force writes the month first, and then always", () => {
    expect(withForms([])("11/14/2026 21:30")).toBe("unreadable");
    expect(withForms(["m/d/y"])("11/14/2026 21:30")).toBe(afterNine);
    expect(withForms(["m/d/y"])("03/04/2026 10:00")).toBe("2026-03-04T10:00:00+00:00");
    expect(withForms(["m/d/y"])("14/11/2026 21:30")).toBe("unreadable");
  });

  it("what everybody writes is read beside them", () => {
    expect(withForms(["m/d/y"], ["HH'u'mm"])("Saturday 14 November 2026 at 9.30pm")).toBe(afterNine);
  });

  it("a mail is read by the forms of its force, a date of birth too", async () => {
    const raw = aReport({ DOB: "110309", "Missing Since": "261114 21u30" });
    const compact = await theCompact(raw, {
      vocabulary: { dateForms: ["yymmdd"], timeForms: ["HH'u'mm"] },
    });
    expect(compact).toMatchObject({ child: { dateOfBirth: "2011-03-09" }, missingSince: afterNine });
  });
});
