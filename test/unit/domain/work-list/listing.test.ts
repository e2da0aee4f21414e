import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toInstant } from "../../../../functions/domain/calendar/instant.ts";
import { assess } from "../../../../functions/domain/duty/assess.ts";
import type { EpisodeEvent } from "../../../../functions/domain/episode/events.ts";
import type { Profile } from "../../../../functions/domain/profile/profile.ts";
import { listingSchema } from "../../../../functions/domain/work-list/listing.ts";
import { makeListing } from "../../../../functions/domain/work-list/make-listing.ts";
import { aContext } from "../../../builders/context.ts";
import {
  anAction,
  aRung,
  compact,
  foundCompact,
  missingCompact,
  plusHours,
} from "../../../builders/events.ts";
import { aProfile, aRawRule } from "../../../builders/profile.ts";
import { derbyCity, derbyshire, leicestershire, rutland, torbay } from "../../../builders/profiles.ts";

const profiles: Record<string, Profile> = { derbyCity, derbyshire, leicestershire, rutland, torbay };
const since = "2026-11-14T21:30:00.000Z";
const hours = (n: number): string => plusHours(since, n);
const forceOf = ({ forces }: Profile): string => forces[0]?.id ?? "";

const listingAt = (events: readonly EpisodeEvent[], profile: Profile, now: string) => {
  const context = aContext({ events, profile, now });
  return makeListing(context, assess(context).duties);
};

/** What may come in an episode's first days, each after some hours. */
const happenings: ((at: string, force: string) => EpisodeEvent)[] = [
  (at, force) => foundCompact({ returnedAt: at, force }),
  (at, force) => compact("update", at, { risk: "high", flags: ["exploitation"], force }),
  (at, force) => compact("update", at, { careStatus: "looked-after", force }),
  (at, force) => compact("absent", at, { force }),
  (at, force) => compact("cancelled", at, { force }),
  (at) => anAction("allocate", at, { worker: "s.okoro@leicestershire.example" }),
  (at) => anAction("contact-attempt", at, { method: "call" }),
  (at) => anAction("decline", at, { reason: "does not want to" }),
  (at) => anAction("interview-held", at, { method: "face-to-face" }),
  (at) => anAction("written-record", at, { writtenToChild: true, sections: {} }),
  (at) => anAction("referral-made", at),
  (at) => anAction("found-retracted", at, { reason: "another child" }),
  (at) => anAction("strategy-discussion-held", at),
  (at) => aRung("return-interview", "told", at, ["Coordinator"]),
];

const story = fc.array(fc.tuple(fc.nat(happenings.length - 1), fc.integer({ min: 2, max: 200 })), {
  maxLength: 8,
});

describe("what a list shows of an episode", () => {
  it.each(Object.entries(profiles))("holds, under %s, until the instant it names", (_name, profile) => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 2_000 }), fc.boolean(), (what, later, coming) => {
        const force = forceOf(profile);
        const child = coming ? { dateOfBirth: "2008-12-02" } : {};
        const events = [
          missingCompact({ missingSince: since, force, child }),
          ...what.flatMap(([which, at]) => happenings[which]?.(hours(at), force) ?? []),
        ];
        const then = listingAt(events, profile, hours(201));
        const readAt = hours(201 + later);
        if (then.goodUntil !== undefined && toInstant(readAt) >= toInstant(then.goodUntil)) return;
        expect(listingAt(events, profile, readAt)).toEqual(then);
      }),
      { numRuns: 60 },
    );
  });

  it("survives being stored", () => {
    const listing = listingAt([missingCompact({ missingSince: since })], leicestershire, hours(80));
    expect(listingSchema.parse(JSON.parse(JSON.stringify(listing)))).toEqual(listing);
    expect(listing.duties.length).toBeGreaterThan(0);
  });

  it("says of each open duty its rule, clause, times, owner and who was told", () => {
    const events = [
      missingCompact({ missingSince: since }),
      foundCompact({ returnedAt: hours(10) }),
      aRung("return-interview", "overdue", hours(83), ["Service Manager"]),
    ];
    const { duties, teams } = listingAt(events, aProfile(), hours(90));
    expect(duties).toEqual([
      {
        duty: "return-interview",
        rule: "ANY-01",
        clause: "1",
        title: "Return interview",
        createdAt: "2026-11-15T08:00:00Z",
        dueAt: "2026-11-18T07:30:00Z",
        inHours: true,
        owner: {
          role: "coordinator",
          name: "Missing coordinator",
          addresses: ["missing.coordinator@anyshire.example"],
        },
        watchers: [
          {
            role: "service-manager",
            name: "Service Manager",
            addresses: ["service.manager@anyshire.example"],
          },
        ],
        told: [{ at: hours(83), to: ["Service Manager"] }],
      },
    ]);
    expect(teams).toEqual(["coordinator"]);
  });

  it("leaves out what is done, and what has not arisen yet", () => {
    const later = aRawRule({ duty: "review", when: { missingLongerThan: { amount: 3, unit: "d" } } });
    const profile = aProfile({ rules: [{ ...later, ladder: "while-missing", due: [], rungs: [] }] });
    const events = [missingCompact({ missingSince: since })];
    const before = listingAt(events, profile, hours(71));
    expect(before).toMatchObject({ duties: [], goodUntil: "2026-11-17T21:30:00Z" });
    expect(listingAt(events, profile, hours(72)).duties).toMatchObject([{ duty: "review" }]);
  });

  it("says whose it is: the worker, and the teams that own what is or was due", () => {
    const events = [
      missingCompact({ missingSince: since }),
      anAction("allocate", hours(12), { worker: "s.okoro@leicestershire.example", team: "ce-team" }),
    ];
    const { allocation, teams } = listingAt(events, leicestershire, hours(13));
    expect(allocation).toEqual({ worker: "s.okoro@leicestershire.example", team: "ce-team" });
    expect(teams).toContain("ce-team");
    expect(teams).not.toContain("allocated-worker");
  });

  it("never keeps an event from being kept: a role nobody fills is nobody", () => {
    const context = aContext({
      profile: aProfile(),
      events: [missingCompact(), foundCompact()],
      now: hours(12),
    });
    const broken = { ...context, profile: { ...context.profile, recipients: {} } };
    expect(makeListing(broken, assess(broken).duties).duties).toMatchObject([{ owner: { role: "nobody" } }]);
  });
});
