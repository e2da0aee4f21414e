import { describe, expect, it } from "vitest";
import { flagsIn } from "../../../../functions/reading/compact/values/flags.ts";
import { lexiconOf } from "../../../../functions/reading/compact/words/lexicon.ts";
import { HONEST_MS, onProcessor } from "../../../builders/processor-time.ts";
import { aReport, theCompact } from "../mails.ts";

const flags = (text: string) => flagsIn([text], lexiconOf());

describe("a no that is about something else leaves a flag raised", () => {
  it.each([
    ["He has not returned and is suicidal", ["self-harm"]],
    ["No contact since 2100 and concerned she will self harm", ["self-harm"]],
    ["Has not got her phone and is at risk of self-harm", ["self-harm"]],
    ["Not known to police and is insulin dependent", ["medical"]],
    ["She has not been seen and there are concerns she is being exploited", ["exploitation"]],
    ["without doubt at risk of CSE", ["exploitation"]],
    ["No answer from phone or friends, diabetic, CSE concerns", ["exploitation", "medical"]],
    ["He is not answering calls or texts, diabetic and suicidal", ["self-harm", "medical"]],
    ["No phone, no money, at risk of exploitation", ["exploitation"]],
    ["Child not known to services, CSE", ["exploitation"]],
    ["Drugs, No fixed abode, CSE", ["exploitation"]],
    ["Not at risk of CSE but self-harms", ["self-harm"]],
    ["NRM not yet submitted, believed trafficked", ["trafficking"]],
    ["CSE cannot be ruled out", ["exploitation"]],
    ["Concerns of CSE have not been ruled out", ["exploitation"]],
    ["No concerns other than CSE", ["exploitation"]],
    ["No reply, she is suicidal", ["self-harm"]],
    ["There is no doubt she is at risk of CSE", ["exploitation"]],
    ["C.S.E. and C.C.E.", ["exploitation"]],
    ["Her friend's brother is exploiting her", ["exploitation"]],
    ["Her friend's brother is known for CSE and picks her up", ["exploitation"]],
  ])("%s", (text, expected) => {
    expect(flags(text)).toEqual(expected);
  });

  it.each([
    "Left without her insulin",
    "Does not have her medication with her",
    "Has not got her insulin with her",
    "No medication with her",
    "She hasn't been taking her insulin",
    "She doesn't have her tablets",
  ])("%s is itself the concern", (text) => {
    expect(flags(text)).toEqual(["medical"]);
  });
});

describe("a clear denial reaches over the whole list it governs", () => {
  it.each([
    "No concerns re CSE, CCE or trafficking",
    "No history of self-harm, suicide attempts, CSE",
    "There are no concerns around CSE, self harm, or domestic abuse.",
    "No known CSE, CCE, county lines involvement",
    "Denied any CSE, drugs, trafficking",
    "Nil CSE / CCE / trafficking",
    "No self harm, CSE or assault disclosed",
    "She does not have any medical conditions or take medication",
    "There is no evidence that she is being exploited",
    "Mother does not believe she is with family.",
    "CSE, CCE and trafficking: none known",
    "CSE and CCE not suspected",
    "CSE: N - not known",
    "CSE: N (screened 2025)",
    "CSE: Nothing known",
    "CSE N/A",
    "CSE not applicable",
    "CSE = N",
    "CSE? No",
    "CSE no longer a concern",
    "Takes no medication",
    "Not thought to be pregnant",
    "Enquiries made at Leicester hospital with no result",
    "Checked all hospitals and A&E, negative",
  ])("%s", (text) => {
    expect(flags(text)).toEqual([]);
  });

  it.each([
    ["CSE - N, CCE - N, Trafficked - N, Self Harm - Y", ["self-harm"]],
    ["CSE N, Self Harm Y", ["self-harm"]],
    ["CSE (No), Self-harm (Yes)", ["self-harm"]],
    ["CSE [ ] Self Harm [x]", ["self-harm"]],
  ])("%s is answered one by one", (text, expected) => {
    expect(flags(text)).toEqual(expected);
  });
});

describe("where another is", () => {
  it("says nothing of the child", () => {
    expect(flags("Father currently in hospital, mother on remand")).toEqual([]);
    expect(flags("His mother is in hospital with him")).toEqual(["in-hospital"]);
    expect(flags("Taken by her mother, in hospital since noon")).toEqual(["in-hospital"]);
  });
});

it.each(["CSE ", "no CSE, ", "no not nil ", "with his her the ", "without her ", "CSE and ", "("])(
  "a long text of %j is answered",
  (text) => {
    const { answer, ms } = onProcessor(() => flags(text.repeat(50_000 / text.length)));
    expect(Array.isArray(answer)).toBe(true);
    expect(ms).toBeLessThan(HONEST_MS);
  },
);

describe("a label that names a flag", () => {
  it.each([
    ["CSE/CCE", "Yes", "exploitation"],
    ["Trafficking", "Y", "trafficking"],
    ["NRM Referral Made", "Yes", "trafficking"],
    ["Suicide Risk", "Yes", "self-harm"],
    ["In Hospital", "Yes - Leicester Royal", "in-hospital"],
    ["On Remand", "Yes", "on-remand"],
    ["Police Investigation", "Yes", "police-investigation"],
    ["Missing from Education", "✓", "missing-from-education"],
    ["Domestic Violence", "Yes", "domestic-abuse"],
    ["DV", "Y", "domestic-abuse"],
    ["Pregnant", "Yes", "medical"],
    ["Diabetic", "Yes", "medical"],
    ["Medical", "Severe allergy", "medical"],
    ["Medical", "Yes", "medical"],
    ["Medical Conditions", "heart condition", "medical"],
    ["C.S.E.", "Yes", "exploitation"],
    ["Current county lines marker", "Yes", "exploitation"],
    ["CSE", "No, but CCE concerns", "exploitation"],
    ["CSE", "Not ruled out", "exploitation"],
  ])("%s: %s raises it", async (label, value, flag) => {
    const compact = await theCompact(aReport({ [label]: value }));
    expect(compact?.flags).toEqual([flag]);
    expect(compact?.warnings).toHaveLength(1);
  });

  it.each(["No", "N - not known", "N (screened 2025)", "0", "Nothing known", "Y/N", "N/A", "[ ]", "Denied"])(
    "CSE: %s does not",
    async (value) => {
      const compact = await theCompact(aReport({ CSE: value, "Suicide marker": value, DV: value }));
      expect(compact?.flags).toBeUndefined();
      expect(compact?.warnings).toBeUndefined();
    },
  );
});

it("a list of warnings keeps a denial with all it denies", async () => {
  const compact = await theCompact(aReport({ "Warning Markers": "No concerns re CSE, CCE or trafficking" }));
  expect(compact?.warnings).toEqual(["No concerns re CSE, CCE or trafficking"]);
  expect(compact?.flags).toBeUndefined();
});

describe("what is denied, or somebody else's", () => {
  it.each([
    "Denies any thoughts of suicide",
    "Denied any self-harm ideation",
    "No suicidal thoughts or plans",
    "Upset about a friend's overdose",
    "His best friend's brother is linked to county lines",
    "A friend’s boyfriend was a victim of CSE",
    "Her late mother's suicide",
    "Her mother is diabetic",
    "Her friend has self-harmed",
    "His brother is epileptic",
    "One of her friends recently overdosed",
  ])("raises no flag of the child: %s", (text) => {
    expect(flags(text)).toEqual([]);
  });

  it.each([
    ["Told her mother she overdosed last week", ["self-harm"]],
    ["With her mother, has self-harmed before", ["self-harm"]],
    ["Diabetic, her mother has the insulin", ["medical"]],
    ["Her friend says she is suicidal", ["self-harm"]],
  ])("is none of it: %s", (text, expected) => {
    expect(flags(text)).toEqual(expected);
  });
});
