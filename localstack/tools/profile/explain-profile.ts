import { faultInWords, type ProfileFault } from "../../../functions/domain/profile/check/fault.ts";
import { sharedMailboxes } from "../../../functions/domain/profile/check/shared-mailboxes.ts";
import { warningsOf } from "../../../functions/domain/profile/check-course/warnings.ts";
import { compare } from "../../../functions/domain/profile/in-words/compare.ts";
import type { Papers } from "../../../functions/domain/profile/in-words/coverage.ts";
import { explain } from "../../../functions/domain/profile/in-words/explain.ts";
import type { Profile } from "../../../functions/domain/profile/profile.ts";
import { ok, type Result } from "../../../functions/domain/result.ts";

export type WithPapers = {
  profile: Profile;
  papers: Papers;
  /** How a fault that shows only beside other profiles, or a warning, is said: with file and line. */
  inWords?: (fault: ProfileFault) => string;
};

/** The profiles as they lie on the disk: their names, why a name is none of them, and one read with all its faults. */
export type Profiles = {
  names: () => string[];
  unknown: (name: string) => string | undefined;
  read: (name: string) => Result<WithPapers, string[]>;
  /** Of each document that no authority follows, a sentence. */
  unfollowed: () => string[];
};

export type Answer = { lines: string[]; code: 0 | 1 | 2 };

export const usage =
  "Usage: npm run profile -- check [NAME] | explain NAME | compare NAME NAME | tables | migrate --help";

const inOrder = ({ rules, guards }: Profile): string =>
  `in order, ${rules.length} rules and ${guards.length} refusals.`;

/** All profiles are looked at, also where one is asked for: what two of them share shows in neither alone. */
const check = (names: readonly string[], profiles: Profiles): Answer => {
  const read = profiles.names().map((name) => ({ name, result: profiles.read(name) }));
  const sound = read.flatMap(({ result }) => (result.ok ? [result.value.profile] : []));
  const answers = read
    .filter(({ name }) => names.includes(name))
    .map(({ name, result }) => {
      const said = result.ok ? result.value.inWords : undefined;
      const say = (fault: ProfileFault) => said?.(fault) ?? faultInWords(fault);
      const faults = result.ok ? sharedMailboxes(result.value.profile, sound).map(say) : result.error;
      const warnings = result.ok
        ? warningsOf(result.value.profile).map((fault) => `  warning: ${say(fault)}`)
        : [];
      const isSound = result.ok && faults.length === 0;
      const head = isSound ? inOrder(result.value.profile) : `${faults.length} to put right`;
      return {
        isSound,
        lines: [`${name}: ${head}`, ...faults.map((fault) => `  ${fault}`), ...warnings],
      };
    });
  return {
    lines: answers.flatMap(({ lines }) => lines),
    code: answers.every(({ isSound }) => isSound) ? 0 : 1,
  };
};

const checkAll = (profiles: Profiles): Answer => {
  const { lines, code } = check(profiles.names(), profiles);
  const unfollowed = profiles.unfollowed();
  return { lines: [...lines, ...unfollowed], code: unfollowed.length > 0 ? 1 : code };
};

const said = (read: Result<string, string[]>): Answer =>
  read.ok ? { lines: read.value.split("\n"), code: 0 } : { lines: read.error, code: 1 };

const explained = (name: string, profiles: Profiles): Answer => {
  const read = profiles.read(name);
  return said(read.ok ? ok(explain(read.value.profile, read.value.papers)) : read);
};

const compared = (name: string, other: string, profiles: Profiles): Answer => {
  const [one, two] = [profiles.read(name), profiles.read(other)];
  if (!one.ok) return said(one);
  return said(two.ok ? ok(compare(one.value.profile, two.value.profile)) : two);
};

/** What the command answers: 0 in order, 1 faults found, 2 asked wrongly. */
export const answer = ([command, ...names]: readonly string[], profiles: Profiles): Answer => {
  if (command === "--help" || command === "-h") return { lines: [usage], code: 0 };
  const [name, other] = names;
  if (names.length > (command === "compare" ? 2 : 1)) return { lines: [usage], code: 2 };
  const unknown = names.flatMap((one) => profiles.unknown(one) ?? []);
  if (unknown.length > 0) return { lines: unknown, code: 2 };
  if (command === "check") return name === undefined ? checkAll(profiles) : check([name], profiles);
  if (command === "explain" && name !== undefined) return explained(name, profiles);
  if (command === "compare" && name !== undefined && other !== undefined)
    return compared(name, other, profiles);
  return { lines: [usage], code: 2 };
};
