import type { Answer } from "../../../core/web/answer.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { toInstant } from "../../../domain/calendar/instant.ts";
import type { Context } from "../../../domain/condition/context.ts";
import type { RungEvent } from "../../../domain/episode/events.ts";
import { citationOf } from "../../../domain/profile/citation.ts";
import type { Profile } from "../../../domain/profile/profile.ts";
import { backLink } from "../../../html/govuk/back-link.ts";
import { stackedTable } from "../../../html/govuk/table.ts";
import { html } from "../../../html/html.ts";
import type { Console } from "../../console.ts";
import { staffPage } from "../../frame.ts";
import { episodeOf } from "../../visitor.ts";
import { episodePath, time } from "../../words.ts";
import { notFound } from "../not-found.ts";
import { headOf } from "./episode.ts";

const ruleOf = ({ duty, rule }: RungEvent, { rules }: Profile) =>
  rules.find((one) => one.duty === duty) ??
  rules.find((one) => duty.startsWith(`${one.duty}-`)) ??
  rules.find(({ id }) => id === rule);

/** An escalation has a rule and a clause of its own, or is our practice alone (ALL-19). */
const citedBy = (event: RungEvent, profile: Profile): string => {
  const rule = ruleOf(event, profile);
  const rung = rule?.rungs.find(({ id }) => event.rung === id || event.rung.startsWith(`${id}-`));
  const clause = rung?.clause ?? rule?.clause ?? "not known";
  return citationOf({ rule: event.rule, clause, local: rung?.local }) ?? event.rule;
};

const addressesOf = (name: string, { recipients, forces }: Profile): readonly string[] => [
  ...Object.values(recipients)
    .filter((one) => one.name === name)
    .flatMap(({ addresses }) => addresses),
  ...forces.filter((one) => one.name === name).map(({ mailbox }) => mailbox),
];

const inAllocation: Readonly<Record<string, "worker" | "interviewer" | "lineManager">> = {
  "allocated worker": "worker",
  interviewer: "interviewer",
  "line manager": "lineManager",
};

/** Whoever the episode was allocated to when the mail went. */
const allocatedThen = (name: string, { at }: RungEvent, { episode }: Context): string[] => {
  const field = inAllocation[name];
  const allocation = episode.actions.findLast(
    (action) => action.type === "allocate" && toInstant(action.recordedAt) <= toInstant(at),
  );
  return field && allocation?.data[field] ? [String(allocation.data[field])] : [];
};

const row = (event: RungEvent, context: Context, profile = context.profile) => [
  { text: time(event.at) },
  {
    text: html`${ruleOf(event, profile)?.title ?? event.duty} <span class="sr-clause">${citedBy(event, profile)}</span>`,
  },
  {
    text: html`<ul class="govuk-list sr-compact">${event.to.map((name) => html`<li>${name}${[...addressesOf(name, profile), ...allocatedThen(name, event, context)].map((one) => html`<br>${one}`)}</li>`)}</ul>`,
  },
  {
    text: html`Sent, delivery unknown${event.messageId && html`<br><span class="sr-clause">${event.messageId}</span>`}`,
  },
];

/** Who was told what: each mail that went, the newest first. */
export const told = async (visit: StaffVisit, console: Console): Promise<Answer> => {
  const opened = await episodeOf(visit, console);
  if (!opened) return notFound(visit, visit.session, console);
  const mails = opened.context.episode.rungs.toSorted((a, b) => toInstant(b.at) - toInstant(a.at));
  const list =
    mails.length === 0
      ? html`<p class="govuk-body">Nobody was told anything yet.</p>`
      : stackedTable({
          caption: "Mails, the newest first",
          captionClasses: "govuk-visually-hidden",
          head: [{ text: "When" }, { text: "About" }, { text: "To" }, { text: "Delivery" }],
          rows: mails.map((event) => row(event, opened.context)),
        });
  const content = html`${headOf(opened, "Who was told what")}<p class="govuk-body">The addresses are those of today's list of people. A mail that was sent may still not have arrived: nothing tells us yet.</p>${list}`;
  const beforeContent = backLink({ href: episodePath(opened.row.episodeId), text: "Back to the episode" });
  return staffPage({ title: "Who was told what", beforeContent, content }, visit, console);
};
