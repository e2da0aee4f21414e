import type { Method } from "../../core/web/visit.ts";

type Named = { method: Method; path: string };
export type Match<R> = { route: R; params: Record<string, string> };

const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};

const paramsOf = (pattern: string, path: string): Record<string, string> | undefined => {
  const [wanted, parts] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = decoded(parts[i] ?? "");
    if (!part.startsWith(":")) {
      if (part !== value) return undefined;
    } else if (value) params[part.slice(1)] = value;
    else return undefined;
  }
  return params;
};

/** The first row that a path fits. */
export const match = <R extends Named>(
  routes: readonly R[],
  method: Method,
  path: string,
): Match<R> | undefined => {
  for (const route of routes) {
    const params = route.method === method ? paramsOf(route.path, path) : undefined;
    if (params) return { route, params };
  }
  return undefined;
};
