import * as z from "zod";
import { compactSchema } from "../../compact/compact-schema.ts";
import type { Condition } from "../condition.ts";
import { meantOrOneOf } from "./did-you-mean.ts";
import { choicesOf, fieldAt, isGroup, kindOf, neverIs } from "./field-at.ts";

type Fact = Extract<Condition, { fact: string }>;

const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, " ");
const isText = (type: z.ZodType): boolean => type.def.type === "string";

const ofContains = ({ fact, contains }: Fact, type: z.ZodType): string[] => {
  if (contains === undefined) return [];
  const choices = choicesOf(type);
  if (choices)
    return choices.some((one) => one.includes(contains.toLowerCase()))
      ? []
      : [`no value of "${fact}" has "${contains}" in it: it is one of ${choices.join(", ")}`];
  if (isText(type)) return [];
  const instead =
    fact === "flags"
      ? `write { flag: ["${contains}"] }`
      : `"contains" asks a text: leave it out, or write "is"`;
  return [`"${fact}" is ${kindOf(type)} and is not searched for a word; ${instead}`];
};

const ofExcept = ({ fact, except = [] }: Fact, type: z.ZodType): string[] => {
  const choices = choicesOf(type);
  if (except.length > 0 && type.def.type === "boolean")
    return [`"${fact}" is yes or no: write "is: true" or "is: false", not "except"`];
  return except
    .filter((one) => choices && !choices.some((choice) => plain(choice) === plain(one)))
    .map((one) => `"${fact}" is never "${one}"${meantOrOneOf(one, choices ?? [])}`);
};

/** The first of them decides, so what stands beside it would be passed over without a word. */
const together = ({ is, contains, except }: Fact): string[] => {
  const asked = Object.entries({ is, contains, except }).filter(([, value]) => value !== undefined);
  return asked.length < 2
    ? []
    : [
        `asks by ${asked.map(([key]) => `"${key}"`).join(" and ")}: keep one, or make two conditions under "all"`,
      ];
};

const fields = (compactSchema as unknown as z.ZodObject).shape as Record<string, z.ZodType>;

/** Fields as a condition names them, the ones inside a group too; none that are for the program only. */
const factNames = Object.keys(fields).flatMap((name) => {
  const type = fieldAt(compactSchema as unknown as z.ZodType, name, name);
  if (typeof type === "string" || type.def.type === "custom") return [];
  return type instanceof z.ZodObject ? Object.keys(type.shape).map((inner) => `${name}.${inner}`) : [name];
});

const noSuch = (fact: string, problem: string): string => {
  const [first = ""] = fact.split(".");
  if (first in fields) return problem;
  const meant = factNames.find((name) => name.endsWith(`.${fact}`));
  return `a compact has no "${fact}"${meant ? `; did you mean "${meant}"?` : meantOrOneOf(fact, factNames)}`;
};

/** Why what a report states can never be as the condition wants it. */
export const faultsOfFact = (condition: Fact): string[] => {
  const { fact, is } = condition;
  const type = fieldAt(compactSchema as unknown as z.ZodType, fact, "a compact");
  if (typeof type === "string") return [noSuch(fact, type)];
  if (fact === "unread")
    return [
      'nobody can state "unread": it is what no reader could place; let the rule turn on a flag or on another fact',
    ];
  if (type.def.type === "custom") return [`"${fact}" is for the program only`];
  if (isGroup(type)) {
    const fields = Object.keys((type as z.ZodObject).shape);
    return [`"${fact}" is a group of fields: name one of them, such as "${fact}.${fields[0]}"`];
  }
  const never = is === undefined ? undefined : neverIs(type, is);
  const flag = fact === "flags" && typeof is === "string" ? `; write { flag: ["${is}"] }` : "";
  return [
    ...(never === undefined ? [] : [`"${fact}" ${never}${flag}`]),
    ...ofContains(condition, type),
    ...ofExcept(condition, type),
    ...together(condition),
  ];
};
