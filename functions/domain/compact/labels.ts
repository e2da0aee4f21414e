import type { KnownLabel, Lexicon } from "./lexicon.ts";
import { collapse, evenSpaces } from "./spaces.ts";
import { fieldShapes } from "./vocabulary.ts";

export type Match = { label: string; value: string; known?: KnownLabel; looksLikeLabel: boolean };

const dashes = /\s+[–—-]\s+|\s*[–—=]\s*|\s+=\s+/g;
const anyDash = /[–—=-]/;
const labelish = /^\p{Lu}[\p{L}\p{N} '’()/&.,#-]{0,58}$/u;
const notALabel = /^(?:https?|mailto|tel|ftp|dear|hi|hello|re|fw|fwd)\b/i;

const looksLikeLabel = (label: string): boolean =>
  labelish.test(label) && label.trim().split(/\s+/).length <= 5 && !/\. /.test(label);

const match = (label: string, value: string, known: KnownLabel | undefined): Match =>
  known
    ? { label: collapse(label), value: value.trim(), known, looksLikeLabel: true }
    : { label: collapse(label), value: value.trim(), looksLikeLabel: looksLikeLabel(label) };

const classification = /^\W*(?:official(?:[\s-]*sensitive)?|restricted|protect)\b\W*(?=\p{L})/iu;

/** Finds the label a line begins with: first one that is known, before a colon or a dash; else one that has the looks of a label. */
export const matchLabel = (line: string, lexicon: Lexicon): Match | undefined => {
  const text = line.includes("....") ? line.replace(/\s*\.{4,}\s*:?\s*/, ": ") : line;
  const colon = text.indexOf(":");
  if (colon > 0) {
    const known = lexicon.labelOf(text.slice(0, colon));
    if (known) return match(text.slice(0, colon), text.slice(colon + 1), known);
  }
  const head = text.slice(0, 80);
  for (const dash of anyDash.test(head) ? head.matchAll(dashes) : []) {
    const label = text.slice(0, dash.index);
    const known = lexicon.labelOf(label);
    if (known) return match(label, text.slice(dash.index + dash[0].length), known);
  }
  if (colon <= 0) return undefined;
  const label = text.slice(0, colon).trim();
  if (
    classification.test(text) ||
    notALabel.test(label) ||
    /\d$/.test(label) ||
    label.length > 60 ||
    !/^\p{L}/u.test(label)
  )
    return undefined;
  if (label.split(/\s+/).length > 6) return undefined;
  return match(label, text.slice(colon + 1), undefined);
};

const figuresOnly = /^[\d\s,;|/]*$/;

const innerLabel = (before: string, lexicon: Lexicon): { at: number; known: KnownLabel } | undefined => {
  // No label begins with a figure: before most colons in a value stands a date or an hour.
  if (figuresOnly.test(before)) return undefined;
  const starts = [...before.matchAll(/(?:^|[\s,;|/]+)(?=[^\s,;|/])/g)]
    .map((gap) => gap.index + gap[0].length)
    .filter((at) => at > 0);
  for (const at of starts.slice(-6)) {
    const label = before.slice(at);
    const known = /^\d/.test(label) ? undefined : lexicon.labelOf(label);
    if (known) return { at, known };
  }
  return undefined;
};

/** "Surname: ASHDOWN Forename: Ellie": several pairs on one line. Free text keeps its colons. */
export const splitInline = (first: Match, lexicon: Lexicon): Match[] => {
  const found: Match[] = [];
  let current = { ...first };
  let from = 0;
  for (;;) {
    const colon = current.value.indexOf(":", from);
    const shape = current.known ? fieldShapes[current.known.field] : "text";
    if (colon < 0 || shape === "text" || found.length > 40) break;
    if (current.value[colon - 1] === ":") {
      from = colon + 1;
      continue;
    }
    // No label is longer; looking back further would make a value of many colons slow.
    const start = Math.max(0, colon - 60);
    const inner = innerLabel(current.value.slice(start, colon), lexicon);
    if (!inner) {
      from = colon + 1;
      continue;
    }
    const value = current.value;
    found.push({ ...current, value: value.slice(0, start + inner.at).replace(/[\s,;|/–-]+$/, "") });
    current = match(value.slice(start + inner.at, colon), value.slice(colon + 1), inner.known);
    from = 0;
  }
  found.push(current);
  for (const one of found) one.value = evenSpaces(one.value);
  return found;
};

/** Cells of a line laid out with tabs or runs of spaces, where it begins with a label. */
export const splitColumns = (text: string, lexicon: Lexicon): string[] | undefined => {
  if (!text.includes("  ") && !text.includes("\t")) return undefined;
  const cells = text
    .split(/\t+| {2,}/)
    .map((cell) => cell.trim())
    .filter(Boolean);
  const [first = ""] = cells;
  if (cells.length < 2) return undefined;
  if (lexicon.labelOf(first))
    return cells.length === 2 || cells.slice(2).some((cell) => lexicon.labelOf(cell))
      ? cells
      : [first, cells.slice(1).join(" ")];
  return cells.length > 2 && cells.every((cell) => matchLabel(cell, lexicon)?.known) ? cells : undefined;
};

export const cleanLabel = (label: string): string =>
  label
    .replace(/[\s:–—-]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
