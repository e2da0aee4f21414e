import { nearest } from "../../functions/domain/shape/nearest.ts";
import { type Fault, faultAt } from "./fault.ts";
import { asFields, type PathFault, type Written } from "./files.ts";

type Path = readonly PropertyKey[];
export type Names = ReadonlyMap<string, unknown>;

const bare = ["always", "placed-by-another"];

const unknown = (name: string, names: Names): string => {
  const meant = nearest(name, [...names.keys(), ...bare]);
  return `no condition is called "${name}"${meant ? `; did you mean "${meant}"?` : ': write it under "conditions"'}`;
};

const isNamed = (value: object): value is { named: string } =>
  "named" in value && typeof value.named === "string";

/** A compiled entry with its named conditions put in, and which names there are none of. */
export const withNames = (
  value: unknown,
  names: Names,
  path: Path = [],
): { value: unknown; faults: PathFault[] } => {
  if (typeof value !== "object" || value === null) return { value, faults: [] };
  if (isNamed(value))
    return names.has(value.named)
      ? { value: names.get(value.named), faults: [] }
      : { value: { always: true }, faults: [{ path, problem: unknown(value.named, names) }] };
  const each = Object.entries(value).map(([key, one]) => ({ key, ...withNames(one, names, [...path, key]) }));
  return {
    value: Array.isArray(value)
      ? each.map((one) => one.value)
      : Object.fromEntries(each.map((one) => [one.key, one.value])),
    faults: each.flatMap((one) => one.faults),
  };
};

/** Conditions by name, a later one made of those before it. */
export const namesOf = (files: readonly Written[]): { names: Names; faults: Fault[] } => {
  const names = new Map<string, unknown>();
  const faults = files.flatMap(({ file, parts, faults: ofShape }) =>
    Object.entries(asFields(parts.conditions)).flatMap(([name, condition]) => {
      // One that can't be read has its fault where it stands, and none in each rule that uses it.
      if (ofShape.some(({ path }) => path[0] === "conditions" && path[1] === name)) {
        names.set(name, { always: true });
        return [];
      }
      const at = (path: Path = []) => ({ file, path: ["conditions", name, ...path] });
      const read = withNames(condition, names);
      const twice = names.has(name) ? [faultAt(at(), `"${name}" is named twice`)] : [];
      names.set(name, read.value);
      return [...twice, ...read.faults.map(({ path, problem }) => faultAt(at(path), problem))];
    }),
  );
  return { names, faults };
};
