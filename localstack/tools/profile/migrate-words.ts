import type { MigratedEpisode } from "../../../functions/migrate-episodes/migrate-episodes.ts";
import type { Migration } from "./migrate.ts";

type Move = MigratedEpisode["moves"][number];

const sayChange = ({ change, from, to }: Move): string =>
  from === undefined && to === undefined
    ? change
    : from === undefined || to === undefined
      ? `${change}: ${from ?? to}`
      : `${change}: ${from} → ${to}`;

const sayMove = (move: Move): string[] => [
  `  ${move.rule}, clause ${move.clause}, ${move.duty}: ${sayChange(move)}`,
  `      because: ${move.because}`,
];

const sayEpisode = ({ reference, from, moves, refused }: MigratedEpisode): string[] => {
  const title = `${reference}, from version ${from}`;
  if (refused !== undefined) return [`${title}: not moved. ${refused[0]?.toUpperCase()}${refused.slice(1)}.`];
  return moves.length > 0 ? [title, ...moves.flatMap(sayMove)] : [`${title}: no open duty moves`];
};

const counted = (count: number): string => `${count} open ${count === 1 ? "episode" : "episodes"}`;

const sayOutcome = ({ outcome, to, episodes }: Migration): string => {
  if (episodes.length === 0) return `Every open episode is under version ${to} already.`;
  const moved = counted(episodes.filter(({ refused }) => refused === undefined).length);
  return outcome === "migrated"
    ? `Moved ${moved} to version ${to}.`
    : `${moved} would move to version ${to}. Nothing has been changed.`;
};

/** What a migration did, or would do, for a person to check before and to file after. */
export const migrationText = (migration: Migration): string =>
  [
    ...migration.episodes.flatMap(sayEpisode),
    ...migration.failed.map((id) => `${id}: could not be moved; the log of migrate-episodes says why.`),
    sayOutcome(migration),
  ].join("\n");
