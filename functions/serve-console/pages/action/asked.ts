import type { Opened } from "../../../core/open-episode/open-episode.ts";
import type { StaffVisit } from "../../../core/web/visit.ts";
import { inWords, toInstant } from "../../../domain/calendar/instant.ts";
import { may } from "../../../domain/console/may.ts";
import { type ActionName, actionNameSchema } from "../../../domain/episode/action-names.ts";
import { waitingForApproval } from "../../../domain/episode/approvals.ts";
import type { ActionEvent, CompactEvent } from "../../../domain/episode/events.ts";
import { mailOf } from "../../../domain/episode/of-mail.ts";
import type { Profile } from "../../../domain/profile/profile.ts";
import type { Console } from "../../console.ts";
import { titleOf, whoseOf } from "../../event-words.ts";
import { wordsOf } from "../../forms/action-words.ts";
import { type Field, fieldsOf } from "../../forms/fields.ts";
import { valuesOf } from "../../forms/values.ts";
import { isOpenToThem } from "../../visitor.ts";

export const actionIn = ({ params }: Pick<StaffVisit, "params">): ActionName | undefined =>
  actionNameSchema.safeParse(params.action).data;

/** A form exists for whoever may record it, on an episode they may open. */
export const isTheirsToRecord = async (visit: StaffVisit, console: Console): Promise<boolean> => {
  const action = actionIn(visit);
  return (
    action !== undefined && may(visit.session.staff.roles, action) && (await isOpenToThem(visit, console))
  );
};

/** What happens the moment it is recorded asks for no other time. */
const happensNow: readonly ActionName[] = [
  "allocate",
  "cancel",
  "link-child",
  "unlink-child",
  "sign-off",
  "send-back",
  "approve",
  "withdraw",
];

const whenField: Field = {
  kind: "time",
  path: "at",
  required: false,
  label: wordsOf("note", "at")?.label ?? "",
  hint: wordsOf("note", "at")?.hint ?? "",
};

const teamsOf = ({ recipients, signIn }: Profile): [string, string][] => [
  ...Object.entries(recipients).map(([id, { name }]): [string, string] => [id, name]),
  ...Object.keys(signIn?.teams ?? {})
    .filter((id) => !recipients[id])
    .map((id): [string, string] => [id, id]),
];

/** The duties that `duty-done` is the evidence of. */
const namedDuties = ({ duties }: Opened): [string, string][] =>
  duties.flatMap(({ rule, state }) =>
    state === "open"
      ? rule.endedBy
          .filter(({ action }) => action === "duty-done")
          .map((evidence): [string, string] => [String(evidence.with?.duty ?? rule.duty), rule.title])
      : [],
  );

const eventChoices = (
  events: readonly (ActionEvent | CompactEvent)[],
  { context }: Opened,
): [string, string][] =>
  events.map((event) => [
    event.id,
    `${titleOf(event)}, ${inWords(toInstant(event.at))}, by ${whoseOf(event, context) ?? (event.kind === "action" ? event.by : "")}`,
  ]);

const reportsIn = ({ context }: Opened): CompactEvent[] =>
  context.episode.compacts.filter((report) => mailOf(report) !== undefined).toReversed();

/** What is taken back or approved is chosen from what stands, the newest first. */
const recordedChoices = (action: ActionName, opened: Opened): [string, string][] | undefined => {
  const { episode } = opened.context;
  if (action === "approve") return eventChoices(waitingForApproval(episode), opened);
  return action === "withdraw"
    ? eventChoices([...episode.actions.toReversed(), ...reportsIn(opened)], opened)
    : undefined;
};

export const questionsOf = (action: ActionName, opened: Opened): Field[] => {
  const { profile } = opened.context;
  const duties = namedDuties(opened);
  const recorded = recordedChoices(action, opened);
  return fieldsOf(action, {
    profile,
    choices: {
      ...(recorded ? { recorded } : {}),
      ...(action === "allocate" ? { team: teamsOf(profile) } : {}),
      ...(action === "duty-done" && duties.length > 0 ? { duty: duties } : {}),
    },
  });
};

export const asksWhen = (action: ActionName): Field[] => (happensNow.includes(action) ? [] : [whenField]);

/** What a form is filled with before anybody types: what the link that led here names, and the last allocation. */
export const filledBefore = (
  action: ActionName,
  fields: readonly Field[],
  { query }: StaffVisit,
  { row }: Opened,
): URLSearchParams => {
  const filled = action === "allocate" ? valuesOf(fields, row.listing.allocation) : new URLSearchParams();
  for (const { path, kind } of fields) {
    const asked = query.get(path);
    if (asked && (kind === "line" || kind === "choice")) filled.set(path, asked);
  }
  return filled;
};
