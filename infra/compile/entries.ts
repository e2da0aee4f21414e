import { shapeFaults } from "../../functions/domain/shape/shape-faults.ts";
import { asFields, asList, type Fields, type PathFault, type Written } from "./files.ts";
import { type Names, withNames } from "./named.ts";
import { asWritten, type Origin } from "./places.ts";
import { guardSchema, ruleSchema } from "./written/rule.ts";

/** A rule or refusal on its way to the profile. Its faults' paths are as written. */
export type Entry = { raw: unknown; written: Fields; origin: Origin; faults: PathFault[]; broken: boolean };

const schemas = { rules: ruleSchema, guards: guardSchema } as const;
export type EntryList = keyof typeof schemas;

const notFields = (entry: unknown): PathFault[] =>
  typeof entry === "object" && entry !== null && !Array.isArray(entry)
    ? []
    : [{ path: [], problem: "has to have fields of its own, such as id, clause and says" }];

const compiled = (
  list: EntryList,
  [entry, otherwise]: readonly [unknown, Fields],
  origin: Origin,
  names: Names,
): Entry => {
  const written = { ...otherwise, ...asFields(entry) };
  const none = notFields(entry);
  if (none.length > 0) return { raw: entry, written, origin, faults: none, broken: true };
  const read = schemas[list].safeParse(written);
  if (!read.success)
    return { raw: written, written, origin, faults: shapeFaults(read.error, written), broken: true };
  const { value, faults } = withNames(read.data, names);
  return {
    raw: value,
    written,
    origin,
    faults: faults.map(({ path, problem }) => ({ path: asWritten(path, written), problem })),
    broken: false,
  };
};

/** The only source there is, for rules that name none. */
const sourceOf = ({ parts }: Written, followed: readonly Written[]): unknown => {
  const names = Object.keys(asFields(parts.sources));
  const papers = followed.flatMap(({ parts }) => (parts.source === "every-authority" ? [] : [parts.source]));
  const [only] = names.length > 0 ? names : papers;
  return names.length + papers.length === 1 ? only : undefined;
};

/** A document's entries as an authority follows them. */
const ofDocument = (list: EntryList, document: Written, profile: Written, names: Names): Entry[] =>
  asList(document.parts[list]).flatMap((entry, i) => {
    const written = asFields(entry);
    const duty = String(written.duty);
    if (list === "rules" && Object.hasOwn(asFields(profile.parts.leavesOut), duty)) return [];
    const change = list === "rules" ? asFields(asFields(profile.parts.changes)[duty]) : {};
    const fields = Object.keys(change);
    const origin: Origin = {
      base: { file: document.file, path: [list, i] },
      ...(fields.length > 0 ? { change: { file: profile.file, path: ["changes", duty], fields } } : {}),
    };
    const merged = notFields(entry).length > 0 ? entry : { ...written, ...change };
    return [compiled(list, [merged, { source: document.parts.source }], origin, names)];
  });

const numberOf = ({ written }: Entry): string => String(written.id).slice(-2);

/** All entries of a list, in the order of their ids. */
export const entriesOf = (
  list: EntryList,
  profile: Written,
  followed: readonly Written[],
  names: Names,
): Entry[] => {
  const source = sourceOf(profile, followed);
  const own = asList(profile.parts[list]).map((entry, i) =>
    compiled(
      list,
      [entry, source === undefined ? {} : { source }],
      { base: { file: profile.file, path: [list, i] } },
      names,
    ),
  );
  return [...followed.flatMap((document) => ofDocument(list, document, profile, names)), ...own].toSorted(
    (a, b) => numberOf(a).localeCompare(numberOf(b)),
  );
};
