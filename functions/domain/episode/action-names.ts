import * as z from "zod";

/**
 * What a person can record on an episode. Apart from the shapes of their data (actions.ts): every function reads events
 * and profiles, which only name actions, and building fifty schemas is a tenth of a cold start.
 */
export const actionNames = [
  "allocate",
  "contact-attempt",
  "contact-made",
  "offer-interview",
  "decline",
  "exempt",
  "exemption-lifted",
  "book-interview",
  "approve-telephone",
  "interview-held",
  "nil-return",
  "unable-to-gather-voice",
  "written-record",
  "copy-offered",
  "sign-off",
  "send-back",
  "distributed",
  "toolkit",
  "oversight",
  "strategy-discussion-held",
  "meeting-held",
  "review-held",
  "report-submitted",
  "referral-made",
  "interview-agreed",
  "interview-requested",
  "referral-acknowledged",
  "advocate-offered",
  "prevention-visit",
  "safeguarding-decision",
  "abuse-considered",
  "raise-concern",
  "taken-abroad",
  "placed-elsewhere",
  "authorise-publicity",
  "communications-consulted",
  "publicity",
  "letter-drafted",
  "letter-sent",
  "record-loaded",
  "police-decision",
  "threshold-considered",
  "found-retracted",
  "cancel",
  "link-child",
  "unlink-child",
  "note",
  "duty-done",
] as const;

export type ActionName = (typeof actionNames)[number];
export const actionNameSchema = z.enum(actionNames);
