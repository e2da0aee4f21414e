import { attributes, classes } from "../attributes.ts";
import { type Html, html, type Text } from "../html.ts";
import type { Common } from "../parts.ts";

export type BackLinkProps = Common & { href?: string | undefined; text?: Text | undefined };

export const backLink = (props: BackLinkProps): Html =>
  html`<a href="${props.href || "#"}" class="${classes("govuk-back-link", props.classes)}"${attributes(props.attributes)}>${props.text || "Back"}</a>`;
