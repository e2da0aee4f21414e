import * as z from "zod";
import type { ActionName } from "./action-names.ts";
import { chosenBySchema, lateBecauseSchema, placeKindSchema, wentBecauseSchema } from "./codes-of-return.ts";
import { factsSchema } from "./fact-fields.ts";

const contactSchema = z.enum(["child", "parent", "carer", "provider", "social-worker", "worker"]);
const text = z.string().trim().min(1);
const instant = z.iso.datetime({ offset: true });
const staff = z.email();

/** References of other episodes of this child that the same interview or meeting covers: it is kept in each (ALL-02). */
const covers = z.array(text).optional();

const concernsSchema = z.strictObject({
  exploitation: z.boolean().optional(),
  safeguarding: z.boolean().optional(),
  immediate: z.boolean().optional(),
  trafficking: z.boolean().optional(),
  /** When it was disclosed or noticed. */
  noticedAt: instant.optional(),
  /** What the recipients of the interview must see first. */
  summary: text.optional(),
});

/**
 * What a person can record on an episode: the name of the action and the shape of its data. The console and
 * the lab offer these and no others; which of them a protocol demands or refuses is data in its profile.
 */
export const actionSchemas = {
  allocate: z.strictObject({
    /** The child's allocated worker; of an episode of its own, whoever it is given to. */
    worker: staff,
    /** Who holds the return interview, where that is another person: a neutral one (Leicestershire's introduction). */
    interviewer: staff.optional(),
    lineManager: staff.optional(),
    /** Leicestershire clause 3: a registered social worker who manages the worker holds the discussion. */
    lineManagerRegistered: z.boolean().optional(),
    /** Leicestershire clause 6: contact then goes through the allocated worker. */
    saferReturns: z.boolean().optional(),
    openCase: z.boolean().optional(),
    /** The worker is away: what they would be sent goes to the duty worker (Derby protocol 5.2). */
    absent: z.boolean().optional(),
    /** A role of the profile's, whose people may then see and work the episode. */
    team: text.optional(),
    /** Whose episode this is, when they are away; `from` and `until`: the first and the last day of it. */
    deputyFor: staff.optional(),
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    reason: text.optional(),
  }),
  /** Kept by itself: who worked an open earlier episode of the same child (ALL-17). It ends no duty of allocating. */
  "worker-carried": z.strictObject({ worker: staff, lineManager: staff.optional(), of: text }),
  "contact-attempt": z.strictObject({
    method: z.enum(["call", "text", "visit", "e-mail", "letter"]),
    contact: contactSchema.default("child"),
    outcome: text.optional(),
  }),
  "contact-made": z.strictObject({
    contact: contactSchema.default("child"),
    method: z.enum(["call", "text", "visit", "e-mail"]).optional(),
    /** Did this conversation give information about the missing episode? */
    information: z.boolean().optional(),
    concerns: concernsSchema.optional(),
  }),
  "offer-interview": z.strictObject({
    contact: contactSchema.default("child"),
    accepted: z.boolean().optional(),
  }),
  decline: z.strictObject({
    reason: text,
    by: z.enum(["child", "parent"]).default("child"),
    /** Not that nobody wanted it, but that consent was refused. */
    consentRefused: z.boolean().optional(),
  }),
  exempt: z.strictObject({
    reason: z.enum([
      "on-remand",
      "in-hospital",
      "police-investigation",
      "with-family",
      "family-case",
      "missing-from-education",
      "too-young",
      "moved-area",
      "other-authority",
      "other",
    ]),
    note: text.optional(),
  }),
  /** What kept the interview away no longer does: the duty is open again. */
  "exemption-lifted": z.strictObject({ reason: text }),
  "book-interview": z.strictObject({
    for: instant,
    place: text.optional(),
    /** At whose wish it is then and not earlier. */
    chosenBy: chosenBySchema.optional(),
  }),
  /** Nobody came to what was booked: the duty stands. */
  "appointment-missed": z.strictObject({ by: chosenBySchema, reason: text.optional() }),
  "approve-telephone": z.strictObject({ attempts: text }),
  "interview-held": z.strictObject({
    method: z.enum(["face-to-face", "telephone", "video", "other"]),
    place: text.optional(),
    placeKind: placeKindSchema.optional(),
    /** The organisation of whoever held it. */
    interviewerFrom: text.optional(),
    wentBecause: z.array(wentBecauseSchema).optional(),
    independent: z.boolean().optional(),
    exceptionalCircumstances: text.optional(),
    reasonLate: text.optional(),
    lateBecause: lateBecauseSchema.optional(),
    concerns: concernsSchema.optional(),
    covers,
  }),
  "nil-return": z.strictObject({ reason: text }),
  "unable-to-gather-voice": z.strictObject({
    informationFrom: contactSchema,
    summary: text,
    /** Past the limit its reason is asked for (Leicestershire 8). */
    reasonLate: text.optional(),
    /** What a parent or carer tells can raise a concern too (Torbay 2.5, 2.6). */
    concerns: concernsSchema.optional(),
  }),
  "written-record": z.strictObject({
    writtenToChild: z.boolean(),
    /** Section id of the authority's form -> its text. */
    sections: z.record(z.string(), z.string()),
    concerns: concernsSchema.optional(),
  }),
  "copy-offered": z.strictObject({ answer: z.enum(["yes", "no", "declined"]) }),
  "sign-off": z.strictObject({ nextSteps: text, manager: text.optional() }),
  /** Not to be countersigned as it is. `record`: the event it sends back; left out, the record written last. */
  "send-back": z.strictObject({ reasons: text, record: text.optional() }),
  distributed: z.strictObject({ to: z.array(text).optional() }),
  toolkit: z.strictObject({
    outcome: z.enum(["completed", "updated", "not-needed"]),
    reason: text.optional(),
  }),
  oversight: z.strictObject({ outcome: text }),
  "strategy-discussion-held": z.strictObject({ chair: text.optional(), outcome: text.optional(), covers }),
  "meeting-held": z.strictObject({
    meeting: z.enum([
      "emergency-professionals",
      "preventative",
      "multi-agency",
      "strategy",
      "parents",
      "core-group",
    ]),
    outcomes: z.record(z.string(), z.string()).optional(),
    covers,
  }),
  "review-held": z.strictObject({ outcomes: z.record(z.string(), z.string()).optional() }),
  "report-submitted": z.strictObject({ to: text.optional() }),
  "referral-made": z.strictObject({
    to: text.optional(),
    kind: z.enum(["safeguarding", "interview", "other", "not-known"]).optional(),
    reason: text.optional(),
  }),
  /** Another authority's child: its interview was agreed to be ours (Derby protocol 5.2). */
  "interview-agreed": z.strictObject({ with: text }),
  /** The manager wants an interview where none is called for (Rutland step 6). */
  "interview-requested": z.strictObject({ reason: text }),
  /** Whoever holds the interview has the referral, and says who will hold it. */
  "referral-acknowledged": z.strictObject({ interviewer: text }),
  /** Whoever was to hold the interview will not, or gives it back: it is to be referred anew. */
  "referral-handed-back": z.strictObject({ reason: text }),
  "advocate-offered": z.strictObject({ accepted: z.boolean() }),
  "prevention-visit": z.strictObject({
    held: z.boolean(),
    method: z.enum(["face-to-face", "telephone"]).optional(),
    /** Why the police decided not to visit. */
    reason: text.optional(),
    /** The visit raised concerns, which the police report to First Response (Derby protocol 6.6). */
    concern: z.boolean().optional(),
  }),
  "safeguarding-decision": z.strictObject({
    choice: z.enum(["safeguarding-procedures", "referral", "early-help-assessment", "no-further-action"]),
    reason: text.optional(),
  }),
  "abuse-considered": z.strictObject({ concern: z.boolean(), reason: text }),
  "raise-concern": z.strictObject({ concern: text, aboutCategory: z.boolean().optional() }),
  "taken-abroad": z.strictObject({ careOrder: z.boolean(), country: text.optional() }),
  /** Our own child, living in another authority's area. */
  "placed-elsewhere": z.strictObject({ hostAuthority: text, atRiskOfMissing: z.boolean().optional() }),
  "authorise-publicity": z.strictObject({ serviceDirector: text, headOfService: text }),
  /** Rutland step 5: press releases are written in consultation. */
  "communications-consulted": z.strictObject({ officer: text }),
  publicity: z.strictObject({ outlet: text }),
  "letter-drafted": z.strictObject({}),
  "letter-sent": z.strictObject({}),
  "record-loaded": z.strictObject({}),
  "police-decision": z.strictObject({ decision: z.enum(["medium", "high", "found", "cancelled"]) }),
  "threshold-considered": z.strictObject({ outcome: text, reason: text.optional() }),
  "found-retracted": z.strictObject({ reason: text }),
  cancel: z.strictObject({ reason: z.enum(["created-in-error", "duplicate"]), note: text.optional() }),
  /** The other episode's child is the same, though the mails write it otherwise: both count for repeats. */
  "link-child": z.strictObject({ other: text, reason: text }),
  "unlink-child": z.strictObject({ other: text, reason: text }),
  note: z.strictObject({ text }),
  /** Evidence for a duty that has no action of its own: names the duty and what was decided or done. */
  "duty-done": z.strictObject({ duty: text, outcome: text, reason: text.optional() }),
  /** What the authority knows of the child and the episode, beside what the police say. */
  "fact-recorded": factsSchema,
  /** A manager stands by what somebody else recorded. `recorded`: its event; left out, the one that waits longest. */
  approve: z.strictObject({ recorded: text.optional(), note: text.optional() }),
  /** It was recorded by mistake. `recorded`: its event, or the name of an action or a report ("found"): the last of its kind. Nothing is deleted. */
  withdraw: z.strictObject({ recorded: text, reason: text }),
} as const satisfies Record<ActionName, z.ZodType>;

export type ActionData<N extends ActionName> = z.output<(typeof actionSchemas)[N]>;
