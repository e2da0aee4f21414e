import type { ActionName } from "../../episode/action-names.ts";

/** What a person records, as a manager would call it. */
const nouns: Record<ActionName, string> = {
  allocate: "the allocation to a worker",
  "worker-carried": "that the worker of an open earlier episode of the child goes on",
  "contact-attempt": "an attempt at contact",
  "contact-made": "contact",
  "offer-interview": "the offer of an interview",
  decline: "a refusal of the interview",
  exempt: "an exemption",
  "exemption-lifted": "the end of an exemption",
  "book-interview": "a date for the interview",
  "approve-telephone": "a manager's leave to hold the interview by telephone",
  "interview-held": "the interview",
  "nil-return": "a nil return",
  "unable-to-gather-voice": "what others say in the child's place",
  "written-record": "the written record",
  "copy-offered": "the offer of a copy",
  "sign-off": "the sign-off",
  "send-back": "that the record was sent back",
  distributed: "the distribution",
  toolkit: "the exploitation toolkit",
  oversight: "management oversight",
  "strategy-discussion-held": "the strategy discussion",
  "meeting-held": "a meeting",
  "review-held": "the review",
  "report-submitted": "the report",
  "referral-made": "the referral",
  "interview-agreed": "an agreement that the interview is ours",
  "interview-requested": "a manager's request for an interview",
  "referral-acknowledged": "the acknowledgement of the referral",
  "referral-handed-back": "that the referral is refused or handed back",
  "advocate-offered": "the offer of an advocate",
  "prevention-visit": "the police's prevention visit",
  "safeguarding-decision": "the safeguarding decision",
  "abuse-considered": "that abuse was considered",
  "raise-concern": "a concern with the process",
  "taken-abroad": "that the child is taken abroad",
  "placed-elsewhere": "a placement in another authority's area",
  "authorise-publicity": "the authorisation of publicity",
  "communications-consulted": "the consultation of communications",
  publicity: "publicity",
  "letter-drafted": "the draft of the letter",
  "letter-sent": "the letter's sending",
  "record-loaded": "the loading of the record",
  "police-decision": "the police decision",
  "threshold-considered": "that the threshold was considered",
  "found-retracted": "that the return was reported in error",
  cancel: "that the report is cancelled",
  "link-child": "that another episode is the same child's",
  "unlink-child": "that another episode is not the same child's",
  note: "a note",
  "duty-done": "a duty as done",
  "fact-recorded": "what the authority knows",
  approve: "a manager's approval",
  withdraw: "that something was recorded by mistake",
};

export type TitleOf = (duty: string) => string;
export const plain = (text: string): string => text.replaceAll("-", " ");

/** "preventionInterview.completed" as words. */
export const fieldInWords = (field: string): string =>
  plain(field)
    .replaceAll(".", " ")
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

type Recorded = { action: string; with?: Readonly<Record<string, unknown>> | undefined };

const detail = ([key, value]: [string, unknown]): string => {
  if (key === "contact") return `with the ${plain(String(value))}`;
  if (key === "by") return `by the ${plain(String(value))}`;
  if (typeof value === "boolean") return `(${fieldInWords(key)}: ${value ? "yes" : "no"})`;
  return `(${fieldInWords(key)}: ${plain(String(value))})`;
};

const noun = (action: string): string => nouns[action as ActionName] ?? plain(action);

/** "contact with the child", "a refusal of the interview by the child", `"Tell the hub" as done`. */
export const sayAction = ({ action, with: data = {} }: Recorded, titleOf: TitleOf): string => {
  const { duty, ...others } = data;
  const what = action === "duty-done" && duty ? `"${titleOf(String(duty))}" as done` : noun(action);
  return [what, ...Object.entries(others).map(detail)].join(" ");
};
