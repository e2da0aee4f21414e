import type { Compact, CompactKind } from "../../functions/domain/compact/compact.ts";
import type { ActionName } from "../../functions/domain/episode/action-names.ts";
import type { ActionData } from "../../functions/domain/episode/actions.ts";
import { actionSchemas } from "../../functions/domain/episode/actions.ts";
import type { ActionEvent, CompactEvent, RungEvent } from "../../functions/domain/episode/events.ts";

let count = 0;
const nextId = (kind: string): string => `${kind}-${String(++count).padStart(8, "0")}`;

type CompactOptions = Partial<Omit<Compact, "kind" | "child">> & {
  child?: Partial<Compact["child"]>;
  /** When the mail was sent and received; the stated time decides when it happened. */
  sent?: string;
  received?: string;
  at?: string;
  id?: string;
  trusted?: boolean;
  force?: string;
};

const compactOf = (type: CompactKind, at: string, options: CompactOptions): CompactEvent => {
  const {
    sent,
    received,
    at: stated,
    id,
    trusted = true,
    force = "leicestershire-police",
    child,
    ...facts
  } = options;
  const sentAt = sent ?? received ?? at;
  return {
    kind: "compact",
    type,
    id: id ?? nextId("compact"),
    mailId: nextId("mail"),
    at: stated ?? at,
    sentAt,
    recordedAt: received ?? sentAt,
    force,
    trusted,
    compact: {
      kind: type,
      reference: "MP/26/004417",
      provenance: {},
      ...facts,
      child: { forenames: "Ellie", surname: "Marlowe", dateOfBirth: "2011-03-09", ...child },
    },
  };
};

/** Missing since Sat 14 Nov 2026, 21:30; the mail reaches us an hour and a half later unless said otherwise. */
export const missingCompact = (options: CompactOptions = {}): CompactEvent => {
  const missingSince = options.missingSince ?? "2026-11-14T21:30:00+00:00";
  const received = options.received ?? options.sent ?? plusHours(missingSince, 1.5);
  return compactOf("missing", missingSince, { missingSince, risk: "medium", ...options, received });
};

/** Found and returned Sun 15 Nov 2026, 08:00; the mail reaches us half an hour later unless said otherwise. */
export const foundCompact = (options: CompactOptions = {}): CompactEvent => {
  const returnedAt = options.returnedAt ?? options.foundAt ?? "2026-11-15T08:00:00+00:00";
  const received = options.received ?? options.sent ?? plusHours(returnedAt, 0.5);
  return compactOf("found", returnedAt, { foundAt: returnedAt, returnedAt, ...options, received });
};

/** An update, cancellation or absence: happens when it is sent. */
export const compact = (type: CompactKind, sent: string, options: CompactOptions = {}): CompactEvent =>
  compactOf(type, sent, { ...options, sent });

/** What a person recorded, with the defaults its schema gives. */
export const anAction = <N extends ActionName>(
  type: N,
  at: string,
  data: Partial<ActionData<N>> = {},
  by = "worker",
): ActionEvent => ({
  kind: "action",
  type,
  id: nextId("action"),
  at,
  recordedAt: at,
  by,
  data: actionSchemas[type].parse(data) as Record<string, unknown>,
});

export const aRung = (
  duty: string,
  rung: string,
  at: string,
  to: readonly string[] = ["Somebody"],
): RungEvent => ({
  kind: "rung",
  type: "rung-fired",
  id: `rung:${duty}:${rung}`,
  at,
  recordedAt: at,
  duty,
  rung,
  rule: "ANY-01",
  to: [...to],
});

export const plusHours = (iso: string, hours: number): string =>
  new Date(Date.parse(iso) + hours * 3_600_000).toISOString();

export const plusSeconds = (iso: string, seconds: number): string =>
  new Date(Date.parse(iso) + seconds * 1_000).toISOString();
