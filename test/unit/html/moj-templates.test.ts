import nunjucks from "nunjucks";
import { describe, expect, it } from "vitest";
import { type Html, html, render } from "../../../functions/html/html.ts";
import { badge } from "../../../functions/html/moj/badge.ts";
import { filter } from "../../../functions/html/moj/filter.ts";
import { subNavigation } from "../../../functions/html/moj/sub-navigation.ts";
import { timeline } from "../../../functions/html/moj/timeline.ts";
import { normalised } from "./normalised.ts";

const env = new nunjucks.Environment(
  new nunjucks.FileSystemLoader([
    "node_modules/govuk-frontend/dist",
    "node_modules/@ministryofjustice/frontend",
  ]),
  { autoescape: true, throwOnUndefined: false },
);
// MOJ's filters format a date; ours is formatted before, so the one that a template calls hands it through.
env.addFilter("date", (_timestamp: string, words: string) => words);

/** MOJ ships no fixtures, so its own template says what each should be. */
const mojs = (component: string, params: object): string =>
  normalised(env.render(`moj/components/${component}/template.njk`, { params }));
const ours = (page: Html): string => normalised(render(page));

describe("MOJ's components", () => {
  it("sub-navigation", () => {
    const items = [
      { text: "Episode", href: "/episodes/1", active: true },
      { text: "Told <all>", href: "/episodes/1/told?a=1&b=2", attributes: { id: "told" } },
    ];
    const props = { label: "Episode", classes: "extra", items };
    expect(ours(subNavigation(props))).toBe(mojs("sub-navigation", props));
    expect(ours(subNavigation({ items }))).toBe(mojs("sub-navigation", { items }));
  });

  it.each([undefined, 3] as const)("timeline, its headings of level %s", (headingLevel) => {
    const item = { label: { text: "Interview held" }, byline: { text: "Jo Worker" }, text: "Face to face" };
    const timestamp = "2026-11-16T10:30:00Z";
    const words = "16 November 2026 at 10:30am";
    const level = headingLevel === undefined ? {} : { headingLevel };
    const theirs = {
      ...level,
      items: [
        { ...item, datetime: { timestamp, format: words } },
        { ...item, byline: undefined, classes: "x", datetime: { timestamp, format: words } },
      ],
    };
    const mine = {
      ...level,
      items: [
        { ...item, datetime: { timestamp, text: words } },
        { ...item, byline: undefined, classes: "x", datetime: { timestamp, text: words } },
      ],
    };
    expect(ours(timeline(mine))).toBe(mojs("timeline", theirs));
  });

  it.each([
    ["with nothing chosen", undefined],
    [
      "with what is chosen",
      {
        heading: { text: "Selected filters" },
        clearLink: { text: "Clear filters", href: "/work" },
        categories: [{ heading: { text: "Team" }, items: [{ text: "North", href: "/work?team=" }] }],
      },
    ],
  ])("filter, %s", (_what, selectedFilters) => {
    const props = { heading: { text: "Filter" }, selectedFilters, submit: { text: "Apply" } };
    const mine = filter({ ...props, options: html`<p>controls</p>` });
    expect(ours(mine)).toBe(mojs("filter", { ...props, optionsHtml: "<p>controls</p>" }));
  });

  it("badge", () => {
    const props = { text: "Urgent", classes: "moj-badge--red" };
    expect(ours(badge(props))).toBe(mojs("badge", props));
  });
});
