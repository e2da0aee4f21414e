import type { ForceMail } from "./force-mail.ts";

/** A part of a whole, both counted. */
export type Share = { part: number; of: number };

const WINDOW = 50;

/** Fewer mails say nothing: one bad one of three is no change of layout. */
const FEWEST = 10;

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * Over a force's last 50 mails, newest first: how many were quarantined, and how many of their labels nobody knows.
 * Undefined until there are ten.
 */
export const sharesOf = (
  mails: readonly ForceMail[],
): { quarantined: Share; unrecognised: Share } | undefined => {
  const last = mails.filter(({ duplicate }) => !duplicate).slice(0, WINDOW);
  if (last.length < FEWEST) return undefined;
  return {
    quarantined: { part: last.filter(({ quarantined }) => quarantined).length, of: last.length },
    unrecognised: {
      part: sum(last.map(({ labels }) => labels.unrecognised)),
      of: sum(last.map(({ labels }) => labels.all)),
    },
  };
};

export const isOver = ({ part, of }: Share, limit: number): boolean => of > 0 && part / of > limit;
