import { reachedBy } from "../duty/recipients.ts";
import { mailboxOf } from "../duty/untold.ts";
import type { Rule } from "../profile/rule.ts";
import { isOurs } from "../profile/staff.ts";
import { type Ask, inUrgency, isForInformation, ruleOf } from "./ask.ts";
import { type Carried, carried } from "./carried.ts";
import { dutyParagraphs } from "./duty-paragraphs.ts";
import type { Deadline, Letter, Paragraph } from "./letter.ts";
import { andMore, subjectOf } from "./subject.ts";
import { whoParagraph } from "./who.ts";
import { yoursNow } from "./yours-now.ts";

/** Everything asked about one child. */
type Part = readonly [Ask, ...Ask[]];

const isPart = (asks: readonly Ask[]): asks is Part => asks.length > 0;

const partsOf = (asks: readonly Ask[]): Part[] =>
  [...Map.groupBy(asks, ({ context }) => context.episode.id).values()].flatMap((part) =>
    isPart(part) ? [part] : [],
  );

/** Several mails that carry the same content are one that carries it once. */
const carriedIn = (part: Part): Carried[] => {
  const kinds = new Set<Rule["carries"]>(part.map(({ duty }) => duty.rule.carries));
  return [...kinds].map((kind) => carried(kind, part[0].context));
};

const asksForContact = (part: Part): boolean =>
  part.some(({ duty }) => duty.rule.ladder === "contact" || duty.rule.ladder === "return-interview");

const partParagraphs = (part: Part, address: string, isOnly: boolean): Paragraph[] => {
  const [{ context }] = part;
  const { profile, episode } = context;
  const isStaff = isOurs(address, profile);
  const knowsWho = isStaff || part.some(({ duty }) => duty.rule.carries !== undefined);
  return [
    { as: "child", heading: `Episode ${episode.reference}`, lines: [] },
    ...(knowsWho ? [whoParagraph(context, asksForContact(part))] : []),
    ...part.flatMap((ask) => dutyParagraphs(ask, { mayOpen: isStaff, isOnly })),
    ...(isStaff ? yoursNow(part, address) : []),
    ...carriedIn(part).flatMap(({ content }) => content),
    ...(isStaff
      ? [{ as: "small" as const, lines: [`Episode: ${profile.consoleUrl}/episodes/${episode.id}`] }]
      : []),
  ];
};

const deadlineOf = (ask: Ask): Deadline[] => {
  const { duty, context } = ask;
  const { episode, now } = context;
  return duty.dueAt === undefined || duty.dueAt <= now || isForInformation(ask)
    ? []
    : [
        {
          at: duty.dueAt,
          title: `${duty.rule.title} due – ${episode.reference}`,
          uid: `${episode.id}-${duty.key}`,
        },
      ];
};

/** A mailbox is known in small letters and written to as the protocol, or whoever named it, writes it. */
const asWritten = (mailbox: string, asks: readonly Ask[]): string =>
  asks
    .flatMap(({ duty, rungs, context }) =>
      reachedBy(
        rungs.map(({ rung }) => rung),
        duty.rule,
        context,
      ).flatMap(({ addresses }) => addresses),
    )
    .find((address) => mailboxOf(address) === mailboxOf(mailbox)) ?? mailbox;

/**
 * One mail for one person at one moment: everything that an event, or a stop of the clock, asks of them, over all their
 * children, the most urgent first (ALL-13).
 */
export const letterTo = (address: string, asked: readonly Ask[]): Letter => {
  const asks = inUrgency(asked);
  const parts = partsOf(asks);
  const [top] = asks;
  if (!top) throw new RangeError("a letter that asks nothing");
  const content = parts.flatMap(carriedIn);
  const deadlines = asks.flatMap(deadlineOf);
  const attachments = content.flatMap((one) => one.attachments ?? []);
  return {
    to: [asWritten(address, asks)],
    subject: subjectOf(top, asks.length, parts.length),
    rules: [...new Set(asks.map(ruleOf))],
    episodes: parts.map(([{ context }]) => context.episode.reference),
    paragraphs: [
      ...content.flatMap(({ first }) => first),
      { as: "title", heading: `${top.duty.rule.title}${andMore(asks.length, parts.length)}`, lines: [] },
      ...parts.flatMap((part) => partParagraphs(part, address, asks.length === 1)),
    ],
    ...(deadlines.length > 0 ? { deadlines } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
};
