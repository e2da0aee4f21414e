import type { LedgerEntry } from "../../../functions/core/ports/writes.ts";
import type { CompactEvent } from "../../../functions/domain/episode/events.ts";

/** What a mail came to: its account, and the compacts it left in episodes. */
export type Consequences = {
  entry: Pick<LedgerEntry, "mailId" | "outcome" | "reasons" | "receivedAt">;
  events: readonly CompactEvent[];
};

export type FieldDifference = { field: string; held?: unknown; now?: unknown };

export type MailDifference = {
  mailId: string;
  receivedAt: string;
  outcome?: { held: string; now: string };
  reasons?: { gone: string[]; come: string[] };
  compacts?: { reference: string; is: "gone" | "come" | "changed"; fields?: FieldDifference[] }[];
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const missingFrom = (some: readonly string[], others: readonly string[]): string[] =>
  some.filter((one) => !others.includes(one));

/** What a compact states, without where it was read. */
const factsOf = ({ compact, trusted, at }: CompactEvent): Record<string, unknown> => {
  const { child, provenance: _, ...rest } = compact;
  return { ...rest, ...child, trusted, at };
};

const fieldsThatDiffer = (held: CompactEvent, now: CompactEvent): FieldDifference[] => {
  const [before, after] = [factsOf(held), factsOf(now)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !same(before[field], after[field]))
    .map((field) => ({ field, held: before[field], now: after[field] }));
};

type CompactDifference = NonNullable<MailDifference["compacts"]>[number];

const compactsThatDiffer = (
  held: readonly CompactEvent[],
  now: readonly CompactEvent[],
): CompactDifference[] => {
  const isIn = (events: readonly CompactEvent[], { id }: CompactEvent) => events.find((e) => e.id === id);
  const changed = held.flatMap((event): CompactDifference[] => {
    const { reference } = event.compact;
    const other = isIn(now, event);
    if (!other) return [{ reference, is: "gone" }];
    const fields = fieldsThatDiffer(event, other);
    return fields.length > 0 ? [{ reference, is: "changed", fields }] : [];
  });
  const come = now.filter((event) => !isIn(held, event));
  return [...changed, ...come.map(({ compact }) => ({ reference: compact.reference, is: "come" as const }))];
};

/** What the code of now would make otherwise of a mail; undefined: nothing. */
export const differences = (held: Consequences, now: Consequences): MailDifference | undefined => {
  const { mailId, receivedAt, outcome, reasons } = held.entry;
  const gone = missingFrom(reasons, now.entry.reasons);
  const come = missingFrom(now.entry.reasons, reasons);
  const compacts = compactsThatDiffer(held.events, now.events);
  const found = {
    ...(outcome === now.entry.outcome ? {} : { outcome: { held: outcome, now: now.entry.outcome } }),
    ...(gone.length + come.length === 0 ? {} : { reasons: { gone, come } }),
    ...(compacts.length === 0 ? {} : { compacts }),
  };
  return Object.keys(found).length === 0 ? undefined : { mailId, receivedAt, ...found };
};
