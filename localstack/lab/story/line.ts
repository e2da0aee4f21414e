export type Line = (line: string) => void;

const WHEN = 17;
const WHAT = 9;

/** One line of the timeline: when, what kind of thing, and what. */
export const line = (when: string, what: string, text: string): string =>
  `${when.padEnd(WHEN)} ${what.padEnd(WHAT)} ${text}`;
