import * as z from "zod";
import { careStatuses, flags, risks, sexes } from "../compact/compact.ts";
import { placements } from "../episode/fact-fields.ts";
import { ethnicGroups } from "./codes.ts";
import { markKinds } from "./mark-kinds.ts";

/** As `toIso` writes it, and in no other way: so that they sort as text. */
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

/** Something recorded about the episode that a return counts: its kind, when it was so, when it was kept, and codes. */
const markSchema = z.object({
  kind: z.enum(markKinds),
  at: instant,
  recordedAt: instant,
  codes: z.record(z.string(), z.union([z.string(), z.boolean()])).exactOptional(),
});

/**
 * What returns and reports read of one episode: instants, codes and ids, never a name, a text or anything that depends
 * on now. Written in the transaction that folds the episode, so that a report reads rows and folds nothing.
 */
export const factsRowSchema = z.object({
  made: z.literal(1),
  episodeId: z.string(),
  /** The London month of the return, "2026-11"; "open" while there is none. */
  month: z.string(),
  /** The same for every episode of a child: the first of its keys. */
  child: z.string(),
  force: z.string(),
  /** The force's own for the episode: what a list calls it by. */
  reference: z.string(),
  status: z.enum(["missing", "returned", "cancelled"]),
  /** Away with whereabouts known, and never reported missing. */
  absence: z.boolean(),
  startAt: instant,
  notifiedAt: instant,
  foundAt: instant.exactOptional(),
  returnedAt: instant.exactOptional(),
  /** The Date of the found mail that counts, and its receipt. */
  foundSentAt: instant.exactOptional(),
  foundNotifiedAt: instant.exactOptional(),
  /** Whole years when the episode began. */
  age: z.int().exactOptional(),
  sex: z.enum(sexes).exactOptional(),
  care: z.enum(careStatuses).exactOptional(),
  /** The postcode's district of where the child went missing from, "TQ1": what localities are made of. */
  district: z.string().exactOptional(),
  placement: z.enum(placements).exactOptional(),
  ethnicGroup: z.enum(ethnicGroups).exactOptional(),
  /** As written: a return counts by it, and a school is no person. */
  school: z.string().exactOptional(),
  /** The authority's own id of the child in care, and the school's, where a person gave them. */
  careId: z.string().exactOptional(),
  upn: z.string().exactOptional(),
  placedByAnother: z.boolean(),
  risk: z.enum(risks).exactOptional(),
  flags: z.array(z.enum(flags)),
  /** The protocol's own limit of the return interview, where it sets one. */
  interviewDueAt: instant.exactOptional(),
  marks: z.array(markSchema),
});

export type FactsRow = z.infer<typeof factsRowSchema>;
export type Mark = z.infer<typeof markSchema>;
