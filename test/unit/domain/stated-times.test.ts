import { describe, expect, it } from "vitest";
import { fold } from "../../../functions/domain/episode/fold.ts";
import { missingCompact } from "../../builders/events.ts";

describe("a stated time that has not come yet", () => {
  it("counts as the receipt, so that a sender's clock puts no deadline off", () => {
    const report = missingCompact({
      missingSince: "2027-11-14T21:30:00+00:00",
      received: "2026-11-14T23:05:00Z",
    });
    const episode = fold("ep-1", [report]);
    expect(episode.missingAt).toBe(Date.parse(report.recordedAt));
  });

  it("leaves a time that lies before the receipt alone", () => {
    const report = missingCompact();
    expect(fold("ep-1", [report]).missingAt).toBe(Date.parse(report.compact.missingSince ?? ""));
  });
});
