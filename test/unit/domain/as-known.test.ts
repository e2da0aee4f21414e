import { describe, expect, it } from "vitest";
import { anAction, foundCompact, missingCompact } from "../../builders/events.ts";
import { leicestershire } from "../../builders/profiles.ts";
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
});
