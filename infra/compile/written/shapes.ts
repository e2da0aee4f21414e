import * as z from "zod";
import { roles } from "../../../functions/domain/console/may.ts";
import { actionNameSchema } from "../../../functions/domain/episode/action-names.ts";
import { wentBecauseSchema } from "../../../functions/domain/episode/codes-of-return.ts";

import { listTimes } from "../../../functions/domain/profile/profile.ts";

import { reportNames } from "../../../functions/domain/returns/report-names.ts";

import { longestAuthority } from "../../names.ts";
import { conditionSchema } from "./conditions.ts";
import { fields, fileName, oneOrMore, said, text, written } from "./fields.ts";
import { permittedContactSchema, sectionSchema } from "./rule.ts";

export type Shape = Record<string, z.ZodType>;

const email = z.email();

const clauseSchema = z
  .union([text, fields({ title: text, noDuty: text.describe("Why it asks nothing of this system") })])
  .describe("A short title; with noDuty, why it asks nothing");

// Each rule is read by itself, with what an authority says otherwise.
const entries = z.array(z.unknown());

/** What a protocol's document holds, and an authority may add to. */
const contents = {
  conditions: z
    .record(text, conditionSchema)
    .optional()
    .describe("Conditions by a name, for the rules to use"),
  foundComesAlone: z.literal(true).optional(),
  permittedContacts: z.array(permittedContactSchema).optional(),
  form: z.array(sectionSchema).optional().describe("The sections of the return interview, in order"),
  approved: z
    .array(actionNameSchema)
    .optional()
    .describe("What counts once a manager approves it, where somebody else records it"),
  wentBecause: z
    .array(wentBecauseSchema)
    .optional()
    .describe("What pushes and pulls a child away as the document names it; left out, every code there is"),
  rules: entries.optional(),
  guards: entries.optional().describe("Refusals that protect"),
};

const askedReport = fields({ rule: text, clause: text });
const sentReport = fields({
  to: oneOrMore(text),
  daysAfter: z.number().int().describe("0: the day after the period's last"),
  at: text.describe("A time in London, such as 09:00"),
  rule: text.optional().describe("Of a report no document asks for, as are clause and source"),
  clause: text.optional(),
  source: text.optional(),
});
const reportName = z.enum(reportNames);

/** One written protocol. */
export const documentShape: Shape = {
  title: text,
  source: fileName.describe("The name by which rules and authorities cite it"),
  file: text,
  clauses: z.record(text, clauseSchema),
  reports: z
    .partialRecord(reportName, askedReport)
    .optional()
    .describe("The reports it asks for; who gets them, and when, each authority says"),
  ...contents,
};

const mailbox = /<[^<>\s]+@[^<>\s]+>/g;

/** "Team Manager <a@x.example>, <b@x.example>" */
const recipientSchema = written(
  /^[^<>]+(<[^<>\s]+@[^<>\s]+>(, )?)+$/,
  'has to be a name and its mailbox, such as "Team Manager <team-manager@council.example>"; several with ", "',
)
  .transform((words) => ({
    name: words.slice(0, words.indexOf("<")).trim(),
    addresses: (words.match(mailbox) ?? []).map((one) => one.slice(1, -1)),
  }))
  .describe("Name <mailbox>, or Name <mailbox>, <mailbox>");

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri"];
const day = `(?:${weekdays.join("|")})`;
const time = "(?:[01]\\d|2[0-3]):[0-5]\\d";

/** "Mon-Fri 09:00-17:00" */
const hoursSchema = written(
  new RegExp(`^${day}(?:-${day})? ${time}-${time}$`),
  'has to be days and times, such as "Mon-Fri 09:00-17:00" or "Fri 09:00-16:30"; bank holidays are closed',
).transform((words) => {
  const [days = "", times = ""] = words.split(" ");
  const [first = "", last = first] = days.split("-");
  const [from, to] = times.split("-");
  const numbers = weekdays.map((_, i) => i + 1);
  return { days: numbers.slice(weekdays.indexOf(first), weekdays.indexOf(last) + 1), from, to };
});

const officeHoursSchema = fields({
  hours: oneOrMore(hoursSchema).describe("Mon-Fri 09:00-17:00, London time; closed on bank holidays"),
  outOfHours: recipientSchema.optional().describe("Who is there otherwise: Name <mailbox>"),
}).transform((entry) => said(entry));

const sourceSchema = fields({ title: text, file: text, clauses: z.array(text).optional() });

/** One authority: what it follows, what it says otherwise, and its people. */
export const profileShape: Shape = {
  authority: fileName.refine((name) => name.length <= longestAuthority, {
    error: `has to be at most ${longestAuthority} characters long: AWS takes no longer names of functions`,
  }),
  name: text,
  alsoKnownAs: oneOrMore(text).optional(),
  prefix: written(/^[A-Z]{3}$/, "has to be three capital letters"),
  follows: oneOrMore(fileName).optional().describe("Documents of infra/protocols"),
  leavesOut: z
    .record(fileName, text)
    .optional()
    .describe("Duties of the documents it does not have, each with why"),
  changes: z
    .record(fileName, z.record(z.string(), z.unknown()))
    .optional()
    .describe("What it says otherwise, by duty"),
  sources: z.record(text, sourceSchema).optional().describe("Sources of its own rules"),
  mail: fields({ ingest: email, from: email, replyTo: email }),
  consoleUrl: z.url(),
  signIn: fields({
    issuer: z.url(),
    clientId: text,
    certificate: text.optional(),
    rolesClaim: text.optional(),
    roles: z.partialRecord(z.enum(roles), oneOrMore(text)),
    teamsClaim: text.optional(),
    teams: z.record(z.string(), oneOrMore(text)).optional(),
  }).describe("Who signs people in to the console, and what their claims mean here"),
  forces: z
    .array(
      fields({
        id: fileName,
        name: text,
        senderDomains: oneOrMore(text),
        mailbox: email,
        vocabulary: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .min(1),
  forwarders: oneOrMore(text)
    .transform((domains) => domains.map((domain) => ({ domain })))
    .optional(),
  staffDomains: oneOrMore(text),
  partners: z
    .record(
      fileName,
      fields({
        name: text,
        domains: oneOrMore(text),
        signsInAs: oneOrMore(z.enum(roles))
          .optional()
          .describe("Roles of the console that its people may hold"),
        holds: oneOrMore(text).optional().describe("Roles of the recipients that are its own"),
      }).transform((partner) => said(partner)),
    )
    .optional()
    .describe("Who acts for the authority: may sign in, be allocated and be told which child"),
  recipients: z.record(fileName, recipientSchema),
  officeHours: z
    .record(fileName, officeHoursSchema)
    .optional()
    .describe(
      "When a role is at its desk, and who is there for it otherwise; what is urgent goes there as well",
    ),
  lists: z
    .record(fileName, z.enum(listTimes))
    .optional()
    .describe("How often a role has its list of what is open: daily, weekly (on Mondays) or weekly on a day"),
  standIns: fields({ "allocated-worker": text, "line-manager": text, "reviewing-officer": text.optional() }),
  quarantine: fields({ role: text, next: text, afterHours: z.number().positive() }),
  forceWatch: fields({
    role: text.optional(),
    quarantinedAbove: z.number().min(0).max(1).optional(),
    unrecognisedAbove: z.number().min(0).max(1).optional(),
    silentAfterHours: z.number().positive().optional(),
    timesLargestGap: z.number().min(1).optional(),
  }).optional(),
  reports: z.partialRecord(reportName, sentReport).optional().describe("Who gets which report, and when"),
  ...contents,
};
