import type { Opened } from "../../core/open-episode/open-episode.ts";
import type { Act } from "../../core/ports/recording.ts";
import type { StaffVisit } from "../../core/web/visit.ts";
import { toIso } from "../../domain/calendar/instant.ts";
import { actorOf } from "../../domain/console/actor.ts";
import type { ActionName } from "../../domain/episode/action-names.ts";
import type { ActionEvent } from "../../domain/episode/events.ts";
import { fail, ok, type Result } from "../../domain/result.ts";
import type { Html } from "../../html/html.ts";
import type { Console } from "../console.ts";
import type { Field } from "./fields.ts";
import { type Carried, carriedIn, changedBanner } from "./form-page.ts";
import { type FormFault, readForm, readWhen } from "./read-form.ts";
import { recordedBanner, recordedBefore } from "./recorded-before.ts";
import { refusalFaults } from "./refusal-places.ts";

/** What a form is shown again with: its faults, or what changed or was recorded meanwhile. */
export type Again = { faults: readonly FormFault[]; above?: Html; carried: Carried; opened: Opened };
export type Attempted =
  | { kind: "recorded"; episodeId: string }
  | { kind: "again"; again: Again }
  | { kind: "unknown" };

type Attempt = {
  action: ActionName;
  opened: Opened;
  fields: readonly Field[];
  asksWhen: boolean;
  /** What nobody types in this form. */
  besides?: Readonly<Record<string, unknown>>;
  /** What it is recorded in place of. */
  corrects?: Pick<ActionEvent, "id">;
};

/** A correction says why, beside the questions of its action. */
const readInstead = (
  corrects: Attempt["corrects"],
  typed: URLSearchParams,
): Result<Act["instead"], FormFault[]> => {
  if (!corrects) return ok(undefined);
  const reason = typed.get("why-corrected")?.trim();
  return reason
    ? ok({ recorded: corrects.id, reason })
    : fail([{ path: "why-corrected", says: "Fill in: What was wrong, and how you know" }]);
};

/** Reads what was typed and has it recorded. Nothing typed is lost whatever comes of it. */
export const attempt = async (
  { action, opened, fields, asksWhen, besides = {}, corrects }: Attempt,
  { form: typed, now, session }: StaffVisit,
  console: Pick<Console, "record" | "episodes" | "randomId">,
): Promise<Attempted> => {
  const { episodeId, seq } = opened.row;
  const carried = carriedIn(typed, { id: console.randomId(), seq });
  const again = (rest: Partial<Again>): Attempted => ({
    kind: "again",
    again: { faults: [], carried, opened, ...rest },
  });
  const data = readForm(action, fields, typed);
  const at = asksWhen ? readWhen(typed, now) : { ok: true as const, value: undefined };
  const instead = readInstead(corrects, typed);
  if (!data.ok || !at.ok || !instead.ok)
    return again({
      faults: [
        ...(data.ok ? [] : data.error),
        ...(at.ok ? [] : at.error),
        ...(instead.ok ? [] : instead.error),
      ],
    });
  const actor = actorOf(session.staff);
  const said = { ...data.value, ...besides };
  const before = recordedBefore(opened, { id: carried.id, action, actor, data: said, at: at.value, now });
  // What corrects something says by itself that it is no second time.
  if (before && !instead.value && carried.repeats !== before.id)
    return again({ carried: { ...carried, repeats: before.id }, above: recordedBanner(before, opened) });
  const recorded = await console.record({
    id: carried.id,
    reference: episodeId,
    action,
    actor,
    ifSeq: carried.seq,
    data: said,
    ...(at.value === undefined ? {} : { at: toIso(at.value) }),
    ...(instead.value ? { instead: instead.value } : {}),
  });
  switch (recorded.outcome) {
    case "recorded":
      return { kind: "recorded", episodeId };
    case "unknown-episode":
      return { kind: "unknown" };
    case "refused": {
      const { profile } = opened.context;
      return again({ faults: refusalFaults(recorded.faults, { profile, fields, typed }) });
    }
    case "changed": {
      const fresh = (await console.episodes.open(episodeId)) ?? opened;
      const above = changedBanner(recorded.since, fresh.context);
      return again({ opened: fresh, carried: { ...carried, seq: recorded.seq }, above });
    }
  }
};
