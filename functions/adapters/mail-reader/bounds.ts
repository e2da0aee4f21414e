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
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const most = mostLines + raw.length / shortLine;
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0 && lines <= most; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines > most;
};
