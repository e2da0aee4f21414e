import { attributes, classes } from "../attributes.ts";
import { heading } from "../heading.ts";
import { type Html, html, type Text } from "../html.ts";
import type { Common } from "../parts.ts";

export type TimelineItem = Common & {
  label: { text: Text };
  byline?: { text: Text } | undefined;
  /** When, for machines, and as a person reads it. */
  datetime: { timestamp: string; text: string };
  text: Text;
};

export type TimelineProps = Common & {
  items: readonly TimelineItem[];
  headingLevel?: 2 | 3 | 4 | undefined;
};

export const timeline = (props: TimelineProps): Html => {
  const level = props.headingLevel ?? 2;
  const item = (one: TimelineItem): Html =>
    html`<div class="${classes("moj-timeline__item", one.classes)}"${attributes(one.attributes)}><div class="moj-timeline__header">${heading(level, { class: "moj-timeline__title" }, one.label.text)}${one.byline && html`<p class="moj-timeline__byline">by ${one.byline.text}</p>`}</div><p class="moj-timeline__date"><time datetime="${one.datetime.timestamp}">${one.datetime.text}</time></p><div class="moj-timeline__description">${one.text}</div></div>`;
  return html`<div class="${classes("moj-timeline", props.classes)}"${attributes(props.attributes)}>${props.items.map(item)}</div>`;
};
