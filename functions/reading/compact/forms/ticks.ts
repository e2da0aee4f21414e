const ticked = "☒";
const unticked = "☐";
const marks = /[☐-☒✓✔✗✘□▢◻🗹🗷]|\[\s?[xX✓✔]?\s?\]|\(\s?[xX✓✔ ]\s?\)/u;
const tickedForms = /[☑☒✓✔🗹]|\[\s?[xX✓✔]\s?\]|\(\s?[xX✓✔]\s?\)/gu;
const untickedForms = /[☐✗✘□▢◻🗷]|\[\s?\]|\( {1,2}\)/gu;

/** Whether a text holds a box somebody may have ticked. */
export const holdsTick = (text: string): boolean => marks.test(text);

/** Every way of drawing a box as one of two. */
const evenMarks = (text: string): string =>
  text.replace(tickedForms, ticked).replace(untickedForms, unticked).trim();

/** The words beside the boxes. */
export const withoutTicks = (text: string): string => text.replace(/[☐-☒✓✔✗✘□]|\[.?\]|\(.?\)/gu, "").trim();

const tidy = (option: string): string => option.replace(/^[\s:,;/|–-]+|[\s,;/|–-]+$/g, "");

/** "☒ CSE ☐ Self-harm" has its boxes before the options, "Yes ☐ No ☒" behind them. */
const optionsOf = (text: string): { option: string; isTicked: boolean }[] => {
  const before = text.startsWith(ticked) || text.startsWith(unticked);
  const pieces = before
    ? text.matchAll(/([☐☒])([^☐☒]*)/gu)
    : [...text.matchAll(/([^☐☒]*)([☐☒])/gu)].map((found) => [found[0], found[2], found[1]]);
  return [...pieces].map(([, mark, option = ""]) => ({ option: tidy(option), isTicked: mark === ticked }));
};

/**
 * What the boxes of an answer say: the ticked options, "Yes" for a tick alone, nothing where none is ticked. Text
 * without boxes is its own answer.
 */
export const tickedOf = (text: string): string => {
  if (!holdsTick(text)) return text;
  const even = evenMarks(text);
  if (!even.includes(ticked) && !even.includes(unticked)) return text;
  const chosen = optionsOf(even).filter(({ isTicked }) => isTicked);
  return chosen.map(({ option }) => option || "Yes").join("; ");
};
