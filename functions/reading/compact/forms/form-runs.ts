import type { Run } from "../document.ts";
import { beginAll, isWrapped, type LineSetting, readLine } from "./form-lines.ts";
import { beginPair } from "./form-pairs.ts";
import type { FormState } from "./form-state.ts";
import { cleanLabel, type Match } from "./labels.ts";

const tidyValue = (text: string): string => text.replace(/^[\s:–—-]+/, "").trimEnd();

/** Bold words we do not know are a label only where something divides them from what follows. */
const readUnknownBold = (
  state: FormState,
  runs: readonly Run[],
  line: string,
  setting: LineSetting,
): void => {
  const [first, ...others] = runs;
  const rest = others.map((run) => run.text).join("");
  const label = first?.bold ? cleanLabel(first.text) : "";
  const divided = /:\s*$/.test(first?.text ?? "") || /^\s*[:–—-]/.test(rest);
  const match = { label, value: tidyValue(rest), looksLikeLabel: true };
  const isPair =
    label &&
    divided &&
    match.value &&
    !isWrapped(state, match, false) &&
    state.lexicon.kindsIn(label).size === 0;
  if (isPair) beginPair(state, match);
  else readLine(state, line, setting);
};

/** "**Surname** ASHDOWN **DOB** 09/03/2011": every bold run that is a label begins a pair. */
export const readRuns = (
  state: FormState,
  runs: readonly Run[],
  line: string,
  setting: LineSetting,
): void => {
  const parts: { match?: Match; text: string }[] = [];
  for (const run of runs) {
    const known = run.bold ? state.lexicon.labelOf(run.text.trim()) : undefined;
    const last = parts.at(-1);
    if (known)
      parts.push({
        match: { label: cleanLabel(run.text), value: "", known, looksLikeLabel: true },
        text: "",
      });
    else if (last) last.text += run.text;
    else parts.push({ text: run.text });
  }
  if (!parts.some((part) => part.match)) readUnknownBold(state, runs, line, setting);
  else
    for (const { match, text } of parts) {
      const value = tidyValue(text);
      if (match) beginAll(state, { ...match, value });
      else if (value) readLine(state, value, setting);
    }
};
