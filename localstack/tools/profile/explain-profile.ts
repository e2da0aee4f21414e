import { explain } from "../../../functions/domain/profile/explain.ts";
import type { Profile } from "../../../functions/domain/profile/profile.ts";
import type { Result } from "../../../functions/domain/result.ts";

/** The profiles as they lie on the disk: their names, why a name is none of them, and one read with all its faults. */
export type Profiles = {
  names: () => string[];
  unknown: (name: string) => string | undefined;
  read: (name: string) => Result<Profile, string[]>;
};

export type Answer = { lines: string[]; code: 0 | 1 | 2 };

export const usage = "Usage: npm run profile -- check [NAME] | explain NAME | migrate --help";

const check = (names: readonly string[], profiles: Profiles): Answer => {
  const read = names.map((name) => ({ name, result: profiles.read(name) }));
  return {
    lines: read.flatMap(({ name, result }) =>
      result.ok
        ? [
            `${name}: in order, ${result.value.rules.length} rules and ${result.value.guards.length} refusals.`,
          ]
        : [`${name}: ${result.error.length} to put right`, ...result.error.map((fault) => `  ${fault}`)],
    ),
    code: read.every(({ result }) => result.ok) ? 0 : 1,
  };
};

const explained = (name: string, profiles: Profiles): Answer => {
  const read = profiles.read(name);
  return read.ok ? { lines: explain(read.value).split("\n"), code: 0 } : { lines: read.error, code: 1 };
};

/** What the command answers: 0 in order, 1 faults found, 2 asked wrongly. */
export const answer = ([command, name, ...more]: readonly string[], profiles: Profiles): Answer => {
  if (command === "--help" || command === "-h") return { lines: [usage], code: 0 };
  if (more.length > 0) return { lines: [usage], code: 2 };
  const unknown = name === undefined ? undefined : profiles.unknown(name);
  if (unknown !== undefined) return { lines: [unknown], code: 2 };
  if (command === "check") return check(name === undefined ? profiles.names() : [name], profiles);
  if (command === "explain" && name !== undefined) return explained(name, profiles);
  return { lines: [usage], code: 2 };
};
