import { inWords } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import { arisen, assess } from "../duty/assess.ts";
import type { Duty } from "../duty/duty.ts";
import { ownerRole, recipientOf } from "../duty/recipients.ts";
import { mailboxOf } from "../duty/untold.ts";
import { heldSince } from "../episode/allocation.ts";
import type { Ask } from "./ask.ts";
import type { Paragraph } from "./letter.ts";
import { leftInWords } from "./standing.ts";

const isOf = (address: string, { rule }: Duty, context: Context): boolean =>
  recipientOf(ownerRole(rule, context), rule, context).addresses.map(mailboxOf).includes(mailboxOf(address));

const lineOf = ({ rule, dueAt }: Duty, { now }: Context): string => {
  const when =
    dueAt === undefined
      ? "no limit"
      : `due ${inWords(dueAt)}, ${dueAt > now ? `${leftInWords(dueAt, now)} left` : "LATE"}`;
  return `${rule.title} (${rule.id}, clause ${rule.clause}): ${when}`;
};

const byLimit = (a: Duty, b: Duty): number =>
  (a.dueAt ?? Number.POSITIVE_INFINITY) === (b.dueAt ?? Number.POSITIVE_INFINITY)
    ? a.createdAt - b.createdAt
    : (a.dueAt ?? Number.POSITIVE_INFINITY) - (b.dueAt ?? Number.POSITIVE_INFINITY);

/** To whoever has just become the worker: all that is theirs, also what others were told of before (ALL-17). */
export const yoursNow = (part: readonly Ask[], address: string): Paragraph[] => {
  const [first] = part;
  if (!first) return [];
  const { context } = first;
  const held = heldSince(context.episode.actions, context.now);
  const isNew = part.some(({ duty }) => duty.createdAt === held && isOf(address, duty, context));
  if (!isNew) return [];
  const theirs = arisen(assess(context), context.now)
    .filter((duty) => duty.state === "open" && !duty.rule.notice && isOf(address, duty, context))
    .toSorted(byLimit);
  return theirs.length === 0
    ? []
    : [
        {
          heading: "Everything of this episode that is yours now",
          lines: theirs.map((duty) => lineOf(duty, context)),
        },
      ];
};
