import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseResultSchema } from "../../../../functions/domain/compact/compact-schema.ts";
import { isParseResult } from "../../../../functions/reading/compact/check-result.ts";
import { aReport, read } from "../mails.ts";

const folder = new URL("../../../fixtures/compacts/", import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => name.endsWith(".eml"))
  .map((name) => readFileSync(new URL(name, folder)));

const everything = aReport({
  AKA: "Els",
  Sex: "Female",
  Ethnicity: "White British",
  "Home Address": "14 Fosse Rise",
  School: "Fosse Park Academy",
  Phone: "07700 900123",
  LAC: "Yes – Derby City Council",
  Placement: "Residential home",
  "Social Worker": "A. Worker",
  "CP Plan": "Yes",
  Risk: "High",
  Found: "15/11/2026 10:00",
  "Found At": "Bus station",
  "Found By": "PC 4471",
  "Method of Return": "By car",
  Harm: "A cut",
  "Safe and Well Check": "Completed by PC 4471 Rowan on 15/11/2026 at 10:30, all well",
  Circumstances: "Left after an argument",
  "Warning Markers": "CSE",
  OIC: "PC 4471 Rowan, Mansfield House",
  "Hair colour": "Brown",
});

type Path = (string | number)[];

const pathsOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === "object" && value !== null
    ? [
        path,
        ...Object.entries(value).flatMap(([key, one]) =>
          pathsOf(one, [...path, Array.isArray(value) ? Number(key) : key]),
        ),
      ]
    : [path];

const remove = Symbol("remove");
const wrongs = [
  remove,
  1,
  "",
  "x",
  null,
  true,
  [],
  {},
  ["x"],
  { x: "x" },
  "accepted",
  "2026-11-14",
  "high",
  "2012-02-30",
  "2026-11-31T10:00:00+00:00",
  "2026-11-14T25:00:00+00:00",
];

/** The same value with what stands at one place replaced or gone. */
const changed = (value: unknown, path: Path, to: unknown): unknown => {
  const copy = structuredClone({ top: value }) as Record<string, unknown>;
  const keys = ["top", ...path];
  const last = keys.pop() as string;
  let holder = copy;
  for (const key of keys) holder = holder[key] as Record<string, unknown>;
  if (typeof holder !== "object") return copy.top;
  if (to === remove) delete holder[last];
  else holder[last] = to;
  return copy.top;
};

const disagreements = (result: unknown): unknown[] =>
  pathsOf(result).flatMap((path) =>
    wrongs.flatMap((to) => {
      const one = changed(result, path, to);
      const extra = changed(result, [...path, "more"], "x");
      return [one, extra].some((it) => isParseResult(it) !== parseResultSchema.safeParse(it).success)
        ? [{ path, to }]
        : [];
    }),
  );

describe("the quick check of a result", () => {
  it.each([...samples, everything].map((raw, at) => ({ at, raw })))(
    "accepts result $at and says of each of its spoiled copies what the schema says",
    async ({ raw }) => {
      const { result } = await read(raw);
      expect(isParseResult(result)).toBe(true);
      expect(parseResultSchema.safeParse(result).success).toBe(true);
      expect(disagreements(result)).toEqual([]);
    },
  );
});
