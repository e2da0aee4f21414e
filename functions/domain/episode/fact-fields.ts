import * as z from "zod";

const text = z.string().trim().min(1);
const instant = z.iso.datetime({ offset: true });
/** "Not known" is an answer of its own, and never a "no" (ALL-07). */
const answer = z.enum(["yes", "no", "not-known"]);

export const placements = [
  "home",
  "foster",
  "childrens-home",
  "semi-independent",
  "kin",
  "secure",
  "hospital",
  "other",
  "not-known",
] as const;

/** What a person can say of the child and the episode, beside what the police say. */
export const factFields = {
  careStatus: z.enum(["looked-after", "care-leaver", "not-looked-after", "not-known"]).optional(),
  legalStatus: text.optional(),
  placingAuthority: text.optional(),
  placement: z.enum(placements).optional(),
  placementName: text.optional(),
  accommodation: text.optional(),
  protectionPlan: answer.optional(),
  exploitation: answer.optional(),
  trafficking: answer.optional(),
  refusesToReturn: answer.optional(),
  whereaboutsKnown: answer.optional(),
  missingSince: instant.optional(),
  foundAt: instant.optional(),
  returnedAt: instant.optional(),
  ethnicity: text.optional(),
  school: text.optional(),
  childId: text.optional(),
  upn: text.optional(),
  contactDetails: text.optional(),
  reviewingOfficer: z.email().optional(),
  /** Who told the authority: a carer, another authority. */
  toldBy: text.optional(),
} as const;

export const factsSchema = z
  .strictObject(factFields)
  .refine(({ toldBy: _, ...facts }) => Object.values(facts).some((value) => value !== undefined), {
    error: "has to state at least one fact",
  });

export type Facts = z.output<typeof factsSchema>;
export type FactName = Exclude<keyof Facts, "toldBy">;
export const factNames = Object.keys(factFields).filter((name) => name !== "toldBy") as FactName[];
