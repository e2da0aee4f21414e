import { radios } from "../../../html/govuk/radios.ts";
import type { Html } from "../../../html/html.ts";
import { type Asked, errorOf, textOf } from "./way.ts";

/** Asked only where neither the sender nor the profile says whose mail it is. */
export const forceField = ({ waiting, typed, errors, profile }: Asked): Html | false =>
  (waiting.force === undefined || errors.has("force")) &&
  radios({
    name: "force",
    fieldset: { legend: { text: "Whose mail is it?", classes: "govuk-fieldset__legend--s" } },
    hint: { text: "The sender does not say. If you do not know, find out before you decide." },
    items: profile.forces.map(({ id, name }) => ({ value: id, text: name })),
    value: typed.get("force") ?? "",
    ...errorOf(errors, "force"),
  });

export const forceIn = (form: URLSearchParams): { force?: string } => {
  const force = textOf(form, "force");
  return force === "" ? {} : { force };
};
