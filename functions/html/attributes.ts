import { type Html, html, trustedMarkup } from "./html.ts";

/** `true` writes the name alone; `false` and what is undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const NAME = /^[a-z][a-z0-9:-]*$/;

const attribute = ([name, value]: [string, Attributes[string]]): Html | false => {
  if (!NAME.test(name)) throw new Error(`${JSON.stringify(name)} is no attribute's name`);
  if (value === undefined || value === false) return false;
  // The name has just been checked, letter by letter.
  const safe = trustedMarkup(` ${name}`);
  return value === true ? safe : html`${safe}="${String(value)}"`;
};

export const attributes = (given: Attributes = {}): Html => html`${Object.entries(given).map(attribute)}`;

/** The classes that hold, in one attribute's value. */
export const classes = (...names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(" ");
