import { amountInWords } from "../calendar/deadline.ts";
import { inWords } from "../calendar/instant.ts";
import { clockAt } from "../duty/due.ts";
import type { DueRung, Duty } from "../duty/duty.ts";
import { movedLimit } from "../duty/moved.ts";
import { permittedContact } from "../duty/permitted.ts";
import { ownerRole, reachedBy, recipientOf } from "../duty/recipients.ts";
import { type Ask, clauseOf, isForInformation, isLocal, ruleOf } from "./ask.ts";
import { dutyPage } from "./duty-page.ts";
import type { Paragraph } from "./letter.ts";
import { agoInWords, leftInWords } from "./standing.ts";

const whyNow = (rungs: readonly DueRung[]): string[] =>
  rungs.map(({ rung, at }) => (rungs.length === 1 ? rung.says : `${inWords(at)}: ${rung.says}`));

/** The limit, large, with how long is left or how long it has passed. */
const limit = ({ duty: { dueAt, rule }, context: { now } }: Ask): Paragraph => {
  if (dueAt === undefined)
    return { lines: ["Due: the protocol sets no limit; this stays on the daily list until it is done."] };
  const ago = agoInWords(dueAt, now);
  const due = `Due: ${inWords(dueAt)}${rule.localLimit ? " (local practice)" : ""}`;
  return dueAt > now
    ? { as: "limit", lines: [due, `${leftInWords(dueAt, now)} left`] }
    : { as: "late", lines: [due, ago === undefined ? "Due now" : `LATE by ${ago}`] };
};

/** Where a duty has several clocks all are kept in sight; the earliest is its limit (Rutland step 6 note and 7). */
const clockLines = ({ duty: { rule, createdAt }, context }: Ask): string[] =>
  rule.due.length < 2
    ? []
    : rule.due.flatMap((clock) => {
        const at = clockAt(clock, context.episode, createdAt)?.at;
        return at === undefined
          ? []
          : [`- ${amountInWords(clock)} from ${clock.anchor.replace("-", " ")}: ${inWords(at)}`];
      });

/** What the limit counts from where nobody stated it, and why it is another than an earlier mail said (ALL-06). */
const limitLines = (ask: Ask): string[] => {
  const { duty, context } = ask;
  const counted = (standIn: string | undefined) => (standIn ? `, counted from ${standIn}` : "");
  const moved = movedLimit(duty, context.episode);
  return [
    ...(duty.standIn ? [`The limit is counted from: ${duty.standIn}, the earliest instant known.`] : []),
    ...clockLines(ask),
    ...(moved
      ? [
          `The limit moved: it was ${inWords(moved.from.at)}${counted(moved.from.standIn)}, until more became known on ${inWords(moved.at)}.`,
        ]
      : []),
  ];
};

const toldBefore = (duty: Duty, { context }: Ask): string[] => {
  const told = context.episode.rungs.filter((r) => r.duty === duty.key);
  if (told.length === 0) return ["Told before: nobody yet."];
  return ["Told before:", ...told.map((r) => `- ${inWords(Date.parse(r.at))}: ${r.to.join(", ")}`)];
};

const contactLine = ({ duty: { rule }, context }: Ask): string[] => {
  if (rule.ladder !== "contact" && rule.ladder !== "return-interview") return [];
  const permitted = permittedContact(context);
  return permitted ? [`Contact: ${permitted.says} (clause ${permitted.clause})`] : [];
};

/** Whose it is and under what: read after what has to be done. */
const smallPrint = (ask: Ask): Paragraph => {
  const { duty, rungs, context } = ask;
  const { rule } = duty;
  const source = context.profile.sources[rule.source]?.title ?? rule.source;
  return {
    as: "small",
    lines: [
      ...limitLines(ask),
      `Owner: ${recipientOf(ownerRole(rule, context), rule, context).name}`,
      `Rule: ${ruleOf(ask)}, clause ${clauseOf(ask)}, ${source}`,
      ...(isLocal(ask) ? ["This mail is local practice: the protocol does not ask for it."] : []),
      ...(rungs.some(({ rung }) => rung.local === "when")
        ? ["When this mail goes is local practice: the protocol asks for it and sets no time."]
        : []),
      ...(rule.localLimit ? ["The limit is local practice: the protocol sets none."] : []),
      `To: ${reachedBy(
        rungs.map(({ rung }) => rung),
        rule,
        context,
      )
        .map(({ name }) => name)
        .join(", ")}`,
      ...toldBefore(duty, ask),
    ],
  };
};

/** What has to be done, by when, how, where; then under which clause, and who was told before (ALL-04). */
export const dutyParagraphs = (
  ask: Ask,
  { mayOpen, isOnly }: { mayOpen: boolean; isOnly: boolean },
): Paragraph[] => {
  const { duty, rungs, context } = ask;
  const { rule } = duty;
  const page = mayOpen ? dutyPage(duty, context) : undefined;
  return [
    // Of a mail about one duty the title says it.
    isOnly ? { lines: whyNow(rungs) } : { as: "duty", heading: rule.title, lines: whyNow(rungs) },
    ...(isForInformation(ask) ? [] : [limit(ask)]),
    {
      heading: "What to do",
      lines: [rungs.at(-1)?.rung.act ?? rule.act, ...contactLine(ask)],
      ...(page ? { button: page } : {}),
    },
    ...(rule.draft ? [{ heading: "Draft of the letter", lines: rule.draft }] : []),
    smallPrint(ask),
  ];
};
