import type { AppendDeps } from "../core/append-events/append-events.ts";
import { type Instant, toInstant, toIso } from "../domain/calendar/instant.ts";
import { whoActs } from "../domain/console/actor.ts";
import type { Refusal } from "../domain/duty/guards.ts";
import { type ActionName, actionNameSchema } from "../domain/episode/action-names.ts";
import { actionSchemas } from "../domain/episode/actions.ts";
import type { ActionEvent } from "../domain/episode/events.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import { shapeFaultInWords, shapeFaults } from "../domain/shape/shape-faults.ts";
import type { ActionRequest } from "./request.ts";

const readData = (action: ActionName, data: unknown): Result<Record<string, unknown>, Refusal[]> => {
  const parsed = actionSchemas[action].safeParse(data ?? {});
  if (parsed.success) return ok(parsed.data);
  const faults = shapeFaults(parsed.error, data ?? {});
  return fail(faults.map((fault) => ({ says: `${action}: ${shapeFaultInWords(fault, "the data")}` })));
};

const readAt = (at: string | undefined, now: Instant): Result<Instant, Refusal[]> => {
  if (at === undefined) return ok(now);
  try {
    const instant = toInstant(at);
    return instant > now ? fail([{ says: `${at} has not come yet` }]) : ok(instant);
  } catch {
    return fail([{ says: `"${at}" is not a time with a zone, such as 2026-11-16T10:30:00Z` }]);
  }
};

/** Everything wrong with the request itself, or the event it asks for. */
export const readAction = (request: ActionRequest, deps: AppendDeps): Result<ActionEvent, Refusal[]> => {
  const now = deps.now();
  const who = whoActs(request, deps.profiles.current.profile);
  const at = readAt(request.at, now);
  const name = actionNameSchema.safeParse(request.action);
  const data = name.success
    ? readData(name.data, request.data)
    : fail([{ says: `no action is called "${request.action}"` }]);
  if (!name.success || !data.ok || !at.ok || !who.ok)
    return fail([
      ...(data.ok ? [] : data.error),
      ...(at.ok ? [] : at.error),
      ...(who.ok ? [] : who.error.map((says) => ({ says }))),
    ]);
  return ok({
    kind: "action",
    type: name.data,
    id: `action:${request.id}`,
    at: toIso(at.value),
    recordedAt: toIso(now),
    ...who.value,
    data: data.value,
    ...(request.instead ? { instead: request.instead } : {}),
  });
};
