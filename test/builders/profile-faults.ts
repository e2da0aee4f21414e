import { faultInWords } from "../../functions/domain/profile/check/faults.ts";
import { readProfile } from "../../functions/reading/force-words/read-profile.ts";
import { aRawProfile, aRawRule } from "./profile.ts";

/** Every fault of a profile as it is printed. */
export const faultsOf = (raw: unknown): string[] => {
  const read = readProfile(raw);
  return read.ok ? [] : read.error.map(faultInWords);
};

/** A second rule beside the builder's return interview: one mail, no limit, ended by a record of its own. */
export const anotherRule = (overrides: Record<string, unknown> = {}): Record<string, unknown> =>
  aRawRule({
    id: "ANY-02",
    duty: "second",
    title: "The second",
    ladder: "contact",
    due: [],
    rungs: [{ id: "told", from: "created", to: ["owner"], says: "Do it." }],
    endedBy: [{ action: "oversight" }],
    ...overrides,
  });

export const aThirdRule = (overrides: Record<string, unknown> = {}): Record<string, unknown> =>
  anotherRule({ id: "ANY-03", duty: "third", title: "The third", ...overrides });

/** What is wrong with these beside the return interview. */
export const faultsBeside = (...rules: unknown[]): string[] =>
  faultsOf(aRawProfile({ rules: [aRawRule(), ...rules] }));
