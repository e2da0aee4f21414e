import { describe, expect, it } from "vitest";
import type { Migrated } from "../../../functions/migrate-episodes/migrate-episodes.ts";
import type { Deployed } from "../../../localstack/lab/stack/stacks.ts";
import { migrate } from "../../../localstack/tools/profile/migrate.ts";
import { migrationText } from "../../../localstack/tools/profile/migrate-words.ts";
import { aLambda, json } from "../../fakes/lambda.ts";

const limit = {
  duty: "return-interview",
  rule: "LEI-04",
  clause: "intro",
  change: "limit",
  from: "Wed 18 Nov 2026, 08:00",
  to: "Tue 17 Nov 2026, 08:00",
  because: "two days now",
} as const;

const appears = { duty: "letter", rule: "LEI-05", clause: "4", change: "appears", because: "new" } as const;
const first = { reference: "MP/26/000001", from: "v1", moves: [limit, appears] };
const second = { reference: "MP/26/000002", from: "v1", moves: [] };
const third = { reference: "MP/26/000003", from: "v1", moves: [], refused: "the new version has no force" };

const deployed = { outputs: { MigrateEpisodesFunctionName: "fn" } } as Deployed;
const asked = { by: "manager", dryRun: true, to: undefined };

const answering = (...answers: Migrated[]) => {
  const { client, requests } = aLambda(() => json(answers.shift()));
  return { lambda: client, requests: () => requests().map(({ Payload }) => JSON.parse(`${Payload}`)) };
};

describe("npm run profile -- migrate", () => {
  it("asks page after page of those that the first left, and stays with its version", async () => {
    const left = Array.from({ length: 26 }, (_, n) => `ep-${n}`);
    const { lambda, requests } = answering(
      { outcome: "would-migrate", to: "v2", episodes: [first], failed: ["ep-9"], left },
      { outcome: "would-migrate", to: "v2", episodes: [second], failed: [], left: [] },
      { outcome: "would-migrate", to: "v2", episodes: [], failed: [], left: [] },
    );
    expect(await migrate(asked, { lambda }, deployed)).toEqual({
      outcome: "would-migrate",
      to: "v2",
      episodes: [first, second],
      failed: ["ep-9"],
    });
    expect(requests()).toEqual([
      { by: "manager", dryRun: true },
      { by: "manager", dryRun: true, to: "v2", episodeIds: left.slice(0, 25) },
      { by: "manager", dryRun: true, to: "v2", episodeIds: ["ep-25"] },
    ]);
  });

  it("says where a version is not known", async () => {
    const { lambda } = answering({ outcome: "unknown-version", version: "v9" });
    await expect(migrate({ ...asked, to: "v9" }, { lambda }, deployed)).rejects.toThrow(
      "No version v9 of this authority's profile is kept.",
    );
  });

  it("prints what moves, under which clause, and why", () => {
    const episodes = [first, second, third];
    expect(
      migrationText({ outcome: "would-migrate", to: "v2", episodes, failed: ["ep-9"] }).split("\n"),
    ).toEqual([
      "MP/26/000001, from version v1",
      "  LEI-04, clause intro, return-interview: limit: Wed 18 Nov 2026, 08:00 → Tue 17 Nov 2026, 08:00",
      "      because: two days now",
      "  LEI-05, clause 4, letter: appears",
      "      because: new",
      "MP/26/000002, from version v1: no open duty moves",
      "MP/26/000003, from version v1: not moved. The new version has no force.",
      "ep-9: could not be moved; the log of migrate-episodes says why.",
      "2 open episodes would move to version v2. Nothing has been changed.",
    ]);
    expect(migrationText({ outcome: "migrated", to: "v2", episodes: [second], failed: [] })).toContain(
      "Moved 1 open episode to version v2.",
    );
    expect(migrationText({ outcome: "migrated", to: "v2", episodes: [], failed: [] })).toBe(
      "Every open episode is under version v2 already.",
    );
  });
});
