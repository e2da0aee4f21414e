import type { Opened } from "../../../core/open-episode/open-episode.ts";
import type { Refusal } from "../../../domain/duty/guards.ts";
import type { ActionName } from "../../../domain/episode/action-names.ts";
import { citedBehind } from "../../../domain/profile/citation.ts";
import { insetText } from "../../../html/govuk/inset-text.ts";
import { warningText } from "../../../html/govuk/warning-text.ts";
import { type Html, html } from "../../../html/html.ts";
import { time } from "../../words.ts";

const ends = {
  done: "done",
  "late-done": "done late",
  missed: "missed",
  "not-required": "not required any more",
};

/** The duty that a form is for may have ended since its link was written; then the form says so. */
export const endedMeanwhile = (
  action: ActionName,
  { duties }: Opened,
  named: string | null,
): Html | undefined => {
  const meant = duties.filter(({ key, rule }) =>
    named ? key === named : rule.endedBy.some((evidence) => evidence.action === action),
  );
  if (meant.length === 0 || meant.some(({ state }) => state === "open")) return undefined;
  return insetText({
    text: html`${meant.map(({ rule, state, endedAt, reason }) => html`<p class="govuk-body"><strong>${rule.title}</strong> (clause ${rule.clause}) has ended meanwhile: ${state === "open" ? "" : ends[state]}${endedAt !== undefined && html`, ${time(endedAt)}`}${reason && `: ${reason.replace(/\.$/, "")}`}.</p>`)}<p class="govuk-body">If it happened all the same you can still record it.</p>`,
  });
};

/** What the protocol refuses now whatever is typed, each with its clause. */
export const refusedNow = (refusals: readonly Refusal[]): Html =>
  html`${refusals.map((refusal) => warningText({ text: citedBehind(refusal) }))}`;
