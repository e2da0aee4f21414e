import type { Section } from "../words/lexicon.ts";
import type { Field } from "../words/vocabulary.ts";
import { isContact, isOfChild, isOpenQuestion, isOwner, isPersonal, mayAnswer } from "./field-roles.ts";
import { askedIn, type Form, type FormState, join, type Open, type Pair, shapeOf } from "./form-state.ts";
import type { Match } from "./labels.ts";

/** Contact lines of a signature use words that are labels in a report. After a closing they are the signature's. */
const signatureFields = new Set([
  "phone",
  "officer",
  "station",
  "collarNumber",
  "homeAddress",
  "name",
  "school",
]);

export const looksLikeHeading = (text: string): boolean =>
  text.length < 90 && text.split(/\s+/).length <= 9 && !/[.!?]$/.test(text);

export const addHeading = (state: FormState, text: string): void => {
  state.form.headings.push(text);
  state.apart = true;
};

/** A paragraph goes on below a gap; a few words without a full stop right above the next label are its heading. */
export const isOverNext = (text: string): boolean =>
  text.length < 50 && text.split(/\s+/).length <= 5 && /^[\p{Lu}\d]/u.test(text) && !/[.!?,;)]$/.test(text);

const keepHeld = (state: FormState, { pair, held }: Open): void => {
  const last = held.at(-1);
  const heading = last !== undefined && isOverNext(last) ? held.pop() : undefined;
  for (const text of held) pair.value = join(pair.value, text, "text");
  if (heading !== undefined) addHeading(state, heading);
};

/** "Missing From" over "Home Address" over the next label: the second was the answer to the first. */
const answerAbove = ({ pairs }: Form, { pair, waiting }: Open): void => {
  const above = pairs.at(-2);
  if (!waiting || pair.value || !pair.known || !above?.known || above.value || pairs.at(-1) !== pair) return;
  if (!isOpenQuestion(above.known.field) || !mayAnswer(above.known.field, pair.known.field)) return;
  above.value = pair.label;
  pairs.pop();
};

export const closePair = (state: FormState, keepsHeld = true): void => {
  const { open } = state;
  if (open && keepsHeld) keepHeld(state, open);
  if (open) answerAbove(state.form, open);
  state.open = undefined;
};

/** Ends what was open and says what the lines below are about. */
export const beginSection = (state: FormState, section: Section, text: string): void => {
  closePair(state);
  addHeading(state, text);
  state.others = section === "others" ? text.replace(/:$/, "") : undefined;
  if (section === "others") return;
  if (section === "child") state.groups += 1;
  state.group = section === "child" ? state.groups : undefined;
};

/** So many pairs up it is looked for whose a telephone is. */
const farthest = 8;

const isMobile = (label: string): boolean => /\bmob/i.test(label);

/** Whoever the pairs above were about last: a child's own particulars, or somebody with a telephone of their own. */
const ownerAbove = (state: FormState, field: Field, label: string): string | undefined => {
  const { pairs } = state.form;
  for (let at = pairs.length - 1; at >= Math.max(0, pairs.length - farthest); at -= 1) {
    const { owner, known, label: above } = pairs[at] as Pair;
    if (owner !== undefined) return owner;
    if (!known) {
      if (state.lexicon.sectionOf(above) === "others") return above;
      continue;
    }
    if (isOwner(known.field)) return known.field === "school" && isMobile(label) ? undefined : above;
    return field === "homeAddress" || isOfChild(known.field) || isMobile(label) ? undefined : "";
  }
  return undefined;
};

/** A name or a contact under a heading for somebody else, or right below whoever it belongs to. */
const ownerOf = (state: FormState, { label, known }: Match): string | undefined => {
  if (!known) return undefined;
  if (state.others !== undefined) {
    const isSchool = known.field === "school" && /school|education/i.test(state.others);
    if (isPersonal(known.field) && !isSchool) return state.others;
    state.others = undefined;
  }
  return isContact(known.field) && state.lexicon.isUnowned(label)
    ? ownerAbove(state, known.field, label)
    : undefined;
};

/** "Officer in case" over "Name: PC Rowan". */
const namesWhoIsAsked = (state: FormState, { value, known }: Match): boolean => {
  const { open } = state;
  const asked = askedIn(state);
  if (known?.field !== "name" || !value || !(asked === "officer" || asked === "socialWorker")) return false;
  if (open) open.pair.value = value;
  return true;
};

export const beginPair = (state: FormState, match: Match): void => {
  const { known } = match;
  if (state.closing && (!known || signatureFields.has(known.field))) {
    state.open = undefined;
    if (known && known.field !== "phone") state.dropped.push(match);
    return;
  }
  const isNote = state.closing !== undefined && !state.form.pairs.some((pair) => pair.known);
  if (namesWhoIsAsked(state, match)) return;
  const apart = state.apart || state.open?.gap === true;
  const owner = ownerOf(state, match);
  closePair(state);
  for (const line of state.closing ?? []) if (looksLikeHeading(line)) addHeading(state, line);
  state.closing = undefined;
  if (isNote) for (const dropped of state.dropped.splice(0)) beginPair(state, dropped);
  const label = owner ? `${owner}: ${match.label}` : match.label;
  const pair: Pair = {
    label,
    value: match.value,
    headings: state.form.headings.length,
    apart: apart || state.apart,
  };
  if (owner !== undefined) pair.owner = owner;
  else if (known) pair.known = known;
  if (state.group !== undefined) pair.group = state.group;
  if (state.loose) pair.loose = true;
  state.apart = false;
  state.form.pairs.push(pair);
  state.open = {
    pair,
    end: match.value.at(-1) ?? "",
    width: match.label.length + match.value.length,
    shape: shapeOf(pair.known),
    waiting: match.value === "",
    gap: false,
    held: [],
  };
};
