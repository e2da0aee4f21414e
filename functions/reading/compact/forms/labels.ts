import { isContact, isOwner, type KnownLabel, mayAnswer } from "../words/fields.ts";
import type { Lexicon } from "../words/lexicon.ts";
import { collapse } from "../words/plain-words.ts";

export type Match = { label: string; value: string; known?: KnownLabel | undefined; looksLikeLabel: boolean };

const dashes = /\s+[–—-]\s+|\s*(?:=>|->|[–—=→~])\s*|-\s+/g;
const anyDash = /[–—=→~-]/;
const leader = /\s*(?:\.{3,}|…+|\.\s+(?=\d))\s*:?\s*/;
const bracketed = /^\[([^\]]{2,50})\]\s*[:–—-]?\s*(.*)$/;
const labelish = /^\p{Lu}[\p{L}\p{N} '’()/&.,#?-]{0,58}$/u;
const notALabel = /^(?:https?|mailto|tel|ftp|dear|hi|hello|re|fw|fwd)\b/i;

const looksLikeLabel = (label: string): boolean =>
  labelish.test(label) && label.trim().split(/\s+/).length <= 5 && !/\. /.test(label);

/** "Surname:: ASHDOWN". */
const trimmed = (text: string): string => {
  const value = text.trim();
  return value.startsWith(":") ? value.replace(/^[\s:]+/, "") : value;
};

const match = (label: string, value: string, known: KnownLabel | undefined): Match =>
  known
    ? { label: collapse(label), value: trimmed(value), known, looksLikeLabel: true }
    : { label: collapse(label), value: trimmed(value), looksLikeLabel: looksLikeLabel(label) };

/** The colon behind a hint such as "(dd/mm/yyyy hh:mm)", not the one in it. */
const colonOf = (text: string): number => {
  const colon = text.indexOf(":");
  const bracket = colon > 0 ? text.lastIndexOf("(", colon) : -1;
  const close = bracket > 0 ? text.indexOf(")", bracket) : -1;
  return close > colon ? text.indexOf(":", close) : colon;
};

const noDivider = /^((?:\p{L}[\p{L}.'’/&-]*\s+){1,5})(?=\S*\d)(\S.*)$/u;
const wholeDay = /^\d{1,2}(?:st|nd|rd|th)?[\s./-]+(?:\d{1,2}|\p{L}{3,9})[\s./,-]+(?:\d{2}|\d{4})$/u;
const wholeReference = /^[\p{L}\d]*[/-][\p{L}\d/-]*\d[\p{L}\d/-]*$/u;

/** "DOB 22/04/2011", "Misper ID 30235/26": nothing divides the two, and all that follows has the shape of an answer. */
const matchUndivided = (text: string, lexicon: Lexicon): Match | undefined => {
  const [, label = "", value = ""] = (text.length < 60 && noDivider.exec(text)) || [];
  const known = label ? lexicon.labelOf(label.trim()) : undefined;
  const shape =
    known?.field === "dateOfBirth" ? wholeDay : known?.field === "reference" ? wholeReference : undefined;
  return shape?.test(value.trim()) ? match(label, value, known) : undefined;
};

/** A known label with something else than a colon behind it. */
const matchOtherwise = (text: string, lexicon: Lexicon): Match | undefined => {
  const split = (at: number, length: number): Match | undefined => {
    const known = at > 0 ? lexicon.labelOf(text.slice(0, at)) : undefined;
    return known ? match(text.slice(0, at), text.slice(at + length), known) : undefined;
  };
  const head = text.slice(0, 80);
  if (anyDash.test(head))
    for (const dash of head.matchAll(dashes)) {
      const found = split(dash.index, dash[0].length);
      if (found) return found;
    }
  const question = head.indexOf("?");
  const asked = question > 0 ? split(question, 1) : undefined;
  if (asked) return asked;
  const dots = head.includes("..") || head.includes(". ") || head.includes("…") ? leader.exec(head) : null;
  const led = dots ? split(dots.index, dots[0].length) : undefined;
  if (led) return led;
  const box = text.startsWith("[") ? bracketed.exec(text) : null;
  const known = box ? lexicon.labelOf(box[1] as string) : undefined;
  if (box && known) return match(box[1] as string, box[2] as string, known);
  return matchUndivided(text, lexicon);
};

const classification = /^\W*(?:official(?:[\s-]*sensitive)?|restricted|protect)\b\W*(?=\p{L})/iu;

/** A question as long as a sentence is a label where its answer is short. */
const isLongQuestion = (label: string, value: string): boolean =>
  /^\p{Lu}/u.test(label) && label.split(/\s+/).length <= 14 && value.trim().split(/\s+/).length <= 2;

/** Finds the label a line begins with: first one that is known, before a colon or a dash; else one that has the looks of a label. */
export const matchLabel = (line: string, lexicon: Lexicon): Match | undefined => {
  const text = line.includes("....") ? line.replace(/\s*\.{4,}\s*:?\s*/, ": ") : line;
  const colon = colonOf(text);
  if (colon > 0) {
    const known = lexicon.labelOf(text.slice(0, colon));
    if (known) return match(text.slice(0, colon), text.slice(colon + 1), known);
  }
  const otherwise = matchOtherwise(text, lexicon);
  if (otherwise) return otherwise;
  if (colon <= 0) return undefined;
  const label = text.slice(0, colon).trim();
  const value = text.slice(colon + 1);
  if (
    classification.test(text) ||
    notALabel.test(label) ||
    /\d$/.test(label) ||
    label.length > 100 ||
    !/^\p{L}/u.test(label)
  )
    return undefined;
  if ((label.length > 60 || label.split(/\s+/).length > 6) && !isLongQuestion(label, value)) return undefined;
  return match(label, value, undefined);
};

/** "School: Risk: High" and the cell beside "Known As" that is "LAC: Yes": no answer, but the next question. */
export const isNextQuestion = (asked: KnownLabel | undefined, text: string, lexicon: Lexicon): boolean => {
  const alone = lexicon.labelOf(text);
  if (alone) return !mayAnswer(asked?.field, alone.field);
  const found = text.includes(":") ? matchLabel(text, lexicon) : undefined;
  return found?.known !== undefined && !(isOwner(asked?.field) && isContact(found.known.field));
};

export const cleanLabel = (label: string): string =>
  label
    .replace(/[\s:–—-]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
