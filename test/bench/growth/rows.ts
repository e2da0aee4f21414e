import { BatchWriteItemCommand, type DynamoDBClient, type WriteRequest } from "@aws-sdk/client-dynamodb";
import { episodeRowSchema } from "../../../functions/adapters/dynamo/rows.ts";
import { writeItem } from "../../../functions/adapters/dynamo/write-items.ts";
import { fewInTurn } from "../../../functions/core/fire-rungs/in-turn.ts";
import type { LedgerEntry, Write } from "../../../functions/core/ports/writes.ts";
import { episodeIdOf } from "../../../functions/domain/episode/identity.ts";
import { aFound, aMissing, aReading } from "../../builders/reading.ts";
import { names } from "../../dynamodb/tables.ts";
import { receive, record } from "../../fakes/steps.ts";
import { aWorld, rows } from "../../fakes/world.ts";

/** When all figures are taken: Monday, 08:00 in London, an hour after the children came to be missing or back. */
export const AT = "2026-11-16T08:00:00Z";
const NOT_DUE = "2026-12-24T08:00:00Z";
const FORCE = "leicestershire-police";

type Pattern = { body: string; events: string[] };

/** Ten episodes as they come about: every other child is back, and half of those are allocated. */
export const patterns = async (): Promise<Pattern[]> => {
  const world = aWorld({ at: "2026-11-16T07:00:00Z" });
  for (let i = 0; i < 10; i += 1) {
    const reference = `MP/26/9${i}0000`;
    const child = { forenames: "Robin", surname: `Quill${i}`, dateOfBirth: "2012-05-01" };
    const missing = aMissing({ reference, child, missingSince: "2026-11-16T06:00:00+00:00" });
    await receive(world, `m-${i}`, aReading({ compacts: [missing] }));
    const back = { received: "2026-11-16T07:00:00+00:00", returnedAt: "2026-11-16T06:30:00+00:00" };
    if (i % 2 === 0)
      await receive(world, `f-${i}`, aReading({ compacts: [aFound({ reference, child, ...back })] }));
    if (i % 4 === 0)
      await record(world, "allocate", { worker: `w${i}@leicestershire.example` }, { reference });
  }
  return rows(world).map(({ episodeId, reference }) => ({
    body: JSON.stringify({ of: episodeId, reference, row: world.db.episodes.get(episodeId)?.body }),
    events: [...(world.db.events.get(episodeId)?.values() ?? [])],
  }));
};

/** The nth episode, of a child of its own: the pattern's rows under another reference. Due at once, or in weeks. */
export const episodeLike = (all: readonly Pattern[], n: number, isDue: boolean): Write[] => {
  const pattern = all[n % all.length];
  if (!pattern) return [];
  const { of, reference, row } = JSON.parse(pattern.body) as { of: string; reference: string; row: string };
  const other = `MP/26/${100_000 + n}`;
  const id = episodeIdOf(FORCE, other);
  const renamed = (text: string) => text.replaceAll(of, id).replaceAll(reference, other);
  const made = episodeRowSchema.parse(JSON.parse(renamed(row)));
  const childKeys = made.childKeys.map((key) => `${key}-${n}`);
  const nextRungAt = isDue ? (made.nextRungAt ?? AT) : NOT_DUE;
  return [
    { kind: "episode", row: { ...made, childKeys, nextRungAt }, expectedVersion: 0 },
    ...pattern.events.map((text): Write => ({ kind: "event", event: JSON.parse(renamed(text)) })),
  ];
};

/** An ordinary mail's account, as large as one with its receipt is. */
export const accountOf = (n: number): Write => {
  const entry: LedgerEntry = {
    mailId: `mail-${String(n).padStart(8, "0")}`,
    outcome: "applied",
    reasons: [],
    episodes: [episodeIdOf(FORCE, String(n))],
    receivedAt: "2026-11-16T07:00:00Z",
    digest: "0".repeat(64),
    force: FORCE,
    labels: { all: 20, unrecognised: 0 },
    receipt: { dmarcVerdict: { status: "PASS" }, note: "x".repeat(1_200) },
  };
  return { kind: "ledger", entry };
};

const MOST = 25;

/** Into the tables as they are, with no condition. */
export const putAll = async (client: DynamoDBClient, writes: readonly Write[]): Promise<void> => {
  const puts = writes.flatMap((write) => writeItem(write, names).Put ?? []);
  const batches = Array.from({ length: Math.ceil(puts.length / MOST) }, (_, i) =>
    puts.slice(i * MOST, (i + 1) * MOST),
  );
  await fewInTurn(batches, 4, async (batch) => {
    const RequestItems: Record<string, WriteRequest[]> = {};
    for (const { TableName = "", Item } of batch)
      RequestItems[TableName] = [...(RequestItems[TableName] ?? []), { PutRequest: { Item } }];
    await client.send(new BatchWriteItemCommand({ RequestItems }));
    return true;
  });
};
