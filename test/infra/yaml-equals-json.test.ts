import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readProfile } from "../../functions/reading/force-words/read-profile.ts";
import { readAuthority } from "../../infra/read-authority.ts";

type Fields = Record<string, unknown>;
const always = JSON.stringify({ always: true });

/** A condition that always holds adds nothing to others. */
const withoutAlways = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutAlways);
  if (typeof value !== "object" || value === null) return value;
  const { all } = value as { all?: unknown[] };
  const others = all?.filter((one) => JSON.stringify(one) !== always);
  if (others?.length === 1) return withoutAlways(others[0]);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutAlways(one)]));
};

const byKey =
  (key: string) =>
  (a: unknown, b: unknown): number =>
    String((a as Fields)[key]).localeCompare(String((b as Fields)[key]));

/**
 * Rules stand in the order of their ids now; of the evidence only the order of one action's entries counts; sources list
 * their clauses, and a rung may say that it is local practice.
 */
const normalised = (raw: unknown): unknown => {
  const read = readProfile(raw);
  if (!read.ok) throw new Error(JSON.stringify(read.error, null, 1));
  const { rules, sources, guards, ...rest } = read.value;
  return withoutAlways({
    ...rest,
    sources: Object.fromEntries(
      Object.entries(sources).map(([key, { title, file }]) => [key, { title, file }]),
    ),
    guards: guards.toSorted(byKey("id")),
    rules: rules
      .map((rule) => ({
        ...rule,
        endedBy: rule.endedBy.toSorted(byKey("action")),
        rungs: rule.rungs.map(({ local: _, ...rung }) => rung),
      }))
      .toSorted(byKey("id")),
  });
};

const names = ["derby-city", "derbyshire", "leicestershire", "rutland", "torbay"];

it.each(names)("%s as YAML means what its JSON meant", (name) => {
  const json: unknown = JSON.parse(
    readFileSync(new URL(`../../infra/profiles/${name}.json`, import.meta.url), "utf8"),
  );
  const yaml = readAuthority(name);
  if (!yaml.ok) throw new Error(yaml.error.join("\n"));
  expect(normalised(yaml.value)).toEqual(normalised(json));
});
