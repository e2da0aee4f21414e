import type { ActionEvent } from "../episode/events.ts";
import type { Profile } from "../profile/profile.ts";
import { type Words, wordsOf } from "./words-or-nothing.ts";

/** `forChild`: its heading in the child's copy; without one it is not in that copy. */
export type Section = { title: string; forChild?: Words; text: Words };

/**
 * The form's sections in their order, then whatever was recorded under an id the form does not have: a slip of the
 * pen, or another version of the form, loses no words.
 */
export const sectionsOf = ({ form }: Profile, record: ActionEvent | undefined): Section[] => {
  const texts = (record?.data.sections ?? {}) as Record<string, unknown>;
  const others = Object.entries(texts).filter(([id]) => !form.some((section) => section.id === id));
  return [
    ...form.map(({ id, title, forChild }) => ({
      title,
      ...(forChild === undefined ? {} : { forChild }),
      text: wordsOf(texts[id]),
    })),
    ...others.flatMap(([id, text]) =>
      wordsOf(text) ? [{ title: `Also recorded (${id})`, text: wordsOf(text) }] : [],
    ),
  ];
};
