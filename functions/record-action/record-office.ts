import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { AppendDeps } from "../core/append-events/append-events.ts";
import { commit } from "../core/append-events/commit.ts";
import { rowAfter } from "../core/office/office-row.ts";
import type { OfficeAnswer } from "../core/ports/asking-office.ts";
import type { OfficeStore } from "../core/ports/office.ts";
import { toIso } from "../domain/calendar/instant.ts";
import { actorSchema, whoActs } from "../domain/console/actor.ts";
import { may } from "../domain/console/may.ts";
import {
  isOfficeAct,
  type OfficeAct,
  type OfficeEvent,
  officeActs,
  officeEventSchema,
  officeSchemas,
} from "../domain/office/events.ts";
import { emptyOffice } from "../domain/office/office.ts";
import { officeRefusals } from "../domain/office/refusals.ts";
import { fail, ok, type Result } from "../domain/result.ts";
import { shapeFaultInWords, shapeFaults } from "../domain/shape/shape-faults.ts";

/** What somebody does for the whole authority. */
export const officeRequestSchema = z.strictObject({
  /** Same request, same id: done once however often it is sent. */
  id: z.string().default(randomUUID),
  office: z.string(),
  channel: z.string().optional(),
  actor: actorSchema.optional(),
  by: z.string().optional(),
  data: z.unknown().optional(),
});

export type { OfficeAnswer };
export type OfficeRequest = z.output<typeof officeRequestSchema>;
export type OfficeDeps = AppendDeps & { office: OfficeStore };

const deedOf = (act: OfficeAct): string => (act.endsWith("recipient") ? "change-people" : act);

const dataFaults = (act: OfficeAct, data: unknown): string[] => {
  const parsed = officeSchemas[act].safeParse(data ?? {});
  return parsed.success
    ? []
    : shapeFaults(parsed.error, data ?? {}).map((fault) => shapeFaultInWords(fault, "the data"));
};

const readEvent = (request: OfficeRequest, deps: OfficeDeps): Result<OfficeEvent, string[]> => {
  const { office: act, id, data, channel, actor } = request;
  if (!isOfficeAct(act)) return fail([`nothing is called "${act}": ${officeActs.join(", ")}.`]);
  const who = whoActs(request, deps.profiles.current.profile);
  const isDenied = channel !== "lab" && actor !== undefined && !may(actor.roles, deedOf(act));
  const faults = [
    ...(who.ok ? [] : who.error),
    ...(isDenied ? ["Your role does not do this."] : []),
    ...dataFaults(act, data),
  ];
  if (!who.ok || faults.length > 0) return fail(faults);
  const at = toIso(deps.now());
  return ok(officeEventSchema.parse({ id: `office:${id}`, at, ...who.value, type: act, data }));
};

/** Kept as an event, and in the one row that letters and pages read; or refused in sentences, and nothing changed. */
export const recordOffice = async (request: OfficeRequest, deps: OfficeDeps): Promise<OfficeAnswer> => {
  const event = readEvent(request, deps);
  const says = (faults: readonly string[]): OfficeAnswer => ({
    outcome: "refused",
    faults: faults.map((one) => ({ says: one })),
  });
  if (!event.ok) return says(event.error);
  return commit<OfficeAnswer>(async () => {
    const before = await deps.office.load();
    const office = before?.office ?? emptyOffice;
    if (before?.recent.includes(event.value.id)) return { answer: { outcome: "done", office } };
    const faults = officeRefusals(event.value, office, deps.profiles.current.profile);
    if (faults.length > 0) return { answer: says(faults) };
    const { chained, row } = rowAfter(before, event.value);
    return {
      answer: { outcome: "done", office: row.office },
      writes: [
        { kind: "event", event: chained },
        { kind: "office", row, expectedVersion: before?.version ?? 0 },
      ],
    };
  }, deps);
};
