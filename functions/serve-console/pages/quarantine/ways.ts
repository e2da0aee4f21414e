import { fail, ok } from "../../../domain/result.ts";
import { checkboxes } from "../../../html/govuk/checkboxes.ts";
import { input } from "../../../html/govuk/input.ts";
import { radios } from "../../../html/govuk/radios.ts";
import { html } from "../../../html/html.ts";
import { forceField, forceIn } from "./force-field.ts";
import { release } from "./release.ts";
import { errorOf, reasonField, reasonIn, textOf, type Way } from "./way.ts";

const attach: Way = {
  title: "Attach it to an episode",
  explains:
    "The episode gets a note that says where the mail lies. Nothing the mail reports is acted on: to act on it, release it.",
  button: "Attach the mail",
  fields: (asked) => {
    const { typed, errors, waiting } = asked;
    const reports = waiting.entry.waiting ?? 0;
    const seen = checkboxes({
      name: "waiting",
      items: [
        { value: String(reports), text: `I have seen that none of the ${reports} reports in it is acted on` },
      ],
      values: typed.getAll("waiting"),
      ...errorOf(errors, "waiting"),
    });
    return html`${input({
      name: "reference",
      label: { text: "The episode's police reference", classes: "govuk-label--s" },
      value: typed.get("reference") ?? "",
      classes: "govuk-input--width-20",
      autocomplete: "off",
      spellcheck: false,
      ...errorOf(errors, "reference"),
    })}${(reports > 1 || errors.has("waiting")) && seen}${reasonField(asked, "Why it belongs there", "Kept in the note. You may leave it empty.")}`;
  },
  said: (form) => {
    const reference = textOf(form, "reference");
    const waiting = Number(form.get("waiting") ?? 0);
    return ok({ ...reasonIn(form), reference, ...(waiting > 0 ? { data: { waiting } } : {}) });
  },
};

const discard: Way = {
  title: "Discard it",
  explains: "The mail is kept, and nobody acts on it.",
  button: "Discard the mail",
  fields: (asked) =>
    reasonField(asked, "Why nobody needs to act on it", "Kept with the mail, under your name."),
  said: (form) => ok(reasonIn(form)),
};

const passOn: Way = {
  title: "Pass it on",
  explains:
    "What could be read of it goes by mail to whoever you choose, as theirs to act on. Nobody here acts on it then. Two authorities share a force, and its mails go astray.",
  button: "Pass the mail on",
  fields: (asked) => {
    const { typed, errors, profile } = asked;
    return html`${radios({
      name: "to",
      fieldset: { legend: { text: "To whom?", classes: "govuk-fieldset__legend--s" } },
      hint: { text: "Is the right authority not here? Ask whoever keeps the list of people to add it." },
      items: Object.entries(profile.recipients).map(([role, { name, addresses }]) => ({
        value: role,
        text: name,
        hint: { text: addresses.join(", ") },
      })),
      value: typed.get("to") ?? "",
      ...errorOf(errors, "to"),
    })}${reasonField(asked, "Why it is theirs", "Kept with the mail and told them.")}`;
  },
  said: (form) => ok({ ...reasonIn(form), data: { to: textOf(form, "to") } }),
};

const ask: Way = {
  title: "Ask the force about it",
  explains:
    "They get a mail that says when theirs came and asks them to send it again or to ring. It says nothing of what stands in it. The mail waits on here.",
  button: "Ask the force",
  fields: ({ waiting, profile, ...asked }) => {
    const force = profile.forces.find(({ id }) => id === waiting.force);
    return html`${forceField({ waiting, profile, ...asked })}${force && html`<p class="govuk-body">The question goes to ${force.name}, ${force.mailbox}.</p>`}`;
  },
  said: (form, { force }) => {
    const named = forceIn(form).force ?? force;
    return named === undefined
      ? fail(new Map([["force", "Say whose mail this is"]]))
      : ok({ data: { force: named } });
  },
};

/** By the word in their address, which is the decision's own. */
export const ways: Readonly<Record<string, Way>> = { release, attach, discard, "pass-on": passOn, ask };
