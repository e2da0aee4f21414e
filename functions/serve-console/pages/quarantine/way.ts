import type { DecisionSent } from "../../../core/ports/waiting-mails.ts";
import type { Profile } from "../../../domain/profile/profile.ts";
import type { Result } from "../../../domain/result.ts";
import { textarea } from "../../../html/govuk/textarea.ts";
import type { Html } from "../../../html/html.ts";
import type { Waiting } from "./waiting.ts";

/** What is wrong, by the id of the control it stands beside. */
export type Errors = ReadonlyMap<string, string>;

export type Asked = { waiting: Waiting; typed: URLSearchParams; errors: Errors; profile: Profile };

export type Said = Pick<DecisionSent, "reason" | "reference" | "data">;

/** One of the things that can be done about a mail that waits. */
export type Way = {
  title: string;
  isMain?: true;
  /** What happens then, before anybody presses the button. */
  explains: string;
  button: string;
  /** The button that opens every field of the form, with what was typed kept; left out where all are open. */
  more?: string;
  fields: (asked: Asked) => Html;
  said: (form: URLSearchParams, waiting: Waiting) => Result<Said, Errors>;
};

export const textOf = (form: URLSearchParams, name: string): string => (form.get(name) ?? "").trim();

export const errorOf = (errors: Errors, id: string) => {
  const text = errors.get(id);
  return text === undefined ? {} : { errorMessage: { text } };
};

export const reasonField = ({ typed, errors }: Asked, label: string, hint: string): Html =>
  textarea({
    name: "reason",
    label: { text: label, classes: "govuk-label--s" },
    hint: { text: hint },
    value: typed.get("reason") ?? "",
    rows: 3,
    ...errorOf(errors, "reason"),
  });

export const reasonIn = (form: URLSearchParams): { reason?: string } => {
  const reason = textOf(form, "reason");
  return reason === "" ? {} : { reason };
};
