/** The value at the end of a path; undefined where the path ends early. */
export const valueAtPath = (source: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    source,
  );

/** The same for a dotted path ("preventionInterview.completed"). */
export const valueAt = (source: unknown, path: string): unknown => valueAtPath(source, path.split("."));
