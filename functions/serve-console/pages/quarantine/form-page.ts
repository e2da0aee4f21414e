import { randomUUID } from "node:crypto";
import type { Answer } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { peopled } from "../../../domain/office/office.ts";
import { backLink } from "../../../html/govuk/back-link.ts";
import { button } from "../../../html/govuk/button.ts";
import { errorSummary } from "../../../html/govuk/error-summary.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { csrfField, staffPage } from "../../frame.ts";
import { type Placed, placed } from "./faults.ts";
import { pathOf } from "./list.ts";
import { nameOf } from "./report-fields.ts";
import { titled } from "./said.ts";
import { beside } from "./shown.ts";
import type { Waiting } from "./waiting.ts";
import type { Errors, Way } from "./way.ts";

/** What is wrong: beside its control where it has one, and in any case at the top. */
export type Wrong = { text: string; ids: readonly string[] };

const ofMail = new Set(["force", "confirmed", "to", "reason", "waiting"]);

const idsOf = ({ fields }: Placed, way: string, reports: number): string[] =>
  fields.flatMap(({ field, reports: named }) => {
    if (ofMail.has(field) || (way !== "release" && field === "reference")) return [field];
    const which = named.length > 0 ? named : [...Array(Math.max(reports, 1)).keys()];
    return which.map((index) => nameOf(index, field));
  });

/** A refusal's sentences, each at its place on the form. */
export const wrongOf = (sentences: readonly string[], way: string, { reports }: Waiting): Wrong[] =>
  sentences.map((sentence) => {
    const one = placed(sentence);
    return { text: one.text, ids: idsOf(one, way, reports.length) };
  });

export const wrongIn = (errors: Errors): Wrong[] => [...errors].map(([id, text]) => ({ text, ids: [id] }));

const besideControls = (wrong: readonly Wrong[]): Errors =>
  new Map(wrong.flatMap(({ text, ids }) => ids.map((id) => [id, text] as const)));

/** "Report 2, Surname: …": the summary is read before the form is. */
const atTop = (wrong: readonly Wrong[]) =>
  wrong.flatMap(({ text, ids }) =>
    ids.length === 0
      ? [{ text }]
      : ids.map((id) => {
          const [, index, field] = /^r(\d+)\.(\w+)$/.exec(id) ?? [];
          const isNamed =
            !field || field === "act" || field === "sameChild" || text.startsWith(titled(field));
          const where = isNamed ? "" : `${titled(field)}: `;
          return { text: `${index ? `Report ${Number(index) + 1}, ` : ""}${where}${text}`, href: `#${id}` };
        }),
  );

export type FormProps = {
  waiting: Waiting;
  name: string;
  way: Way;
  typed: URLSearchParams;
  wrong?: readonly Wrong[];
};

const moreOf = ({ more }: Way, typed: URLSearchParams): Html | undefined =>
  more !== undefined && typed.get("all") !== "yes"
    ? button({ text: more, name: "more", value: "yes", classes: "govuk-button--secondary" })
    : undefined;

/** One way to decide: what it does, what has to be said, and the mail to look at below. */
export const formPage = async (props: FormProps, visit: StaffVisit, console: Console): Promise<Answer> => {
  const { waiting, name, way, typed, wrong = [] } = props;
  const path = pathOf(waiting.entry.mailId);
  const profile = peopled(console.profile, await console.office.now());
  const asked = { waiting, typed, errors: besideControls(wrong), profile };
  const summary =
    wrong.length > 0 && errorSummary({ titleText: "Nothing was decided yet", errorList: atTop(wrong) });
  return staffPage(
    {
      title: way.title,
      isRefused: wrong.length > 0,
      beforeContent: backLink({ href: path, text: "The mail" }),
      content: html`${summary}<h1 class="govuk-heading-l">${way.title}</h1><p class="govuk-body">${way.explains}</p>
<form method="post" action="${path}/${name}" novalidate>${csrfField(visit.session)}<input type="hidden" name="id" value="${randomUUID()}">${way.fields(asked)}<div class="govuk-button-group">${button({ text: way.button })}${moreOf(way, typed)}</div></form>
${beside(waiting)}`,
    },
    visit,
    console,
  );
};
