import { inWords, toInstant } from "../calendar/instant.ts";
import type { Context } from "../condition/context.ts";
import type { ActionEvent } from "../episode/events.ts";
import { recordStanding } from "./record-standing.ts";
import { samePerson } from "./who-acted.ts";

type Said = { rule?: string; clause?: string; says: string };

/** The rule that has a manager countersign, where the protocol has one. */
const citing = (says: string, { profile }: Context): Said => {
  const rule = profile.rules.find(({ endedBy }) => endedBy.some((e) => e.action === "sign-off"));
  return rule ? { rule: rule.id, clause: rule.clause, says } : { says };
};

const ofSignOff = (action: ActionEvent, context: Context): string[] => {
  const { is, record, sendBack } = recordStanding(context.episode);
  return [
    ...(is === "sent-back" && sendBack
      ? [
          `The record was sent back on ${inWords(toInstant(sendBack.at))}: it is countersigned once it is written again.`,
        ]
      : []),
    ...(record && samePerson(record, action)
      ? ["Whoever wrote the record does not countersign it: somebody else has to."]
      : []),
  ];
};

const unfitToSendBack = {
  none: "No record is written yet that could be sent back.",
  "sent-back": "The record was sent back already, and nobody has written it again since.",
  signed: "The record is countersigned; what is to be changed in it is written as a newer record.",
};

const ofSendBack = (action: ActionEvent, { episode }: Context): string[] => {
  const { is, record } = recordStanding(episode);
  if (is !== "written") return [unfitToSendBack[is]];
  const { record: named = record?.id } = action.data;
  return named === record?.id ? [] : ["Another record was written since: read that one first."];
};

/** Nobody signs their own work, and no record is countersigned that was sent back. */
export const countersignRefusals = (action: ActionEvent, context: Context): Said[] => {
  if (action.type === "sign-off") return ofSignOff(action, context).map((says) => citing(says, context));
  if (action.type === "send-back") return ofSendBack(action, context).map((says) => citing(says, context));
  return [];
};
