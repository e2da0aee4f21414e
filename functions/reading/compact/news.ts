import type { Form } from "./forms/form.ts";
import type { Findings } from "./values/findings.ts";
import { isEnding, type KindEvidence, kindEvidence } from "./values/kinds.ts";
import type { Lexicon } from "./words/lexicon.ts";

const newsy = /\b(?:latest|current|update|news|progress|outcome|result|position|now)\b/i;

/** Words without a label that we know, and say the child is back: they may be newer than the form. */
export const tellsEnding = ({ unrecognised }: Findings, lexicon: Lexicon): boolean =>
  unrecognised.some(({ kind, label, value }) => {
    if (kind !== "words" && !newsy.test(label)) return false;
    return [...lexicon.kindsIn(value)].some(isEnding);
  });

export const stands = ["missing", "absent", "update"];

/** A note above the form, with nothing to divide the two. */
export const noteEnds = ({ pairs }: Form, lexicon: Lexicon): boolean => {
  const note = pairs.slice(
    0,
    Math.max(
      0,
      pairs.findIndex(({ known }) => known !== undefined),
    ),
  );
  return note.some(
    ({ kind, value }) => kind === "words" && (lexicon.tellsReturn(value) || lexicon.retracts(value)),
  );
};

/** "Cancelled" alone among the lines of a report under another title: a heading, or a question nobody answered. */
export const endsBelow = (
  { headings, pairs }: Form,
  title: readonly KindEvidence[],
  lexicon: Lexicon,
): boolean =>
  kindEvidence(headings.slice(pairs[0]?.headings), "", lexicon).some(
    ({ kind, weak }) => !weak && isEnding(kind) && !title.some((one) => one.kind === kind),
  );
