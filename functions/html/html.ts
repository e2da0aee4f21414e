import { escapeHtml } from "./escape.ts";

const markup = Symbol("markup");

/** Markup that may stand in a page. Only this file makes it, so whatever else stands in a page is escaped text. */
export type Html = { readonly [markup]: string };
/** What a component shows: text, or markup made by `html`. */
export type Text = string | Html;
export type Part = Text | number | false | null | undefined | readonly Part[];

const made = (text: string): Html => ({ [markup]: text });

const write = (part: Part): string => {
  if (part === undefined || part === null || part === false) return "";
  if (typeof part === "string" || typeof part === "number") return escapeHtml(String(part));
  return markup in part ? part[markup] : part.map(write).join("");
};

/** A page or a piece of one. Every value is escaped but those that are markup already; lists are joined. */
export const html = (texts: TemplateStringsArray, ...parts: Part[]): Html =>
  made(texts.map((text, i) => text + write(parts[i])).join(""));

/** Markup that was written by something else than `html` and is known to be safe: say at each use why. */
export const trustedMarkup = (text: string): Html => made(text);

export const render = (page: Html): string => page[markup];
