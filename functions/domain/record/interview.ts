import { type Instant, toInstant } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import { dutiesOf } from "../duty/duties.ts";
import type { ActionEvent } from "../episode/events.ts";
import { whoDid } from "./who-did.ts";
import { type Words, wordsOf } from "./words-or-nothing.ts";

/** One interview as it was held. */
export type Interview = {
  at: Instant;
  method: Words;
  heldBy: string;
  place?: Words;
  independent: boolean | undefined;
  exceptionalCircumstances?: Words;
  /** Who approved a telephone interview, citing which attempts (Leicestershire 4). */
  approval?: { by: string; at: Instant; attempts: Words } | undefined;
  /** The protocol's limit; undefined where it sets none, and for any interview after the first. */
  limit?: Instant | undefined;
  late: boolean;
  reasonLate?: Words;
  /** References of the other episodes that this interview covers, or the one it is counted under (ALL-02). */
  covers: readonly string[];
};

/** Of the interview itself: to hold it also ends duties with sooner limits, such as the offer (Torbay 1.2). */
const limitOf = (context: Context): Instant | undefined => {
  const limits = dutiesOf(context)
    .filter(({ rule }) => rule.ladder === "return-interview")
    .filter(({ rule }) => rule.endedBy.some((e) => e.action === "interview-held" && e.as === "done"))
    .flatMap(({ dueAt }) => dueAt ?? []);
  return limits.length > 0 ? Math.min(...limits) : undefined;
};

const approvalOf = (context: Context): Interview["approval"] => {
  const approval = context.episode.actions.findLast((a) => a.type === "approve-telephone");
  return (
    approval && {
      by: whoDid(approval, context),
      at: toInstant(approval.at),
      attempts: wordsOf(approval.data.attempts),
    }
  );
};

const interviewOf = (action: ActionEvent, context: Context, limit: Instant | undefined): Interview => {
  const { data } = action;
  const at = toInstant(action.at);
  return {
    at,
    method: wordsOf(data.method),
    heldBy: whoDid(action, context),
    place: wordsOf(data.place),
    independent: typeof data.independent === "boolean" ? data.independent : undefined,
    exceptionalCircumstances: wordsOf(data.exceptionalCircumstances),
    approval: data.method === "telephone" ? approvalOf(context) : undefined,
    limit,
    late: limit !== undefined && at > limit,
    reasonLate: wordsOf(data.reasonLate),
    covers: [data.covers ?? data.coveredBy ?? []].flat().map(String),
  };
};

/** Every interview held, in order. The first since the child's return is the one that the limit was for. */
export const interviewsOf = (context: Context): Interview[] => {
  const { actions, returnedAt, foundAt } = context.episode;
  const held = actions.filter((a) => a.type === "interview-held");
  const first = held.find(({ at }) => toInstant(at) >= (foundAt ?? returnedAt ?? 0));
  return held.map((action) => interviewOf(action, context, action === first ? limitOf(context) : undefined));
};
