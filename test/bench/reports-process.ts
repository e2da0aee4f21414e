import { createInterface } from "node:readline";
import type { FactsRow } from "../../functions/domain/returns/facts-row.ts";
import { factsRowSchema } from "../../functions/domain/returns/facts-row.ts";
import { quarterOf } from "./quarter.ts";

/** In a process of its own, as in the function: rows come in a page at a time, and what the whole of it takes is its memory. */
const rows: FactsRow[] = [];
for await (const line of createInterface({ input: process.stdin }))
  rows.push(factsRowSchema.parse(JSON.parse(line)));
const { tables } = quarterOf(rows);
process.stdout.write(
  JSON.stringify({ tables: tables.length, megabytes: process.memoryUsage().rss / 2 ** 20 }),
);
