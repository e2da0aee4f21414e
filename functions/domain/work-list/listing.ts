import * as z from "zod";

const text = z.string();

const recipientSchema = z.object({ role: text, name: text, addresses: z.array(text) });

/** A duty that is open, as a list shows it. How urgent it is, is computed when somebody looks. */
const openDutySchema = z.object({
  duty: text,
  rule: text,
  clause: text,
  title: text,
  createdAt: text,
  dueAt: text.exactOptional(),
  /** The limit counts hours, so that what is left of it is said in hours. */
  inHours: z.literal(true).exactOptional(),
  owner: recipientSchema,
  /** Whom a mail about it told beside the owner: they supervise it (ALL-14). */
  watchers: z.array(recipientSchema).exactOptional(),
  /** The last mails about it: when, and to whom by role. */
  told: z.array(z.object({ at: text, to: z.array(text) })),
  /** The pipeline's own to do: a mail that goes by itself. */
  notice: z.literal(true).exactOptional(),
});

/** The last allocation. Whoever allocates anew says all of it again, so a list that reallocates needs the whole. */
const allocationSchema = z.object({
  worker: text,
  interviewer: text.exactOptional(),
  lineManager: text.exactOptional(),
  lineManagerRegistered: z.boolean().exactOptional(),
  saferReturns: z.boolean().exactOptional(),
  openCase: z.boolean().exactOptional(),
  absent: z.boolean().exactOptional(),
  team: text.exactOptional(),
  deputyFor: text.exactOptional(),
  from: text.exactOptional(),
  until: text.exactOptional(),
});

/**
 * What lists show and search of an episode, kept in its row so that nobody folds five hundred episodes to see what is
 * due. The table is encrypted; no key, index or log holds any of it.
 */
export const listingSchema = z.object({
  /** Counts changes of how a listing is made: one made otherwise is folded anew. */
  made: z.literal(2),
  child: z.object({
    surname: text.exactOptional(),
    forenames: text.exactOptional(),
    knownAs: text.exactOptional(),
    dateOfBirth: text.exactOptional(),
    address: text.exactOptional(),
  }),
  risk: text.exactOptional(),
  allocation: allocationSchema.exactOptional(),
  /** Roles that own or owned a duty of it, and the team it was given to: who beside the worker it is allocated to. */
  teams: z.array(text),
  duties: z.array(openDutySchema),
  /** When the last of its events was kept. */
  changedAt: text,
  /** From then on time alone changes it: it is folded anew. */
  goodUntil: text.exactOptional(),
});

export type OpenDuty = z.infer<typeof openDutySchema>;
export type Allocation = z.infer<typeof allocationSchema>;
export type Listing = z.infer<typeof listingSchema>;

export const readAllocation = (data: unknown): Allocation | undefined =>
  allocationSchema.safeParse(data).data;
