import { fail, ok, type Result } from "../../result.ts";
import { fromReturnDate } from "./table.ts";

/** What the authority's own system says of its children in care: their ids, born when, and which force's episode is whose. */
export type Lookup = { born: ReadonlyMap<string, string>; childOf: ReadonlyMap<string, string> };

/** One thing wrong with the file, with the line it stands in; the head is line 1. */
export type LookupFault = { line: number; says: string };

const columns = ["CHILD", "DOB", "REFERENCE"] as const;
const OLDEST = "1990-01-01";

type Line = { line: number; CHILD: string; DOB: string; REFERENCE: string };

const headFaults = (head: readonly string[]): LookupFault[] => {
  const says = (text: string): LookupFault => ({ line: 1, says: text });
  return [
    ...columns.filter((name) => !head.includes(name)).map((name) => says(`has no column ${name}`)),
    ...head.filter((name, i) => head.indexOf(name) < i).map((name) => says(`has the column "${name}" twice`)),
    ...head
      .filter((name) => !columns.some((one) => one === name))
      .map((name) =>
        says(`has a column "${name}", which nothing reads: the columns are ${columns.join(", ")}`),
      ),
  ];
};

const lineFaults = ({ line, CHILD, DOB }: Line, today: string): LookupFault[] => {
  const says = (text: string): LookupFault => ({ line, says: text });
  const born = fromReturnDate(DOB);
  if (CHILD === "") return [says("names no CHILD")];
  if (born === undefined) return [says(`"${DOB}" is no date of birth: write it as 09/03/2011`)];
  if (born > today) return [says(`${DOB} has not come yet`)];
  return born < OLDEST ? [says(`${DOB} is too long ago for a child`)] : [];
};

const between = (lines: readonly Line[]): LookupFault[] =>
  lines.flatMap((one, i) => {
    const before = lines.slice(0, i);
    const same = before.find(({ CHILD, REFERENCE }) => CHILD === one.CHILD && REFERENCE === one.REFERENCE);
    const otherBirth = before.find(({ CHILD, DOB }) => CHILD === one.CHILD && DOB !== one.DOB);
    const otherChild =
      one.REFERENCE !== "" &&
      before.find(({ CHILD, REFERENCE }) => REFERENCE === one.REFERENCE && CHILD !== one.CHILD);
    const says = (text: string): LookupFault => ({ line: one.line, says: text });
    return [
      ...(same ? [says(`says again what line ${same.line} says`)] : []),
      ...(otherBirth ? [says(`gives ${one.CHILD} another date of birth than line ${otherBirth.line}`)] : []),
      ...(otherChild ? [says(`gives ${one.REFERENCE} to another child than line ${otherChild.line}`)] : []),
    ];
  });

/**
 * The lookup file, read from its cells. All its faults, each with its line, or all of it: nothing is half taken. `known`: the
 * references of the episodes that there are.
 */
export const readLookup = (
  [head = [], ...rows]: readonly (readonly string[])[],
  today: string,
  known: ReadonlySet<string>,
): Result<Lookup, LookupFault[]> => {
  const names = head.map((name) => name.trim());
  const wrong = headFaults(names);
  if (wrong.length > 0) return fail(wrong);
  const lines = rows.map((cells, i): Line => {
    const cell = (name: string): string => cells[names.indexOf(name)]?.trim() ?? "";
    return { line: i + 2, CHILD: cell("CHILD"), DOB: cell("DOB"), REFERENCE: cell("REFERENCE") };
  });
  const faults = [
    ...lines.flatMap((line) => lineFaults(line, today)),
    ...between(lines),
    ...lines.flatMap(({ line, REFERENCE }) =>
      REFERENCE === "" || known.has(REFERENCE) ? [] : [{ line, says: `no episode is called ${REFERENCE}` }],
    ),
  ].toSorted((a, b) => a.line - b.line);
  if (faults.length > 0) return fail(faults);
  return ok({
    born: new Map(lines.map(({ CHILD, DOB }) => [CHILD, fromReturnDate(DOB) ?? ""])),
    childOf: new Map(
      lines.flatMap(({ CHILD, REFERENCE }) => (REFERENCE ? [[REFERENCE, CHILD] as const] : [])),
    ),
  });
};
