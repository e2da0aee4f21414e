import { describe, expect, it } from "vitest";
import { citationOf, citedBehind } from "../../../functions/domain/profile/citation.ts";
import { explain } from "../../../functions/domain/profile/in-words/explain.ts";
import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { derbyCity, leicestershire, rutland } from "../../builders/profiles.ts";
import { refusals } from "../../builders/timetable.ts";

const AT = "2026-11-16T10:00:00Z";
const events = [missingCompact(), foundCompact()];
const worker = "x@elsewhere.example";

describe("ALL-19: a refusal that the source does not contain", () => {
  it.each([
    ["LEI-01", leicestershire],
    ["DER-02", derbyCity],
    ["RUT-06", rutland],
  ])("ALL-19, %s: is marked in the answer and cites no clause", (rule, profile) => {
    const [refusal, ...others] = refusals({ profile, events }, anAction("allocate", AT, { worker }));
    expect(refusal).toMatchObject({ rule, local: true });
    expect(refusal && citedBehind(refusal)).toMatch(new RegExp(`\\(${rule}, local practice\\)$`));
    expect(others).toEqual([]);
  });

  it("ALL-19: is marked in explain; one of the source's own has its clause there", () => {
    const words = explain(leicestershire);
    expect(words).toContain("LEI-01, local practice: to record");
    expect(words).toContain("LEI-05, clause 4: to record");
  });

  it("ALL-19: one of the source's own keeps its clause in the answer", () => {
    const telephone = anAction("interview-held", AT, { method: "telephone" });
    const [refusal] = refusals({ profile: leicestershire, events }, telephone);
    expect(refusal).not.toHaveProperty("local");
    expect(refusal && citationOf(refusal)).toBe("LEI-05, clause 4");
  });
});
