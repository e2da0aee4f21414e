import { type Answer, seeOther } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { actorOf } from "../../../domain/console/actor.ts";
import { standingInTheWay } from "../../../domain/console/offers.ts";
import { type RecordStanding, recordStanding } from "../../../domain/duty/record-standing.ts";
import { distributionCopy } from "../../../domain/record/distribution-copy.ts";
import { interviewRecord } from "../../../domain/record/record.ts";
import { backLink } from "../../../html/govuk/back-link.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { type Again, attempt } from "../../forms/attempt.ts";
import { faultList } from "../../forms/fault-list.ts";
import { actForm, carriedIn, shownAgain } from "../../forms/form-page.ts";
import { showField } from "../../forms/show-field.ts";
import { staffPage } from "../../frame.ts";
import { episodeOf } from "../../visitor.ts";
import { asTyped, episodePath, time } from "../../words.ts";
import { questionsOf } from "../action/asked.ts";
import { refusedNow } from "../action/standing.ts";
import { headOf } from "../episode/episode.ts";
import { notFound } from "../not-found.ts";
import { recordBlock } from "./record-blocks.ts";

const decisions = ["sign-off", "send-back"] as const;
type Decision = (typeof decisions)[number];

const decisionIn = (typed: URLSearchParams | undefined): Decision | undefined =>
  decisions.find((one) => one === typed?.get("decision"));

const standingWords = ({ is, record, sendBack }: RecordStanding): Html => {
  const by = record && html` by ${record.actor?.name ?? record.by}, ${time(record.recordedAt)}`;
  switch (is) {
    case "none":
      return html`<p class="govuk-body">No record is written yet.</p>`;
    case "written":
      return html`<p class="govuk-body">Written${by}, and waiting for a manager.</p>`;
    case "signed":
      return html`<p class="govuk-body">Written${by}, and countersigned.</p>`;
    case "sent-back":
      return html`<p class="govuk-body">Written${by}, and sent back: ${asTyped(String(sendBack?.data.reasons ?? ""))}</p>`;
  }
};

const words: Record<Decision, { title: string; button: string }> = {
  "sign-off": { title: "Countersign it", button: "Countersign" },
  "send-back": { title: "Or send it back", button: "Send it back with these reasons" },
};

type Shown = { typed: URLSearchParams; decision: Decision | undefined; again: Again };

const decisionForm = (one: Decision, visit: StaffVisit, { typed, decision, again }: Shown): Html => {
  const { opened, carried } = again;
  const mine = decision === one;
  const faults = mine ? again.faults : [];
  const record = recordStanding(opened.context.episode).record?.id ?? "";
  const refusals = standingInTheWay(one, actorOf(visit.session.staff), opened.context);
  const fields = questionsOf(one, opened).map((field) =>
    showField(field, { typed: mine ? typed : new URLSearchParams(), faults }),
  );
  const form = actForm({
    action: visit.path,
    session: visit.session,
    // Two forms on one page are two acts.
    carried: { ...carried, id: mine ? carried.id : `${carried.id.slice(0, 50)}-${one}` },
    fields: html`<input type="hidden" name="decision" value="${one}"><input type="hidden" name="record" value="${record}">${fields}`,
    button: words[one].button,
    cancel: episodePath(opened.row.episodeId),
  });
  return html`<h2 class="govuk-heading-m">${words[one].title}</h2>${refusedNow(refusals)}${(refusals.length === 0 || mine) && form}`;
};

const page = (visit: StaffVisit, console: Console, shown: Shown): Answer => {
  const { opened, faults, above } = shown.again;
  const standing = recordStanding(opened.context.episode);
  const fields = decisions.flatMap((one) => questionsOf(one, opened));
  const { blocks } = distributionCopy(interviewRecord(opened.context));
  const isWaiting = standing.is === "written" || shown.decision !== undefined;
  const content = html`${faultList(faults, fields)}${above}${headOf(opened, "Review the interview")}${standingWords(standing)}${standing.record && html`<div class="sr-record">${blocks.map(recordBlock)}</div>`}${isWaiting && decisions.map((one) => decisionForm(one, visit, shown))}`;
  const beforeContent = backLink({ href: episodePath(opened.row.episodeId), text: "Back to the episode" });
  const title = `Review the interview, ${opened.row.reference}`;
  return staffPage({ title, ...shownAgain(faults, above), beforeContent, content }, visit, console);
};

/** The record as its reader signs it, or sends it back with reasons. */
export const review = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const opened = await episodeOf(visit, console);
  if (!opened) return notFound(visit, visit.session, console);
  const typed = visit.typed ?? new URLSearchParams();
  const carried = carriedIn(visit.typed, { id: console.randomId(), seq: opened.row.seq });
  return page(visit, console, {
    typed,
    decision: decisionIn(visit.typed),
    again: { opened, carried, faults: [] },
  });
};

export const decideReview = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const [opened, decision] = [await episodeOf(visit, console), decisionIn(visit.form)];
  if (!opened || !decision) return notFound(visit, visit.session, console);
  const asked = {
    action: decision,
    opened,
    fields: questionsOf(decision, opened),
    asksWhen: false,
    // Written again meanwhile, it is another record than the one that was read.
    ...(decision === "send-back" ? { besides: { record: visit.form.get("record") || undefined } } : {}),
  };
  const attempted = await attempt(asked, visit, console);
  if (attempted.kind === "unknown") return notFound(visit, visit.session, console);
  if (attempted.kind === "again")
    return page(visit, console, { typed: visit.form, decision, again: attempted.again });
  return seeOther(`${episodePath(attempted.episodeId)}?done=${decision}`);
};
