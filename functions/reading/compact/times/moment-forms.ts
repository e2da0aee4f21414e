import { vocabulary } from "../words/vocabulary.ts";
import { type DateForm, readDateForm } from "./date-forms.ts";
import { readTimeForm, type TimeForm } from "./time-forms.ts";

export type MomentForms = { dates: readonly DateForm[]; times: readonly TimeForm[]; isDayFirst: boolean };

/** Of "m/d/y" and "d/m/y" one is meant: the other must not be asked where the first finds no such day. */
const firstOfItsShape = (forms: readonly DateForm[]): DateForm[] => {
  const shapes = new Set<string>();
  return forms.filter(({ shape }) => !shapes.has(shape) && shapes.add(shape));
};

const read = <T>(forms: readonly string[], reader: (form: string) => { ok: boolean; value?: T }): T[] =>
  forms.flatMap((form) => reader(form).value ?? []);

/** The forms of a vocabulary, the first of two that look alike being the one that counts. */
export const momentForms = (dateForms: readonly string[], timeForms: readonly string[]): MomentForms => {
  const dates = firstOfItsShape(read(dateForms, readDateForm));
  const slashed = dates.find(({ shape }) => shape === "n/n/y");
  return { dates, times: read(timeForms, readTimeForm), isDayFirst: slashed?.order[0] === "d" };
};

export const usualForms = momentForms(vocabulary.dateForms, vocabulary.timeForms);
