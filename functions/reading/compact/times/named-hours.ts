const noon = /(?<![a-z\d:.])(?:12(?:[:.]?00)?\s*(?:p\.?m\.?)?\s*)?(?:noon|mid-?day)\b/g;
/** "24:00 midnight" and "00:00 midnight" say which. */
const plainMidnight = /(?<![\d:.])(24|00)[:.]?00(\s*(?:hrs?|hours)?\s*mid-?night)\b/g;
const midnight =
  /(?<![a-z\d:.]|\d[:.]\d\d\s{1,2})(?:12(?:[:.]?00)?\s*(?:hrs?|hours|a\.?m\.?)?\s*)?mid-?night\b/g;

/**
 * "Noon" and "12 midnight" as the figures of a clock, in as many characters. Which midnight of a day is meant nobody can
 * tell: the earlier one gives the earlier deadline, and is told as one of two.
 */
export const hoursInFigures = (text: string): { text: string; isMidnight: boolean } => {
  if (!/noon|mid-?day|mid-?night/.test(text)) return { text, isMidnight: false };
  const known = text
    .replace(noon, (said) => "12:00".padEnd(said.length))
    .replace(plainMidnight, (said, hour: string) => `${hour}:00`.padEnd(said.length));
  const written = known.replace(midnight, (said) => "00:00".padEnd(said.length));
  return { text: written, isMidnight: written !== known };
};
