import type { CompactKind } from "../../../domain/compact/compact.ts";
import type { OpenedMail } from "../document.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { scanWords } from "./scan-words.ts";

const prefixes = /^(?:\s*(?:re|fw|fwd)\s*:|\s*\[[^\]]{1,20}\])+/i;

/** A reminder may well come with the report of a missing child itself; an exercise and minutes never do. */
const mayRemind: ReadonlySet<string> = new Set(["reminder", "gentle reminder", "chaser", "chasing"]);
/** "Found Report – return interview required". */
const mayBeAsked: ReadonlySet<string> = new Set([
  "return interview",
  "return home interview",
  "rhi",
  "independent return interview",
]);

/** Whether a subject calls the mail a booking, a query or minutes: it is about a report, and neither opens nor ends one. */
export const isAdministrative = (
  { subject = "" }: OpenedMail,
  kind: CompactKind | undefined,
  { endings, kindsIn }: Lexicon,
): boolean => {
  const title = subject.replace(prefixes, "");
  const words = endings.administrative(scanWords(title));
  if (!words) return false;
  const titled = kindsIn(title);
  if (kind === "missing" && titled.has("missing")) return !mayRemind.has(words) && !mayBeAsked.has(words);
  return !(titled.has("found") && mayBeAsked.has(words));
};
