import * as z from "zod";
import { type CompactKind, kinds } from "../compact/compact.ts";
import { actionNameSchema } from "../episode/action-names.ts";
import { amountSchema, anchorNameSchema } from "./clock.ts";

const scalar = z.union([z.string(), z.boolean(), z.number()]);

const limitSchema = z.strictObject({ anchor: anchorNameSchema, ...amountSchema.shape });

/** What an episode's events amount to, beside what each of them says. */
export const happenings = [
  "approval-wanted",
  "approved",
  "given-back",
  "found-before-missing",
  "taken-back",
  "cancelled-without-return",
  "cancellation-explained",
] as const;
export type Happening = (typeof happenings)[number];

/**
 * When a rule applies, as data. Each form is true since an instant (or will be, if nothing changes), which is
 * what lets a trigger such as "missing longer than 72 hours" be waited for.
 */
export type Condition =
  | { always: true }
  | { status: ("missing" | "returned" | "cancelled")[] }
  /** Holds from the start of the episode plus this amount, if the child was missing that long. */
  | { missingLongerThan: z.infer<typeof amountSchema> }
  /**
   * Episodes of the same child, this one included, by start; without `within`, ever. An absence with whereabouts
   * known is no missing episode and is counted only where asked for.
   */
  | {
      episodes: {
        atLeast: number;
        within?: z.infer<typeof amountSchema> | undefined;
        of?: "missing" | "absence" | undefined;
      };
    }
  /** So many absences of the child one after another, this one the last, with no missing episode between them. */
  | { absencesInARow: number }
  /** The time between two anchors, both known: an episode under 24 hours, a notification over 10 hours late. */
  | {
      elapsed: {
        from: z.infer<typeof anchorNameSchema>;
        to: z.infer<typeof anchorNameSchema>;
        over?: z.infer<typeof amountSchema> | undefined;
        under?: z.infer<typeof amountSchema> | undefined;
      };
    }
  /** This was not so by then: holds from that instant on, whatever comes later. */
  | { unmet: { condition: Condition; by: z.infer<typeof limitSchema> } }
  /** A mail of this duty has gone. */
  | { told: string }
  | { care: ("looked-after" | "care-leaver" | "not-looked-after")[] }
  /** The highest category ever held; "unclassified" where no mail states one. */
  | { risk: ("unclassified" | "no-apparent-risk" | "low" | "medium" | "high")[] }
  /** A report lowered the risk to this category from a higher one, and none has raised it since. */
  | { loweredTo: ("no-apparent-risk" | "medium")[] }
  | { flag: string[] }
  /**
   * A fact of the compacts ("preventionInterview.completed") has this value, or has this word in it, or is stated
   * at all, `except` as one of these values, compared without case and punctuation ("None disclosed."); with
   * `ever`, a mail once said so, whatever later ones say.
   */
  | {
      fact: string;
      is?: string | boolean | undefined;
      contains?: string | undefined;
      except?: readonly string[] | undefined;
      ever?: boolean | undefined;
    }
  /** The compacts name a placing authority, and it is not this one. */
  | { placedByAnother: true }
  | { compact: CompactKind[] }
  /** A person recorded this, with these values in its data. */
  | { recorded: string; with?: Record<string, string | boolean | number> | undefined }
  /** The last time a person recorded this, it had these values: an allocation that another replaced no longer counts. */
  | { lastRecorded: string; with?: Record<string, string | boolean | number> | undefined }
  /** Concern of this kind on the interview, the written record, or anywhere it was recorded. */
  | { concern: ("exploitation" | "safeguarding" | "immediate" | "trafficking")[] }
  /** Some rule turns on this fact, and nobody stated it. */
  | { undecided: string }
  /** Something of the episode itself has come about, whoever or whatever brought it. */
  | { happened: Happening }
  /** Fewer logged attempts than the engagement standard asks for. */
  | { attemptsShortOf: { calls: number; texts: number; hoursApart: number; days?: number | undefined } }
  /** The child's age when the episode began. */
  | { age: { under?: number | undefined; from?: number | undefined } }
  /** In a guard: the data of the action at hand ("outcomes.next-actions"). */
  | { data: string; is?: string | boolean | undefined }
  /** In a guard: the action at hand comes after this duty's limit. */
  | { after: string }
  /** In a guard: one of these addresses in the data belongs to none of the profile's staff domains. */
  | { outsideStaff: string[] }
  /** In a guard: whoever does it is no manager of this authority's, did themselves what they would sign, or is not the allocated worker. */
  | { signedBy: "no-manager" | "whoever-did-it" | "another-than-the-worker" }
  /** In a guard: a section of the authority's form is empty in the last written record or in the data. */
  | { sectionsEmpty: string[] | "any" }
  | { not: Condition }
  | { all: Condition[] }
  | { any: Condition[] };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ always: z.literal(true) }),
    z.strictObject({ status: z.array(z.enum(["missing", "returned", "cancelled"])) }),
    z.strictObject({ missingLongerThan: amountSchema }),
    z.strictObject({
      episodes: z.strictObject({
        atLeast: z.int().min(1),
        within: amountSchema.optional(),
        of: z.enum(["missing", "absence"]).optional(),
      }),
    }),
    z.strictObject({ absencesInARow: z.int().min(2) }),
    z.strictObject({
      elapsed: z.strictObject({
        from: anchorNameSchema,
        to: anchorNameSchema,
        over: amountSchema.optional(),
        under: amountSchema.optional(),
      }),
    }),
    z.strictObject({ unmet: z.strictObject({ condition: conditionSchema, by: limitSchema }) }),
    z.strictObject({ told: z.string() }),
    z.strictObject({ care: z.array(z.enum(["looked-after", "care-leaver", "not-looked-after"])) }),
    z.strictObject({ risk: z.array(z.enum(["unclassified", "no-apparent-risk", "low", "medium", "high"])) }),
    z.strictObject({ loweredTo: z.array(z.enum(["no-apparent-risk", "medium"])).min(1) }),
    z.strictObject({ flag: z.array(z.string()) }),
    z.strictObject({
      fact: z.string(),
      is: z.union([z.string(), z.boolean()]).optional(),
      contains: z.string().min(1).optional(),
      except: z.array(z.string().min(1)).min(1).optional(),
      ever: z.boolean().optional(),
    }),
    z.strictObject({ placedByAnother: z.literal(true) }),
    z.strictObject({ compact: z.array(z.enum(kinds)) }),
    z.strictObject({ recorded: actionNameSchema, with: z.record(z.string(), scalar).optional() }),
    z.strictObject({ lastRecorded: actionNameSchema, with: z.record(z.string(), scalar).optional() }),
    z.strictObject({
      concern: z.array(z.enum(["exploitation", "safeguarding", "immediate", "trafficking"])),
    }),
    z.strictObject({ undecided: z.string() }),
    z.strictObject({ happened: z.enum(happenings) }),
    z.strictObject({
      attemptsShortOf: z.strictObject({
        calls: z.int().min(0),
        texts: z.int().min(0),
        hoursApart: z.number().min(0),
        days: z.int().min(1).optional(),
      }),
    }),
    z.strictObject({
      age: z.strictObject({
        under: z.int().min(1).max(25).optional(),
        from: z.int().min(1).max(25).optional(),
      }),
    }),
    z.strictObject({ data: z.string(), is: z.union([z.string(), z.boolean()]).optional() }),
    z.strictObject({ after: z.string() }),
    z.strictObject({ outsideStaff: z.array(z.string()).min(1) }),
    z.strictObject({ signedBy: z.enum(["no-manager", "whoever-did-it", "another-than-the-worker"]) }),
    z.strictObject({ sectionsEmpty: z.union([z.array(z.string()), z.literal("any")]) }),
    z.strictObject({ not: conditionSchema }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
  ]),
);
