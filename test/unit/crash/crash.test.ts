import { describe, expect, it } from "vitest";
import { closeEpisode } from "../../../functions/close-episode/close-episode.ts";
import { followLadder } from "../../../functions/follow-ladder/follow-ladder.ts";
import { migrateEpisodes } from "../../../functions/migrate-episodes/migrate-episodes.ts";
import type { Reading } from "../../../functions/reading/reading.ts";
import { leicestershire } from "../../builders/profiles.ts";
import { aFound, aMissing, anUnreadable, aReading } from "../../builders/reading.ts";
import { decide, fireDue, receive, record, recover, sweep } from "../../fakes/steps.ts";
import { aWorld, eventsOf, outboxOf, rows, theRow, type World } from "../../fakes/world.ts";

type Story = {
  before?: (world: World) => Promise<unknown>;
  step: (world: World) => Promise<unknown>;
  /** Until its last commit the mail still waits, with SQS or with a person. */
  waits?: boolean;
};

const sam = aMissing({
  reference: "MP/26/004418",
  child: { forenames: "Sam", surname: "Reeve", dateOfBirth: "2012-01-20" },
});
const forAPerson: Reading = {
  result: { status: "quarantined", reasons: ["views-disagree:kind"], compacts: [aMissing(), sam] },
  mail: anUnreadable(["views-disagree:kind"], { force: "leicestershire-police" }).mail,
};
const found = aReading({ compacts: [aFound()] });

const closed = async (world: World): Promise<void> => {
  await receive(world, "mail-1");
  await record(world, "cancel", { reason: "created-in-error" }, { id: "cancel" });
};

const close = async (world: World) => {
  const { episodeId } = theRow(world);
  return closeEpisode({ episodeId, generation: 1 }, world.deps);
};

const revised = {
  ...leicestershire,
  rules: leicestershire.rules.map((rule) => (rule.id === "LEI-01" ? { ...rule, duty: "allocation" } : rule)),
};

const stories: Record<string, Story> = {
  "the ingest of a missing mail": { step: (world) => receive(world, "mail-1") },
  "the ingest of a mail about two children": {
    step: (world) => receive(world, "mail-1", aReading({ compacts: [aMissing(), sam] })),
  },
  "the ingest of a found mail": {
    before: (world) => receive(world, "mail-1"),
    step: (world) => receive(world, "mail-2", found),
  },
  "the ingest of a mail for a person": {
    step: (world) => receive(world, "mail-1", anUnreadable(["no-reference"])),
  },
  "the release of a mail about two children": {
    waits: true,
    before: (world) => receive(world, "mail-1", forAPerson),
    step: (world) =>
      decide(world, "release", forAPerson, { data: { compacts: [{ kind: "missing" }, {}] }, id: "one" }),
  },
  "the ingest of a resend that can be read where the first one waits": {
    waits: true,
    before: (world) => receive(world, "mail-1", anUnreadable(["no-surname"], { digest: "same" })),
    step: (world) => receive(world, "mail-2", aReading({ digest: "same" })),
  },
  "the attachment of a mail": {
    before: async (world) => {
      await receive(world, "mail-0");
      await receive(world, "mail-1", forAPerson);
    },
    step: (world) =>
      decide(world, "attach", forAPerson, { data: { waiting: 2 }, id: "one", reference: "MP/26/004417" }),
  },
  "the firing of what is due": {
    before: async (world) => {
      await receive(world, "mail-1");
      world.clock.to("2026-11-19T09:00:00Z");
    },
    step: (world) => fireDue(world, theRow(world).episodeId),
  },
  "a turn of a ladder": {
    before: (world) => receive(world, "mail-1"),
    step: (world) => {
      const { episodeId, generation } = theRow(world);
      const startedAt = world.clock.now();
      return followLadder({ episodeId, generation, ladder: "while-missing", startedAt }, world.deps);
    },
  },
  "the closing of an episode": { before: closed, step: close },
  "the closing of an episode that is open again": {
    before: (world) => receive(world, "mail-1"),
    step: close,
  },
  "the move of an open episode to another version": {
    before: async (world) => {
      await receive(world, "mail-1");
      await fireDue(world, theRow(world).episodeId);
      await world.deps.tokens.keep(theRow(world).episodeId, "while-missing", "token-1");
      world.deploy(revised);
    },
    step: (world) => migrateEpisodes({ by: "manager", dryRun: false }, world.deps),
  },
  "the dispatch of a start": {
    before: async (world) => {
      world.workflow.state.down = true;
      await receive(world, "mail-1");
      world.workflow.state.down = false;
    },
    step: sweep,
  },
  "the dispatch of a wake": {
    before: async (world) => {
      await receive(world, "mail-1");
      await world.deps.tokens.keep(theRow(world).episodeId, "while-missing", "token-1");
      world.workflow.state.down = true;
      await receive(world, "mail-2", found);
      world.workflow.state.down = false;
    },
    step: sweep,
  },
  "the dispatch of a reassessment": {
    before: async (world) => {
      for (const day of ["01", "02"])
        await receive(world, `mail-${day}`, aReading({ compacts: [missingOn(day)] }));
      world.workflow.state.down = true;
      await receive(world, "mail-1");
      world.workflow.state.down = false;
    },
    step: sweep,
  },
};

const missingOn = (day: string) =>
  aMissing({ reference: `MP/26/0040${day}`, missingSince: `2026-11-${day}T21:30:00+00:00` });

const begin = async ({ before }: Story): Promise<World> => {
  const world = aWorld();
  await before?.(world);
  world.io.calls.length = 0;
  return world;
};

/** How things stand in the end; versions, the seconds of a mail and who of a rung was told first may differ. */
const end = async (world: World) => {
  await recover(world);
  const episodes = await Promise.all(
    rows(world).map(async ({ episodeId, status, generation, running, reference }) => {
      const kept = (await eventsOf(world, episodeId)).filter(
        (e) => e.kind !== "rung" || e.only === undefined,
      );
      const events = kept.map(({ id }) => id).toSorted();
      return { reference, status, generation, running, events };
    }),
  );
  return {
    episodes: episodes.toSorted((a, b) => (a.reference < b.reference ? -1 : 1)),
    executions: [...world.workflow.executions.keys()].toSorted(),
    woken: [...new Set(world.workflow.woken)],
    ledger: [...world.db.ledger].map(([mailId, { told }]) => ({ mailId, told })),
    outbox: outboxOf(world),
    mails: [...new Set(world.post.subjects())].toSorted(),
  };
};

/** The caller tries again, as SQS and Step Functions do, until it hears that it was done. */
const again = async (world: World, story: Story): Promise<void> => {
  world.io.restart();
  await story.step(world);
};

describe.each(Object.entries(stories))("%s", (_name, story) => {
  it("killed at any of its calls, then tried again, ends as if nothing had happened", async () => {
    const whole = await begin(story);
    await story.step(whole);
    const calls = [...whole.io.calls];
    const expected = await end(whole);
    expect(calls.length).toBeGreaterThan(1);
    for (const having of ["done", "not-done"] as const)
      for (const [index, call] of calls.entries()) {
        const world = await begin(story);
        world.io.dieAt(index + 1, having);
        await story.step(world).catch(() => undefined);
        expect(world.io.hasDied()).toBe(true);
        await again(world, story);
        expect(await end(world), `killed at call ${index + 1}, ${call}, ${having}`).toEqual(expected);
      }
  });

  it("killed at any of its calls and never tried again loses no mail of what was committed", async () => {
    const whole = await begin(story);
    await story.step(whole);
    const calls = [...whole.io.calls];
    const expected = await end(whole);
    const commit = calls.indexOf("commit");
    for (const [index, call] of calls.entries()) {
      if (
        index < commit ||
        ((story.waits ?? story.before === undefined) && index < calls.lastIndexOf("commit"))
      )
        continue;
      const world = await begin(story);
      world.io.dieAt(index + 1, "done");
      await story.step(world).catch(() => undefined);
      const { mails } = await end(world);
      expect(mails, `killed at call ${index + 1}, ${call}`).toEqual(expected.mails);
    }
  });
});
