import { describe, expect, it } from "vitest";
import type { ActionData } from "../../../functions/domain/episode/actions.ts";
import type { ActionEvent, EpisodeEvent } from "../../../functions/domain/episode/events.ts";
import { fold } from "../../../functions/domain/episode/fold.ts";
import { anAction, foundCompact, missingCompact, plusSeconds } from "../../builders/events.ts";
import { derbyCity, leicestershire } from "../../builders/profiles.ts";
import { dutyAt, inShort, mailsUntil, refusedBy, storiesUnder } from "../../builders/timetable.ts";

const AT = "2026-11-16T10:00:00Z";
const LATER = "2026-11-18T15:00:00Z";
const KNOWN = "2026-11-14T23:00:00Z";
const ASKED = "missing-coordinator@derby.example";

const derby = storiesUnder(derbyCity);
const said = (facts: ActionData<"fact-recorded">, at = AT): ActionEvent =>
  anAction("fact-recorded", at, facts);
const inDerby = { force: "derbyshire-police" };
const gone = (facts: Parameters<typeof missingCompact>[0] = {}) =>
  missingCompact({ ...inDerby, received: KNOWN, ...facts });
const folded = (...events: EpisodeEvent[]) => fold("ep-1", events);

describe("what the authority knows", () => {
  it("ALL-07: stands over what the police say, whichever came later, and takes nothing else away", () => {
    const police = gone({ careStatus: "not-looked-after", placingAuthority: "Derby" });
    const again = foundCompact({ ...inDerby, careStatus: "not-looked-after", received: LATER });
    const { facts } = folded(police, said({ careStatus: "looked-after" }), again);
    expect(facts).toMatchObject({ careStatus: "looked-after", placingAuthority: "Derby" });
  });

  it("ALL-07: the last thing it said counts, and what is not known leaves what the police say", () => {
    const first = said({ careStatus: "looked-after" });
    expect(folded(gone(), first, said({ careStatus: "care-leaver" }, LATER)).facts.careStatus).toBe(
      "care-leaver",
    );
    const unsure = said({ careStatus: "not-known" });
    expect(folded(gone({ careStatus: "looked-after" }), unsure).facts.careStatus).toBe("looked-after");
  });

  it("ALL-07: a rule reads it from the second it was said, and not before", () => {
    const story = derby([gone({ careStatus: "not-looked-after" }), said({ careStatus: "looked-after" })]);
    const iro = (now: string) => dutyAt(story, "iro-missing", now);
    expect(iro(plusSeconds(AT, -1))).toBeUndefined();
    expect(iro(AT)?.state).toBe("open");
    const refused = refusedBy(
      { profile: leicestershire, events: [missingCompact(), said({ careStatus: "looked-after" })] },
      anAction("offer-interview", LATER, { contact: "parent" }),
    );
    expect(refused).toEqual(["LEI-07 (6)"]);
  });

  it("ALL-07: a concern or refusal it states is a flag like one of a report's", () => {
    const flags = said({ exploitation: "yes", refusesToReturn: "yes", trafficking: "no" });
    expect([...folded(gone(), flags).flags]).toEqual(["exploitation", "unwilling-to-return"]);
  });

  it("ALL-07: that the child is back is a return at the time it says, until it is withdrawn", () => {
    const back = { ...said({ returnedAt: "2026-11-16T08:00:00Z" }), id: "back" };
    const withdrawn = anAction("withdraw", LATER, { recorded: "back", reason: "another child" });
    expect(folded(gone(), back)).toMatchObject({
      status: "returned",
      returnedAt: Date.parse("2026-11-16T08:00:00Z"),
      foundNotifiedAt: Date.parse(AT),
    });
    expect(folded(gone(), back, withdrawn).status).toBe("missing");
    const goneAgain = gone({ missingSince: "2026-11-17T20:00:00Z", received: "2026-11-17T21:00:00Z" });
    expect(folded(gone(), back, goneAgain).status).toBe("missing");
  });
});

describe("what nobody stated is no 'no'", () => {
  const unknown = derby([gone()]);
  const asked = (events: EpisodeEvent[]) => inShort(mailsUntil(derby(events), LATER), "care-status-asked");

  it("ALL-07: its owner is asked once, at once, and the question stays on the list", () => {
    expect(asked([gone()])).toEqual([`${KNOWN} told -> ${ASKED}`]);
    expect(dutyAt(unknown, "care-status-asked", LATER)?.state).toBe("open");
    expect(asked([gone({ careStatus: "not-looked-after" })])).toEqual([]);
  });

  it("ALL-07: answered, it is done, and not before", () => {
    const answered = [gone(), said({ careStatus: "not-looked-after" })];
    expect(mailsUntil(derby(answered), LATER).length).toBeGreaterThan(0);
    expect(dutyAt(derby(answered), "care-status-asked", plusSeconds(AT, -1))?.state).toBe("open");
    expect(dutyAt(derby(answered), "care-legal", plusSeconds(AT, -1))?.undecided).toBe(true);
    expect(dutyAt(derby(answered), "care-legal", AT)).toBeUndefined();
  });

  it("ALL-07: the duty that would protect the child stands meanwhile, and mails nobody who may have no part in it", () => {
    expect(dutyAt(unknown, "care-legal", LATER)).toMatchObject({ state: "open", undecided: true });
    expect(inShort(mailsUntil(unknown, LATER), "care-legal")).toEqual([]);
    const answered = derby([gone(), said({ careStatus: "looked-after" })]);
    expect(inShort(mailsUntil(answered, LATER), "care-legal")[0]).toMatch(`${AT} `);
  });

  it("ALL-07: 'not known' answers nothing", () => {
    const unsure = derby([gone(), said({ careStatus: "not-known" })]);
    expect(dutyAt(unsure, "care-status-asked", LATER)?.state).toBe("open");
  });

  it("ALL-07: a version of the protocol from before asks nobody, and none of its duties change", () => {
    const before = { ...derbyCity, rules: derbyCity.rules.filter(({ id }) => id !== "ALL-07") };
    expect(dutyAt(storiesUnder(before)([gone()]), "care-legal", LATER)).toBeUndefined();
  });
});
