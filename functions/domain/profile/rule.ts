import * as z from "zod";
import { actionNameSchema } from "../episode/action-names.ts";
import { type Anchor, amountSchema, anchorNameSchema, timeOfDaySchema } from "./clock.ts";
import { conditionSchema } from "./condition.ts";
import { ladders } from "./ladder.ts";

const ruleId = z
  .string()
  .regex(/^[A-Z]{3}-\d\d$/, "has to be three capital letters, a hyphen and two figures, such as DER-01");
export const dutyNameSchema = z
  .string()
  .regex(/^[a-z][a-z-]*$/, "has to be small letters and hyphens, such as return-interview");
const text = z.string().trim().min(1);

// Built when a profile is read by shape, which a function does only with a version from before its deployment.
const evidenceSchema = z.lazy(() =>
  z.strictObject({
    action: actionNameSchema,
    with: z.record(z.string(), z.union([z.string(), z.boolean()])).optional(),
    /** Counts only where this role recorded it: the provider's call is not Children's Services' (Torbay 1.5). */
    by: text.optional(),
    /** Some evidence ends the duty without doing it: a decline, an exemption. Its reason is kept. */
    as: z.enum(["done", "not-required"]).default("done"),
    /** Counts only once this is recorded as well: a decline with its written record (Leicestershire 11). */
    once: actionNameSchema.optional(),
    /** This action, recorded later, takes the evidence back: the duty is open again. */
    undoneBy: actionNameSchema.optional(),
  }),
);

const rungSchema = z.lazy(() =>
  z.strictObject({
    id: dutyNameSchema,
    /** Counted from when the duty arose or from its limit; a negative amount comes before. */
    from: z.enum(["created", "due"]),
    amount: z.number().default(0),
    unit: z.enum(["h", "d", "wd", "wk"]).default("h"),
    /** A time of day in London, "08:30": on that day, so that what is for one person over many children is one mail. */
    at: timeOfDaySchema.exactOptional(),
    /** Again and again until the duty ends; by the day, the first is a mail and the others stand in the morning list. */
    every: amountSchema.optional(),
    /** "owner", a role of `recipients`, or a role the episode names (allocated-worker, interviewer, line-manager, reviewing-officer, force). */
    to: z.array(text).min(1),
    /** Where an escalation has a rule of its own. */
    rule: ruleId.optional(),
    clause: text.optional(),
    /** What its recipients are to do, where that is another thing than the owner's: find out why, not hold the interview. */
    act: text.optional(),
    /** Out of hours it goes to whoever is there then as well (ALL-15). */
    urgent: z.boolean().optional(),
    /** Our own practice: the source does not state this mail; or states the mail, and not when it goes. */
    local: z.union([z.boolean(), z.literal("when")]).optional(),
    says: text,
  }),
);

const limitSchema = () => z.strictObject({ anchor: anchorNameSchema, ...amountSchema.shape });

/** One sentence of a protocol: who must do what, by when, under which clause, and who hears when it is not done. */
export const ruleSchema = z.lazy(() =>
  z.strictObject({
    id: ruleId,
    clause: text,
    source: text,
    /** The duty's name, unique in the profile. */
    duty: dutyNameSchema,
    title: text,
    /** How to act, in plain English; every mail ends with it. */
    act: text,
    ladder: z.enum(ladders),
    when: conditionSchema,
    /** One limit, or several clocks of which the earliest counts. Left out where the source is silent. */
    due: z.array(limitSchema()).default([]),
    /** Our own practice: the source asks for the duty and sets it no limit. */
    localLimit: z.boolean().optional(),
    /** The first whose condition holds; the last one needs none. */
    owner: z.array(z.strictObject({ role: text, when: conditionSchema.optional() })).min(1),
    rungs: z.array(rungSchema),
    endedBy: z.array(evidenceSchema),
    /** Done once this holds: what a compact says can be the evidence. */
    doneWhen: conditionSchema.optional(),
    /** Ends without being done once this holds. */
    notRequired: z.array(z.strictObject({ when: conditionSchema, reason: text })).default([]),
    /** Each piece of evidence starts the next one: reviews "again and again". */
    series: z.boolean().default(false),
    /** The limit of the first one: where none was held by then, the next is due counted from it (Derby protocol 5.4). */
    firstBy: limitSchema().optional(),
    /** Arises anew each time: what was recorded before it arose is no evidence for it (one concern, then another). */
    again: z.boolean().default(false),
    /** A manager's closure: done, whatever else is open on the returned child's episode ends with its reason. */
    closes: z.boolean().optional(),
    /** Done once its mail has gone. */
    notice: z.boolean().default(false),
    /**
     * What its mails carry beside the reference: compact, interview, or every attempt at contact (forwards,
     * distributions); or the child's own copy of the interview, for a worker to hand over; or what a police report changed.
     */
    carries: z.enum(["compact", "interview", "attempts", "child-copy", "news"]).optional(),
    /** A letter its mails propose, line by line; a person fills in what stands in brackets. */
    draft: z.array(text).min(1).optional(),
  }),
);

/** A refusal that protects: the action is refused, with the clause, while the condition holds. */
export const guardSchema = z.lazy(() =>
  z.strictObject({
    id: ruleId,
    clause: text,
    source: text,
    actions: z.array(actionNameSchema).min(1),
    refuseWhen: conditionSchema,
    /** Our own practice: the source does not refuse it (ALL-19). */
    local: z.boolean().optional(),
    says: text,
  }),
);

export type Rule = z.output<typeof ruleSchema>;
export type Rung = Rule["rungs"][number];
export type Guard = z.output<typeof guardSchema>;
export type { Anchor };
