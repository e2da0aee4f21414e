/** No report is longer; what is would only cost the time others need. */
export const longestText = 1_000_000;
const mostLines = 20_000;
/** An encoded attachment has lines of sixty to seventy-six characters. */
const shortLine = 40;

export const hasTooManyLines = (text: string): boolean => {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0 && lines <= mostLines; at = text.indexOf("\n", at + 1))
    lines += 1;
  return lines > mostLines;
};

/** What is left of a mail once its attachments are cut short; beyond it the second parser takes hundreds of megabytes. */
export const mostThinBytes = 8_000_000;
/** Counted no further than one past the most there may be: the second parser takes time by the line. */
export const countLines = (bytes: Buffer, most: number): number => {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0 && lines <= most; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
};

/** A mail of empty lines, in whatever part of it: the second parser takes ten seconds for a megabyte of them. */
export const isMostlyLineEnds = (bytes: Buffer): boolean => {
  const most = mostLines + bytes.length / shortLine;
  return countLines(bytes, most) > most;
};
