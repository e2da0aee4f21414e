import { type Instant, toInstant } from "../calendar/instant.ts";
import { flaggedConcerns } from "../condition/concern.ts";
import type { Context } from "../condition/context.ts";
import type { Episode } from "../episode/episode.ts";
import type { ActionEvent } from "../episode/events.ts";
import { type Interview, interviewsOf } from "./interview.ts";
import { type Section, sectionsOf } from "./sections.ts";
import { whoDid } from "./who-did.ts";
import { type Words, wordsOf } from "./words-or-nothing.ts";

/** The return interview's record as data: what the mail, the copy for distribution and the child's copy are made of. */
export type InterviewRecord = {
  reference: string;
  authority: string;
  child: { firstName?: Words; name?: Words; dateOfBirth?: Words };
  /** What the recipients must see first, in the words of whoever flagged it. */
  immediateConcerns: readonly string[];
  otherConcerns: readonly string[];
  interviews: readonly Interview[];
  /** Who gave information where the child's voice could not be gathered (Leicestershire 7). */
  insteadOfChild: readonly { from: string; summary: Words; at: Instant }[];
  /** Who declined, and why: a decline is written up like an interview (Leicestershire 11). */
  declined: readonly { by: string; reason: Words; at: Instant }[];
  sections: readonly Section[];
  /** Whether the protocol has the record signed off at all: Torbay's does not. */
  asksSignOff: boolean;
  signedOff?: { by: string; at: Instant; nextSteps: Words };
};

const childOf = ({ facts: { child } }: Episode): InterviewRecord["child"] => ({
  firstName: wordsOf(child?.forenames?.trim().split(/\s+/)[0]),
  name: wordsOf([child?.forenames, child?.surname].filter(Boolean).join(" ")),
  dateOfBirth: child?.dateOfBirth,
});

/** What the manager signed is what was written by then: a record written or changed since was not seen. */
const signedRecord = ({ actions }: Episode): { record?: ActionEvent; signOff?: ActionEvent } => {
  const records = actions
    .filter((a) => a.type === "written-record")
    .toSorted((a, b) => toInstant(a.recordedAt) - toInstant(b.recordedAt));
  const signOff = actions.findLast((a) => a.type === "sign-off");
  const seen = records.findLast((r) => signOff && toInstant(r.recordedAt) <= toInstant(signOff.recordedAt));
  const record = seen ?? records.at(-1);
  return { ...(record ? { record } : {}), ...(signOff && (seen || !record) ? { signOff } : {}) };
};

/** What the episode and the profile say of the return interview now. */
export const interviewRecord = (context: Context): InterviewRecord => {
  const { episode, profile } = context;
  const { record, signOff } = signedRecord(episode);
  const concerns = flaggedConcerns(episode);
  return {
    reference: episode.reference,
    authority: profile.name,
    child: childOf(episode),
    immediateConcerns: concerns.immediate,
    otherConcerns: concerns.others,
    interviews: interviewsOf(context),
    insteadOfChild: episode.actions
      .filter((a) => a.type === "unable-to-gather-voice")
      .map(({ at, data }) => ({
        from: String(data.informationFrom).replaceAll("-", " "),
        summary: wordsOf(data.summary),
        at: toInstant(at),
      })),
    declined: episode.actions
      .filter((a) => a.type === "decline")
      .map(({ at, data }) => ({ by: String(data.by), reason: wordsOf(data.reason), at: toInstant(at) })),
    sections: sectionsOf(profile, record),
    asksSignOff: profile.rules.some(({ endedBy }) => endedBy.some((e) => e.action === "sign-off")),
    ...(signOff
      ? {
          signedOff: {
            by: wordsOf(signOff.data.manager) ?? whoDid(signOff, context),
            at: toInstant(signOff.at),
            nextSteps: wordsOf(signOff.data.nextSteps),
          },
        }
      : {}),
  };
};
