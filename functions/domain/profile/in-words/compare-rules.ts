import { same } from "../parts.ts";
import type { Profile } from "../profile.ts";
import type { Rule } from "../rule.ts";
import { sayDue, sayEnds, sayMail, sayOwner, titlesOf } from "./explain.ts";
import { plain } from "./say-action.ts";
import { sayCondition } from "./say-condition.ts";

export type Two<T> = readonly [T, T];

/** A point in which two rules may differ: what decides it, and how it is said. */
type Point = {
  name: string;
  of: (rule: Rule) => unknown;
  say: (rule: Rule, profile: Profile) => string | string[];
};

const number = (id: string): string => id.slice(-2);

const mail = ({ rule, ...rung }: Rule["rungs"][number]) => ({ ...rung, rule: rule && number(rule) });

const points: Point[] = [
  { name: "Number", of: ({ id }) => number(id), say: ({ id }) => id },
  {
    name: "Clause",
    of: ({ clause, source }) => [clause, source],
    say: ({ clause, source }, { sources }) => `${clause} (${sources[source]?.title ?? source})`,
  },
  { name: "Title", of: ({ title }) => title, say: ({ title }) => title },
  {
    name: "When",
    of: ({ when }) => when,
    say: ({ when }, profile) => sayCondition(when, titlesOf(profile)),
  },
  {
    name: "Owner",
    of: ({ owner }) => owner,
    say: (rule, profile) => sayOwner(rule, profile).slice("Owner: ".length),
  },
  {
    name: "Limit",
    of: ({ due, localLimit }) => [due, localLimit],
    say: (rule) => sayDue(rule).slice("Due: ".length),
  },
  { name: "To do", of: ({ act }) => act, say: ({ act }) => act },
  {
    name: "Mails",
    of: ({ rungs, carries, draft }) => [rungs.map(mail), carries, draft],
    say: ({ rungs }, profile) =>
      rungs.length > 0 ? rungs.map((rung) => sayMail(rung, profile).trim()) : "none of its own",
  },
  {
    name: "Ends",
    of: ({ endedBy, doneWhen, notRequired, notice, series, firstBy, again, closes }) => [
      [endedBy, doneWhen, notRequired],
      [notice, series, firstBy, again, closes],
    ],
    say: (rule, profile) => sayEnds(rule, profile).map((line) => line.trimEnd()),
  },
  { name: "Part of the workflow", of: ({ ladder }) => ladder, say: ({ ladder }) => plain(ladder) },
];

export const answer = (profile: Profile, said: string | string[]): string[] =>
  typeof said === "string"
    ? [`    ${profile.name}: ${said}`]
    : [`    ${profile.name}:`, ...said.map((line) => `      ${line}`)];

/** The points in which a rule of one authority differs from that of the other, each said for both. */
export const differingPoints = ([a, b]: Two<Rule>, [one, two]: Two<Profile>): string[] =>
  points
    .filter(({ of }) => !same(of(a), of(b)))
    .flatMap(({ name, say }) => [`  ${name}`, ...answer(one, say(a, one)), ...answer(two, say(b, two))]);
