import { type Attributes, attributes } from "./attributes.ts";
import { type Html, html, type Text, trustedMarkup } from "./html.ts";

/** A heading of a level that the page's outline asks for. */
export const heading = (level: number, given: Attributes, text: Text): Html => {
  if (![1, 2, 3, 4, 5, 6].includes(level)) throw new Error(`${level} is no heading's level`);
  // One of six known names.
  const name = trustedMarkup(`h${level}`);
  return html`<${name}${attributes(given)}>${text}</${name}>`;
};
