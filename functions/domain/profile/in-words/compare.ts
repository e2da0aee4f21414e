import { hoursInWords } from "../../calendar/office-hours.ts";
import { citationOf } from "../citation.ts";
import type { Profile } from "../profile.ts";
import type { Guard, Rule } from "../rule.ts";
import { answer, differingPoints, type Two } from "./compare-rules.ts";
import { titlesOf, underlined } from "./explain.ts";
import { plain, sayAction } from "./say-action.ts";
import { sayCondition } from "./say-condition.ts";

/** Entries of two lists, by what they are known by. */
const sorted = <T>([one, two]: Two<readonly T[]>, keyOf: (entry: T) => string) => {
  const find = (list: readonly T[], key: string) => list.find((other) => keyOf(other) === key);
  return {
    onlyOne: one.filter((entry) => !find(two, keyOf(entry))),
    onlyTwo: two.filter((entry) => !find(one, keyOf(entry))),
    both: one.flatMap((entry): Two<T>[] => {
      const other = find(two, keyOf(entry));
      return other ? [[entry, other]] : [];
    }),
  };
};

const part = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [...underlined(title), ...lines, ""] : [];

const rules = (profiles: Two<Profile>): string[] => {
  const [one, two] = profiles;
  const { onlyOne, onlyTwo, both } = sorted([one.rules, two.rules], ({ duty }) => duty);
  const named = ({ id, clause, title }: Rule) => `- ${id}, clause ${clause}: ${title}`;
  return [
    ...part(`Rules that only ${one.name} has`, onlyOne.map(named)),
    ...part(`Rules that only ${two.name} has`, onlyTwo.map(named)),
    ...part(
      "Rules of both that differ",
      both.flatMap(([a, b]) => {
        const lines = differingPoints([a, b], profiles);
        return lines.length > 0 ? [`${a.id} and ${b.id}: ${a.title}`, ...lines, ""] : [];
      }),
    ),
  ];
};

const refusals = ([one, two]: Two<Profile>): string[] => {
  const keyOf = ({ actions, refuseWhen }: Guard) => JSON.stringify([actions, refuseWhen]);
  const { onlyOne, onlyTwo } = sorted([one.guards, two.guards], keyOf);
  const said = (profile: Profile) => (guard: Guard) =>
    `- ${citationOf({ rule: guard.id, clause: guard.clause, local: guard.local })}: to record ${guard.actions.map((action) => sayAction({ action }, titlesOf(profile))).join(", or ")} when ${sayCondition(guard.refuseWhen, titlesOf(profile))}`;
  return [
    ...part(`What only ${one.name} refuses`, onlyOne.map(said(one))),
    ...part(`What only ${two.name} refuses`, onlyTwo.map(said(two))),
  ];
};

const listOf = (entries: Readonly<Record<string, string>>) =>
  Object.entries(entries).map(([key, value]) => ({ key, value }));

/** Lists of one line each, said side by side where they differ. */
const sideBySide = (
  title: string,
  [one, two]: Two<Profile>,
  of: (profile: Profile) => Record<string, string>,
) => {
  const { onlyOne, onlyTwo, both } = sorted([listOf(of(one)), listOf(of(two))], ({ key }) => key);
  return part(title, [
    ...onlyOne.map(({ key, value }) => `- ${plain(key)}: only ${one.name}: ${value}`),
    ...onlyTwo.map(({ key, value }) => `- ${plain(key)}: only ${two.name}: ${value}`),
    ...both
      .filter(([a, b]) => a.value !== b.value)
      .flatMap(([a, b]) => [`- ${plain(a.key)}`, ...answer(one, a.value), ...answer(two, b.value)]),
  ]);
};

const people = ({ recipients }: Profile): Record<string, string> =>
  Object.fromEntries(
    Object.entries(recipients).map(([role, { name, addresses }]) => [
      role,
      `${name}, ${addresses.join(", ")}`,
    ]),
  );

const forces = (profile: Profile): Record<string, string> =>
  Object.fromEntries(
    profile.forces.map(({ id, name, senderDomains, mailbox, vocabulary }) => [
      id,
      `${name}, from ${senderDomains.join(", ")}, asked at ${mailbox}${vocabulary ? ", with words of its own" : ""}`,
    ]),
  );

const sections = ({ form }: Profile): Record<string, string> =>
  Object.fromEntries(
    form.map(({ id, title, clause }) => [id, `${title}${clause ? ` (clause ${clause})` : ""}`]),
  );

const officeHours = (profile: Profile): Record<string, string> =>
  Object.fromEntries(
    Object.entries(profile.officeHours).map(([role, { hours, outOfHours }]) => [
      role,
      `${hoursInWords(hours)}; out of hours ${outOfHours?.name ?? "nobody"}`,
    ]),
  );

const others = ({ mail: { ingest, from, replyTo }, standIns, quarantine, foundComesAlone }: Profile) => ({
  "mails come in at": ingest,
  "mails are sent from": from,
  "answers go to": replyTo,
  "who stands in for a worker": plain(standIns["allocated-worker"]),
  "who stands in for a line manager": plain(standIns["line-manager"]),
  "a mail nobody could read": `asked of the ${plain(quarantine.role)}, after ${quarantine.afterHours} hours of the ${plain(quarantine.next)}`,
  "a found report that comes alone": foundComesAlone
    ? "opens an episode"
    : "opens an episode, and the force is asked",
});

/** What differs between two authorities, in plain English. Who they are is left out of how their rules are compared. */
export const compare = (one: Profile, two: Profile): string => {
  const profiles: Two<Profile> = [one, two];
  const lines = [
    ...rules(profiles),
    ...refusals(profiles),
    ...sideBySide("People", profiles, people),
    ...sideBySide("Office hours", profiles, officeHours),
    ...sideBySide("Forces", profiles, forces),
    ...sideBySide("The interview's form", profiles, sections),
    ...sideBySide("Everything else", profiles, others),
  ];
  return [
    ...underlined(`${one.name} and ${two.name}`),
    ...(lines.length > 0 ? lines : ["Nothing differs.", ""]),
  ].join("\n");
};
