import { toInstant } from "../calendar/instant.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";

type Acts = Pick<Episode, "actions">;

/** Where the written record is on its way to the countersignature. */
export type RecordStanding = {
  is: "none" | "written" | "sent-back" | "signed";
  record?: ActionEvent;
  /** Of one that was sent back. */
  sendBack?: ActionEvent;
};

const lastOf = ({ actions }: Acts, type: ActionEvent["type"]): ActionEvent | undefined =>
  actions
    .filter((a) => a.type === type)
    .toSorted((a, b) => toInstant(a.recordedAt) - toInstant(b.recordedAt))
    .at(-1);

/** One that names its record is about that one; else about whatever was written by then. */
const sendsBack = (sendBack: ActionEvent, record: ActionEvent): boolean =>
  sendBack.data.record === undefined
    ? toInstant(sendBack.recordedAt) >= toInstant(record.recordedAt)
    : sendBack.data.record === record.id;

const sendBackOf = (record: ActionEvent, { actions }: Acts): ActionEvent | undefined =>
  record.type === "written-record"
    ? actions.findLast((a) => a.type === "send-back" && sendsBack(a, record))
    : undefined;

/** A record that was sent back is open again: it is no evidence of anything. */
export const isSentBack = (action: ActionEvent, episode: Acts): boolean =>
  sendBackOf(action, episode) !== undefined;

export const recordStanding = (episode: Acts): RecordStanding => {
  const [record, signOff] = [lastOf(episode, "written-record"), lastOf(episode, "sign-off")];
  if (!record) return { is: signOff ? "signed" : "none" };
  const sendBack = sendBackOf(record, episode);
  if (sendBack) return { is: "sent-back", record, sendBack };
  const isSigned = signOff && toInstant(signOff.recordedAt) >= toInstant(record.recordedAt);
  return { is: isSigned ? "signed" : "written", record };
};

/** What a person sends back is the record they see; written again meanwhile, it is another. */
export const namingItsRecord = (action: ActionEvent, episode: Acts): ActionEvent => {
  const record = recordStanding(episode).record?.id;
  return action.type !== "send-back" || action.data.record !== undefined || record === undefined
    ? action
    : { ...action, data: { ...action.data, record } };
};
