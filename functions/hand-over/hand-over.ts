import { LEASE_MS } from "../core/fire-rungs/leases.ts";
import { peopledNow } from "../core/office/people.ts";
import type { EpisodeStore } from "../core/ports/episode-store.ts";
import type { Claims, SendLetter } from "../core/ports/letters.ts";
import type { People } from "../core/ports/office.ts";
import { type Instant, toIso } from "../domain/calendar/instant.ts";
import type { Letter } from "../domain/letters/letter.ts";
import type { Profile } from "../domain/profile/profile.ts";

export type HandOverDeps = {
  episodes: EpisodeStore;
  profile: Profile;
  people: People;
  claims: Claims;
  send: SendLetter;
  now: () => Instant;
};

const letter = (reference: string, episodeId: string, ladder: string, profile: Profile): Letter => ({
  to: profile.recipients[profile.quarantine.role]?.addresses ?? [],
  subject: `${reference}: the system could not take a step by itself`,
  rules: ["ALL-01"],
  episodes: [reference],
  paragraphs: [
    {
      heading: `Please look at ${reference}`,
      lines: [
        `A step of "${ladder.replaceAll("-", " ")}" failed and is being tried again every five minutes.`,
        "The duties and limits of this episode still stand; alerts that fall due are sent by the watchdog.",
      ],
    },
    { lines: [`Episode: ${profile.consoleUrl}/episodes/${episodeId}`] },
  ],
});

export type HandOverInput = {
  episodeId: string;
  ladder: string;
  /** Left out by definitions of before: those go on in the execution they are in. */
  generation?: number | undefined;
  startedAt?: Instant | undefined;
};

/**
 * A step that fails for good writes up to thirty events every five minutes in each of three branches, and Step
 * Functions ends an execution at 25,000. An execution this old is followed by another; one that is older when a step
 * fails has waited for most of its life, and is followed at once.
 */
export const FAILING_FOR_MS = 12 * 3_600_000;

/** What the state machine does next: pause and try again, or leave the rest to the execution that follows it. */
export type HandedOver = { kind: "pause" | "followed" };

const follow = async ({ episodeId, generation, startedAt }: HandOverInput, deps: HandOverDeps) => {
  if (generation === undefined || startedAt === undefined) return "pause";
  const stored = await deps.episodes.load(episodeId);
  if (!stored) return "pause";
  const { row } = stored;
  if (row.generation > generation) return "followed";
  const now = deps.now();
  if (!row.running || now - startedAt < FAILING_FOR_MS) return "pause";
  const next = generation + 1;
  const message = { id: `start#${episodeId}#${next}`, kind: "start", episodeId, generation: next } as const;
  const done = await deps.episodes.transact([
    {
      kind: "episode",
      row: { ...row, version: row.version + 1, generation: next },
      expectedVersion: row.version,
    },
    { kind: "outbox", message, at: toIso(now) },
  ]);
  // Whoever wrote first may have mended it; if not, the next turn is in five minutes.
  return done === "committed" ? "followed" : "pause";
};

/** A failed step is handed to a person, once a day per episode, whichever ladders fail; the workflow keeps trying (ALL-13). */
export const handOver = async (input: HandOverInput, deps: HandOverDeps): Promise<HandedOver> => {
  const untold = await tell(input, deps).then(
    () => undefined,
    (cause: unknown) => ({ cause }),
  );
  // With SES away an execution grows as well: it is followed in time though nobody could be told.
  const kind = await follow(input, deps);
  if (untold && kind === "pause") throw untold.cause;
  return { kind };
};

const tell = async ({ episodeId, ladder }: HandOverInput, deps: HandOverDeps): Promise<void> => {
  const now = deps.now();
  const claim = `hand-over#${episodeId}#${toIso(now).slice(0, 10)}`;
  if (!(await deps.claims.take(claim, now, now + LEASE_MS))) return;
  const stored = await deps.episodes.load(episodeId);
  await deps.send(letter(stored?.row.reference ?? episodeId, episodeId, ladder, await peopledNow(deps)), now);
  await deps.episodes.transact([{ kind: "rung-sent", claim }]);
};
