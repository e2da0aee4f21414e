import type { Block } from "../../../domain/record/page.ts";
import { summaryList } from "../../../html/govuk/summary-list.ts";
import { warningText } from "../../../html/govuk/warning-text.ts";
import { type Html, html } from "../../../html/html.ts";
import { asTyped } from "../../words.ts";

const text = (words: string): Html => html`<p class="govuk-body">${asTyped(words)}</p>`;

/** The record as it is printed, in the pages' own markup. */
export const recordBlock = (block: Block): Html => {
  switch (block.kind) {
    case "box":
      return html`${warningText({ text: block.title })}${block.texts.map(text)}`;
    case "note":
      return html`<p class="govuk-body"><strong>${block.label}</strong> ${block.text}</p>`;
    case "title":
      return html`<h2 class="govuk-heading-m">${block.text}</h2>`;
    case "heading":
      return html`<h3 class="govuk-heading-s">${block.text}</h3>`;
    case "text":
      return text(block.text);
    case "facts":
      return summaryList({
        classes: "sr-facts",
        rows: block.facts.map(([label, value]) => ({
          key: { text: label },
          value: { text: asTyped(value) },
        })),
      });
  }
};
