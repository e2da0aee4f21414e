/** A published version of a function: its number, and when it was published. */
export type Version = { version: number; publishedAt: number };

export type FunctionVersions = { name: string; live: number; versions: readonly Version[] };

export type Move = { name: string; from: number; to: number };

/** How many versions of each function a prune leaves. */
export const KEPT = 3;

const newestFirst = (versions: readonly Version[]): Version[] =>
  versions.toSorted((a, b) => b.version - a.version);

/**
 * What was live at a time is each function's newest version of then. A deploy publishes only what changed, so a step
 * back by one version each would mix releases. Where one function has none of then any more, nothing moves.
 */
export const planBack = (
  functions: readonly FunctionVersions[],
  at: number,
): { moves: Move[]; missing: string[] } => {
  const chosen = functions.map(({ name, live, versions }) => ({
    name,
    from: live,
    to: newestFirst(versions).find(({ publishedAt }) => publishedAt <= at)?.version,
  }));
  const missing = chosen.flatMap(({ name, to }) => (to === undefined ? [name] : []));
  const moves = chosen.flatMap(({ name, from, to }) =>
    to === undefined || to === from ? [] : [{ name, from, to }],
  );
  return { moves: missing.length > 0 ? [] : moves, missing };
};

/** All but the newest three and the one that is live, whichever it is. */
export const planPrune = ({ live, versions }: FunctionVersions): number[] =>
  newestFirst(versions)
    .slice(KEPT)
    .flatMap(({ version }) => (version === live ? [] : [version]));
