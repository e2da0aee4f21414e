import { amountInWords } from "../calendar/deadline.ts";
import type { Condition } from "./condition.ts";

const plain = (text: string): string => text.replaceAll("-", " ");
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

const sayData = (data: Readonly<Record<string, unknown>> | undefined): string =>
  data === undefined
    ? ""
    : ` (${Object.entries(data)
        .map(([key, value]) => `${plain(key)}: ${plain(String(value))}`)
        .join(", ")})`;

const value = (is: unknown): string =>
  is === undefined
    ? "is stated"
    : `is ${is === true ? "yes" : is === false ? "no" : `"${plain(String(is))}"`}`;

const sayFact = ({ fact, is, contains, ever }: Extract<Condition, { fact: string }>): string =>
  `${ever ? "a report ever says that " : ""}"${fact}" ${contains ? `has the word "${contains}"` : value(is)}`;

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

const joined = (list: readonly Condition[], word: string): string =>
  list.map((c) => ("all" in c || "any" in c ? `(${sayCondition(c)})` : sayCondition(c))).join(` ${word} `);

/** A condition as a manager would say it. */
export const sayCondition = (condition: Condition): string => {
  if ("always" in condition) return "always";
  if ("status" in condition) return `the child is ${or(condition.status)}`;
  if ("missingLongerThan" in condition)
    return `the child is missing longer than ${amountInWords(condition.missingLongerThan)}`;
  if ("episodes" in condition) return sayRepeat(condition.episodes);
  if ("absencesInARow" in condition) return `this is absence number ${condition.absencesInARow} in a row`;
  if ("elapsed" in condition) return sayElapsed(condition.elapsed);
  if ("unmet" in condition) {
    const { anchor, ...amount } = condition.unmet.by;
    return `by ${amountInWords(amount)} after ${sayAnchor(anchor)} it was not so that ${joined([condition.unmet.condition], "")}`;
  }
  if ("told" in condition) return `the mail "${plain(condition.told)}" has gone`;
  if ("care" in condition) return `the child is ${or(condition.care)}`;
  if ("risk" in condition) return `the highest risk held is ${or(condition.risk)}`;
  if ("flag" in condition) return `a report mentions ${or(condition.flag)}`;
  if ("fact" in condition) return sayFact(condition);
  if ("placedByAnother" in condition) return "another authority placed the child";
  if ("compact" in condition) return `we have a report of the kind ${or(condition.compact)}`;
  if ("recorded" in condition) return `"${plain(condition.recorded)}" is recorded${sayData(condition.with)}`;
  if ("lastRecorded" in condition)
    return condition.with
      ? `the last "${plain(condition.lastRecorded)}" recorded says so${sayData(condition.with)}`
      : `"${plain(condition.lastRecorded)}" is recorded`;
  if ("concern" in condition) return `somebody records a concern: ${or(condition.concern)}`;
  if ("attemptsShortOf" in condition) {
    const { calls, texts, hoursApart } = condition.attemptsShortOf;
    return `fewer than ${calls} calls and ${texts} texts are logged, ${hoursApart} hours apart`;
  }
  if ("data" in condition)
    return `what is recorded says that "${plain(condition.data)}" ${value(condition.is)}`;
  if ("after" in condition) return `the limit of "${plain(condition.after)}" has passed`;
  if ("outsideStaff" in condition)
    return `${or(condition.outsideStaff)} has an address outside the authority`;
  if ("sectionsEmpty" in condition)
    return condition.sectionsEmpty === "any"
      ? "a section of the form is empty"
      : `a section of the form is empty: ${or(condition.sectionsEmpty)}`;
  if ("not" in condition) return `not (${sayCondition(condition.not)})`;
  if ("all" in condition) return joined(condition.all, "and");
  return joined(condition.any, "or");
};
