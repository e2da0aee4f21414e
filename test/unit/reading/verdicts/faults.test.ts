import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { derbyCity as profile } from "../../../builders/profiles.ts";
import { receive } from "../../../fakes/steps.ts";
import { aWorld, rows } from "../../../fakes/world.ts";
import { read } from "../mails.ts";

const folder = new URL("../../../fixtures/compacts/faults/", import.meta.url);
const receipt = { dmarcVerdict: { status: "PASS" } } as const;

const expectedSchema = z.object({
  reading: z.object({
    status: z.string(),
    reasons: z.array(z.string()),
    compacts: z.array(z.record(z.string(), z.unknown())),
  }),
  /** What came before, and what becomes of the two together. */
  after: z.string().optional(),
  together: z
    .object({ outcome: z.string(), reasons: z.array(z.string()), episodes: z.number(), status: z.string() })
    .optional(),
});

const bytes = (name: string): Buffer => readFileSync(new URL(`${name}.eml`, folder));
const readAs = (name: string) => read(bytes(name), { trust: profile, receipt });

const faults = readdirSync(folder)
  .filter((name) => name.endsWith(".eml"))
  .map((name) => name.slice(0, -".eml".length))
  .map((name) => ({
    name,
    ...expectedSchema.parse(JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"))),
  }));

describe("a mail that was once read wrongly", () => {
  it.each(faults)("$name is read right, or waits for a person", async ({ name, reading }) => {
    const { result } = await readAs(name);
    expect(result).toMatchObject(reading);
    expect(result.compacts[0]?.flags).toBeUndefined();
  });

  it.each(faults.filter(({ after }) => after))("$name, after $after", async ({ name, after, together }) => {
    const world = aWorld({ profile, at: "2026-11-16T09:05:00Z" });
    await receive(world, "mail-1", await readAs(`first/${after}`));
    const { outcome, reasons } = await receive(world, "mail-2", await readAs(name));
    const [episode] = rows(world);
    expect({ outcome, reasons, episodes: rows(world).length, status: episode?.status }).toEqual(together);
  });
});
