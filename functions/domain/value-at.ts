/** The value a dotted path leads to ("preventionInterview.completed"); undefined where the path ends early. */
export const valueAt = (source: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (value, key) =>
        typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      source,
    );
