import { type AppendDeps, appendEvents, planFor } from "../append-events/append-events.ts";
import { type Instant, toInstant, toIso } from "../domain/calendar/instant.ts";
import { type Refusal, refusalsOf } from "../domain/duty/guards.ts";
import { type ActionName, actionNameSchema, actionSchemas } from "../domain/episode/actions.ts";
import type { ActionEvent } from "../domain/episode/events.ts";
import { episodeIdOf } from "../domain/episode/identity.ts";
import { fail, ok, type Result } from "../domain/result.ts";

export type ActionRequest = {
  /** Same request, same id: recorded once however often it is sent. */
  id: string;
  reference: string;
  action: string;
  by: string;
  at?: string | undefined;
  data?: unknown;
};

export type Fault = Partial<Refusal> & { says: string };
export type Recorded =
  | { outcome: "recorded"; episodeId: string; events: number }
  | { outcome: "refused"; faults: Fault[] }
  | { outcome: "unknown-episode" };

const readData = (action: ActionName, data: unknown): Result<Record<string, unknown>, Fault[]> => {
  const parsed = actionSchemas[action].safeParse(data ?? {});
  if (parsed.success) return ok(parsed.data);
  return fail(parsed.error.issues.map((i) => ({ says: `${[action, ...i.path].join(".")}: ${i.message}` })));
};

const readAt = (at: string | undefined, now: Instant): Result<Instant, Fault[]> => {
  if (at === undefined) return ok(now);
  try {
    const instant = toInstant(at);
    return instant > now ? fail([{ says: `${at} has not come yet` }]) : ok(instant);
  } catch {
    return fail([{ says: `"${at}" is not a time with a zone, such as 2026-11-16T10:30:00Z` }]);
  }
};

/** Everything wrong with the request itself, or the event it asks for. */
const readRequest = (request: ActionRequest, now: Instant): Result<ActionEvent, Fault[]> => {
  const name = actionNameSchema.safeParse(request.action);
  const at = readAt(request.at, now);
  if (!name.success)
    return fail([{ says: `no action is called "${request.action}"` }, ...(at.ok ? [] : at.error)]);
  const data = readData(name.data, request.data);
  if (!data.ok || !at.ok) return fail([...(data.ok ? [] : data.error), ...(at.ok ? [] : at.error)]);
  return ok({
    kind: "action",
    type: name.data,
    id: `action:${request.id}`,
    at: toIso(at.value),
    recordedAt: toIso(now),
    by: request.by,
    data: data.value,
  });
};

const findEpisode = async (reference: string, deps: AppendDeps): Promise<string | undefined> => {
  for (const force of deps.profiles.current.profile.forces) {
    const id = episodeIdOf(force.id, reference);
    if (await deps.episodes.load(id)) return id;
  }
  return undefined;
};

/** What a person did, kept as an event; or refused with the clause that refuses it, and nothing changed. */
export const recordAction = async (request: ActionRequest, deps: AppendDeps): Promise<Recorded> => {
  const episodeId = await findEpisode(request.reference, deps);
  if (!episodeId) return { outcome: "unknown-episode" };
  const event = readRequest(request, deps.now());
  if (!event.ok) return { outcome: "refused", faults: event.error };
  const { context, row: stored } = await planFor({ episodeId, events: [] }, deps);
  if (context.episode.actions.some(({ id }) => id === event.value.id))
    return { outcome: "recorded", episodeId, events: stored.seq };
  const refusals = refusalsOf(event.value, context);
  if (refusals.length > 0) return { outcome: "refused", faults: refusals };
  const { row } = await appendEvents({ episodeId, events: [event.value] }, deps);
  return { outcome: "recorded", episodeId, events: row.seq };
};
