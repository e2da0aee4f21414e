import { describe, expect, it } from "vitest";
import type { WentBecause } from "../../../functions/domain/episode/codes-of-return.ts";
import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { derbyshire, leicestershire, rutland, torbay } from "../../builders/profiles.ts";
import { refusals } from "../../builders/timetable.ts";

const AT = "2026-11-16T10:00:00Z";
const story = { profile: leicestershire, events: [missingCompact(), foundCompact()] };
const said = (action: Parameters<typeof refusals>[1]) => refusals(story, action).map(({ says }) => says);

describe("what is recorded names only what there is", () => {
  it("a duty the episode does not have is refused, with those that stand", () => {
    const [fault] = said(anAction("duty-done", AT, { duty: "no-such-duty", outcome: "done" }));
    expect(fault).toMatch(/^duty: this episode has no duty "no-such-duty"; /);
    expect(said(anAction("duty-done", AT, { duty: "return-interview", outcome: "done" }))).toEqual([]);
  });

  it("a section the form does not have is refused, with those it has", () => {
    const [fault] = said(
      anAction("written-record", AT, { writtenToChild: true, sections: { "no-section": "words" } }),
    );
    expect(fault).toContain(`it has ${leicestershire.form.map(({ id }) => id).join(", ")}.`);
  });

  it("a role nobody has is refused, with the roles there are", () => {
    const worker = "a.b@leicestershire.example";
    const [fault] = said(anAction("allocate", AT, { worker, team: "nobody" }));
    expect(fault).toContain('team: nobody has the role "nobody"; the profile has ');
    const [team] = Object.keys(leicestershire.recipients);
    expect(said(anAction("allocate", AT, { worker, team: team ?? "" }))).toEqual([]);
  });

  const stranger = "x@elsewhere.example";
  it.each([
    ["allocate", { worker: "a.b@leicestershire.example", deputyFor: stranger }, "deputyFor"],
    ["sign-off", { nextSteps: "none", manager: stranger }, "manager"],
    ["referral-acknowledged", { interviewer: stranger }, "interviewer"],
    ["strategy-discussion-held", { chair: stranger }, "chair"],
  ] as const)(
    "ALL-24: %s: an address outside the authority and its partners is refused, with those that are right",
    (action, data, field) => {
      const faults = said(anAction(action, AT, data));
      expect(faults).toContain(
        `${field}: ${stranger} is nobody of ours; an address of ours ends in ${leicestershire.staffDomains.join(", ")}.`,
      );
    },
  );

  it("ALL-24: a worker too, where the protocol has no clause of its own that refuses it, and once where it has", () => {
    const at = (profile: typeof torbay) =>
      refusals({ ...story, profile }, anAction("allocate", AT, { worker: stranger }));
    expect(at(torbay).map(({ says }) => says)).toEqual([
      expect.stringContaining("worker: x@elsewhere.example is nobody of ours"),
    ]);
    expect(at(rutland)).toMatchObject([{ rule: "RUT-06" }]);
  });

  it("ALL-24: a name is only a name", () => {
    expect(said(anAction("referral-acknowledged", AT, { interviewer: "R. Bell" }))).toEqual([]);
  });

  it("a reason for going that the protocol does not name is refused, with those it names; none named, all are", () => {
    const gone = (reason: WentBecause, profile: typeof torbay) =>
      refusals(
        { ...story, profile },
        anAction("interview-held", AT, { method: "face-to-face", independent: true, wentBecause: [reason] }),
      );
    const [fault, ...others] = gone("wanted-time-alone", derbyshire).map(({ says }) => says);
    expect(fault).toBe(
      'wentBecause: the protocol has no "wanted-time-alone"; it has conflict-where-they-live, harm-where-they-live, unhappy-in-placement, family, a-relationship, exploitation, friends, bullying-or-school, mental-health, drugs-or-alcohol, other, not-known.',
    );
    expect(others).toEqual([]);
    expect(gone("unhappy-in-placement", derbyshire)).toEqual([]);
    expect(gone("not-known", derbyshire)).toEqual([]);
    expect(gone("wanted-time-alone", torbay)).toEqual([]);
  });
});
