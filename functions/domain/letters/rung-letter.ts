import { amountInWords } from "../calendar/deadline.ts";
import { inWords } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import { clockAt } from "../duty/due.ts";
import type { DueRung, Duty } from "../duty/duty.ts";
import { movedLimit } from "../duty/moved.ts";
import { permittedContact } from "../duty/permitted.ts";
import { ownerRole, recipientOf, recipientsOf } from "../duty/recipients.ts";
import { carried } from "./carried.ts";
import type { Letter, Paragraph } from "./letter.ts";
import { standingInWords } from "./standing.ts";

const dueLine = (duty: Duty): string => {
  if (duty.dueAt === undefined)
    return "Due: the protocol sets no limit; this stays on the daily list until it is done.";
  const standIn = duty.standIn ? ` (counted from: ${duty.standIn}, the earliest instant known)` : "";
  return `Due: ${inWords(duty.dueAt)}${standIn}`;
};

/** Why the limit is another than an earlier mail said (ALL-06). */
const movedLines = (duty: Duty, { episode }: Context): string[] => {
  const moved = movedLimit(duty, episode);
  if (!moved) return [];
  const standIn = moved.from.standIn ? `, counted from ${moved.from.standIn}` : "";
  return [
    `The limit moved: it was ${inWords(moved.from.at)}${standIn}, until more became known on ${inWords(moved.at)}.`,
  ];
};

/** Where a duty has several clocks all are kept in sight; the earliest is its limit (Rutland step 6 note and 7). */
const clockLines = ({ rule, createdAt }: Duty, { episode }: Context): string[] =>
  rule.due.length < 2
    ? []
    : rule.due.flatMap((clock) => {
        const at = clockAt(clock, episode, createdAt)?.at;
        return at === undefined
          ? []
          : [`- ${amountInWords(clock)} from ${clock.anchor.replace("-", " ")}: ${inWords(at)}`];
      });

const toldBefore = (duty: Duty, context: Context): string[] => {
  const told = context.episode.rungs.filter((r) => r.duty === duty.key);
  if (told.length === 0) return ["Told before: nobody yet."];
  return ["Told before:", ...told.map((r) => `- ${inWords(Date.parse(r.at))}: ${r.to.join(", ")}`)];
};

const said = (duty: Duty, rung: DueRung): string =>
  [rung.rung.says, standingInWords(duty, rung)].filter(Boolean).join(" ");

const whyNow = (duty: Duty, rungs: readonly DueRung[]): string[] =>
  rungs.map((r) => (rungs.length === 1 ? said(duty, r) : `${inWords(r.at)}: ${said(duty, r)}`));

const contactLine = (context: Context): string[] => {
  const permitted = permittedContact(context);
  return permitted ? [`Contact: ${permitted.says} (clause ${permitted.clause})`] : [];
};

const drafted = ({ rule }: Duty): Paragraph[] =>
  rule.draft ? [{ heading: "Draft of the letter", lines: rule.draft }] : [];

/**
 * The mail for rungs of one duty that are due together. It says which episode, what is due, when, the clause,
 * who has been told before, and how to act (ALL-04); rungs an outage skipped stand in it in their order.
 */
export const rungLetter = (duty: Duty, rungs: readonly DueRung[], context: Context): Letter => {
  const { episode, profile } = context;
  const { rule } = duty;
  const last = rungs.at(-1)?.rung;
  const id = last?.rule ?? rule.id;
  const clause = last?.clause ?? rule.clause;
  const to = recipientsOf(
    rungs.flatMap((r) => r.rung.to),
    rule,
    context,
  );
  const { first, content, attachments } = carried(rule.carries, context);
  const source = profile.sources[rule.source]?.title ?? rule.source;
  return {
    to: to.flatMap((r) => r.addresses),
    subject: `${episode.reference}: ${rule.title} (${id}, clause ${clause})`,
    rule: id,
    episode: episode.reference,
    paragraphs: [
      ...first,
      { heading: `${rule.title} – ${episode.reference}`, lines: whyNow(duty, rungs) },
      {
        lines: [
          dueLine(duty),
          ...clockLines(duty, context),
          ...movedLines(duty, context),
          `Owner: ${recipientOf(ownerRole(rule, context), rule, context).name}`,
          `Rule: ${id}, clause ${clause}, ${source}`,
          `To: ${to.map((r) => r.name).join(", ")}`,
          ...toldBefore(duty, context),
        ],
      },
      {
        heading: "What to do",
        lines: [
          last?.act ?? rule.act,
          ...(rule.ladder === "contact" || rule.ladder === "return-interview" ? contactLine(context) : []),
        ],
      },
      ...drafted(duty),
      ...content,
      { lines: [`Episode: ${profile.consoleUrl}/episodes/${episode.id}`] },
    ],
    ...(duty.dueAt !== undefined && duty.dueAt > context.now
      ? {
          deadline: {
            at: duty.dueAt,
            title: `${rule.title} due – ${episode.reference}`,
            uid: `${episode.id}-${duty.key}`,
          },
        }
      : {}),
    ...(attachments ? { attachments } : {}),
  };
};
