import type { ActionName } from "../episode/action-names.ts";

/** A text that is not kept: only whether it was given. */
export const GAVE_REASON = "reasonLate";

/** Which actions a return counts, as what, and which of their fields are codes. No field of these is a text. */
export const marked = {
  allocate: { as: "allocated", codes: ["team"] },
  "contact-attempt": { as: "tried", codes: ["method", "contact"] },
  "contact-made": { as: "reached", codes: ["method", "contact"] },
  "offer-interview": { as: "offered", codes: ["contact", "accepted"] },
  "book-interview": { as: "booked", codes: ["for", "chosenBy"] },
  "appointment-missed": { as: "missed", codes: ["by"] },
  "interview-held": {
    as: "held",
    codes: ["method", "independent", "placeKind", "wentBecause", "lateBecause", GAVE_REASON],
  },
  decline: { as: "declined", codes: ["by", "consentRefused"] },
  "nil-return": { as: "no-contact", codes: [] },
  "unable-to-gather-voice": { as: "voice-not-gathered", codes: ["informationFrom"] },
  exempt: { as: "exempt", codes: ["reason"] },
  "exemption-lifted": { as: "exemption-lifted", codes: [] },
  "letter-sent": { as: "letter-sent", codes: [] },
  "written-record": { as: "written", codes: [] },
  "sign-off": { as: "signed-off", codes: [] },
  distributed: { as: "sent", codes: [] },
  "record-loaded": { as: "loaded", codes: [] },
  "referral-made": { as: "referred", codes: ["kind"] },
  "safeguarding-decision": { as: "safeguarding-decided", codes: ["choice"] },
  "report-submitted": { as: "reported", codes: [] },
  "raise-concern": { as: "concern-raised", codes: [] },
  "strategy-discussion-held": { as: "strategy-held", codes: [] },
} as const satisfies Partial<Record<ActionName, { as: string; codes: readonly string[] }>>;

export type MarkKind = (typeof marked)[keyof typeof marked]["as"];

export const markKinds = Object.values(marked).map(({ as }) => as) as [MarkKind, ...MarkKind[]];
