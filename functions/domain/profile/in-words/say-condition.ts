import { amountInWords } from "../../calendar/deadline.ts";
import type { Condition, Happening } from "../condition.ts";
import { fieldInWords, plain, sayAction, type TitleOf } from "./say-action.ts";

const or = (list: readonly string[]): string => list.map(plain).join(" or ");

const anchorWords: Record<string, string> = {
  missing: "the child went missing",
  reported: "the police took the report",
  notified: "the first report reached us",
  found: "the child was found",
  returned: "the child returned",
  "found-notified": "the found report reached us",
  referred: "social care had the referral",
  interviewed: "the interview",
  "record-received": "the record was received",
  "previous-review": "the review before",
  placed: "the placement was recorded",
  noticed: "the concern was noticed",
  created: "this arose",
};

export const sayAnchor = (anchor: string): string => anchorWords[anchor] ?? plain(anchor);

const value = (is: unknown): string =>
  is === undefined
    ? "is stated"
    : `is ${is === true ? "yes" : is === false ? "no" : `"${plain(String(is))}"`}`;

const sayFact = ({ fact, is, contains, except, ever }: Extract<Condition, { fact: string }>): string => {
  const says = contains ? `has the word "${contains}"` : value(is);
  const but = except ? ` and is none of: ${except.join(", ")}` : "";
  return `${ever ? "a report ever says that " : ""}"${fieldInWords(fact)}" ${says}${but}`;
};

const sayRepeat = ({
  atLeast,
  within,
  of = "missing",
}: Extract<Condition, { episodes: unknown }>["episodes"]) =>
  `the child has ${atLeast} or more ${of === "missing" ? "missing episodes" : "absences"} ${within ? `within ${amountInWords(within)}` : "ever"}`;

const sayElapsed = ({ from, to, over, under }: Extract<Condition, { elapsed: unknown }>["elapsed"]): string =>
  [over && `more than ${amountInWords(over)}`, under && `less than ${amountInWords(under)}`]
    .filter(Boolean)
    .join(" and ")
    .concat(` passed between when ${sayAnchor(from)} and when ${sayAnchor(to)}`);

const statuses = {
  missing: "the child is missing",
  returned: "the child has returned",
  cancelled: "the report is cancelled",
} as const;

const happeningWords: Record<Happening, string> = {
  "approval-wanted": "somebody recorded what a manager has to approve",
  approved: "a manager has approved all that waited",
  "found-before-missing": "a found report says an earlier time than every report that the child is missing",
  "given-back": "a deputy's last day is over",
  "taken-back": "something that was recorded is taken back",
  "cancelled-without-return": "the force cancels its report and nobody has said whether the child is back",
  "cancellation-explained": "somebody has said what the cancellation meant",
};

const signedByWords = {
  "no-manager": "whoever records it is no manager",
  "whoever-did-it": "whoever records it did themselves what they would sign",
  "another-than-the-worker": "whoever records it is not the allocated worker",
} as const;

const joined = (list: readonly Condition[], word: string, titleOf: TitleOf): string =>
  list
    .map((c) => ("all" in c || "any" in c ? `(${sayCondition(c, titleOf)})` : sayCondition(c, titleOf)))
    .join(` ${word} `);

/** What a condition that only asks for records asks for; undefined where it asks for anything else. */
export const recordsAskedFor = (condition: Condition, titleOf: TitleOf): string[] | undefined => {
  if ("recorded" in condition)
    return [sayAction({ action: condition.recorded, with: condition.with }, titleOf)];
  if (!("any" in condition)) return undefined;
  const each = condition.any.map((c) => recordsAskedFor(c, titleOf));
  return each.some((e) => e === undefined) ? undefined : each.flatMap((e) => e ?? []);
};

const sayUnmet = (
  { condition, by: { anchor, ...amount } }: Extract<Condition, { unmet: unknown }>["unmet"],
  titleOf: TitleOf,
): string => {
  const records = recordsAskedFor(condition, titleOf);
  const when = `${amountInWords(amount)} after ${sayAnchor(anchor)}`;
  return records
    ? `${when} none of this was recorded: ${records.join("; ")}`
    : `${when} it was still not so that ${joined([condition], "", titleOf)}`;
};

const sayNot = (condition: Condition, titleOf: TitleOf): string => {
  if ("placedByAnother" in condition) return "no other authority placed the child";
  if ("care" in condition) return `the child is not ${or(condition.care)}`;
  if ("compact" in condition) return `we have no report of the kind ${or(condition.compact)}`;
  if ("data" in condition)
    return condition.is === undefined
      ? `nothing is recorded under "${fieldInWords(condition.data)}"`
      : `what is recorded does not say that "${fieldInWords(condition.data)}" ${value(condition.is)}`;
  const records = recordsAskedFor(condition, titleOf);
  if (records?.length === 1) return `${records[0]} is not recorded`;
  if (records) return `none of this is recorded: ${records.join("; ")}`;
  return `it is not so that ${joined([condition], "", titleOf)}`;
};

const sayAge = ({ under, from }: { under?: number | undefined; from?: number | undefined }): string =>
  `the child was ${[from === undefined ? "" : `${from} or older`, under === undefined ? "" : `under ${under}`].filter(Boolean).join(" and ")} when the episode began`;

/** A condition as a manager would say it; a duty is called by its title where the caller knows it. */
export const sayCondition = (condition: Condition, titleOf: TitleOf = plain): string => {
  if ("always" in condition) return "an episode is open";
  if ("status" in condition) return condition.status.map((one) => statuses[one]).join(" or ");
  if ("missingLongerThan" in condition)
    return `the child is missing longer than ${amountInWords(condition.missingLongerThan)}`;
  if ("episodes" in condition) return sayRepeat(condition.episodes);
  if ("absencesInARow" in condition) return `this is absence number ${condition.absencesInARow} in a row`;
  if ("elapsed" in condition) return sayElapsed(condition.elapsed);
  if ("unmet" in condition) return sayUnmet(condition.unmet, titleOf);
  if ("told" in condition) return `the mail "${titleOf(condition.told)}" has gone`;
  if ("care" in condition) return `the child is ${or(condition.care)}`;
  if ("risk" in condition) return `the highest risk held is ${or(condition.risk)}`;
  if ("age" in condition) return sayAge(condition.age);
  if ("loweredTo" in condition) return `a report lowered the risk to ${or(condition.loweredTo)}`;
  if ("flag" in condition) return `a report mentions ${or(condition.flag)}`;
  if ("fact" in condition) return sayFact(condition);
  if ("placedByAnother" in condition) return "another authority placed the child";
  if ("compact" in condition) return `we have a report of the kind ${or(condition.compact)}`;
  if ("recorded" in condition)
    return `${sayAction({ action: condition.recorded, with: condition.with }, titleOf)} is recorded`;
  if ("lastRecorded" in condition)
    return `${condition.with ? "the last record is " : ""}${sayAction({ action: condition.lastRecorded, with: condition.with }, titleOf)}${condition.with ? "" : " is recorded"}`;
  if ("concern" in condition) return `somebody records a concern: ${or(condition.concern)}`;
  if ("undecided" in condition)
    return `a rule turns on "${fieldInWords(condition.undecided)}", and nobody has said it`;
  if ("happened" in condition) return happeningWords[condition.happened];
  if ("attemptsShortOf" in condition) {
    const { calls, texts, hoursApart, days } = condition.attemptsShortOf;
    const apart = days === undefined ? "" : ` and on ${days} different days`;
    return `fewer than ${calls} calls and ${texts} texts are logged, ${hoursApart} hours apart${apart}`;
  }
  if ("data" in condition)
    return `what is recorded says that "${fieldInWords(condition.data)}" ${value(condition.is)}`;
  if ("after" in condition) return `the limit of "${titleOf(condition.after)}" has passed`;
  if ("outsideStaff" in condition)
    return `${or(condition.outsideStaff)} has an address outside the authority`;
  if ("signedBy" in condition) return signedByWords[condition.signedBy];
  if ("sectionsEmpty" in condition)
    return condition.sectionsEmpty === "any"
      ? "a section of the form is empty"
      : `a section of the form is empty: ${or(condition.sectionsEmpty)}`;
  if ("not" in condition) return sayNot(condition.not, titleOf);
  if ("all" in condition) return joined(condition.all, "and", titleOf);
  return joined(condition.any, "or", titleOf);
};
