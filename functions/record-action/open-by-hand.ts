import { randomUUID } from "node:crypto";
import * as z from "zod";
import { type AppendDeps, planFor } from "../core/append-events/append-events.ts";
import { commit } from "../core/append-events/commit.ts";
import { episodeUnder } from "../core/compact-events/episode-for.ts";
import type { ByHand } from "../core/ports/opening.ts";
import { actorSchema, whoActs } from "../domain/console/actor.ts";
import { may } from "../domain/console/may.ts";
import { type Opening, openingEvents, openingFaults, openingSchema } from "../domain/episode/by-hand.ts";
import { childKeysOf, episodeIdOf } from "../domain/episode/identity.ts";
import type { Profile } from "../domain/profile/profile.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import { shapeFaultInWords, shapeFaults } from "../domain/shape/shape-faults.ts";

export const openingRequestSchema = z.strictObject({
  /** Same request, same id: one episode however often it is sent. */
  id: z.string().default(randomUUID),
  open: z.unknown(),
  channel: z.string().optional(),
  actor: actorSchema.optional(),
  by: z.string().optional(),
});

export type OpeningRequest = z.output<typeof openingRequestSchema>;

const read = (data: unknown): Result<Opening, string[]> => {
  const parsed = openingSchema.safeParse(data ?? {});
  return parsed.success
    ? ok(parsed.data)
    : fail(shapeFaults(parsed.error, data ?? {}).map((fault) => shapeFaultInWords(fault, "the data")));
};

const forceOf = ({ force }: Opening, { forces }: Profile): Result<string, string[]> => {
  const ids = forces.map(({ id }) => id);
  const chosen = force ?? (ids.length === 1 ? ids[0] : undefined);
  return chosen !== undefined && ids.includes(chosen)
    ? ok(chosen)
    : fail([`force: say which force will report, one of ${ids.join(", ")}.`]);
};

/** Whoever calls seldom knows the police's number: until a report brings it the episode has one of ours. */
const ownReference = (id: string): string =>
  `HAND-${id
    .replaceAll(/[^0-9a-zA-Z]/g, "")
    .slice(0, 8)
    .toUpperCase()}`;

type Deps = AppendDeps;

/** An episode of this very child that is not over: there it belongs. */
const standing = async (force: string, said: Opening, deps: Deps): Promise<string | undefined> => {
  const child = {
    surname: said.surname,
    dateOfBirth: said.dateOfBirth,
    ...(said.forenames ? { forenames: said.forenames } : {}),
  };
  const rows = await deps.episodes.children(childKeysOf(force, { child }));
  for (const { episodeId } of rows.flatMap((row) => row.episodes)) {
    const stored = await deps.episodes.load(episodeId);
    if (stored?.row.status === "missing") return stored.row.reference;
  }
  return undefined;
};

const refused = (sentences: readonly string[]): ByHand => ({
  outcome: "refused",
  faults: sentences.map((says) => ({ says })),
});

/** An episode that somebody opens: a call, a walk-in, another authority; a report that comes later joins it (ALL-20). */
export const openByHand = async (request: OpeningRequest, deps: Deps): Promise<ByHand> => {
  const { profile } = deps.profiles.current;
  const who = whoActs(request, profile);
  const isDenied =
    request.channel !== "lab" && request.actor !== undefined && !may(request.actor.roles, "open-episode");
  const said = read(request.open);
  const force = said.ok ? forceOf(said.value, profile) : undefined;
  const faults = [
    ...(who.ok ? [] : who.error),
    ...(isDenied ? ["Your role does not open episodes."] : []),
    ...(said.ok ? openingFaults(said.value, deps.now()) : said.error),
    ...(force && !force.ok ? force.error : []),
  ];
  if (faults.length > 0 || !who.ok || !said.ok || !force?.ok) return refused(faults);
  const opening = said.value;
  const reference = opening.reference ?? ownReference(request.id);
  const events = openingEvents(opening, {
    id: request.id,
    reference,
    force: force.value,
    who: who.value,
    now: deps.now(),
  });
  return commit<ByHand>(async () => {
    const episodeId = episodeIdOf(force.value, reference);
    const stored = await deps.episodes.load(episodeId);
    const isThere = stored?.events.some(({ id }) => id === events[0]?.id);
    if (isThere) return { answer: { outcome: "opened", episodeId, reference } };
    if (stored || (await episodeUnder(force.value, reference, deps.episodes)))
      return { answer: refused([`reference: an episode is known as ${reference} already.`]) };
    const other = await standing(force.value, opening, deps);
    if (other)
      return {
        answer: refused([`This child is missing already: record what you heard on the episode ${other}.`]),
      };
    const planned = await planFor({ episodeId, events }, deps);
    return {
      answer: { outcome: "opened", episodeId, reference },
      writes: planned.writes,
      outbox: planned.outbox,
    };
  }, deps);
};
