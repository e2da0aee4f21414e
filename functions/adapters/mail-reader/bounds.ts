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

/** A mail of empty lines, in whatever part of it: the second parser takes ten seconds for a megabyte of them. */
export const isMostlyLineEnds = (raw: Uint8Array): boolean => {
  const most = mostLines + raw.length / shortLine;
  let lines = 0;
  for (let at = 0; at < raw.length && lines <= most; at += 1) if (raw[at] === 10) lines += 1;
  return lines > most;
};
