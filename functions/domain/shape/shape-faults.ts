import type * as z from "zod";
import { valueAtPath } from "../value-at.ts";
import { issueInWords } from "./issue-in-words.ts";
import { nearest } from "./nearest.ts";

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A field of the wrong shape, by its path, and what is wrong with it. */
export type ShapeFault = { path: Path; problem: string };

const own = (path: Path): string => String(path.at(-1));
const isMissing = (issue: Issue, raw: unknown): boolean =>
  issue.code !== "unrecognized_keys" && issue.path.length > 0 && valueAtPath(raw, issue.path) === undefined;

/** A schema may say which fields it knows: "known: at, every, to". */
const hintFor = (key: string, meant: string | undefined, { message }: Issue): string => {
  if (meant) return `; "${meant}" is meant`;
  const known = message.startsWith("known: ") ? message.slice("known: ".length) : "";
  const near = nearest(key, known.split(", "));
  if (near) return `; did you mean "${near}"?`;
  return known ? `: it may be ${known}` : "";
};

/** Fields nobody knows; one that is near to a field that is missing is that field, misspelt: one fault, not two. */
const misspelt = (issues: readonly Issue[], raw: unknown): { faults: ShapeFault[]; settled: Set<Issue> } => {
  const settled = new Set<Issue>();
  const faults = issues.flatMap((issue) => {
    if (issue.code !== "unrecognized_keys") return [];
    const at = issue.path.join(".");
    const lacking = issues.filter((i) => isMissing(i, raw) && i.path.slice(0, -1).join(".") === at);
    settled.add(issue);
    return issue.keys.map((key) => {
      const left = lacking.filter((i) => !settled.has(i));
      const meant = nearest(
        key,
        left.map((i) => own(i.path)),
      );
      const missing = left.find((i) => own(i.path) === meant);
      if (missing) settled.add(missing);
      return {
        path: [...issue.path, key],
        problem: `is not a field that is known here${hintFor(key, meant, issue)}`,
      };
    });
  });
  return { faults, settled };
};

type Branch = readonly Issue[];

/** A union within a union counts as its branches. */
const flat = (branches: readonly Branch[]): Branch[] =>
  branches.flatMap((issues) => {
    const [only, ...more] = issues;
    const isUnion = only?.code === "invalid_union" && only.path.length === 0 && more.length === 0;
    return isUnion ? flat(only.errors) : [issues];
  });

const isOfAnotherKind = (issues: Branch): boolean =>
  issues.some((i) => i.path.length === 0 && i.code === "invalid_type");

/** One word beside other kinds ("any", or a list): the others are said with it. */
const isOneWord = ([issue]: Branch): boolean => issue?.code === "invalid_value" && issue.values.length === 1;

const isPlain = (given: unknown): given is object =>
  typeof given === "object" && given !== null && !Array.isArray(given);

/** Each shape knows some of what is given and none all of it: two entries were written as one. */
const twoInOne = (candidates: readonly Branch[], given: object): ShapeFault[] => {
  const known = candidates.map((issues) => {
    const unknown = issues.flatMap((i) =>
      i.code === "unrecognized_keys" && i.path.length === 0 ? i.keys : [],
    );
    return unknown.length > 0 ? Object.keys(given).find((key) => !unknown.includes(key)) : undefined;
  });
  const names = [...new Set(known)];
  if (names.length < 2 || names.includes(undefined)) return [];
  const said = names.map((name) => `"${name}"`).join(" and ");
  return [
    { path: [], problem: `${said} are two things: write each in { } of its own, one after the other in [ ]` },
  ];
};

/** Of several shapes the one that was meant has each field it cannot do without; if none is, no name is right. */
const ofObjects = (branches: readonly Branch[], given: object): ShapeFault[] => {
  const candidates = branches.filter(
    (issues) => !issues.some((i) => i.path.length === 1 && isMissing(i, given)),
  );
  const two = twoInOne(candidates, given);
  if (two.length > 0) return two;
  const [meant] = candidates.toSorted((a, b) => a.length - b.length);
  if (meant) return faultsOf(meant, given);
  const names = branches.flatMap((issues) =>
    issues.filter((i) => i.path.length === 1 && isMissing(i, given)).map((i) => own(i.path)),
  );
  const keys = Object.keys(given);
  if (keys.length === 0) return [{ path: [], problem: "is empty" }];
  return keys.map((key) => {
    const near = nearest(key, names);
    return { path: [key], problem: `is not a field that is known here${near ? `; "${near}" is meant` : ""}` };
  });
};

const ofUnion = (branches: readonly Branch[], given: unknown): ShapeFault[] => {
  const all = flat(branches);
  const fitting = all.filter((issues) => !isOfAnotherKind(issues));
  const [only, ...more] = fitting;
  if (only && more.length === 0 && !isOneWord(only)) return faultsOf(only, given);
  if (isPlain(given) && fitting.length > 0) return ofObjects(fitting, given);
  const meant = all.find((issues) => issues.every((i) => i.path.length > 0));
  if (meant) return faultsOf(meant, given);
  const problems = all.flatMap((issues) => issues.map((i) => issueInWords(i, given)));
  const needs = [...new Set(problems.map((p) => p.replace(/^has to be /, "")))];
  return [{ path: [], problem: `has to be ${needs.join(" or ")}` }];
};

const faultsOf = (issues: readonly Issue[], raw: unknown): ShapeFault[] => {
  const { faults, settled } = misspelt(issues, raw);
  const others = issues.flatMap((issue): ShapeFault[] => {
    if (settled.has(issue)) return [];
    const { path } = issue;
    const given = valueAtPath(raw, path);
    if (issue.code !== "invalid_union" || given === undefined)
      return [
        {
          path,
          problem:
            given === undefined && issue.code === "invalid_union" ? "is missing" : issueInWords(issue, given),
        },
      ];
    return ofUnion(issue.errors, given).map((f) => ({ ...f, path: [...path, ...f.path] }));
  });
  return [...faults, ...others];
};

/** Every fault of the shape of outside data, each in words that stand behind the field's name. */
export const shapeFaults = ({ issues }: z.ZodError, raw: unknown): ShapeFault[] => faultsOf(issues, raw);

/** `"method" is missing: ...`; what has no name of its own is called as the caller calls it. */
export const shapeFaultInWords = ({ path, problem }: ShapeFault, whole: string): string =>
  `${path.length > 0 ? `"${path.join(".")}"` : whole} ${problem}`;
