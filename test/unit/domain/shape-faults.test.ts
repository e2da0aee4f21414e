import { describe, expect, it } from "vitest";
import { actionSchemas } from "../../../functions/domain/episode/actions.ts";
import { conditionSchema } from "../../../functions/domain/profile/condition.ts";
import { ruleSchema } from "../../../functions/domain/profile/rule.ts";
import { shapeFaultInWords, shapeFaults } from "../../../functions/domain/shape/shape-faults.ts";
import { aRawRule } from "../../builders/profile.ts";

const faultsOf = (
  schema: typeof conditionSchema | (typeof actionSchemas)["note"] | typeof ruleSchema,
  raw: unknown,
): string[] => {
  const read = schema.safeParse(raw);
  return read.success
    ? []
    : shapeFaults(read.error, raw).map((fault) => shapeFaultInWords(fault, "the data"));
};
const ofAction = (action: keyof typeof actionSchemas, raw: unknown) =>
  faultsOf(actionSchemas[action] as never, raw);

describe("data of the wrong shape is explained in sentences that name the field", () => {
  it.each<[keyof typeof actionSchemas, unknown, string]>([
    ["interview-held", {}, '"method" is missing: it is one of face-to-face, telephone, video, other'],
    ["interview-held", { method: "fax" }, '"method" has to be one of face-to-face, telephone, video, other'],
    ["interview-held", { method: "telefone" }, '"method" has to be "telephone", not "telefone"'],
    ["interview-held", { method: "video", place: 3 }, '"place" has to be a text'],
    ["interview-held", { method: "video", independent: "yes" }, '"independent" has to be true or false'],
    ["interview-held", { method: "video", covers: [1] }, '"covers.0" has to be a text'],
    [
      "interview-held",
      { method: "video", concerns: { noticedAt: "noon" } },
      '"concerns.noticedAt" has to be a time with its zone, such as 2026-11-16T10:30:00Z',
    ],
    ["allocate", { worker: "Asha" }, '"worker" has to be an e-mail address'],
    ["note", {}, '"text" is missing'],
    ["note", { text: " " }, '"text" may not be empty'],
    ["note", [], "the data has to be an object in { }"],
    ["note", "x", "the data has to be an object in { }"],
  ])("%s %j", (action, raw, expected) => expect(ofAction(action, raw)).toEqual([expected]));

  it.each<[unknown, string]>([
    [{ status: ["gone"] }, '"status.0" has to be one of missing, returned, cancelled'],
    [{ staus: ["missing"] }, '"staus" is not a field that is known here; "status" is meant'],
    [{ moon: "full" }, '"moon" is not a field that is known here'],
    [
      { all: [{ always: true }, { riks: ["high"] }] },
      '"all.1.riks" is not a field that is known here; "risk" is meant',
    ],
    [{ not: { any: [{ fact: "harm", iss: true }] } }, '"not.any.0.iss" is not a field that is known here'],
    [{ all: [] }, '"all" needs 1 or more entries'],
    [{ fact: "harm", is: 3 }, '"is" has to be a text or true or false'],
    [{ sectionsEmpty: 3 }, '"sectionsEmpty" has to be a list or any'],
    [{ recorded: "interview-hold" }, '"recorded" has to be "interview-held", not "interview-hold"'],
    [{}, "the data is empty"],
    [true, "the data has to be an object in { }"],
  ])("a condition %j", (raw, expected) => expect(faultsOf(conditionSchema, raw)).toEqual([expected]));

  it("a misspelt field that is needed is one fault, not two", () => {
    const { title, ...rule } = aRawRule();
    expect(faultsOf(ruleSchema, { ...rule, titel: title })).toEqual([
      '"titel" is not a field that is known here; "title" is meant',
    ]);
  });
});
