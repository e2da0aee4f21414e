import { randomUUID } from "node:crypto";
import { type Answer, seeOther } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { actorOf } from "../../../domain/console/actor.ts";
import { sources } from "../../../domain/episode/by-hand.ts";
import { backLink } from "../../../html/govuk/back-link.ts";
import { button } from "../../../html/govuk/button.ts";
import { errorSummary } from "../../../html/govuk/error-summary.ts";
import { html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { choiceWords } from "../../forms/action-words.ts";
import type { Field } from "../../forms/fields.ts";
import { type FormFault, readFields } from "../../forms/read-form.ts";
import { anchorOf, showField } from "../../forms/show-field.ts";
import { csrfField, staffPage } from "../../frame.ts";
import { episodePath } from "../../words.ts";

const choices = (values: readonly string[]) => values.map((value) => ({ value, text: choiceWords(value) }));

const careStatuses = ["looked-after", "care-leaver", "not-looked-after", "not-known"];

/** What is asked of whoever opens an episode; most of it can be recorded later. */
const fieldsFor = ({ profile: { forces } }: Console): Field[] => [
  {
    kind: "choice",
    path: "source",
    label: "How did you hear of it?",
    choices: choices(sources),
    required: true,
  },
  {
    kind: "line",
    path: "from",
    label: "Who told you",
    hint: "A name, and where they can be reached",
    required: true,
  },
  { kind: "line", path: "surname", label: "Child's surname", required: true },
  { kind: "line", path: "forenames", label: "Child's first names", required: false },
  { kind: "day", path: "dateOfBirth", label: "Date of birth", required: true },
  {
    kind: "time",
    path: "missingSince",
    label: "Missing since",
    hint: "Left empty: from now",
    required: false,
  },
  {
    kind: "time",
    path: "returnedAt",
    label: "Back since",
    hint: "Only where the child is back already",
    required: false,
  },
  { kind: "line", path: "homeAddress", label: "Where the child lives", required: false },
  {
    kind: "choice",
    path: "careStatus",
    label: "Care status",
    choices: choices(careStatuses),
    required: false,
  },
  { kind: "line", path: "placingAuthority", label: "Placing authority", required: false },
  { kind: "long", path: "circumstances", label: "What happened", rows: 4, required: false },
  {
    kind: "line",
    path: "reference",
    label: "The police's reference",
    hint: "If you were given one",
    required: false,
  },
  ...(forces.length > 1
    ? [
        {
          kind: "choice" as const,
          path: "force",
          label: "Which force will report",
          choices: forces.map(({ id, name }) => ({ value: id, text: name })),
          required: true,
        },
      ]
    : []),
];

type Shown = { typed: URLSearchParams; faults?: readonly FormFault[] };

const page = ({ typed, faults = [] }: Shown, visit: StaffVisit, console: Console): Answer => {
  const fields = fieldsFor(console);
  const hrefOf = (path: string | undefined) => {
    const field = fields.find((one) => one.path === path);
    return field ? { href: anchorOf(field) } : {};
  };
  const summary =
    faults.length > 0 &&
    errorSummary({
      titleText: "Nothing was opened",
      errorList: faults.map(({ path, says }) => ({ text: says, ...hrefOf(path) })),
    });
  const id = typed.get("id") ?? randomUUID();
  return staffPage(
    {
      title: "Open an episode",
      isRefused: faults.length > 0,
      beforeContent: backLink({ href: "/work", text: "Work" }),
      content: html`${summary}<h1 class="govuk-heading-l">Open an episode</h1><p class="govuk-body">For a child of whom no police report has come: a call, somebody at the desk, another authority. A report that comes later joins this episode. If the child is missing now, see that the police know.</p><form method="post" action="/work/open" novalidate>${csrfField(visit.session)}<input type="hidden" name="id" value="${id}">${fields.map((field) => showField(field, { typed, faults }))}${button({ text: "Open the episode" })}</form>`,
    },
    visit,
    console,
  );
};

export const showOpen = async (visit: StaffVisit, console: Console): Promise<Answer> =>
  page({ typed: visit.typed ?? new URLSearchParams() }, visit, console);

/** `surname: …` stands beside its field. */
const placed = (says: string, fields: readonly Field[]): FormFault => {
  const path = /^"?([a-zA-Z]+)"?:? /.exec(says)?.[1];
  return fields.some((field) => field.path === path) && path ? { path, says } : { says };
};

export const opened = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const fields = fieldsFor(console);
  const again = (faults: readonly FormFault[]): Answer => ({
    ...page({ typed: visit.form, faults }, visit, console),
    status: 422,
  });
  const read = readFields(fields, visit.form);
  if (!read.ok) return again(read.error);
  const id = visit.form.get("id")?.trim() || randomUUID();
  const answer = await console.open({ id, open: read.value, actor: actorOf(visit.session.staff) });
  return answer.outcome === "opened"
    ? seeOther(episodePath(answer.episodeId))
    : again(answer.faults.map(({ says }) => placed(says, fields)));
};
