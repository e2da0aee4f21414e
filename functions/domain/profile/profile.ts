import * as z from "zod";
import { officeHoursSchema } from "../calendar/office-hours.ts";
import { workingDays } from "../calendar/weekday.ts";
import { roles } from "../console/may.ts";
import { signInSchema } from "../console/sign-in.ts";
import { actionNameSchema } from "../episode/action-names.ts";
import { wentBecauseSchema } from "../episode/codes-of-return.ts";
import { reportNames } from "../returns/report-names.ts";
import { conditionSchema } from "./condition.ts";
import { guardSchema, ruleSchema } from "./rule.ts";

const text = z.string().trim().min(1);
const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, "has to be small letters, figures and hyphens, such as north-moor");

/** "weekly" is on Mondays. */
export const listTimes = [
  "daily",
  "weekly",
  ...workingDays.map((day) => `weekly on ${day}` as const),
] as const;

const forceSchema = z.lazy(() =>
  z.strictObject({
    id: slug,
    name: text,
    /** Compared as whole domains: a subdomain is another domain. */
    senderDomains: z.array(text).min(1),
    /** Where questions about a compact go. Never the address that sends them. */
    mailbox: z.email(),
    vocabulary: z.record(z.string(), z.unknown()).optional(),
  }),
);

const sentReportSchema = z.lazy(() =>
  z.strictObject({
    rule: text,
    clause: text,
    source: text.exactOptional(),
    to: z.array(text).min(1),
    /** 0: the day after the period's last. */
    daysAfter: z.int().min(0).max(120),
    at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "has to be a time such as 09:00"),
  }),
);

const sectionSchema = z.lazy(() =>
  z.strictObject({
    id: text,
    title: text,
    /** Where the protocol asks for it. Left out by the versions that episodes of before keep. */
    clause: text.exactOptional(),
    source: text.exactOptional(),
    /** What to talk about, in our own words: a guide, not a questionnaire (Derby protocol, appendix 3). */
    topics: z.array(text).min(1).exactOptional(),
    /** Its heading in the child's own copy; a section without one is kept out of that copy. */
    forChild: text.exactOptional(),
  }),
);

const partnerSchema = z.lazy(() =>
  z.strictObject({
    name: text,
    domains: z.array(text).min(1),
    /** Roles of the console that its people may hold; a claim that gives another gives them nothing. */
    signsInAs: z.array(z.enum(roles)).default([]),
    /** Roles of `recipients` that are its own, not the authority's. */
    holds: z.array(text).default([]),
  }),
);

const outOfHoursSchema = z.lazy(() =>
  z.strictObject({
    hours: z.array(officeHoursSchema).min(1),
    outOfHours: z.strictObject({ name: text, addresses: z.array(z.email()).min(1) }).exactOptional(),
  }),
);

/** Everything that differs between authorities. Pure data; a bad one fails the synth naming field and clause. */
export const profileSchema = z.lazy(() =>
  z.strictObject({
    authority: slug,
    name: text,
    /** Other ways in which a compact names this authority, for telling its own children from those placed by another. */
    alsoKnownAs: z.array(text).default([]),
    sources: z.record(
      z.string(),
      z.strictObject({
        title: text,
        file: text,
        /** Every clause a rule may cite, as rules write it; a slip in a number is then a fault. */
        clauses: z.array(text).optional(),
      }),
    ),
    mail: z.strictObject({
      /** Where the forces' mails come in. */
      ingest: z.email(),
      /** The verified sender of every mail we write. */
      from: z.email(),
      /** A staffed mailbox, never the ingest address. */
      replyTo: z.email(),
    }),
    consoleUrl: z.url(),
    /** Who signs people in to the console. Left out by the versions that episodes of before keep. */
    signIn: signInSchema.exactOptional(),
    forces: z.array(forceSchema).min(1),
    /** Own mailboxes that pass a force's mail on: the force is then the sender of the inner mail. */
    forwarders: z.array(z.strictObject({ domain: text })).default([]),
    /** Allocated workers and managers have addresses here and nowhere else. */
    staffDomains: z.array(text).min(1),
    /** Who acts for the authority and is not of it: they sign in, are allocated and are told of a child like its own (ALL-24). */
    partners: z.record(slug, partnerSchema).default({}),
    recipients: z.record(z.string(), z.strictObject({ name: text, addresses: z.array(z.email()).min(1) })),
    /** When a role is at its desk, and who is there for it otherwise: what is urgent goes there as well (ALL-15). */
    officeHours: z.record(z.string(), outOfHoursSchema).default({}),
    /** How often a role has its list of what is open; daily, and the force, which records nothing here, weekly: on Mondays, or on the day a panel wants it. */
    lists: z.record(z.string(), z.enum(listTimes)).default({ force: "weekly" }),
    /** Who stands in where an episode names no allocated worker or line manager, or nobody said who reviews the child. */
    standIns: z.strictObject({
      "allocated-worker": text,
      "line-manager": text,
      "reviewing-officer": text.exactOptional(),
    }),
    /** Who is asked about a mail nobody could read, and who is asked next. */
    quarantine: z.strictObject({ role: text, next: text, afterHours: z.number().positive() }),
    /** From where on a change in a force's mails, or their end, is told, and to whom. */
    forceWatch: z
      .strictObject({
        /** Left out: the quarantine's role. */
        role: text.exactOptional(),
        /** Of the force's last 50 mails, and of the labels in them. */
        quarantinedAbove: z.number().min(0).max(1).default(0.2),
        unrecognisedAbove: z.number().min(0).max(1).default(0.2),
        /** Silent: neither within these hours of its last mail, nor within so many times the largest of its last 20 gaps. */
        silentAfterHours: z.number().positive().default(48),
        timesLargestGap: z.number().min(1).default(2),
      })
      .prefault({}),
    /** Who gets which report, and when: so many days after its period, at a London time. Versions of before send none. */
    reports: z.partialRecord(z.enum(reportNames), sentReportSchema).default({}),
    /** Found mails come alone here, so an episode may open from one without asking for the missing report. */
    foundComesAlone: z.boolean().default(false),
    /** Through whom a child may be contacted; the first that holds counts and is said in every contact mail. */
    permittedContacts: z
      .array(z.strictObject({ id: text, clause: text, when: conditionSchema, says: text }))
      .default([]),
    /** Sections of the return-interview form, in order. */
    form: z.array(sectionSchema).min(1),
    /** What counts once a manager approves it, where somebody else records it. Versions of before ask it of nothing. */
    approved: z.array(actionNameSchema).default([]),
    /** Reasons for going that the protocol names, of those there are codes for; none: all of them may be recorded. */
    wentBecause: z.array(wentBecauseSchema).default([]),
    rules: z.array(ruleSchema).min(1),
    guards: z.array(guardSchema).default([]),
  }),
);

export type Profile = z.output<typeof profileSchema>;
