import { inWords } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import type { Duty } from "../duty/duty.ts";
import { ownerRole, recipientOf } from "../duty/recipients.ts";
import type { Move } from "../episode/events.ts";
import { sayDue, sayOwner } from "../profile/in-words/explain.ts";
import { sayCondition } from "../profile/in-words/say-condition.ts";
import { same } from "../profile/parts.ts";
import { pendingMails } from "./pending-mails.ts";

/** A duty and the version under which it stands so. */
export type Placed = { duty: Duty; context: Context };
export type Part = Pick<Move, "change" | "from" | "to" | "because">;

const ELSEWHERE = "its rule reads the same: another part of the profile has changed, or what it counts from";

/** The two versions of a sentence; where it reads the same, what else it may be. */
export const reworded = (before: string, after: string, otherwise = ELSEWHERE): string =>
  before === after ? otherwise : `formerly "${before}", now "${after}"`;

const start = ({ duty: before }: Placed, { duty: after }: Placed): Part[] => {
  if (before.createdAt === after.createdAt) return [];
  const because = reworded(sayCondition(before.rule.when), sayCondition(after.rule.when));
  return [{ change: "start", from: inWords(before.createdAt), to: inWords(after.createdAt), because }];
};

const limitOf = ({ dueAt }: Duty): string => (dueAt === undefined ? "no limit" : inWords(dueAt));

const limit = ({ duty: before }: Placed, { duty: after }: Placed): Part[] => {
  if (before.dueAt === after.dueAt) return [];
  const because = reworded(sayDue(before.rule), sayDue(after.rule));
  return [{ change: "limit", from: limitOf(before), to: limitOf(after), because }];
};

const ownerOf = ({ duty, context }: Placed) => recipientOf(ownerRole(duty.rule, context), duty.rule, context);

const ownerInWords = ({ duty, context }: Placed): string => sayOwner(duty.rule, context.profile);

const owner = (before: Placed, after: Placed): Part[] => {
  const [from, to] = [ownerOf(before), ownerOf(after)];
  if (same(from, to)) return [];
  const because = reworded(ownerInWords(before), ownerInWords(after), "the role has another mailbox");
  const renamed = from.name === to.name ? {} : { from: from.name };
  return [{ change: "owner", ...renamed, to: to.name, because }];
};

const mails = (before: Placed, after: Placed): Part[] => {
  const [from, to] = [before, after].map(({ duty, context }) => pendingMails(duty, context));
  if (!from || !to || same(from, to)) return [];
  const because = same(before.duty.rule.rungs, after.duty.rule.rungs)
    ? "they follow what they count from, or a role has another mailbox"
    : "the version has another ladder";
  const inShort = (list: typeof from): string => list.map(({ says }) => says).join("; ") || "none to come";
  return [{ change: "mails", from: inShort(from), to: inShort(to), because }];
};

/** Everything in which one open duty differs between two versions. */
export const compareDuties = (before: Placed, after: Placed): Part[] =>
  [start, limit, owner, mails].flatMap((part) => part(before, after));
