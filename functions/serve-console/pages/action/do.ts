import type { Opened } from "../../../core/open-episode/open-episode.ts";
import { type Answer, seeOther } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { actorOf } from "../../../domain/console/actor.ts";
import { standingInTheWay } from "../../../domain/console/offers.ts";
import type { ActionName } from "../../../domain/episode/action-names.ts";
import { backLink } from "../../../html/govuk/back-link.ts";
import { type Html, html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { actionWords } from "../../forms/action-words.ts";
import { attempt } from "../../forms/attempt.ts";
import { faultList } from "../../forms/fault-list.ts";
import { actForm, type Carried, carriedIn, shownAgain } from "../../forms/form-page.ts";
import type { FormFault } from "../../forms/read-form.ts";
import { showField } from "../../forms/show-field.ts";
import { staffPage } from "../../frame.ts";
import { episodeOf } from "../../visitor.ts";
import { episodePath } from "../../words.ts";
import { headOf } from "../episode/episode.ts";
import { notFound } from "../not-found.ts";
import { actionIn, asksWhen, filledBefore, questionsOf } from "./asked.ts";
import { correctedIn, correctingNote, filledAgain, whyCorrected } from "./correcting.ts";
import { endedMeanwhile, refusedNow } from "./standing.ts";

type Shown = {
  action: ActionName;
  opened: Opened;
  typed: URLSearchParams;
  carried: Carried;
  faults?: readonly FormFault[];
  above?: Html;
};

const formPage = (visit: StaffVisit, console: Console, shown: Shown): Answer => {
  const { action, opened, typed, carried, faults = [], above } = shown;
  const { title, lead } = actionWords[action];
  const corrected = correctedIn(action, { ...visit, form: typed }, opened);
  const fields = [...questionsOf(action, opened), ...asksWhen(action), ...(corrected ? [whyCorrected] : [])];
  const refusals = standingInTheWay(action, actorOf(visit.session.staff), opened.context);
  const duty = visit.query.get("duty") ?? typed.get("duty-meant");
  const isWanted =
    refusals.length === 0 || faults.length > 0 || above !== undefined || visit.typed !== undefined;
  const form = actForm({
    action: visit.path,
    session: visit.session,
    carried,
    fields: html`${corrected && correctingNote(corrected, opened)}${duty && html`<input type="hidden" name="duty-meant" value="${duty}">`}${fields.map((field) => showField(field, { typed, faults }))}`,
    button: above ? "Record it all the same" : "Record",
    cancel: episodePath(opened.row.episodeId),
  });
  const content = html`${faultList(faults, fields)}${above}${headOf(opened, title)}${lead && html`<p class="govuk-body">${lead}</p>`}${endedMeanwhile(action, opened, action === "duty-done" ? null : duty)}${faults.length === 0 && refusedNow(refusals)}${isWanted && form}`;
  const beforeContent = backLink({ href: episodePath(opened.row.episodeId), text: "Back to the episode" });
  return staffPage(
    {
      title: `${title}, ${opened.row.reference}`,
      ...shownAgain(faults, above),
      beforeContent,
      content,
    },
    visit,
    console,
  );
};

/** The form of one action, filled with what was typed before where anything was. */
export const showAction = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const [action, opened] = [actionIn(visit), await episodeOf(visit, console)];
  if (!action || !opened) return notFound(visit, visit.session, console);
  const fresh = { id: console.randomId(), seq: opened.row.seq };
  const corrected = correctedIn(action, visit, opened);
  const fields = questionsOf(action, opened);
  const before = corrected ? filledAgain(corrected, fields) : filledBefore(action, fields, visit, opened);
  const typed = visit.typed ?? before;
  return formPage(visit, console, { action, opened, typed, carried: carriedIn(visit.typed, fresh) });
};

/** Records what the form says, or shows the form again: refused beside its fields, or after what changed meanwhile. */
export const doAction = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const [action, opened] = [actionIn(visit), await episodeOf(visit, console)];
  if (!action || !opened) return notFound(visit, visit.session, console);
  const fields = questionsOf(action, opened);
  const corrects = correctedIn(action, visit, opened);
  const asked = {
    action,
    opened,
    fields,
    asksWhen: asksWhen(action).length > 0,
    ...(corrects ? { corrects } : {}),
  };
  const attempted = await attempt(asked, visit, console);
  if (attempted.kind === "unknown") return notFound(visit, visit.session, console);
  if (attempted.kind === "recorded") return seeOther(`${episodePath(attempted.episodeId)}?done=${action}`);
  return formPage(visit, console, { action, typed: visit.form, ...attempted.again });
};
