import type { Opened } from "../../../core/open-episode/open-episode.ts";
import { dayInWords, toInstant } from "../../../domain/calendar/instant.ts";
import type { Child } from "../../../domain/compact/compact.ts";
import { startOf } from "../../../domain/episode/episode.ts";
import { type SummaryRow, summaryList } from "../../../html/govuk/summary-list.ts";
import { type Html, html, type Text } from "../../../html/html.ts";
import { asTyped, plain, time } from "../../words.ts";

type Fact = readonly [label: string, value: Text | undefined | false];

const words = (value: string | undefined): Text | undefined => (value ? plain(value) : undefined);
const at = (iso: string | undefined): Html | undefined => (iso ? time(toInstant(iso)) : undefined);
const typed = (text: string | undefined): Html | undefined => (text ? asTyped(text) : undefined);

const rowsOf = (facts: readonly Fact[]): SummaryRow[] =>
  facts.flatMap(([label, value]) => (value ? [{ key: { text: label }, value: { text: value } }] : []));

const warningsOf = ({ context: { episode } }: Opened): Html | undefined => {
  const all = [...(episode.facts.warnings ?? []), ...[...episode.flags].map(plain)];
  return all.length > 0
    ? html`<ul class="govuk-list">${all.map((one) => html`<li>${one}</li>`)}</ul>`
    : undefined;
};

/** Who the child is, by the latest mail that states each fact, and who works the episode. */
export const whoSection = (opened: Opened): Html => {
  const { episode } = opened.context;
  const { facts } = episode;
  const child: Partial<Child> = facts.child ?? {};
  const { allocation } = opened.row.listing;
  const rows = rowsOf([
    ["Known as", child.knownAs],
    ["Date of birth", child.dateOfBirth && dayInWords(child.dateOfBirth)],
    ["Sex", words(child.sex)],
    ["Ethnicity", child.ethnicity],
    ["Care status", words(facts.careStatus) ?? "Not stated"],
    [
      "Child protection plan",
      facts.childProtectionPlan === undefined ? undefined : facts.childProtectionPlan ? "Yes" : "No",
    ],
    ["Placing authority", facts.placingAuthority],
    ["Placement", facts.placementType],
    ["Social worker", facts.socialWorker],
    ["Home address", child.homeAddress],
    ["School", child.school],
    ["Telephone", child.phone],
    ["Worker", allocation?.worker ?? "Nobody yet"],
    ["Interviewer", allocation?.interviewer],
    ["Stands in for", allocation?.deputyFor],
    ["Line manager", allocation?.lineManager],
    ["Risk", words(facts.risk)],
    ["Highest risk held", words(episode.highestRisk)],
    ["Warnings", warningsOf(opened)],
    ["Missing since", time(startOf(episode))],
    ["Missing from", child.missingFromAddress],
    ["Reported to the police", at(facts.reportedAt)],
    ["Circumstances", typed(facts.circumstances)],
    ["Found", at(facts.foundAt)],
    ["Found at", facts.foundLocation],
    ["Back at home or placement", at(facts.returnedAt)],
    ["Returned by", facts.foundBy ?? words(facts.returnMethod)],
    ["Harm", typed(facts.harm)],
    ["Prevention visit", typed(facts.preventionInterview?.summary)],
  ]);
  return html`<h2 class="govuk-heading-m" id="who">Who</h2>${summaryList({ rows })}`;
};
