import { fail, ok } from "../../../domain/result.ts";
import { radios } from "../../../html/govuk/radios.ts";
import { type Html, html } from "../../../html/html.ts";
import { forceField, forceIn } from "./force-field.ts";
import { nothingRead, reportFieldset, reportSaid } from "./report-fields.ts";
import type { Waiting } from "./waiting.ts";
import { type Asked, errorOf, reasonField, reasonIn, textOf, type Way } from "./way.ts";

const reportsOf = ({ reports }: Waiting) => (reports.length > 0 ? reports : [nothingRead]);

/** A mail not proved to be the force's never closes an episode or lowers its risk by itself. */
const confirmed = ({ waiting, typed, errors }: Asked): Html | false => {
  const mightEnd = reportsOf(waiting).some(({ draft: { kind } }) => kind !== "missing" && kind !== "absent");
  return (
    ((!waiting.isProved && mightEnd) || errors.has("confirmed")) &&
    radios({
      name: "confirmed",
      fieldset: {
        legend: { text: "Does the force stand by this mail?", classes: "govuk-fieldset__legend--s" },
      },
      hint: { text: "Nothing proves that they sent it. Ring them on a number you know." },
      items: [
        { value: "yes", text: "Yes, they confirm what it says" },
        { value: "no", text: "No, or nobody could be asked: it adds to the episode and closes nothing" },
      ],
      value: typed.get("confirmed") ?? "",
      ...errorOf(errors, "confirmed"),
    })
  );
};

const confirmedIn = (form: URLSearchParams): { confirmed?: boolean } => {
  const answer = textOf(form, "confirmed");
  return answer === "" ? {} : { confirmed: answer === "yes" };
};

/** Kept in the form, so that what was opened to be corrected stays open. */
const everything = ({ typed }: Asked): Html | false =>
  typed.get("all") === "yes" && html`<input type="hidden" name="all" value="yes">`;

export const release: Way = {
  title: "Release it",
  isMain: true,
  explains:
    "What the mail reports goes into its episode, with what you say here laid over it, and the protocol starts from there.",
  button: "Release the mail",
  more: "Correct something else as well",
  fields: (asked) =>
    html`${everything(asked)}${forceField(asked)}${reportsOf(asked.waiting).map((report, index) => reportFieldset(report, index, asked))}${confirmed(asked)}${reasonField(asked, "Reason", "Kept with the mail. Needed where you leave a report out.")}`,
  said: (form, waiting) => {
    const reports = reportsOf(waiting);
    const said = reports.map((report, index) => reportSaid(form, report, index, reports.length > 1));
    const errors = new Map(said.flatMap((one) => (one.ok ? [] : [...one.error])));
    if (errors.size > 0) return fail(errors);
    const compacts = said.map((one) => (one.ok ? one.value : {}));
    return ok({ ...reasonIn(form), data: { ...forceIn(form), ...confirmedIn(form), compacts } });
  },
};
