import type { CompactDraft } from "../../../domain/compact/compact.ts";
import type { ShownLine } from "./shown-lines.ts";
import { saidIn } from "./whole.ts";

const callsOf = ({ reference, child, provenance }: CompactDraft): string[] =>
  [reference, child.forenames, child.knownAs, provenance.dateOfBirth?.raw, child.surname]
    .filter((call) => call !== undefined)
    .map(saidIn)
    .filter(Boolean);

/** By what each child alone is called, of those a mail reports. */
const ownCalls = (drafts: readonly CompactDraft[]): string[][] => {
  const calls = drafts.map(callsOf);
  return calls.map((own, at) =>
    own.filter((call) => calls.every((others, other) => other === at || !others.includes(call))),
  );
};

/**
 * The reports each line stands with. Of several children it is the one named last above it; what stands above the
 * first, in a row that names several, or apart below the last is true of each.
 */
export const ownersOf = (
  lines: readonly ShownLine[],
  drafts: readonly CompactDraft[],
): (readonly number[])[] => {
  const all = [...drafts.keys()];
  if (drafts.length < 2) return lines.map(() => all);
  const calls = ownCalls(drafts);
  const named = lines.map(({ text }) => {
    const said = ` ${saidIn(text)} `;
    return all.filter((at) => calls[at]?.some((call) => said.includes(` ${call} `)));
  });
  const everybody = new Set(named.flat());
  if (everybody.size === 1) return lines.map(() => [...everybody]);
  const last = named.findLastIndex((some) => some.length > 0);
  let current: readonly number[] = all;
  return lines.map(({ gap }, at) => {
    const some = named[at] ?? [];
    if (some.length > 0) current = some;
    else if (gap && at > last) current = all;
    return current;
  });
};
