import { isContact, isOwner, isQualified, type KnownLabel, shapeOf } from "../words/fields.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { collapse, evenSpaces } from "../words/plain-words.ts";
import type { Match } from "./labels.ts";

const figuresOnly = /^[\d\s,;|/]*$/;
const strongDivider = /(?:[;|\t]|\s{2})\s*$/;

type Inner = { at: number; known?: KnownLabel | undefined };

/** "School Name" holds a label we know and is another: whose it is stands before it. */
const withQualifier = (before: string, at: number, known: KnownLabel, lexicon: Lexicon): Inner => {
  const word = isQualified(known.field) ? /(\S+)\s$/.exec(before.slice(0, at)) : null;
  return word?.[1] && lexicon.isQualifier(word[1]) ? { at: word.index } : { at, known };
};

/** A label nobody knows, set off by more than a space, ends a short answer too. */
const unknownLabel = (before: string, current: Match): Inner | undefined => {
  const shape = shapeOf(current.known);
  if (shape !== "word" && shape !== "address") return undefined;
  const found = /(?:[;|\t]\s*|\s{2,})(\p{Lu}[\p{L}'’/-]*(?: [\p{L}'’/-]+){0,3})$/u.exec(before);
  return found?.[1] ? { at: before.length - found[1].length } : undefined;
};

/** The longest known label that ends where a colon stands. */
const innerLabel = (before: string, lexicon: Lexicon, fromStart: boolean): Inner | undefined => {
  // No label begins with a figure: before most colons in a value stands a date or an hour.
  if (figuresOnly.test(before)) return undefined;
  const starts = [...before.matchAll(/(?:^|[\s,;|/]+)(?=[^\s,;|/])/g)]
    .map((gap) => gap.index + gap[0].length)
    .filter((at) => at > 0 || fromStart);
  for (const at of starts.slice(-6)) {
    const label = before.slice(at);
    const known = /^\d/.test(label) ? undefined : lexicon.labelOf(label);
    if (known) return withQualifier(before, at, known, lexicon);
  }
  return undefined;
};

/** Free text keeps its colons; a short remark under a label nobody knows ends where a known one begins. */
const mayEnd = (current: Match, value: string, label: string, splitBefore: boolean): boolean => {
  if (shapeOf(current.known) !== "text") return true;
  if (strongDivider.test(value))
    return splitBefore || !current.known || current.known.field !== "circumstances";
  if (current.known) return false;
  return (
    splitBefore || (current.looksLikeLabel && /^\p{Lu}/u.test(label) && value.trim().split(/\s+/).length <= 3)
  );
};

const isTheirs = (current: Match, known: KnownLabel | undefined): boolean =>
  known !== undefined && isOwner(current.known?.field) && isContact(known.field);

/** "Surname: ASHDOWN Forename: Ellie": several pairs on one line. */
export const splitInline = (first: Match, lexicon: Lexicon): Match[] => {
  if (!first.value.includes(":")) return [{ ...first, value: evenSpaces(first.value) }];
  const found: Match[] = [];
  let current = { ...first };
  let from = 0;
  for (;;) {
    const colon = current.value.indexOf(":", from);
    if (colon < 0 || found.length > 40) break;
    from = colon + 1;
    if (current.value[colon - 1] === ":") continue;
    // No label is longer; looking back further would make a value of many colons slow.
    const start = Math.max(0, colon - 60);
    const value = current.value;
    const before = value.slice(start, colon);
    const inner =
      innerLabel(before, lexicon, start === 0 && current.known !== undefined) ??
      unknownLabel(before, current);
    if (!inner || isTheirs(current, inner.known)) continue;
    const at = start + inner.at;
    const label = value.slice(at, colon);
    if (!mayEnd(current, value.slice(0, at), label, found.length > 0)) {
      if (current.known && current.known.field === "circumstances" && found.length === 0) break;
      continue;
    }
    found.push({ ...current, value: value.slice(0, at).replace(/[\s,;|/–-]+$/, "") });
    current = {
      label: collapse(label),
      value: value.slice(colon + 1).trim(),
      ...(inner.known ? { known: inner.known } : {}),
      looksLikeLabel: true,
    };
    from = 0;
  }
  found.push(current);
  for (const one of found) one.value = evenSpaces(one.value);
  return found;
};
