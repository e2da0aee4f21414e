import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { backLink } from "../../../functions/html/govuk/back-link.ts";
import { breadcrumbs } from "../../../functions/html/govuk/breadcrumbs.ts";
import { button } from "../../../functions/html/govuk/button.ts";
import { checkboxes } from "../../../functions/html/govuk/checkboxes.ts";
import { dateInput } from "../../../functions/html/govuk/date-input.ts";
import { details } from "../../../functions/html/govuk/details.ts";
import { errorMessage } from "../../../functions/html/govuk/error-message.ts";
import { errorSummary } from "../../../functions/html/govuk/error-summary.ts";
import { fieldset } from "../../../functions/html/govuk/fieldset.ts";
import { footer } from "../../../functions/html/govuk/footer.ts";
import { header } from "../../../functions/html/govuk/header.ts";
import { hint } from "../../../functions/html/govuk/hint.ts";
import { input } from "../../../functions/html/govuk/input.ts";
import { insetText } from "../../../functions/html/govuk/inset-text.ts";
import { label } from "../../../functions/html/govuk/label.ts";
import { notificationBanner } from "../../../functions/html/govuk/notification-banner.ts";
import { pagination } from "../../../functions/html/govuk/pagination.ts";
import { panel } from "../../../functions/html/govuk/panel.ts";
import { phaseBanner } from "../../../functions/html/govuk/phase-banner.ts";
import { radios } from "../../../functions/html/govuk/radios.ts";
import { select } from "../../../functions/html/govuk/select.ts";
import { serviceNavigation } from "../../../functions/html/govuk/service-navigation.ts";
import { skipLink } from "../../../functions/html/govuk/skip-link.ts";
import { summaryList } from "../../../functions/html/govuk/summary-list.ts";
import { table } from "../../../functions/html/govuk/table.ts";
import { tag } from "../../../functions/html/govuk/tag.ts";
import { textarea } from "../../../functions/html/govuk/textarea.ts";
import { warningText } from "../../../functions/html/govuk/warning-text.ts";
import { type Html, html, render, type Text, trustedMarkup } from "../../../functions/html/html.ts";
import { normalised } from "./normalised.ts";

/** A macro's options: its own file says which there are, and a fixture gives them as it likes. */
type Options = Record<string, unknown>;

type Shown = {
  render: (props: never) => Html;
  /** Options we leave out: the fixtures that use one are not ours to match. */
  without?: readonly string[];
  /** Options our type requires and the macro makes up. */
  requires?: readonly string[];
  /** Fixtures left out by name: what they ask for our types refuse. */
  except?: readonly string[];
  /** What their script needs and we, having none, leave out. */
  drops?: RegExp;
};

const components: Record<string, Shown> = {
  "back-link": { render: backLink },
  breadcrumbs: { render: breadcrumbs },
  // The script these two ask for is not there.
  button: { render: button, without: ["preventDoubleClick", "isStartButton"] },
  checkboxes: { render: checkboxes },
  "date-input": { render: dateInput },
  details: { render: details },
  "error-message": { render: errorMessage },
  "error-summary": { render: errorSummary },
  fieldset: { render: ({ text, ...props }: Options & { text?: Text }) => fieldset(props, text) },
  footer: {
    render: footer,
    without: ["navigation", "contentLicence", "copyright"],
    // Crown, licence and copyright.
    drops:
      /<svg[\s\S]*?<\/svg>|<span class="govuk-footer__licence[\s\S]*?<\/span>|<div class="govuk-footer__meta-item">[\s\S]*?<\/div>/g,
  },
  "generic-header": { render: header },
  hint: { render: hint },
  input: { render: input },
  "inset-text": { render: insetText },
  label: {
    render: ({ for: id, ...props }: Options & { for: string }) => label(props as never, id) ?? html``,
  },
  "notification-banner": { render: notificationBanner },
  pagination: { render: pagination },
  // A confirmation is the page's heading, and leads to nothing.
  panel: {
    render: panel,
    without: ["actions", "headingLevel"],
    except: ["interruption with custom classes", "interruption, no actions"],
  },
  "phase-banner": { render: phaseBanner, requires: ["tag"] },
  radios: { render: radios },
  select: { render: select, requires: ["items"], except: ["with falsy values"] },
  "service-navigation": {
    render: serviceNavigation,
    without: ["slots", "menuButtonText", "menuButtonLabel"],
    drops: /<button[^>]*__toggle[^>]*>[^<]*<\/button>/,
  },
  "skip-link": { render: skipLink },
  "summary-list": { render: summaryList, without: ["card"] },
  table: { render: table },
  tag: { render: tag },
  textarea: { render: textarea },
  "warning-text": { render: warningText },
};

const fixturesSchema = z.object({
  fixtures: z.array(
    z.object({ name: z.string(), options: z.record(z.string(), z.unknown()), html: z.string() }),
  ),
});

const fixturesOf = (component: string) => {
  const file = `node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`;
  return fixturesSchema.parse(JSON.parse(readFileSync(file, "utf8"))).fixtures;
};

/** Where a macro has `html` beside `text`, ours has markup as `text`. */
const asProps = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asProps);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const texts = entries.filter(([key]) => !/^html$|Html$/.test(key)).map(([key, of]) => [key, asProps(of)]);
  const markup = entries
    .filter(([key, of]) => /^html$|Html$/.test(key) && typeof of === "string" && of !== "")
    .map(([key, of]) => [key.replace(/html$/, "text").replace(/Html$/, "Text"), trustedMarkup(String(of))]);
  return Object.fromEntries([...texts, ...markup]);
};

const keysIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, of]) => [key, ...keysIn(of)]);
};

describe.each(Object.entries(components))("GOV.UK's %s", (component, shown) => {
  const { without = [], requires = [], except = [], drops = /^$/ } = shown;
  const ours = fixturesOf(component).filter(({ name, options }) => {
    const keys = keysIn(options);
    const isUsed = requires.every((key) => keys.includes(key)) && !keys.some((key) => without.includes(key));
    return isUsed && !except.includes(name);
  });

  it.each(ours)("$name", ({ options, html: expected }) => {
    const written = normalised(render(shown.render(asProps(options) as never)));
    expect(written).toBe(normalised(expected.replace(drops, "")));
  });

  it("is held by its fixtures", () => {
    expect(ours.length).toBeGreaterThan(2);
  });
});
