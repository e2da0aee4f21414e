import { type Definition, NOT_KNOWN, type Table } from "../table.ts";

export type Slice<T> = {
  id: string;
  title: string;
  definition: Definition;
  /** What an entry is counted under; undefined is "not known", a row that counts. Several where it is of several. */
  by: (one: T) => string | readonly string[] | undefined;
  /** The rows in their order, shown at 0 too; others come after them by size. */
  order?: readonly string[];
  /** In words. */
  words?: Readonly<Record<string, string>>;
  /** Whose it is, where children are counted beside episodes. */
  child?: (one: T) => string;
  unit?: string;
};

const keysOf = <T>(one: T, by: Slice<T>["by"]): readonly string[] => {
  const key = by(one);
  if (key === undefined || key.length === 0) return [NOT_KNOWN];
  return typeof key === "string" ? [key] : key;
};

const sorted = (counts: ReadonlyMap<string, readonly unknown[]>, order: readonly string[]): string[] => {
  const others = [...counts.keys()]
    .filter((key) => !order.includes(key) && key !== NOT_KNOWN)
    .toSorted((a, b) => (counts.get(b)?.length ?? 0) - (counts.get(a)?.length ?? 0) || (a < b ? -1 : 1));
  return [...order, ...others, NOT_KNOWN];
};

/** Entries by what they are, with a total; "not known" is a row of it. Of entries that are of several, the total counts each once. */
export const breakdown = <T>(entries: readonly T[], slice: Slice<T>): Table => {
  const { id, title, definition, by, order = [], words = {}, child, unit = "Episodes" } = slice;
  const groups = new Map<string, T[]>();
  for (const one of entries)
    for (const key of keysOf(one, by)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  const children = (some: readonly T[]) => (child ? [new Set(some.map(child)).size] : []);
  const rowOf = (name: string, some: readonly T[]) => [
    name,
    some.length,
    ...children(some),
    { count: some.length, of: entries.length },
  ];
  return {
    id,
    title,
    definition,
    columns: [title, unit, ...(child ? ["Children"] : []), "Share"],
    rows: [
      ...sorted(groups, order).map((key) => rowOf(words[key] ?? key, groups.get(key) ?? [])),
      rowOf("all", entries),
    ],
    total: true,
  };
};
